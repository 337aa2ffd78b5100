// Goals that a person scores, with evidence, on a stated scale: what mbo and pool share.
// In: goals, scale, who scores, what a missing score means. Out: fields, checks, and a cell for the
// score of each goal. Source: ENGINE.md section 6.

import { z } from 'zod';
import type { FieldsOf } from '../document/fields.ts';
import { date, identifier, percentage, text } from '../document/leaves.ts';
import { type Exact, largest, ZERO } from '../exact-number.ts';
import { choose, constant, type Formula, known } from '../worksheet/operations.ts';
import type {
  CheckContext,
  CheckedFields,
  CommonShape,
  ComponentPart,
  ComponentSheet,
  ScoredItem,
  ScoreScale,
} from './component-kind.ts';
import { checkWeights } from './scored.ts';

const goal = z.strictObject({
  id: identifier,
  title: text,
  weight: percentage,
  by: date.optional(),
  evidence: text.optional(),
});
export type Goal = z.output<typeof goal>;

export const goalsShape = {
  scorer: text,
  scale: z.union([
    z.strictObject({ levels: z.array(percentage).min(2) }),
    z.strictObject({ upTo: percentage }),
  ]),
  missingScore: z.enum(['stop', 'zero']),
  /** Asked for where the window is longer than a period: which scores count. */
  combine: z.enum(['latest', 'average']).optional(),
  goals: z.array(goal).min(1),
};
type GoalFields = CheckedFields<typeof goalsShape & CommonShape>;

export function checkGoals(
  { window, goals }: FieldsOf<typeof goalsShape & CommonShape>,
  context: CheckContext,
): void {
  if (window && window !== 'period' && !context.isWritten('combine')) {
    context.report(
      'mbo/combine',
      ['window'],
      'nothing says how the scores of several periods make one',
      'add `combine: average` or `combine: latest`, or write `window: period`',
    );
  }
  if (goals) checkWeights(goals, 'goals', context);
}

export function goalParts({
  goals,
  scale,
}: CheckedFields<typeof goalsShape>): readonly ComponentPart[] {
  const highest = 'upTo' in scale ? scale.upTo : largest(ZERO, ...scale.levels);
  return goals.map(({ id, title, weight }) => ({ id, title, weight, highest }));
}

export function scoredGoals({
  goals,
  scale,
  missingScore,
  combine,
}: CheckedFields<typeof goalsShape>): readonly ScoredItem[] {
  return goals.map(({ id, title }) => ({
    goal: id,
    title,
    scale: scale as ScoreScale,
    whenMissing: missingScore,
    combine: combine ?? 'latest',
  }));
}

/** A cell with the score of each goal; a missing one is zero only where the plan says so. */
export function goalScores(
  { id: component, goals, missingScore }: GoalFields,
  sheet: ComponentSheet,
): readonly { readonly weight: Exact; readonly score: Formula }[] {
  return goals.map(({ id, title, weight }, index) => {
    const path = ['goals', index];
    const given = sheet.input(
      { step: `part.${id}.given`, label: `Score given for ${title}`, unit: 'ratio', path },
      { from: 'score', component, goal: id },
    );
    const score = sheet.cell(
      { step: `part.${id}.score`, label: `Score of ${title}`, unit: 'ratio', path },
      missingScore === 'zero' ? choose(known(given), given, constant(ZERO, 'ratio')) : given,
    );
    return { weight, score };
  });
}
