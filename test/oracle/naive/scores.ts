// The oracle's scores: of objectives by their key results, of goals by whoever scores them.
// In: a component as written and a payee's window. Out: its score, or a refusal.
// Source: ENGINE.md section 6 (`okr`, `mbo`).

import type { ComponentDocument, KeyResultDocument } from '../plan-document.ts';
import type { Row } from '../scenario.ts';
import { Refusal } from './credit.ts';
import { Fraction, highest, lowest, ONE, total, ZERO } from './fraction.ts';
import { measured } from './measured.ts';
import type { Window } from './time.ts';

export function keyResultScore(
  { id, keyResults = [] }: ComponentDocument,
  window: Window,
): Fraction {
  return total(keyResults.map((each) => Fraction.of(each.weight).times(scoreOf(each, id, window))));
}

function scoreOf(keyResult: KeyResultDocument, component: string, window: Window): Fraction {
  const { measure, raise, lower, baseline, range, scoreCap = '100%' } = keyResult;
  if (keyResult.milestone) return lastGiven(component, keyResult.id, window);
  const result = measured(measure ?? '', window);
  const line = raise ?? lower;
  if (line) {
    const progress = between(result, line.from, line.to);
    return highest(ZERO, lowest(Fraction.of(scoreCap), progress));
  }
  if (baseline) {
    const { atLeast, atMost = '' } = baseline;
    const isKept =
      atLeast === undefined
        ? !Fraction.of(atMost).isBelow(result)
        : !result.isBelow(Fraction.of(atLeast));
    return isKept ? ONE : ZERO;
  }
  if (!range) throw new Error('no way to score');
  const along = between(result, range.acceptable, range.full);
  if (along.isBelow(ZERO)) return ZERO;
  const least = Fraction.of(range.acceptableScore);
  return least.plus(lowest(along, ONE).times(ONE.minus(least)));
}

/** How far a result has come from one figure to another, whichever of them is higher. */
function between(result: Fraction, from: string, to: string): Fraction {
  const start = Fraction.of(from);
  return result.minus(start).dividedBy(Fraction.of(to).minus(start));
}

/** A milestone stays reached: the last score that was given; over one period, that period's. */
function lastGiven(component: string, goal: string, window: Window): Fraction {
  const given = scoresOf(component, goal, window).findLast((score) => score !== undefined);
  if (!given) throw new Refusal(`${goal} is not scored`);
  return given;
}

export function goalScore(component: ComponentDocument, window: Window): Fraction {
  const { id, goals = [], missingScore, combine } = component;
  const scoreOfGoal = (goal: string): Fraction => {
    const scores = scoresOf(id, goal, window);
    const counting = combine === 'average' ? scores : scores.slice(-1);
    if (missingScore === 'stop' && counting.includes(undefined)) {
      throw new Refusal(`${goal} is not scored`);
    }
    const sum = total(counting.map((score) => score ?? ZERO));
    return sum.dividedBy(Fraction.whole(counting.length));
  };
  return total(goals.map((goal) => Fraction.of(goal.weight).times(scoreOfGoal(goal.id))));
}

function scoresOf(
  component: string,
  goal: string,
  { scenario, payee, periods, plan }: Window,
): readonly (Fraction | undefined)[] {
  return periods.map(({ id }) => {
    const row = scenario.tables.scores.find(
      (each) =>
        isFor(each, payee, plan.plan) &&
        each['period'] === id &&
        each['component'] === component &&
        each['goal'] === goal,
    );
    return row && Fraction.of(row['score'] ?? '');
  });
}

/** A score names a payee, or holds for all payees of a plan, or for everybody. */
function isFor(score: Row, payee: string, plan: string): boolean {
  if (score['payee']) return score['payee'] === payee;
  return !score['plan'] || score['plan'] === plan;
}
