// The oracle's times: a payee's year is cut wherever a figure changes that the payee is paid by: the
// version of the plan, the target incentive, a quota, a step of the ramp. What lies between two
// changes is a stretch. Separate stretches are segments, each paid by itself; blended ones are one
// segment over all. In: a scenario, a payee. Out: segments, windows, their parts of a year.
// Source: ENGINE.md section 4; README (`segments`, `version`, `quotas`, `ramp`, `proration`).

import type { PlanDocument, StepDocument } from '../plan-document.ts';
import type { Row, Scenario } from '../scenario.ts';
import {
  coverOf,
  type Days,
  dayOf,
  type FiscalPeriod,
  fiscalPeriods,
  isIn,
  isoOf,
  monthsLater,
  overlap,
} from './fiscal-periods.ts';
import { Fraction, ONE, total, ZERO } from './fraction.ts';

/** Days on which all figures stay the same; both ends belong to it. */
interface Stretch extends Days {
  readonly plan: PlanDocument;
  readonly assignment: Row;
  /** The step of the ramp, as many as none is. */
  readonly step: StepDocument | undefined;
  /** Of components whose quota is assigned, for a year. */
  readonly quotas: ReadonlyMap<string, string>;
}

/** What is paid by itself. */
export interface Segment {
  readonly plan: PlanDocument;
  readonly stretches: readonly Stretch[];
  /** Indexes of the first and last period of the year that it has a part of. */
  readonly since: number;
  readonly until: number;
}

export interface Year {
  readonly scenario: Scenario;
  readonly payee: string;
  readonly periods: readonly FiscalPeriod[];
  readonly segments: readonly Segment[];
}

export interface Window {
  readonly scenario: Scenario;
  readonly plan: PlanDocument;
  readonly payee: string;
  readonly segment: Segment;
  /** The payout periods of the window, in order, and the place of the first one in the year. */
  readonly periods: readonly FiscalPeriod[];
  readonly first: number;
}

export function yearOf(scenario: Scenario, payee: string): Year {
  const { plan, fiscalYear, startMonth } = scenario;
  const periods = fiscalPeriods(fiscalYear, startMonth, plan.payoutPeriod);
  const inYear = { from: periods[0]?.from ?? 0, to: periods.at(-1)?.to ?? 0 };
  const stretches = stretchesOf(scenario, payee, inYear);
  const segments = grouped(stretches).map((together) => segmentOf(together, periods));
  return { scenario, payee, periods, segments: segments.filter(({ since }) => since >= 0) };
}

/** The year's days, cut at every day on which anything of the payee may start or end. */
function stretchesOf(scenario: Scenario, payee: string, year: Days): readonly Stretch[] {
  const { tables, plan, laterPlan } = scenario;
  const versions = [plan, ...(laterPlan ? [laterPlan] : [])];
  const mine = ({ payee: whose }: Row): boolean => whose === payee;
  const [assignments, quotas] = [tables.assignments.filter(mine), tables.quotas.filter(mine)];
  const steps = assignments.flatMap((each) => stepDays(each, plan, scenario));
  const spans = [
    ...[...assignments, ...quotas].map(daysOf),
    ...versions.map(({ effective }) => daysOf(effective)),
    ...steps,
  ];
  const starts = [year.from, ...spans.flatMap(({ from, to }) => [from, to + 1])];
  const days = [...new Set(starts)].filter((day) => isIn(day, year)).sort((a, b) => a - b);
  const pieces = days.flatMap((from, index) => {
    const to = (days[index + 1] ?? year.to + 1) - 1;
    const assignment = assignments.find((each) => isIn(from, daysOf(each)));
    const version = versions.find(({ effective }) => isIn(from, daysOf(effective)));
    if (!assignment || !version) return [];
    const step = steps.find((each) => isIn(from, each))?.step;
    return [
      { from, to, plan: version, assignment, step, quotas: quotasOn(from, assignment, quotas) },
    ];
  });
  return joined(pieces);
}

/** Pieces that follow each other without a change are one stretch. */
function joined(pieces: readonly Stretch[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    const isSame = last && last.to + 1 === piece.from && figures(last) === figures(piece);
    if (isSame) stretches.splice(-1, 1, { ...last, to: piece.to });
    else stretches.push(piece);
  }
  return stretches;
}

function figures({ plan, assignment, step, quotas }: Stretch): string {
  const { quota = '100%', targetIncentive = '100%' } = step ?? {};
  const ramp = [Fraction.of(quota), Fraction.of(targetIncentive)].map(String);
  return JSON.stringify([plan.version, assignment['targetIncentive'], ramp, [...quotas].sort()]);
}

/** Dated quotas go before the assignment's own; a later one ends the one before. */
function quotasOn(day: number, assignment: Row, rows: readonly Row[]): ReadonlyMap<string, string> {
  const own = Object.entries(assignment).filter(([name]) => name.startsWith('quota.'));
  const dated = rows
    .filter((row) => isIn(day, daysOf(row)))
    .sort((one, other) => dayOf(one['from'] ?? '') - dayOf(other['from'] ?? ''))
    .map(({ component = '', quota = '' }) => [component, quota] as const);
  return new Map([
    ...own.map(([name, quota]) => [name.slice('quota.'.length), quota] as const),
    ...dated,
  ]);
}

function daysOf({ from, to }: { readonly from?: string; readonly to?: string }): Days {
  return { from: from ? dayOf(from) : -Infinity, to: to ? dayOf(to) : Number.MAX_SAFE_INTEGER };
}

/** Steps of months run from the first day itself; steps of periods from the period it lies in. */
function stepDays(
  { rampFrom }: Row,
  { ramp = [], payoutPeriod }: PlanDocument,
  { startMonth }: Scenario,
): readonly (Days & { readonly step: StepDocument })[] {
  if (!rampFrom) return [];
  const length = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[payoutPeriod];
  const isByMonths = ramp[0]?.months !== undefined;
  let from = isByMonths ? dayOf(rampFrom) : startOfPeriod(dayOf(rampFrom), length, startMonth);
  let months = 0;
  const first = isoOf(from);
  return ramp.map((step) => {
    months += isByMonths ? Number(step.months) : Number(step.periods) * length;
    const next = monthsLater(first, months);
    const days = { from, to: next - 1, step };
    from = next;
    return days;
  });
}

function startOfPeriod(day: number, length: number, startMonth: number): number {
  const [year, month] = isoOf(day).split('-').map(Number) as [number, number];
  const into = (((month - startMonth) % length) + length) % length;
  return Date.UTC(year, month - 1 - into, 1) / 86_400_000;
}

/** Stretches that are paid together: with the same figures, or, blended, by one version. */
function grouped(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const groups: Stretch[][] = [];
  for (const stretch of stretches) {
    const last = groups.at(-1)?.at(-1);
    if (last && goesOn(last, stretch)) groups.at(-1)?.push(stretch);
    else groups.push([stretch]);
  }
  return groups;
}

function goesOn(before: Stretch, after: Stretch): boolean {
  const isBlended = before.plan === after.plan && after.plan.segments === 'blended';
  return isBlended || figures(before) === figures(after);
}

function segmentOf(stretches: readonly Stretch[], periods: readonly FiscalPeriod[]): Segment {
  const { plan } = stretches[0] as Stretch;
  const hasPart = (period: Days): boolean =>
    stretches.some((each) => !coverOf(period, each, plan.proration).isZero);
  return {
    plan,
    stretches,
    since: periods.findIndex(hasPart),
    until: periods.findLastIndex(hasPart),
  };
}

export function windowOf(year: Year, segment: Segment, name: string, index: number): Window {
  const { scenario, payee, periods } = year;
  const first = name === 'period' ? index : segment.since;
  const { plan } = segment;
  return { scenario, plan, payee, segment, periods: periods.slice(first, index + 1), first };
}

/** What looks at the whole year is known with the last period of it. */
export function isKnown(window: string, index: number, { until }: Segment): boolean {
  return window !== 'year' || index === until;
}

/** The last period that a payee is paid by a version of a plan in: what waits for it waits no longer. */
export function lastOf(plan: PlanDocument, { segments }: Year): number {
  return Math.max(...segments.filter((each) => each.plan === plan).map(({ until }) => until));
}

/** A window as it stands at the end of a payee's time in the year; nothing without such a time. */
export function lastWindow(scenario: Scenario, payee: string, name: string): Window | undefined {
  const year = yearOf(scenario, payee);
  const segment = year.segments.at(-1);
  return segment && windowOf(year, segment, name, segment.until);
}

/** The sum of a window's stretches, each with its part of the period and the period's place. */
function overStretches(
  { periods, segment, plan, first }: Window,
  figure: (stretch: Stretch, part: Fraction, place: number) => Fraction,
): Fraction {
  return total(
    periods.flatMap((period, index) =>
      segment.stretches.map((stretch) => {
        const part = coverOf(period, stretch, plan.proration);
        return part.isZero ? ZERO : figure(stretch, part, first + index);
      }),
    ),
  );
}

/** The window's part of an annual figure: by the weights of its periods. */
export function ofYear(
  kind: 'quota' | 'targetIncentive',
  window: Window,
  annual: (stretch: Stretch) => Fraction,
): Fraction {
  return overStretches(window, (stretch, part, place) =>
    annual(stretch)
      .times(rampedTo(kind, stretch))
      .times(part)
      .times(weight(kind, window.plan, place)),
  );
}

/** How many periods of the window the segment covers: two and a half are 2.5. */
export function periodsCovered(window: Window): Fraction {
  return overStretches(window, (_, part) => part);
}

/** So much for each whole period of the window. */
export function perPeriod(window: Window, figure: Fraction): Fraction {
  return overStretches(window, (stretch, part) =>
    figure.times(rampedTo('quota', stretch)).times(part),
  );
}

function rampedTo(kind: 'quota' | 'targetIncentive', { step }: Stretch): Fraction {
  const ramped = step?.[kind];
  return ramped === undefined ? ONE : Fraction.of(ramped);
}

function weight(kind: 'quota' | 'targetIncentive', plan: PlanDocument, place: number): Fraction {
  const weights = plan.periodWeights?.[kind] ?? 'even';
  if (weights !== 'even') return Fraction.of(weights[place] as string);
  const perYear = { month: 12, quarter: 4, 'half-year': 2, year: 1 }[plan.payoutPeriod];
  return ONE.dividedBy(Fraction.whole(perYear));
}

export function targetOf(window: Window): Fraction {
  return ofYear('targetIncentive', window, ({ assignment }) =>
    Fraction.of(assignment['targetIncentive'] ?? ''),
  );
}

/** The part of its period, or of the whole year, that a segment has: what money limits are cut to. */
export function partOf(year: Year, segment: Segment, name: string, index: number): Fraction {
  const { proration } = segment.plan;
  const periods = name === 'period' ? year.periods.slice(index, index + 1) : year.periods;
  const covers = periods.flatMap((period) =>
    segment.stretches.map((stretch) => {
      const both = overlap(period, stretch);
      // What is still to come without a basis counts whole; it is refused once it is reached.
      const isWhole = proration === undefined && both.from <= both.to;
      return isWhole ? ONE : coverOf(period, stretch, proration);
    }),
  );
  return total(covers).dividedBy(Fraction.whole(periods.length));
}

export function isCovered(day: number, { segment }: Window): boolean {
  return segment.stretches.some((stretch) => isIn(day, stretch));
}
