// What a KPI must say: it must be reached, so anything under 100 % goes under a microscope, and the
// plan has to decide what a miss pays. In: a component under the lens. Out: a doubt where its curve
// says nothing below 100 %. Source: PRODUCT.md.

import { curveRows } from '../curves/kinds.ts';
import { ONE, ZERO } from '../exact-number.ts';
import { HAIR } from '../plan-proofs/breakpoints.ts';
import type { ComponentLook } from '../plan-proofs/component-look.ts';
import { moneyWords } from '../plan-proofs/spoken-figures.ts';
import type { PracticeDoubt } from './component-kind.ts';

/** No row starts under 100 %, and every miss is paid alike: what the curve's end happens to do. */
export function underTarget(look: ComponentLook): readonly PracticeDoubt[] {
  const { curve, plan, fullPayAt } = look;
  if (!curve || fullPayAt === undefined) return [];
  const [first] = curveRows(curve);
  if (!first || first.at.number.lt(ONE) || tellsMissesApart(look)) return [];
  const paid = moneyWords(look.payoutAt(ONE.minus('0.01')), plan.currency);
  return [
    {
      code: 'kpi/under-target',
      path: ['curve'],
      what: `no row says what a miss pays; an attainment of 99% gets ${paid} (${look.words})`,
      remedy:
        'add a row below 100%: a threshold such as `{ at: 80%, pays: 50% }`, or `pays: 0%` there ' +
        'if nothing is meant',
    },
  ];
}

/** A line that goes on below its first point says what each miss pays. */
function tellsMissesApart(look: ComponentLook): boolean {
  const [none, almost] = [look.factorAt(ZERO), look.factorAt(ONE.minus(HAIR))];
  return none !== undefined && almost !== undefined && !none.eq(almost);
}
