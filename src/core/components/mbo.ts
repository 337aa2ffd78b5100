// mbo: goals that a person scores, with evidence, on a stated scale. Pays target incentive x
// weight x payoutCurve(score), where the score is the weighted mean of the goals.
// In: goals and a curve. Out: the cells of its factor. Source: ENGINE.md section 6.

import { curveSchema } from '../curves/kinds.ts';
import { defineKind, weightShape } from './component-kind.ts';
import { checkFactorCurve } from './curve-check.ts';
import { checkGoals, goalParts, goalScores, goalsShape, scoredGoals } from './goals.ts';
import { paysLow, vagueGoals } from './mbo-practice.ts';
import { earnScore } from './scored.ts';

const shape = { ...weightShape, ...goalsShape, curve: curveSchema };

export const mbo = defineKind<typeof shape>({
  shape,
  weighted: true,
  attains: () => true,
  measures: () => [],
  parts: goalParts,
  scored: scoredGoals,
  fullPay: 'at-target',
  practice: ({ goals }, look) => [...vagueGoals(goals), ...paysLow(look)],

  check(fields, context) {
    checkGoals(fields, context);
    if (fields.curve) checkFactorCurve(fields.curve, 'percent', context);
  },

  earn: (component, sheet) => earnScore(component, goalScores(component, sheet), 'goals', sheet),
});
