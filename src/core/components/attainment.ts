// The stated ways to hold a result against a quota. Which one a plan means is always written.
// `ratio` result / quota; `inverse` quota / result and `mirror` 2 - result / quota where lower is
// better; `progress` (result - baseline) / (quota - baseline) in either direction; `none`: the
// curve runs on the result itself, the only right way where a quota is zero or negative.
// In: result, quota and baseline as formulas. Out: the attainment. Source: ENGINE.md section 5.

import { z } from 'zod';
import { type Exact, exact } from '../exact-number.ts';
import { constant, divide, type Formula, subtract } from '../worksheet/operations.ts';

interface Operands {
  readonly result: Formula;
  readonly quota: Formula;
  readonly baseline: Formula;
}

const attainmentKinds = {
  ratio: ({ result, quota }) => divide(result, quota),
  inverse: ({ result, quota }) => divide(quota, result),
  mirror: ({ result, quota }) => subtract(constant(exact('2'), 'ratio'), divide(result, quota)),
  progress: ({ result, quota, baseline }) =>
    divide(subtract(result, baseline), subtract(quota, baseline)),
} satisfies Record<string, (operands: Operands) => Formula>;

export type AttainmentKind = keyof typeof attainmentKinds;

interface Wanted {
  readonly attainment: Exact;
  readonly quota: Exact;
  readonly baseline: Exact;
}

/** The same the other way round: the result at which an attainment is reached. */
const resultsWanted = {
  ratio: ({ attainment, quota }) => quota.times(attainment),
  inverse: ({ attainment, quota }) => quota.div(attainment),
  mirror: ({ attainment, quota }) => quota.times(exact('2').minus(attainment)),
  progress: ({ attainment, quota, baseline }) =>
    baseline.plus(attainment.times(quota.minus(baseline))),
} satisfies Record<AttainmentKind, (wanted: Wanted) => Exact>;

export function resultWanted(kind: AttainmentKind, wanted: Wanted): Exact {
  return resultsWanted[kind](wanted);
}

const kinds = [...Object.keys(attainmentKinds), 'none'] as [AttainmentKind, 'none'];

export const attainmentField = z.enum(kinds);
export type Attainment = z.output<typeof attainmentField>;

export function attainmentOf(kind: AttainmentKind, operands: Operands): Formula {
  return attainmentKinds[kind](operands);
}
