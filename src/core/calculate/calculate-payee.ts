// One payee's periods of the fiscal year in order, each knowing what the earlier ones paid, so that
// true-ups and draws are right. In: the payee's segments of the year, the data, the worksheets.
// Out: the calculation of the period asked for, or what stood in its way. Source: ENGINE.md, 4.

import type { Period } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import { type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, sumOf, ZERO } from '../exact-number.ts';
import type { PeriodData } from '../period-data/period-data.ts';
import { isScoreOf } from '../period-data/score-scope.ts';
import type { Plan } from '../plan/plan.ts';
import { balancesAfter } from '../settlement/balances.ts';
import type { SelectedPayee } from './assignments.ts';
import type { EarlierPayout, PayeeCalculation } from './calculate.ts';
import type { CompiledPlan } from './compile.ts';
import { type CreditedDeals, creditedDeals } from './credit.ts';
import type { DealIndex } from './deal-index.ts';
import { gapFindings } from './gap-findings.ts';
import { type PaidEarlier, resolveInputs } from './inputs.ts';
import { negativeFindings } from './negative-findings.ts';
import type { Part } from './parts.ts';
import type { Pools } from './pools.ts';
import { isInPeriod, type Segment } from './segments.ts';
import { boundsOf, periodOf } from './timeframe.ts';

/** The worksheet of some segments in a period of the year. */
export type WorksheetFor = (segments: readonly Segment[], index: number) => CompiledPlan;

interface PayeeContext extends SelectedPayee {
  readonly company: Company;
  readonly data: PeriodData;
  readonly dealIndex: DealIndex;
  readonly period: Period;
  readonly worksheetFor: WorksheetFor;
  readonly pools: Pools;
}

export function calculatePayee(context: PayeeContext): Outcome<PayeeCalculation> {
  const { segments, period } = context;
  const earlier: EarlierPayout[] = [];
  const warnings: Diagnostic[] = [];
  for (let index = 0; index < period.index; index += 1) {
    if (!segments.some((each) => isInPeriod(each, index))) continue;
    const outcome = calculatePeriod(context, index, earlier);
    if (outcome.ok) earlier.push(payoutOf(outcome.product));
    else if (needsEarlier(context)) return outcome;
    else warnings.push(leftOut(context, index));
  }
  const outcome = calculatePeriod(context, period.index, earlier);
  return { ...outcome, diagnostics: [...warnings, ...outcome.diagnostics] };
}

/** True-ups and balances stand on what earlier periods paid; other payouts do not. */
function needsEarlier({ segments, period, worksheetFor }: PayeeContext): boolean {
  const current = segments.filter((each) => isInPeriod(each, period.index));
  const { settlement } = worksheetFor(current, period.index);
  return settlement.balances.length > 0 || current.some(({ plan }) => hasTrueUp(plan));
}

function hasTrueUp({ components }: Plan): boolean {
  return components.some(({ window }) => window === 'year-to-date');
}

function leftOut({ payee, segments, worksheetFor }: PayeeContext, index: number): Diagnostic {
  const current = segments.filter((each) => isInPeriod(each, index));
  const { id } = periodOf(worksheetFor(current, index).timeframe);
  const { place } = firstPart(current).assignment;
  const what = `${id} of \`${payee}\` cannot be calculated from this data`;
  const remedy = `see \`ontarget calculate … --period ${id}\` for what is missing`;
  return diagnose('calculation/earlier-period', place, what, remedy);
}

function calculatePeriod(
  context: PayeeContext,
  index: number,
  earlier: readonly EarlierPayout[],
): Outcome<PayeeCalculation> {
  const { company, data, payee: id } = context;
  const segments = context.segments.filter((each) => isInPeriod(each, index));
  const compiled = context.worksheetFor(segments, index);
  const { deals, columns } = dealsOf(context, segments, compiled);
  const period = periodOf(compiled.timeframe);
  const ofPeriod = (row: { readonly payee: string; readonly period: string }): boolean =>
    row.payee === id && row.period === period.id;
  const adjustments = data.adjustments.filter(ofPeriod);
  const balances = earlier.at(-1)?.balances ?? firstPart(context.segments).assignment.balances;
  const resolved = resolveInputs({
    payee: id,
    compiled,
    segments,
    data,
    pools: context.pools,
    paidEarlier: (segment) => paidFor(segment, earlier),
    balances,
    leaves: leaves(context, compiled),
    ends: (plan) => index >= lastOn(plan, context),
    calendar: company.calendar,
    adjustments,
  });
  if (resolved.diagnostics.length > 0)
    return outcomeOf<PayeeCalculation>(undefined, resolved.diagnostics);
  const values = compiled.exact(resolved.inputs, columns);
  const gaps = gapFindings(values.gaps, compiled, id, deals, company.deals);
  if (gaps.length > 0) return outcomeOf<PayeeCalculation>(undefined, gaps);
  const unstated = negativeFindings(compiled, values, id);
  if (unstated.length > 0) return outcomeOf<PayeeCalculation>(undefined, unstated);
  const payee = data.people.get(id);
  if (!payee) throw new Error(`payee ${id} was not checked`);
  const { inputs } = resolved;
  const scores = data.scores.filter(
    (score) =>
      score.period === period.id && segments.some(({ plan }) => isScoreOf(score, id, plan.id)),
  );
  const about = { payee, compiled, segments, period, scores, adjustments, balances };
  return outcomeOf({ ...about, inputs, deals, columns, values, earlier }, []);
}

function dealsOf(
  { payee, data, dealIndex }: PayeeContext,
  segments: readonly Segment[],
  compiled: CompiledPlan,
): CreditedDeals {
  const bounds = compiled.segments.map(({ timeframe }) => boundsOf(timeframe, 'year-to-date'));
  const span = {
    from: Math.min(...bounds.map(({ from }) => from)),
    to: Math.max(...bounds.map(({ to }) => to)),
  };
  const { attributes } = compiled.worksheet;
  return creditedDeals(data, dealIndex, { payee, span, segments, attributes });
}

function lastOn(plan: Plan, { segments }: PayeeContext): number {
  const onPlan = segments.filter((each) => each.plan === plan);
  return Math.max(...onPlan.map(({ until }) => until));
}

function paidFor(segment: Segment, earlier: readonly EarlierPayout[]): PaidEarlier {
  const paid = earlier.flatMap(({ bySegment }) => bySegment.get(segment) ?? []);
  const byComponent = new Map<string, Exact>();
  for (const [id, payout] of paid.flatMap((each) => [...each.byComponent])) {
    byComponent.set(id, (byComponent.get(id) ?? ZERO).plus(payout));
  }
  return { byComponent, earned: sumOf(paid.map(({ earned }) => earned)) };
}

/** Whether a period is the payee's last on any plan, as far as the year and the data tell. */
function leaves({ payee, segments, data }: PayeeContext, { timeframe }: CompiledPlan): boolean {
  const last = segments.at(-1)?.parts.at(-1);
  const yearEnd = timeframe.periods.at(-1);
  if (!last || !yearEnd || timeframe.index !== last.until || last.to >= yearEnd.to) return false;
  return !data.assignments.some((each) => each.payee === payee && each.from > last.to);
}

function firstPart([first]: readonly Segment[]): Part {
  const part = first?.parts[0];
  if (!part) throw new Error('a payee without a part of the year is not paid');
  return part;
}

function payoutOf(calculation: PayeeCalculation): EarlierPayout {
  const { period, compiled, segments, values, balances } = calculation;
  const money = (cell: string): Exact => values.cells.get(cell) as Exact;
  const bySegment = compiled.segments.map(({ components, earned }, at) => {
    const payouts = components.map(
      ({ component, payout }) => [component.id, money(payout)] as const,
    );
    const paid = { byComponent: new Map(payouts), earned: money(earned) };
    return [segments[at] as Segment, paid] as const;
  });
  const all = compiled.segments.flatMap(({ components }) => components);
  const closed = compiled.settlement.balances.map(({ id, after, added }) => ({
    id,
    after: money(after),
    ...(added && { added: money(added) }),
  }));
  return {
    period,
    bySegment: new Map(bySegment),
    titles: new Map(all.map(({ component: { id, title } }) => [id, title])),
    total: money(compiled.total),
    balances: balancesAfter(balances, closed, period),
  };
}
