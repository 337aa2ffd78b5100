// calculate: payouts of one period for all payees of a company. Earlier periods of the fiscal year
// are calculated from the same data in order, so that true-ups are right.
// In: company, plans, period data, a period. Out: one calculation per payee with all its values,
// or every problem that stood in the way. Source: ENGINE.md sections 4 and 6.

import type { Period } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import { compareText, type Diagnostic, type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import type { Assignment, PeriodData, Person, Span } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import type { Evaluation } from '../worksheet/exact.ts';
import type { Datum } from '../worksheet/operations.ts';
import { selectAssignments } from './assignments.ts';
import { type CompiledPlan, compile } from './compile.ts';
import { type CreditedDeal, creditedDeals } from './credit.ts';
import { gapFindings } from './gap-findings.ts';
import { resolveInputs } from './inputs.ts';
import { boundsOf, periodOf, timeframeOf } from './timeframe.ts';

/** What an earlier period of the same year paid. */
export interface EarlierPayout {
  readonly period: Period;
  readonly payouts: ReadonlyMap<string, Exact>;
  readonly total: Exact;
}

/** One payee's calculation: the worksheet with all its values. */
export interface PayeeCalculation {
  readonly payee: Person;
  readonly assignment: Assignment;
  readonly compiled: CompiledPlan;
  readonly period: Period;
  readonly inputs: ReadonlyMap<string, Datum>;
  readonly deals: readonly CreditedDeal[];
  readonly values: Evaluation;
  readonly earlier: readonly EarlierPayout[];
  /** Scores of the period with scorer and evidence, for the statement. */
  readonly scores: PeriodData['scores'];
}

export interface Calculation {
  readonly company: Company;
  readonly period: Period;
  readonly payees: readonly PayeeCalculation[];
}

export interface CalculationRequest {
  readonly company: Company;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly data: PeriodData;
  readonly period: Period;
  /** Only this payee; all payees without it. */
  readonly payee?: string;
}

export function calculate(request: CalculationRequest): Outcome<Calculation> {
  const { company, period, data } = request;
  const selected = selectAssignments(request);
  const worksheets = worksheetCache(request);
  const diagnostics: Diagnostic[] = [...selected.diagnostics];
  const payees: PayeeCalculation[] = [];
  for (const { assignment, plan, since, covered } of selected.assignments) {
    const compiledAt = (index: number): CompiledPlan => worksheets(plan, since, index);
    const outcome = calculatePayee(
      { company, data, assignment, covered, compiledAt },
      since,
      period,
    );
    diagnostics.push(...outcome.diagnostics);
    if (outcome.ok) payees.push(outcome.product);
  }
  payees.sort((a, b) => compareText(a.payee.id, b.payee.id));
  return outcomeOf({ company, period, payees }, diagnostics);
}

/** One payee's assignment, with the worksheet of each period of the year. */
interface PayeeContext {
  readonly company: Company;
  readonly data: PeriodData;
  readonly assignment: Assignment;
  /** The days for which the payee is on the plan. */
  readonly covered: Span;
  readonly compiledAt: (index: number) => CompiledPlan;
}

/** Compiles each plan once per period and starting period, however many payees it serves. */
function worksheetCache({ company, period }: CalculationRequest) {
  const compiled = new Map<string, CompiledPlan>();
  return (plan: Plan, since: number, index: number): CompiledPlan => {
    const key = `${plan.id} ${since} ${index}`;
    const found = compiled.get(key);
    if (found) return found;
    const timeframe = { ...timeframeOf(period, since, company.calendar), index };
    const made = compile(plan, timeframe);
    compiled.set(key, made);
    return made;
  };
}

/** One payee's periods of the year in order, each knowing what the earlier ones paid. */
function calculatePayee(
  context: PayeeContext,
  since: number,
  period: Period,
): Outcome<PayeeCalculation> {
  const earlier: EarlierPayout[] = [];
  for (let index = since; index < period.index; index += 1) {
    const outcome = calculatePeriod(context, index, earlier);
    if (!outcome.ok) return outcome;
    earlier.push(payoutOf(outcome.product));
  }
  return calculatePeriod(context, period.index, earlier);
}

function calculatePeriod(
  { company, data, assignment, covered, compiledAt }: PayeeContext,
  index: number,
  earlier: readonly EarlierPayout[],
): Outcome<PayeeCalculation> {
  const compiled = compiledAt(index);
  const { timeframe, plan } = compiled;
  const period = periodOf(timeframe);
  const span = boundsOf(timeframe, 'year-to-date');
  const deals = creditedDeals(data, plan, assignment.payee, { span, covered });
  const paidEarlier = sumByComponent(earlier);
  const resolved = resolveInputs({ compiled, assignment, covered, data, paidEarlier });
  if (resolved.diagnostics.length > 0)
    return outcomeOf<PayeeCalculation>(undefined, resolved.diagnostics);
  const values = compiled.exact(
    resolved.inputs,
    deals.map(({ row }) => row),
  );
  const gaps = gapFindings(values.gaps, compiled, assignment.payee, deals, company.deals);
  if (gaps.length > 0) return outcomeOf<PayeeCalculation>(undefined, gaps);
  const payee = data.people.get(assignment.payee);
  if (!payee) throw new Error(`payee ${assignment.payee} was not checked`);
  const { inputs } = resolved;
  const scores = data.scores.filter(
    (score) => score.payee === assignment.payee && score.period === period.id,
  );
  return outcomeOf(
    { payee, assignment, compiled, period, inputs, deals, values, earlier, scores },
    [],
  );
}

function payoutOf({ period, compiled, values }: PayeeCalculation): EarlierPayout {
  const amount = (cell: string): Exact => values.cells.get(cell) as Exact;
  const payouts = compiled.components.map(
    ({ component, payout }) => [component.id, amount(payout)] as const,
  );
  return { period, payouts: new Map(payouts), total: amount(compiled.total) };
}

function sumByComponent(earlier: readonly EarlierPayout[]): ReadonlyMap<string, Exact> {
  const sums = new Map<string, Exact>();
  for (const { payouts } of earlier) {
    for (const [id, payout] of payouts) sums.set(id, (sums.get(id) ?? ZERO).plus(payout));
  }
  return sums;
}
