// What a step of the settlement is: lines that it adds to the payment, and balances that it carries
// from period to period. In: nothing. Out: types and the zero that steps compare with.

import type { PlanSheet } from '../calculate/plan-sheet.ts';
import { ZERO } from '../exact-number.ts';
import { constant, type Formula } from '../worksheet/operations.ts';

/** A line of the payment; what it adds is negative where something is taken. */
export interface SettlementLine {
  readonly id: string;
  readonly title: string;
  readonly adds: Formula;
}

/** Money that is open before and after the period: advanced, kept back, or carried on. */
export interface SettlementBalance {
  readonly id: string;
  readonly title: string;
  readonly before: Formula;
  readonly after: Formula;
}

export interface Settled {
  readonly lines: readonly SettlementLine[];
  readonly balances: readonly SettlementBalance[];
}

/** `due` is what would be paid if nothing came after; undefined where the plan has no such rule. */
export type SettlementStep = (sheet: PlanSheet, due: Formula) => Settled | undefined;

export const NOTHING = constant(ZERO, 'money');
