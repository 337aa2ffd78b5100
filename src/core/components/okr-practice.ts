// What good practice says of an OKR: one or two objectives, each with three to five key results; an
// aspiration, of which 60 to 70 % is a success that is paid in full. Every key result has a number
// or a milestone with its day: the language has no other (checkKeyResult). In: key results, a
// component under the lens. Out: doubts. Source: PRODUCT.md.

import { ONE } from '../exact-number.ts';
import { HAIR } from '../plan-proofs/breakpoints.ts';
import type { ComponentLook } from '../plan-proofs/component-look.ts';
import { figureWords } from '../plan-proofs/spoken-figures.ts';
import type { PracticeDoubt } from './component-kind.ts';

const KEY_RESULTS_MIN = 3;
const KEY_RESULTS_MAX = 5;
const OBJECTIVES_MAX = 2;

export function keyResultCount(keyResults: readonly unknown[]): readonly PracticeDoubt[] {
  const count = keyResults.length;
  if (count >= KEY_RESULTS_MIN && count <= KEY_RESULTS_MAX) return [];
  const counted = count === 1 ? 'one key result' : `${count} key results`;
  const remedy =
    count < KEY_RESULTS_MIN
      ? 'add what else must be true when the objective is reached: 3 to 5 key results'
      : 'keep the 3 to 5 that matter most';
  return [
    { code: 'okr/key-results', path: ['keyResults'], what: `the objective has ${counted}`, remedy },
  ];
}

export function objectiveCount(nth: number): readonly PracticeDoubt[] {
  if (nth <= OBJECTIVES_MAX) return [];
  const what = `this is objective number ${nth} of the plan`;
  const remedy = 'keep one or two objectives; what is left can be a key result or wait a quarter';
  return [{ code: 'okr/objectives', path: ['objective'], what, remedy }];
}

/** Full pay only at the very top teaches people to aim low. */
export function fullPay(look: ComponentLook): readonly PracticeDoubt[] {
  const almost = look.factorAt(ONE.minus(HAIR));
  if (!almost || almost.gte(ONE) || look.samples.some((at) => at.lt(ONE) && isFull(look, at))) {
    return [];
  }
  const reached = look.fullPayAt;
  const what = reached
    ? `the curve pays in full only at a score of ${figureWords(reached, 'ratio', '')}`
    : 'the curve never pays in full, whatever the score';
  const remedy = 'let it pay 100% at a score of 60% to 70%, and more above';
  return [{ code: 'okr/full-pay', path: ['curve'], what, remedy }];
}

function isFull(look: ComponentLook, score: Parameters<ComponentLook['factorAt']>[0]): boolean {
  return look.factorAt(score)?.gte(ONE) ?? false;
}
