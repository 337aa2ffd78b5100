// What good practice says of an MBO: realistic goals, each with a number, a day or a way to see it;
// 80 to 100 % is a success, and what lies below is none. In: goals, a component under the lens.
// Out: doubts. Source: PRODUCT.md (SMART; MBO).

import { type Exact, exact, ZERO } from '../exact-number.ts';
import { rising } from '../plan-proofs/breakpoints.ts';
import type { ComponentLook } from '../plan-proofs/component-look.ts';
import { figureWords, moneyWords } from '../plan-proofs/spoken-figures.ts';
import type { PracticeDoubt } from './component-kind.ts';
import type { Goal } from './goals.ts';

const SUCCESS_FROM = exact('0.8');

/**
 * A curve that starts at 80 % jumps there, so that a point of score decides over thousands. Ten
 * points are left for a steep line: nothing up to 70 %, and less than in proportion on the way.
 */
const LINE_FROM = exact('0.7');
const ALMOST_SUCCESS = exact('0.79');

/** A goal without a number, a day or anything to see it by is not one. */
export function vagueGoals(goals: readonly Goal[]): readonly PracticeDoubt[] {
  return goals.flatMap(({ id, title, by, evidence }, index) => {
    const isSmart = by !== undefined || evidence !== undefined || /\d/.test(title);
    if (isSmart) return [];
    const what = `nobody can tell when \`${id}\` is reached: no number, no day, no evidence`;
    const remedy = 'put a number into its title, or add `by:` with a day or `evidence:` to look at';
    return [{ code: 'mbo/not-smart', path: ['goals', index], what, remedy } as const];
  });
}

export function paysLow(look: ComponentLook): readonly PracticeDoubt[] {
  const low = lowScoreThatPays(look);
  if (!low) return [];
  const { plan } = look;
  const paid = moneyWords(look.payoutAt(low), plan.currency);
  const score = figureWords(low, 'ratio', plan.currency);
  return [
    {
      code: 'mbo/pays-low',
      path: ['curve'],
      what: `a score of ${score} pays ${paid} (${look.words})`,
      remedy: 'let the curve start at 80%, or fall steeply to nothing at 70% or more',
    },
  ];
}

/** Up to 70 % nothing; between there and 80 % less than in proportion to the score. */
function lowScoreThatPays(look: ComponentLook): Exact | undefined {
  const corners = look.breakpoints.at.filter((at) => at.lt(SUCCESS_FROM));
  return rising([...corners, LINE_FROM, ALMOST_SUCCESS]).find((score) => {
    const factor = look.factorAt(score) ?? ZERO;
    return score.lte(LINE_FROM) ? factor.gt(ZERO) : factor.gte(score);
  });
}
