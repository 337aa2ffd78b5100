// What a step of the settlement is: lines that it adds to the payment, and balances that it carries
// from period to period. In: nothing. Out: types.

import type { PlanSheet } from '../calculate/plan-sheet.ts';
import type { Formula } from '../worksheet/operations.ts';

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
  /** What of it ended without being taken back. */
  readonly forgiven?: Formula;
}

/** What a component pays in the period, as far as it is settled. */
export interface ComponentPay {
  readonly component: string;
  readonly title: string;
  readonly pays: Formula;
  /** Where deferring gates act on it: whether it may be paid, and what of it waits. */
  readonly deferral?: { readonly open: Formula; readonly waits: Formula };
}

/** How far the settlement has come. */
export interface Settling {
  /** The sheet of the period's last segment: what is asked of measures is asked there. */
  readonly lastSegment: PlanSheet;
  /** What would be paid if nothing came after. */
  readonly due: Formula;
  readonly payable: readonly ComponentPay[];
  /** What all components pay together, after limits. */
  readonly payableTotal: Formula;
  /** What is taken back and not yet covered by pay that was kept back. */
  readonly uncovered?: Formula;
}

export interface Settled {
  readonly lines: readonly SettlementLine[];
  readonly balances: readonly SettlementBalance[];
  /** What components pay after the step, where it moved that. */
  readonly payable?: readonly ComponentPay[];
  readonly payableTotal?: Formula;
  readonly uncovered?: Formula;
}

/** Undefined where the plan has no such rule. */
export type SettlementStep = (sheet: PlanSheet, settling: Settling) => Settled | undefined;
