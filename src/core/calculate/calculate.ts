// calculate: payouts of one period for all payees of a company. Earlier periods of the fiscal year
// are calculated from the same data in order, so that true-ups are right.
// In: company, plans, period data, a period. Out: one calculation per payee with all its values,
// or every problem that stood in the way. Source: ENGINE.md sections 4 and 6.

import { type Period, periodsOfYear } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import { compareText, type Diagnostic, type Outcome, outcomeOf } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import { measureCell } from '../measures/measure-cells.ts';
import type { PeriodData, Person } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import type { Plans } from '../plan/plans.ts';
import type { Balances } from '../settlement/balances.ts';
import type { PayoutRate } from '../settlement/payout-currency.ts';
import type { DealColumns } from '../worksheet/deal-columns.ts';
import type { Evaluation } from '../worksheet/exact.ts';
import type { Datum } from '../worksheet/operations.ts';
import { selectPayees } from './assignments.ts';
import { calculatePayee } from './calculate-payee.ts';
import type { PayeeYear, WorksheetFor } from './calculate-period.ts';
import { type CompiledPlan, compile } from './compile.ts';
import type { CreditedDeal } from './credit.ts';
import { DataByPayee } from './data-by-payee.ts';
import { DealIndex } from './deal-index.ts';
import type { HeldBacks } from './held-back.ts';
import type { PaidEarlier } from './inputs.ts';
import { leaverFindings } from './leavers.ts';
import { payoutCurrencyOf } from './payout-rate.ts';
import { Pools } from './pools.ts';
import { type Segment, timeOf } from './segments.ts';
import type { DealsTakenBack } from './taken-back.ts';
import { timeframeOf } from './timeframe.ts';

/** What an earlier period of the same year paid. */
export interface EarlierPayout {
  readonly period: Period;
  readonly bySegment: ReadonlyMap<Segment, PaidEarlier>;
  /** Titles of components by id, as their plans had them then. */
  readonly titles: ReadonlyMap<string, string>;
  /** The plan that settled it. */
  readonly plan: Plan;
  /** Holds of which nothing was released, because what they are provided on did not hold. */
  readonly unmet: ReadonlySet<string>;
  /** By hold: the payouts that it keeps a share of. */
  readonly bases: ReadonlyMap<string, Exact>;
  readonly total: Exact;
  /** What was earned and not forfeited: what was paid of it, and what may still be. */
  readonly entitled: Exact;
  /** Balances of the settlement after the period. */
  readonly balances: Balances;
}

/** One payee's calculation: the worksheet with all its values. */
export interface PayeeCalculation {
  readonly payee: Person;
  readonly compiled: CompiledPlan;
  /** What the payee is paid by in the period, as on the worksheet. */
  readonly segments: readonly Segment[];
  readonly period: Period;
  readonly inputs: ReadonlyMap<string, Datum>;
  readonly deals: readonly CreditedDeal[];
  /** What the worksheet reads of the same deals. */
  readonly columns: DealColumns;
  readonly values: Evaluation;
  readonly earlier: readonly EarlierPayout[];
  /** Scores of the period with scorer and evidence, for the statement. */
  readonly scores: PeriodData['scores'];
  readonly adjustments: PeriodData['adjustments'];
  /** Deals whose clawback is posted in the period, and what was paid for them. */
  readonly takenBack: readonly DealsTakenBack[];
  /** What the period does to holds that events of deals release. */
  readonly held: HeldBacks;
  /** Ids of deals that no longer count, because they were taken back. */
  readonly withdrawn: ReadonlySet<string>;
  /** The rate of the payment, where payroll pays in another currency. */
  readonly payoutRate?: PayoutRate;
  /** What the settlement carried into the period. */
  readonly balances: Balances;
}

export interface Calculation {
  readonly company: Company;
  readonly period: Period;
  readonly payees: readonly PayeeCalculation[];
}

export interface CalculationRequest {
  readonly company: Company;
  readonly plans: Plans;
  readonly data: PeriodData;
  readonly period: Period;
  /** Only this payee; all payees without it. */
  readonly payee?: string;
}

export function calculate(request: CalculationRequest): Outcome<Calculation> {
  const { company, period } = request;
  const { years, diagnostics: found } = payeeYears(request);
  const diagnostics: Diagnostic[] = [...found];
  const payees: PayeeCalculation[] = [];
  for (const year of years) {
    const outcome = calculatePayee(year, request);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.ok) payees.push(outcome.product);
  }
  diagnostics.push(...leaverFindings(request));
  payees.sort((a, b) => compareText(a.payee.id, b.payee.id));
  return outcomeOf({ company, period, payees }, eachOnce(diagnostics));
}

/** The fiscal years of those whom a run pays, and what each calculation reads. */
export function payeeYears(request: CalculationRequest): {
  readonly years: readonly PayeeYear[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { company, period, data } = request;
  const selected = selectPayees(request);
  const dataOf = new DataByPayee(data);
  const shared = {
    company,
    dealIndex: new DealIndex(data),
    periods: periodsOfYear(period.fiscalYear, period.kind, company.calendar),
    worksheetFor: worksheetCache(request),
    pools: new Pools(request, dataOf),
  };
  const years = selected.payees.map(({ payee, segments }) => {
    return { ...shared, data: dataOf.of(payee), payee, segments };
  });
  return { years, diagnostics: selected.diagnostics };
}

/** What stands in the way of a pool is found by all who share in it. */
function eachOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values()];
}

/** Compiles each plan once per period and time on the plan, however many payees it serves. */
function worksheetCache({ company, data }: CalculationRequest): WorksheetFor {
  const compiled = new Map<string, CompiledPlan>();
  return (segments, period, supposed = []) => {
    const payoutCurrency = payoutCurrencyOf(segments, period.index);
    const supposes = supposed.map(({ measure, window }) => measureCell(measure, window));
    const key = JSON.stringify([period.id, payoutCurrency, supposes, ...segments.map(timeOf)]);
    const found = compiled.get(key);
    if (found) return found;
    const timed = segments.map((segment) => {
      return { plan: segment.plan, timeframe: timeframeOf(period, segment, company.calendar) };
    });
    const made = compile(timed, {
      isPaidApart: data.isPaidApart,
      isSupposed: (measure, window) => supposes.includes(measureCell(measure, window)),
      ...(payoutCurrency && { payoutCurrency }),
    });
    compiled.set(key, made);
    return made;
  };
}
