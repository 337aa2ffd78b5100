// Pay below zero for a result that is not: a line that goes on below its first point, or a
// decelerator, takes money from people for a result above nothing. What is taken back for
// cancellations is a result below zero, and meant. In: a component under the lens. Out: a doubt at
// the end of its curve.

import { compareExact, ZERO } from '../exact-number.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof } from './doubt.ts';
import { ResultScale } from './result-scale.ts';
import { moneyWords } from './spoken-figures.ts';

export const proveNotNegative: PlanProof = ({ looks }) => looks.flatMap(belowZero);

function belowZero(look: ComponentLook): readonly Doubt[] {
  const reached = look.samples.filter((at) => at.gte(ZERO));
  const paid = reached.map((at) => ({ at, money: look.payoutAt(at) }));
  const [worst] = paid.toSorted((a, b) => compareExact(a.money, b.money));
  if (!worst || worst.money.gte(ZERO)) return [];
  const scale = new ResultScale(look);
  const place = scale.words(scale.resultAt(worst.at));
  return [
    {
      code: 'payout/negative',
      path: [...look.path, 'curve'],
      about: look.component.id,
      what: `${place} pays ${moneyWords(worst.money, look.plan.currency)} (${look.words})`,
      remedy:
        'write `below: nothing`, or give the component a `payoutFloor: { ofTarget: 0% }`; or say ' +
        'in `accepts` that it is taken',
    },
  ];
}
