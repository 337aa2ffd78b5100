// The stated ways to hold a result against a quota. Which one a plan means is always written.
// In: result and quota as formulas. Out: the attainment as a formula.
// `ratio` result / quota; `inverse` quota / result and `mirror` 2 - result / quota where lower is
// better. Source: ENGINE.md section 5.

import { z } from 'zod';
import { exact } from '../exact-number.ts';
import { constant, divide, type Formula, subtract } from '../worksheet/operations.ts';

const attainmentKinds = {
  ratio: (result, quota) => divide(result, quota),
  inverse: (result, quota) => divide(quota, result),
  mirror: (result, quota) => subtract(constant(exact('2'), 'ratio'), divide(result, quota)),
} satisfies Record<string, (result: Formula, quota: Formula) => Formula>;

export const attainmentField = z.enum(
  Object.keys(attainmentKinds) as [keyof typeof attainmentKinds],
);
export type Attainment = z.output<typeof attainmentField>;

export function attainmentOf(kind: Attainment, result: Formula, quota: Formula): Formula {
  return attainmentKinds[kind](result, quota);
}
