// The plan letter: what a plan says and what it would pay, arranged for the two people who sign it,
// with exact figures and no text about any number. Views format it and find the words.
// In: nothing. Out: types. The plan itself travels along: its document is what the letter words.

import type { Period } from '../calendar.ts';
import type { ComponentKindName } from '../components/kinds.ts';
import type { Exact } from '../exact-number.ts';
import type { Span } from '../period-data/period-data.ts';
import type { Gate, Plan } from '../plan/plan.ts';
import type { CurveGrid, Quantity, StatementCurve } from '../statement/statement.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { Cell, Worksheet } from '../worksheet/worksheet.ts';
import type { PlanChange } from './plan-changes.ts';

export interface Letter {
  readonly company: { readonly id: string; readonly name: string; readonly contact?: string };
  readonly locale: string;
  readonly plan: Plan;
  /** Whom the letter is for; a letter for a role names nobody. */
  readonly payee?: { readonly id: string; readonly name: string; readonly title?: string };
  readonly earnings: LetterEarnings;
  /** The payee's figures in order of time, where they change; none otherwise. */
  readonly terms: readonly LetterTerms[];
  readonly periods: readonly LetterPeriod[];
  readonly components: readonly LetterComponent[];
  readonly modifiers: readonly {
    readonly id: string;
    readonly curve: StatementCurve | undefined;
  }[];
  readonly gates: readonly GateExample[];
  readonly years: readonly WorkedYear[];
  readonly hero: HeroPair | undefined;
  readonly definitions: readonly DealFigure[];
  readonly sheet: LetterSheet;
  readonly changes: PlanChanges | undefined;
  /** What the plan says, as a hash: the one on the statements that it pays. */
  readonly fingerprint: string;
}

/** Annual. Examples stand on round figures where nobody is on the plan. */
export interface LetterEarnings {
  readonly isReal: boolean;
  /** Stands in for a quota of a payee's own that is not assigned. */
  readonly nominalQuota: Exact;
  readonly baseSalary?: Exact;
  readonly targetIncentive: Exact;
}

/** Annual figures with the days on which they hold. */
export interface LetterTerms extends Span {
  readonly baseSalary?: Exact;
  readonly targetIncentive: Exact;
  readonly quotas: ReadonlyMap<string, Exact>;
}

/** A payout period of the plan's fiscal year, and what it carries of annual figures. */
export interface LetterPeriod {
  readonly period: Period;
  readonly quota: Exact;
  readonly targetIncentive: Exact;
}

export interface LetterComponent {
  readonly id: string;
  readonly kind: ComponentKindName;
  readonly weight?: Exact;
  /** Its part of the target incentive of a year. */
  readonly targetIncentive?: Exact;
  /** The payee's own quota of a year. */
  readonly quota?: Quantity;
  /** Title of the key result that it serves. */
  readonly supports?: string;
  /** What its curve runs on. */
  readonly argument: { readonly noun: ArgumentNoun; readonly unit: Unit } | undefined;
  readonly curve: StatementCurve | undefined;
  /** Its curve where that is a surface over two measures. */
  readonly grid: CurveGrid | undefined;
}

export type ArgumentNoun = 'score' | 'attainment' | 'result' | 'deal';

/** One result of a component paid twice: with the gate met, and with the gate not met. */
export interface GateExample {
  readonly gate: Gate;
  readonly unit: Unit;
  readonly example:
    | {
        readonly component: string;
        readonly at: Quantity;
        readonly noun: ArgumentNoun;
        /** Number of the period that it is for, from 0; the whole year where there is none. */
        readonly period?: number;
        readonly met: Exact;
        readonly missed: Exact;
      }
    | undefined;
}

/** A year in which everything stands at one attainment, as far as it can. */
export interface WorkedYear {
  readonly attainment: Exact;
  readonly components: readonly WorkedComponent[];
  /** Sum of the components; of it, what the plan's cap leaves. */
  readonly due: Exact;
  readonly paid: Exact;
}

export interface WorkedComponent {
  readonly id: string;
  /** What it stands at; its result's sum of the year where it has no attainment. */
  readonly at: Quantity;
  readonly payout: Exact;
}

/** The same results twice: quality as the gates ask for, and without it. */
export interface HeroPair {
  readonly met: WorkedYear;
  readonly missed: WorkedYear;
}

/** A figure of deals that the plan looks at; calculated ones have a formula. */
export interface DealFigure {
  readonly name: string;
  readonly label: string;
  readonly unit: Unit;
  readonly formula?: string;
}

/** The cells and columns that make the payment of the year's last period, in their order. */
export interface LetterSheet {
  readonly worksheet: Worksheet;
  readonly cells: readonly Cell[];
  readonly columns: readonly Cell[];
}

export interface PlanChanges {
  readonly against: { readonly title: string; readonly version: string };
  readonly changes: readonly PlanChange[];
}
