// The terms of a pool: the money of each payout period, what makes a payee's points, and what
// happens when nobody has any. Stated by a plan for its own payees, or by the company for those of
// several plans. In: nothing. Out: fields and types. Source: ENGINE.md section 6.

import { z } from 'zod';
import { identifier, moneyFigure } from '../document/leaves.ts';
import type { Exact } from '../exact-number.ts';

/** The score times the part of the period on the plan, or times the period's target incentive. */
const shareBy = z.enum(['score', 'score-times-target']);
/** When all points are zero, all get the same, or nobody gets anything. */
const whenAllZero = z.enum(['equally', 'nothing']);

export const poolTerms = { money: moneyFigure, shareBy, whenAllZero };

/** A pool as a component names it: by its terms, or a pool of the company. */
export const poolField = z.union([
  z.strictObject(poolTerms),
  z.strictObject({ company: identifier }),
]);
export type PoolField = z.output<typeof poolField>;

/** A pool that a component of a plan shares in. */
export interface Pool {
  /** One for all who share in it: of the company's pool, or of a plan and its component. */
  readonly id: string;
  readonly money: Exact;
  readonly shareBy: z.output<typeof shareBy>;
  readonly whenAllZero: z.output<typeof whenAllZero>;
}
