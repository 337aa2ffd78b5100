// One payee's period: credited deals and inputs go into the worksheet, values come out.
// In: the payee's year, the period, what earlier periods paid. Out: the calculation with all its
// values, or what stood in its way. Source: ENGINE.md sections 4 and 5.

import type { Period } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import { type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, sumOf, ZERO } from '../exact-number.ts';
import type { PeriodData, SupposedResult } from '../period-data/period-data.ts';
import { isScoreOf } from '../period-data/score-scope.ts';
import type { Plan } from '../plan/plan.ts';
import { type Balances, balancesAfter } from '../settlement/balances.ts';
import { drawDays } from '../settlement/draw-days.ts';
import { holdBase, holdMet } from '../settlement/hold-cells.ts';
import type { EarlierPayout, PayeeCalculation } from './calculate.ts';
import type { CompiledPlan } from './compile.ts';
import { type CreditedDeals, creditedDeals } from './credit.ts';
import type { DealIndex } from './deal-index.ts';
import { gapFindings } from './gap-findings.ts';
import type { HeldBacks } from './held-back.ts';
import { type PaidEarlier, resolveInputs } from './inputs.ts';
import type { Part } from './parts.ts';
import { payoutRateOf } from './payout-rate.ts';
import type { Pools } from './pools.ts';
import { isInPeriod, type Segment } from './segments.ts';
import type { TakenBack } from './taken-back.ts';
import { boundsOf } from './timeframe.ts';

/** The worksheet of some segments in a period. */
export type WorksheetFor = (
  segments: readonly Segment[],
  period: Period,
  supposed?: readonly SupposedResult[],
) => CompiledPlan;

/** A payee's fiscal year: what they are paid by, and what calculations read. */
export interface PayeeYear {
  readonly payee: string;
  /** Of the whole fiscal year, in order of time. */
  readonly segments: readonly Segment[];
  /** All payout periods of the fiscal year. */
  readonly periods: readonly Period[];
  readonly company: Company;
  readonly data: PeriodData;
  readonly dealIndex: DealIndex;
  readonly worksheetFor: WorksheetFor;
  readonly pools: Pools;
}

/** How a period stands among the others of its year. */
export interface PeriodContext {
  /** What the earlier periods of the year paid. */
  readonly earlier: readonly EarlierPayout[];
  /** The same as if the withdrawn deals had never been: what a true-up compares with. */
  readonly asIf: readonly EarlierPayout[];
  /** Ids of deals that do not count, because their clawback has come. */
  readonly withdrawn: ReadonlySet<string>;
  /** What the settlement carries into the period. */
  readonly balances: Balances;
  readonly takenBack: TakenBack;
  /** What holds keep for deals whose event has not come. */
  readonly held: HeldBacks;
}

export function calculatePeriod(
  year: PayeeYear,
  index: number,
  context: PeriodContext,
): Outcome<PayeeCalculation> {
  const { company, data, payee: id } = year;
  const period = year.periods[index] as Period;
  const { earlier, asIf, withdrawn, balances, takenBack, held } = context;
  const segments = year.segments.filter((each) => isInPeriod(each, index));
  const ofPeriod = (row: { readonly payee: string; readonly period: string }): boolean =>
    row.payee === id && row.period === period.id;
  const compiled = year.worksheetFor(segments, period, data.supposed?.filter(ofPeriod));
  const { deals, columns } = dealsOf(year, segments, compiled, withdrawn);
  const adjustments = data.adjustments.filter(ofPeriod);
  const rated = payoutRateOf(compiled, segments, data);
  if (!rated.ok) return rated;
  const resolved = resolveInputs({
    payee: id,
    compiled,
    segments,
    data,
    pools: year.pools,
    paidEarlier: (segment) => paidFor(segment, asIf),
    balances,
    leaves: leaves(year, index),
    drawDays: drawDaysOf(compiled.plan, year, period),
    ends: (plan) => index >= lastOn(plan, year),
    calendar: company.calendar,
    ...rated.product,
    adjustments,
    takenBack: takenBack.due,
    held,
  });
  if (resolved.diagnostics.length > 0)
    return outcomeOf<PayeeCalculation>(undefined, resolved.diagnostics);
  const values = compiled.exact(resolved.inputs, columns);
  const gaps = gapFindings(values.gaps, compiled, id, deals, company.deals);
  if (gaps.length > 0) return outcomeOf<PayeeCalculation>(undefined, gaps);
  const payee = data.people.get(id);
  if (!payee) throw new Error(`payee ${id} was not checked`);
  const { inputs } = resolved;
  const scores = scoresOf(year, segments, period);
  const about = { payee, compiled, segments, period, scores, adjustments, balances };
  const settled = { ...rated.product, takenBack: takenBack.deals, held, withdrawn };
  return outcomeOf({ ...about, ...settled, inputs, deals, columns, values, earlier }, []);
}

function scoresOf({ payee, data }: PayeeYear, segments: readonly Segment[], { id }: Period) {
  return data.scores.filter(
    (score) => score.period === id && segments.some(({ plan }) => isScoreOf(score, payee, plan.id)),
  );
}

/** What a period paid, for those that come after it. */
export function payoutOf(calculation: PayeeCalculation): EarlierPayout {
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
  const { balances: kept } = compiled.settlement;
  const closed = kept.map(({ id, after, added }) => ({
    id,
    after: money(after),
    ...(added && { added: money(added) }),
  }));
  const holds = compiled.plan.holds.map(({ id }) => id);
  const forfeited = sumOf(kept.flatMap((each) => (each.forfeited ? [money(each.forfeited)] : [])));
  return {
    period,
    bySegment: new Map(bySegment),
    titles: new Map(all.map(({ component: { id, title } }) => [id, title])),
    plan: compiled.plan,
    unmet: new Set(holds.filter((id) => values.cells.get(holdMet(id)) === false)),
    bases: new Map(holds.map((id) => [id, money(holdBase(id))])),
    total: money(compiled.total),
    entitled: money(compiled.earned).minus(forfeited),
    balances: balancesAfter(balances, closed, period),
  };
}

export function firstPart([first]: readonly Segment[]): Part {
  const part = first?.parts[0];
  if (!part) throw new Error('a payee without a part of the year is not paid');
  return part;
}

function dealsOf(
  { payee, data, dealIndex }: PayeeYear,
  segments: readonly Segment[],
  compiled: CompiledPlan,
  withdrawn: ReadonlySet<string>,
): CreditedDeals {
  const bounds = compiled.segments.map(({ timeframe }) => boundsOf(timeframe, 'year-to-date'));
  const span = {
    from: Math.min(...bounds.map(({ from }) => from)),
    to: Math.max(...bounds.map(({ to }) => to)),
  };
  const { attributes } = compiled.worksheet;
  return creditedDeals(data, dealIndex, { payee, span, segments, attributes, withdrawn });
}

/** Whether a period is the payee's last on any plan, as far as the year and the data tell. */
function leaves({ payee, segments, periods, data }: PayeeYear, index: number): boolean {
  const last = segments.at(-1)?.parts.at(-1);
  const yearEnd = periods.at(-1);
  if (!last || !yearEnd || index !== last.until || last.to >= yearEnd.to) return false;
  return !data.assignments.some((each) => each.payee === payee && each.from > last.to);
}

/** A draw goes on where a later row to the same plan says nothing of its first day. */
function drawDaysOf(plan: Plan, { payee, data, company }: PayeeYear, { to }: Period) {
  const since = data.assignments.findLast(
    (each) => each.payee === payee && each.plan === plan.id && each.from <= to && each.drawFrom,
  )?.drawFrom;
  return drawDays(plan, since, company.calendar);
}

function lastOn(plan: Plan, { segments }: PayeeYear): number {
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
