// The statement: one payee's calculation arranged for a reader, with exact figures and no text
// about any number. Every view (PDF, Excel, web, JSON) is made from this and formats it itself.
// In: nothing. Out: types. The lines add up to the payment. Source: ENGINE.md sections 6 and 8.

import type { DayNumber, Period } from '../calendar.ts';
import type { AttributeModel } from '../company/company.ts';
import type { ComponentKindName } from '../components/kinds.ts';
import type { MultipleOf } from '../curves/accelerator.ts';
import type { Exact } from '../exact-number.ts';
import type { Money } from '../money.ts';
import type { Span } from '../period-data/period-data.ts';
import type { CommonScope } from '../period-data/score-scope.ts';
import type { LimitOver, Window } from '../plan/document.ts';
import type { RuleGives } from '../rules/deal-rule.ts';
import type { DealRow } from '../worksheet/deal-columns.ts';
import type { Values } from '../worksheet/exact.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { Worksheet } from '../worksheet/worksheet.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { StatementGate, StatementLink, StatementModifier } from './statement-conditions.ts';
import type { StatementDeals } from './statement-deals.ts';
import type { StatementBalance, StatementLine } from './statement-line.ts';

/** Ids of the worksheet's cells that figures were read from, so that each can be opened. */
export type FigureCells<Name extends string> = Readonly<Partial<Record<Name, string>>>;

/** A number with its unit; money in the statement's currency. */
export interface Quantity {
  readonly number: Exact;
  readonly unit: Unit;
}

export interface Statement {
  readonly company: { readonly id: string; readonly name: string; readonly contact?: string };
  readonly locale: string;
  readonly payee: { readonly id: string; readonly name: string; readonly title?: string };
  readonly plan: { readonly id: string; readonly title: string; readonly version: string };
  readonly period: Period;
  /** What held when, where a plan or its figures change within what is paid; none otherwise. */
  readonly terms: readonly StatementTerms[];
  readonly currency: string;
  /** The payment for the period, in the plan's currency. */
  readonly payment: Money;
  /** The same in the currency that payroll pays in, where it is another. */
  readonly paidIn?: StatementPaidIn;
  readonly targetIncentive: Money;
  readonly cells: FigureCells<'payment' | 'targetIncentive'>;
  readonly fingerprint: Fingerprint;
  /** What the payment is made of: their sum is the payment. */
  readonly lines: readonly StatementLine[];
  readonly components: readonly StatementComponent[];
  /** Components limited by another's attainment, in the order of the plan. */
  readonly links: readonly StatementLink[];
  readonly gates: readonly StatementGate[];
  /** What all gates and links cost together, where there are several: they overlap. */
  readonly gatesCost?: Money;
  /** Caps of groups and of the plan, and its floor, in the order in which they act. */
  readonly limits: readonly StatementLimit[];
  /** What is advanced, kept back or carried on, before and after the period. */
  readonly balances: readonly StatementBalance[];
  readonly yearToDate: readonly PeriodPayouts[];
  readonly deals: StatementDeals;
  readonly worksheet: StatementWorksheet;
}

/** A payment converted into another currency. */
export interface StatementPaidIn {
  readonly payment: Money;
  /** What one unit of the statement's currency is worth. */
  readonly rate: Exact;
  /** The day whose rate the plan asks for, and the day since which the rate holds. */
  readonly day: DayNumber;
  readonly rateSince: DayNumber;
  readonly cells: FigureCells<'payment' | 'rate'>;
}

/** A limit on several components or on the plan. */
export interface StatementLimit {
  /** Id of the line that shows what it took or added. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'cap' | 'floor';
  readonly over: LimitOver;
  /** How much is paid at most, or at least; not known where segments differ in it. */
  readonly limit?: Money;
  /** What it took or added in this period. */
  readonly adds: Money;
  readonly cells: FigureCells<'limit' | 'adds'>;
}

/** What the statement was read from: for views in which numbers are opened or calculated anew. */
export interface StatementWorksheet {
  readonly worksheet: Worksheet;
  readonly values: Values;
  /** Every deal that the worksheet saw, also of earlier periods of the year. */
  readonly deals: readonly { readonly id: string; readonly row: DealRow }[];
  readonly attributes: AttributeModel;
}

/** A plan and its annual figures, with the days of the fiscal year on which they held. */
export interface StatementTerms extends Span {
  readonly plan: Statement['plan'];
  readonly targetIncentive: Money;
  readonly quotas: readonly { readonly title: string; readonly quota: Quantity }[];
  /** What of quotas and target incentive a ramp leaves; absent without a ramp. */
  readonly ramp?: { readonly quota: Exact; readonly targetIncentive: Exact };
}

type ComponentFigure =
  | 'result'
  | 'quota'
  | 'attainment'
  | 'curveFactor'
  | 'payoutFactor'
  | 'earned'
  | 'byRates'
  | 'uncapped'
  | 'weightedCredit'
  | 'poolMoney'
  | 'points'
  | 'allPoints'
  | 'targetIncentive'
  | 'payoutToDate'
  | 'paidEarlier'
  | 'payout';

export interface StatementComponent {
  /** Unlike any other of the statement; the component's own id where there is one segment. */
  readonly id: string;
  /** Days of its segment, where there are several. */
  readonly days?: Span;
  readonly kind: ComponentKindName;
  readonly title: string;
  readonly window: Window;
  /** What is measured, in the plan's words: the measure's label or the objective. */
  readonly about?: string;
  /** The key result of the company or department that it serves. */
  readonly supports?: string;
  /** False when it is paid with the year's last period only, and this is an earlier one. */
  readonly isDue: boolean;
  readonly weight?: Exact;
  readonly result?: Quantity;
  readonly quota?: Quantity;
  readonly attainment?: Exact;
  /** Factor by the curve alone, before gates. */
  readonly curveFactor?: Exact;
  /** Factor that is paid, after gates. */
  readonly payoutFactor?: Exact;
  readonly targetIncentive?: Money;
  /** Money that rates earned, before gates and limits. */
  readonly earned?: Money;
  /** Where rules scale a curve's rates: money by its rates alone, credit times the factors. */
  readonly byRates?: Money;
  /** The most that one deal can earn, and what all earned before it. */
  readonly dealCap?: { readonly cap: Money; readonly uncapped: Money };
  readonly weightedCredit?: Quantity;
  /** A pool that is shared, the payee's points, and those of all who share in it. */
  readonly poolMoney?: Money;
  readonly points?: Quantity;
  readonly allPoints?: Quantity;
  /** The rules per deal of its rates, in order. */
  readonly rules: readonly StatementRule[];
  readonly payoutToDate?: Money;
  readonly paidEarlier?: Money;
  readonly payout: Money;
  readonly cells: FigureCells<ComponentFigure>;
  readonly curve?: StatementCurve;
  /** Its curve where that is a surface over two measures. */
  readonly grid?: CurveGrid;
  /** Modifiers that are judged and act on it, in the order of the plan. */
  readonly modifiers: readonly StatementModifier[];
  readonly parts: readonly StatementPart[];
}

/** A rule per deal: the first that a deal meets gives its figure. */
export interface StatementRule {
  readonly gives: RuleGives;
  readonly figure: Exact;
  /** Its condition, or why it is. */
  readonly because: string;
}

/** A payout curve with "you are here". */
export interface StatementCurve {
  /** What the curve runs on and what it gives: a factor, money, a rate, or a share of the quota. */
  readonly from: Unit;
  readonly gives: 'ratio' | 'money' | 'rate' | 'of-quota';
  readonly rows: readonly StatementCurveRow[];
  /** What a row pays: a percentage, or money. */
  readonly rowsPay: 'ratio' | 'money';
  readonly meaning: string;
  /** Accelerators and decelerators, as the plan says them. */
  readonly multiples?: readonly StatementMultiple[];
  readonly outline: readonly { readonly at: Exact; readonly pays: Exact }[];
  readonly here?: { readonly at: Exact; readonly pays: Exact };
  readonly next?: StatementNextStep;
}

/** A payout curve over two measures: rows and columns start at a figure each. */
export interface CurveGrid {
  readonly from: Unit;
  /** The second measure, in the plan's words. */
  readonly across: { readonly title: string; readonly unit: Unit };
  readonly columns: readonly Exact[];
  readonly rows: readonly { readonly from: Exact; readonly pays: readonly Exact[] }[];
  /** Where the payee stands: numbers of row and column, from 0; -1 lies below the first. */
  readonly here?: { readonly row: number; readonly column: number };
}

/** The nearest place on a curve that pays more, and what is missing to reach it. */
export interface StatementNextStep {
  readonly at: Exact;
  readonly pays: Exact;
  /** Always positive; `isLess` where the result must fall. */
  readonly missing: Quantity;
  readonly isLess: boolean;
}

/** A row of a curve's table; `of` is what its rate is paid on, where rows differ in it. */
export interface StatementCurveRow {
  readonly at: Exact;
  readonly pays: Exact;
  readonly of?: 'slice' | 'whole';
}

/** From a place on, or below it, a curve pays `times` what it multiplies. */
export interface StatementMultiple {
  readonly side: 'from' | 'below';
  readonly at: Exact;
  readonly times: Exact;
  readonly of: MultipleOf;
}

/** A key result or a goal. */
export interface StatementPart {
  readonly id: string;
  readonly title: string;
  readonly weight: Exact;
  readonly result?: Quantity;
  readonly asked?: { readonly from?: Quantity; readonly to: Quantity };
  readonly score?: Exact;
  readonly scorer?: string;
  /** The score is not the payee's own: it holds for the whole plan, or the whole company. */
  readonly scoredFor?: CommonScope;
  readonly evidence?: string;
}

/** What a component paid in a period, in all of its segments. */
export interface ComponentPayout {
  readonly component: string;
  readonly title: string;
  readonly payout: Money;
}

/** What one period of the fiscal year paid, by component. */
export interface PeriodPayouts {
  readonly period: Period;
  readonly payouts: readonly ComponentPayout[];
  readonly total: Money;
}
