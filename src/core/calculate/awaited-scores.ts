// The scores that a payee's calculation waits for: goals that nobody has scored yet. With nothing
// in their place the rest can be shown before a period is over, and never paid.
// In: a period and the data. Out: the goals, and the data with a zero for each score they lack.

import { type Period, periodsOfYear } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import type { ScoredItem } from '../components/component-kind.ts';
import { type Component, scoredItemsOf } from '../components/kinds.ts';
import { ZERO } from '../exact-number.ts';
import type { PeriodData, Score } from '../period-data/period-data.ts';
import type { Plans } from '../plan/plans.ts';
import { givenScores, type ScoresOf } from './given-scores.ts';
import { partsOfYear } from './parts.ts';
import { isInPeriod, segmentsOf } from './segments.ts';
import { timeframeOf } from './timeframe.ts';

/** A goal that lacks a score. */
export interface AwaitedScore {
  readonly component: string;
  readonly goal: string;
  /** As the plan calls it. */
  readonly title: string;
  /** Whether nothing can be paid without it; else the plan says that a missing score is zero. */
  readonly stops: boolean;
  /** A zero for each period whose score is missing. */
  readonly scores: readonly Score[];
}

interface Sources {
  readonly company: Company;
  readonly plans: Plans;
  readonly data: PeriodData;
}

export function awaitedScores(
  { company: { calendar }, plans, data }: Sources,
  payee: string,
  period: Period,
): readonly AwaitedScore[] {
  const assignments = data.assignments.filter((each) => each.payee === payee);
  const periods = periodsOfYear(period.fiscalYear, period.kind, calendar);
  const parts = partsOfYear(assignments, { plans, quotas: data.quotas, calendar }, periods);
  const segments = segmentsOf(parts).filter((each) => isInPeriod(each, period.index));
  const awaited = segments.flatMap((segment) => {
    const { plan } = segment;
    const of = { data, payee, plan, timeframe: timeframeOf(period, segment, calendar) };
    return plan.components.flatMap((component) =>
      scoredItemsOf(component).flatMap((item) => awaitedOf(of, component, item)),
    );
  });
  return eachOnce(awaited);
}

/** The same data as if the scores that it stops for were zero. */
export function withoutAwaited(data: PeriodData, awaited: readonly AwaitedScore[]): PeriodData {
  const zeros = awaited.filter(({ stops }) => stops).flatMap(({ scores }) => scores);
  return { ...data, scores: [...data.scores, ...zeros] };
}

function awaitedOf(of: ScoresOf, component: Component, item: ScoredItem): AwaitedScore | [] {
  const { missing } = givenScores(of, component, item);
  if (missing.length === 0) return [];
  const { goal, title, whenMissing } = item;
  const place = of.plan.placeOf(['components']);
  const placed = { place, placeOf: () => place, written: () => '' };
  const about = { payee: of.payee, component: component.id, goal };
  const scores = missing.map(({ id }) => ({ ...about, period: id, score: ZERO, ...placed }));
  return { component: component.id, goal, title, stops: whenMissing === 'stop', scores };
}

/** A goal that several parts of the period ask for is one. */
function eachOnce(awaited: readonly AwaitedScore[]): readonly AwaitedScore[] {
  const byGoal = Map.groupBy(awaited, ({ component, goal }) => JSON.stringify([component, goal]));
  return [...byGoal.values()].map((all) => {
    const byPeriod = new Map(
      all.flatMap(({ scores }) => scores).map((each) => [each.period, each]),
    );
    const stops = all.some((each) => each.stops);
    return { ...(all[0] as AwaitedScore), stops, scores: [...byPeriod.values()] };
  });
}
