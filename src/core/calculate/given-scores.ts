// The scores that people gave a payee's goal, and those still to be given: by the component's
// window, and by what the scores of several periods make together. A calculation stops for a score
// that is missing here, and what is shown before a period is over awaits the same.
// In: a goal, a payee's time on the plan, and the data. Out: scores by period, and the gaps.

import type { Period } from '../calendar.ts';
import type { ScoredItem } from '../components/component-kind.ts';
import type { Component } from '../components/kinds.ts';
import type { Exact } from '../exact-number.ts';
import type { PeriodData } from '../period-data/period-data.ts';
import { isScoreOf } from '../period-data/score-scope.ts';
import type { Plan } from '../plan/plan.ts';
import { isJudged, periodOf, periodsIn, type Timeframe } from './timeframe.ts';

export interface ScoresOf {
  readonly data: Pick<PeriodData, 'scores'>;
  readonly payee: string;
  readonly plan: Plan;
  readonly timeframe: Timeframe;
}

interface GivenScores {
  /** Of the periods that the component looks at, in order. */
  readonly scores: readonly (Exact | undefined)[];
  /** Those without a score that it needs. */
  readonly missing: readonly Period[];
}

export function givenScores(
  of: ScoresOf,
  component: Component,
  { goal, combine }: ScoredItem,
): GivenScores {
  const { timeframe } = of;
  const covered = periodsIn(timeframe, component.window);
  const scores = covered.map(({ id }) => scoreIn(of, id, component.id, goal));
  const isGiven = scores.some((score) => score !== undefined);
  const isComplete = combine === 'last-given' && isGiven;
  if (isComplete || !isJudged(timeframe, component.window)) return { scores, missing: [] };
  const gaps = covered.filter((_, index) => scores[index] === undefined);
  const last = periodOf(timeframe);
  return { scores, missing: combine === 'average' ? gaps : gaps.filter((each) => each === last) };
}

function scoreIn(
  { data, payee, plan }: ScoresOf,
  period: string,
  component: string,
  goal: string,
): Exact | undefined {
  return data.scores.find(
    (score) =>
      isScoreOf(score, payee, plan.id) &&
      score.period === period &&
      score.component === component &&
      score.goal === goal,
  )?.score;
}
