// The scores that a payee's calculation waits for: goals that nobody has scored yet. With nothing
// in their place the rest can be shown before a period is over, and never paid.
// In: a period and the data. Out: the goals, and the data with a zero for each.

import type { Period } from '../calendar.ts';
import { scoredItemsOf } from '../components/kinds.ts';
import { ZERO } from '../exact-number.ts';
import { overlaps, type PeriodData, type Score } from '../period-data/period-data.ts';
import { isScoreOf } from '../period-data/score-scope.ts';
import { type Plans, versionsIn } from '../plan/plans.ts';

/** A goal that has no score yet. */
export interface AwaitedScore {
  readonly component: string;
  /** As the plan calls it. */
  readonly title: string;
  /** Whether nothing can be paid without it; else the plan says that a missing score is zero. */
  readonly stops: boolean;
  /** A zero in its place. */
  readonly score: Score;
}

interface Sources {
  readonly plans: Plans;
  readonly data: PeriodData;
}

export function awaitedScores(
  { plans, data }: Sources,
  payee: string,
  period: Period,
): readonly AwaitedScore[] {
  const held = data.assignments.filter((each) => each.payee === payee && overlaps(each, period));
  const own = held.flatMap(({ plan }) => versionsIn(plans, plan, period));
  return [...new Set(own)].flatMap((plan) =>
    plan.components.flatMap((component) =>
      scoredItemsOf(component)
        .filter(({ goal }) => !isGiven(data, payee, plan.id, period.id, component.id, goal))
        .map(({ goal, title, whenMissing }) => {
          const place = plan.placeOf(['components']);
          const placed = { place, placeOf: () => place, written: () => '' };
          const about = { payee, period: period.id, component: component.id, goal };
          const score = { ...about, score: ZERO, ...placed };
          return { component: component.id, title, stops: whenMissing === 'stop', score };
        }),
    ),
  );
}

/** The same data as if the scores that it stops for were zero. */
export function withoutAwaited(data: PeriodData, awaited: readonly AwaitedScore[]): PeriodData {
  const zeros = awaited.filter(({ stops }) => stops).map(({ score }) => score);
  return { ...data, scores: [...data.scores, ...zeros] };
}

function isGiven(
  data: PeriodData,
  payee: string,
  plan: string,
  period: string,
  component: string,
  goal: string,
): boolean {
  return data.scores.some(
    (score) =>
      isScoreOf(score, payee, plan) &&
      score.period === period &&
      score.component === component &&
      score.goal === goal,
  );
}
