// calculate: payouts of one period for all payees of a company. Earlier periods of the fiscal year
// are calculated from the same data in order, so that true-ups are right.
// In: company, plans, period data, a period. Out: one calculation per payee with all its values,
// or every problem that stood in the way. Source: ENGINE.md sections 4 and 6.

import type { Period } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import { compareText, type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, sumOf, ZERO } from '../exact-number.ts';
import type { Assignment, PeriodData, Person } from '../period-data/period-data.ts';
import { isScoreOf } from '../period-data/score-scope.ts';
import type { Plan } from '../plan/plan.ts';
import type { Evaluation } from '../worksheet/exact.ts';
import type { Datum } from '../worksheet/operations.ts';
import { type SelectedAssignment, selectAssignments } from './assignments.ts';
import { type CompiledPlan, compile } from './compile.ts';
import { type CreditedDeal, creditedDeals } from './credit.ts';
import { DealIndex } from './deal-index.ts';
import { gapFindings } from './gap-findings.ts';
import { resolveInputs } from './inputs.ts';
import { negativeFindings } from './negative-findings.ts';
import { boundsOf, periodOf, timeframeOf } from './timeframe.ts';

/** What an earlier period of the same year paid. */
export interface EarlierPayout {
  readonly period: Period;
  readonly payouts: ReadonlyMap<string, Exact>;
  readonly total: Exact;
  /** What was earned, before the settlement. */
  readonly earned: Exact;
  /** Balances of the settlement after the period. */
  readonly balances: ReadonlyMap<string, Exact>;
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
  readonly adjustments: PeriodData['adjustments'];
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
  const dealIndex = new DealIndex(data);
  const diagnostics: Diagnostic[] = [...selected.diagnostics];
  const payees: PayeeCalculation[] = [];
  for (const selection of selected.assignments) {
    const compiledAt = (index: number): CompiledPlan => worksheets(selection, index);
    const context = { company, data, dealIndex, period, ...selection, compiledAt };
    const outcome = calculatePayee(context);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.ok) payees.push(outcome.product);
  }
  payees.sort((a, b) => compareText(a.payee.id, b.payee.id));
  return outcomeOf({ company, period, payees }, diagnostics);
}

/** One payee's assignment, with the worksheet of each period of the year. */
interface PayeeContext extends SelectedAssignment {
  readonly company: Company;
  readonly data: PeriodData;
  readonly dealIndex: DealIndex;
  readonly period: Period;
  readonly compiledAt: (index: number) => CompiledPlan;
}

/** Compiles each plan once per period and time on the plan, however many payees it serves. */
function worksheetCache({ company, period }: CalculationRequest) {
  const compiled = new Map<string, CompiledPlan>();
  return (selection: SelectedAssignment, index: number): CompiledPlan => {
    const { plan, since, until } = selection;
    const key = `${plan.id} ${since} ${until} ${index}`;
    const found = compiled.get(key);
    if (found) return found;
    const timeframe = { ...timeframeOf(period, selection, company.calendar), index };
    const made = compile(plan, timeframe);
    compiled.set(key, made);
    return made;
  };
}

/** One payee's periods of the year in order, each knowing what the earlier ones paid. */
function calculatePayee(context: PayeeContext): Outcome<PayeeCalculation> {
  const { plan, since, period } = context;
  const earlier: EarlierPayout[] = [];
  const warnings: Diagnostic[] = [];
  for (let index = since; index < period.index; index += 1) {
    const outcome = calculatePeriod(context, index, earlier);
    if (outcome.ok) earlier.push(payoutOf(outcome.product));
    else if (needsEarlier(plan)) return outcome;
    else warnings.push(leftOut(context, index));
  }
  const outcome = calculatePeriod(context, period.index, earlier);
  return { ...outcome, diagnostics: [...warnings, ...outcome.diagnostics] };
}

/** True-ups stand on what earlier periods paid; other payouts do not. */
function needsEarlier({ components }: Plan): boolean {
  return components.some(({ window }) => window === 'year-to-date');
}

function leftOut({ assignment, compiledAt }: PayeeContext, index: number): Diagnostic {
  const { id } = periodOf(compiledAt(index).timeframe);
  const what = `${id} of \`${assignment.payee}\` cannot be calculated from this data`;
  const remedy = `see \`ontarget calculate … --period ${id}\` for what is missing`;
  return diagnose('calculation/earlier-period', assignment.place, what, remedy);
}

function calculatePeriod(
  { company, data, dealIndex, assignment, covered, compiledAt }: PayeeContext,
  index: number,
  earlier: readonly EarlierPayout[],
): Outcome<PayeeCalculation> {
  const compiled = compiledAt(index);
  const { timeframe, plan } = compiled;
  const period = periodOf(timeframe);
  const span = boundsOf(timeframe, 'year-to-date');
  const { payee: id } = assignment;
  const deals = creditedDeals(dealIndex, data.people, { plan, payee: id, span, covered });
  const ofPeriod = (row: { readonly payee: string; readonly period: string }): boolean =>
    row.payee === assignment.payee && row.period === period.id;
  const adjustments = data.adjustments.filter(ofPeriod);
  const resolved = resolveInputs({
    compiled,
    assignment,
    covered,
    data,
    paidEarlier: sumByComponent(earlier),
    balances: earlier.at(-1)?.balances ?? new Map(),
    adjustments,
    paidThisYear: sumOf(earlier.map(({ earned }) => earned)),
  });
  if (resolved.diagnostics.length > 0)
    return outcomeOf<PayeeCalculation>(undefined, resolved.diagnostics);
  const values = compiled.exact(
    resolved.inputs,
    deals.map(({ row }) => row),
  );
  const gaps = gapFindings(values.gaps, compiled, assignment.payee, deals, company.deals);
  if (gaps.length > 0) return outcomeOf<PayeeCalculation>(undefined, gaps);
  const unstated = negativeFindings(compiled, values, assignment.payee);
  if (unstated.length > 0) return outcomeOf<PayeeCalculation>(undefined, unstated);
  const payee = data.people.get(assignment.payee);
  if (!payee) throw new Error(`payee ${assignment.payee} was not checked`);
  const { inputs } = resolved;
  const scores = data.scores.filter(
    (score) => score.period === period.id && isScoreOf(score, id, plan.id),
  );
  const about = { payee, assignment, compiled, period, scores, adjustments };
  return outcomeOf({ ...about, inputs, deals, values, earlier }, []);
}

function payoutOf({ period, compiled, values }: PayeeCalculation): EarlierPayout {
  const amount = (cell: string): Exact => values.cells.get(cell) as Exact;
  const payouts = compiled.components.map(
    ({ component, payout }) => [component.id, amount(payout)] as const,
  );
  return {
    period,
    payouts: new Map(payouts),
    total: amount(compiled.total),
    earned: amount(compiled.earned),
    balances: new Map(compiled.settlement.balances.map(({ id, after }) => [id, amount(after)])),
  };
}

function sumByComponent(earlier: readonly EarlierPayout[]): ReadonlyMap<string, Exact> {
  const sums = new Map<string, Exact>();
  for (const { payouts } of earlier) {
    for (const [id, payout] of payouts) sums.set(id, (sums.get(id) ?? ZERO).plus(payout));
  }
  return sums;
}
