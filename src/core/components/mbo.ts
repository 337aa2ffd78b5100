// mbo: goals that a person scores, with evidence, on a stated scale. Pays target incentive x
// weight x payoutCurve(score), where the score is the weighted mean of the goals.
// In: goals, scale, who scores, what a missing score means. Out: the cells of its factor.
// Source: ENGINE.md section 6.

import { z } from 'zod';
import { curveSchema } from '../curves/kinds.ts';
import { date, identifier, percentage, text } from '../document/leaves.ts';
import { type Exact, largest, ZERO } from '../exact-number.ts';
import { choose, constant, known } from '../worksheet/operations.ts';
import { defineKind, type ScoreScale, weightShape } from './component-kind.ts';
import { checkFactorCurve } from './curve-check.ts';
import { paysLow, vagueGoals } from './mbo-practice.ts';
import { checkWeights, earnScore } from './scored.ts';

const goal = z.strictObject({
  id: identifier,
  title: text,
  weight: percentage,
  by: date.optional(),
  evidence: text.optional(),
});

export type Goal = z.output<typeof goal>;

const shape = {
  ...weightShape,
  scorer: text,
  scale: z.union([
    z.strictObject({ levels: z.array(percentage).min(2) }),
    z.strictObject({ upTo: percentage }),
  ]),
  missingScore: z.enum(['stop', 'zero']),
  /** Asked for where the window is longer than a period: which scores count. */
  combine: z.enum(['latest', 'average']).optional(),
  goals: z.array(goal).min(1),
  curve: curveSchema,
};

export const mbo = defineKind<typeof shape>({
  shape,
  weighted: true,
  attains: () => true,
  measures: () => [],
  parts: ({ goals, scale }) =>
    goals.map(({ id, title, weight }) => ({ id, title, weight, highest: highestOf(scale) })),
  scored: ({ goals, scale, missingScore, combine }) =>
    goals.map(({ id, title }) => ({
      goal: id,
      title,
      scale: scale as ScoreScale,
      whenMissing: missingScore,
      combine: combine ?? 'latest',
    })),

  fullPay: 'at-target',
  practice: ({ goals }, look) => [...vagueGoals(goals), ...paysLow(look)],

  check(fields, context) {
    if (fields.window && fields.window !== 'period' && !context.isWritten('combine')) {
      context.report(
        'mbo/combine',
        ['window'],
        'nothing says how the scores of several periods make one',
        'add `combine: average` or `combine: latest`, or write `window: period`',
      );
    }
    if (fields.goals) checkWeights(fields.goals, 'goals', context);
    if (fields.curve) checkFactorCurve(fields.curve, 'percent', context);
  },

  earn(component, sheet) {
    const scores = component.goals.map((each, index) => {
      const path = ['goals', index];
      const given = sheet.input(
        {
          step: `part.${each.id}.given`,
          label: `Score given for ${each.title}`,
          unit: 'ratio',
          path,
        },
        { from: 'score', component: component.id, goal: each.id },
      );
      const score = sheet.cell(
        { step: `part.${each.id}.score`, label: `Score of ${each.title}`, unit: 'ratio', path },
        component.missingScore === 'zero'
          ? choose(known(given), given, constant(ZERO, 'ratio'))
          : given,
      );
      return { weight: each.weight, score };
    });
    return earnScore(component, scores, 'goals', sheet);
  },
});

function highestOf(scale: z.output<typeof shape.scale>): Exact {
  return 'upTo' in scale ? scale.upTo : largest(ZERO, ...scale.levels);
}
