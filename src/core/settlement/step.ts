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
  /** What the period added, where the balance is kept by the period that it was held in. */
  readonly added?: Formula;
  /** What of it ended without being paid. */
  readonly forfeited?: Formula;
}

/** What a component pays in the period, as far as it is settled. */
export interface ComponentPay {
  readonly component: string;
  readonly pays: Formula;
}

/** How far the settlement has come. */
export interface Settling {
  /** What would be paid if nothing came after. */
  readonly due: Formula;
  readonly payable: readonly ComponentPay[];
}

export interface Settled {
  readonly lines: readonly SettlementLine[];
  readonly balances: readonly SettlementBalance[];
}

/** Undefined where the plan has no such rule. */
export type SettlementStep = (sheet: PlanSheet, settling: Settling) => Settled | undefined;

export const NOTHING = constant(ZERO, 'money');
