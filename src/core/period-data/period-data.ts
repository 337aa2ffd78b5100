// The data that a calculation stands on, read and checked: people, assignments, deals, scores and
// reported figures. In: nothing. Out: types; lists are in a stable order that no file's order can
// change. Source: ENGINE.md sections 2 and 5.

import type { DayNumber } from '../calendar.ts';
import type { Place } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import type { Window } from '../plan/document.ts';
import type { DealColumns, DealRow } from '../worksheet/deal-columns.ts';
import type { ExchangeRates } from './exchange-rates.ts';

/** From this day to that day, both included; open where nothing is said. */
export interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  /** Who the person reported to, and when. */
  readonly reporting: readonly (Span & { readonly manager: string })[];
}

/** A row of a table as the place of findings about it: the row, or its cell of a field. */
export interface PlacedRow {
  readonly place: Place;
  readonly placeOf: (field: string) => Place;
  /** A field as its cell has it; blank where there is none. */
  readonly written: (field: string) => string;
}

/** A dated link of a payee to a plan, with the payee's own figures; annual. */
export interface Assignment extends Span, PlacedRow {
  readonly payee: string;
  readonly plan: string;
  readonly targetIncentive: Exact;
  readonly baseSalary?: Exact;
  /** What payroll pays in, where it is not the plan's currency. */
  readonly payoutCurrency?: string;
  /** First day of the plan's ramp for the payee; a row that says nothing goes on with it. */
  readonly rampFrom?: DayNumber;
  /** The day that a draw's months or payout periods are counted from. */
  readonly drawFrom?: DayNumber;
  /** Balances of the settlement from before the fiscal year, by their ids. */
  readonly balances: ReadonlyMap<string, Exact>;
  /** Annual quota (or level) by component id. */
  readonly quotas: ReadonlyMap<string, Exact>;
}

/** A payee's quota for a component from a day on; it goes before the assignment's own figure. */
export interface DatedQuota extends Span, PlacedRow {
  readonly payee: string;
  readonly component: string;
  /** Annual quota (or level). */
  readonly quota: Exact;
}

/** A part of a deal that counts for a person. */
export interface CreditShare {
  readonly payee: string;
  /** Of the credit: what counts in results. */
  readonly share: Exact;
  /** Of the payout: of the money that rates earn on the deal. */
  readonly payout: Exact;
  /** Where the payout is split by itself: the parts of those before, in order of their ids. */
  readonly paidBefore?: Exact;
  /** Where a table of shares says so; the deal's own row names its payee otherwise. */
  readonly place?: Place;
}

/** Any commercial event: new, expansion, renewal, cancellation. */
export interface Deal {
  readonly id: string;
  readonly attributes: DealRow;
  readonly credits: readonly CreditShare[];
  readonly place: Place;
}

/** A person's judgement of a goal or milestone in a period. */
export interface Score extends PlacedRow {
  /** Without a payee it holds for all payees of the plan, or of the company. */
  readonly payee?: string;
  readonly plan?: string;
  /** A period's id, however the row spells it. */
  readonly period: string;
  readonly component: string;
  readonly goal: string;
  readonly score: Exact;
  readonly scorer?: string;
  readonly evidence?: string;
}

/** A figure from outside for one period; without a payee it holds for everybody. */
export interface ReportedFigure extends PlacedRow {
  readonly measure: string;
  /** A period's id, however the row spells it. */
  readonly period: string;
  readonly payee?: string;
  readonly figure: Exact;
}

/** Money that a person adds to a payment or takes from it. */
export interface Adjustment extends PlacedRow {
  readonly payee: string;
  /** A period's id, however the row spells it. */
  readonly period: string;
  readonly amount: Exact;
  readonly reason: string;
  readonly approver: string;
}

/** A measure's figure that a what-if supposes in place of counting or reading it. */
export interface SupposedResult {
  readonly payee: string;
  readonly period: string;
  readonly measure: string;
  readonly window: Window;
  readonly figure: Exact;
}

export interface PeriodData {
  readonly people: ReadonlyMap<string, Person>;
  readonly assignments: readonly Assignment[];
  readonly quotas: readonly DatedQuota[];
  readonly deals: readonly Deal[];
  /** Whether some deal is paid by other parts than it is credited. */
  readonly isPaidApart: boolean;
  /** The attributes of the same deals in the same order. */
  readonly dealColumns: DealColumns;
  readonly scores: readonly Score[];
  readonly reported: readonly ReportedFigure[];
  readonly rates: ExchangeRates;
  readonly adjustments: readonly Adjustment[];
  /** In a what-if alone. */
  readonly supposed?: readonly SupposedResult[];
}

/** The tables of a company folder as read from files, before they mean anything. */
export interface SourceTables {
  readonly deals: import('../source.ts').SourceTable;
  /** One per look-up of the deal mapping, in its order. */
  readonly lookups: readonly import('../source.ts').SourceTable[];
  /** For each mapped table: one source table per mapping, in order. */
  readonly tables: Readonly<
    Record<
      import('../company/document.ts').TableName,
      readonly import('../source.ts').SourceTable[]
    >
  >;
}

export const OPEN_START: DayNumber = -1_000_000;
export const OPEN_END: DayNumber = 1_000_000;

export function overlaps(left: Span, right: Span): boolean {
  return left.from <= right.to && right.from <= left.to;
}

export function isWithin(day: DayNumber, span: Span): boolean {
  return span.from <= day && day <= span.to;
}
