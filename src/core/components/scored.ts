// What goals and key results share: weights that make a whole, the weighted mean of their scores,
// and the payout curve over it. In: weights and scores. Out: checks, and the cells of the earning.

import { applyCurve, type Curve } from '../curves/kinds.ts';
import { figureText } from '../document/leaves.ts';
import { notWhole } from '../document/whole.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import { add, constant, type Formula, multiply } from '../worksheet/operations.ts';
import type { CheckContext, ComponentSheet, Earning } from './component-kind.ts';

interface Weighted {
  readonly id: string;
  readonly weight: Exact;
}

type WeightedScores = readonly { readonly weight: Exact; readonly score: Formula }[];

/** The weighted mean of scores, as the component's result. */
export function scoreCell(
  { title }: { readonly title: string },
  scores: WeightedScores,
  field: string,
  sheet: ComponentSheet,
): Formula {
  const weighted = scores.map(({ weight, score }) => multiply(constant(weight, 'ratio'), score));
  return sheet.cell(
    { step: 'result', label: `Score of ${title}`, unit: 'ratio', path: [field] },
    add(...weighted),
  );
}

/** The weighted mean of scores and what a curve makes of it. */
export function earnScore(
  { title, curve }: { readonly title: string; readonly curve: Curve },
  scores: WeightedScores,
  field: string,
  sheet: ComponentSheet,
): Earning {
  const result = scoreCell({ title }, scores, field, sheet);
  const factor = sheet.cell(
    { step: 'curveFactor', label: `Payout curve of ${title}`, unit: 'ratio', path: ['curve'] },
    applyCurve(curve, { on: result, unit: 'ratio', read: sheet.measure }),
  );
  return { result, resultUnit: 'ratio', attainment: result, earned: { as: 'factor', factor } };
}

/** Weights sum to 100 %, none is negative, and no id stands twice. */
export function checkWeights(
  entries: readonly Weighted[],
  field: string,
  context: Pick<CheckContext, 'report'>,
): void {
  const weights = entries.map((entry) => entry.weight);
  const sum = weights.every((each) => each.gt(ZERO)) ? notWhole(weights) : undefined;
  if (sum !== undefined) {
    const what = `the weights of \`${field}\` ${sum}`;
    context.report('plan/weights', [field], what, 'change them so that they add up to 100%');
  }
  entries.forEach((entry, index) => {
    if (entry.weight.lte(ZERO)) {
      context.report(
        'plan/weights',
        [field, index, 'weight'],
        `the weight \`${figureText({ number: entry.weight, isPercent: true })}\` is not above zero`,
        'give it a weight above 0%, or remove it',
      );
    }
    if (entries.findIndex((each) => each.id === entry.id) < index) {
      context.report(
        'plan/duplicate-id',
        [field, index, 'id'],
        `the id \`${entry.id}\` is used twice`,
        'give each entry an id of its own',
      );
    }
  });
}
