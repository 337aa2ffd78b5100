// Weighted means of scores, for goals and key results. The division by the weights comes last, so
// that equal weights of a third carry no dust. In: weights and scores. Out: one formula.

import { figureText } from '../document/leaves.ts';
import { notWhole } from '../document/whole.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import { add, constant, type Formula, multiply } from '../worksheet/operations.ts';
import type { CheckContext } from './component-kind.ts';

interface Weighted {
  readonly id: string;
  readonly weight: Exact;
}

export function weightedMean(
  scores: readonly { readonly weight: Exact; readonly score: Formula }[],
): Formula {
  return add(...scores.map(({ weight, score }) => multiply(constant(weight, 'ratio'), score)));
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
