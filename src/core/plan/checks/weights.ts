// The weights of the components that carry one add up to 100 %. They are read from the document
// itself, so that a component with another fault still counts in the sum.

import { readPercentage } from '../../document/leaves.ts';
import { nodeAt } from '../../document/nodes.ts';
import { type Exact, exact, exactText, sumOf, ZERO } from '../../exact-number.ts';
import type { PlanCheck } from '../draft.ts';

export const checkPlanWeights: PlanCheck = (_draft, findings) => {
  const { root } = findings.document;
  const list = nodeAt(root, ['components']);
  if (!Array.isArray(list)) return;
  const written = list.map((_, index) => nodeAt(root, ['components', index, 'weight']));
  const weights: Exact[] = [];
  for (const [index, node] of written.entries()) {
    if (node === undefined) continue;
    const weight = typeof node === 'string' ? readPercentage(node) : undefined;
    if (!weight) return;
    weights.push(weight);
    if (weight.lte(ZERO)) {
      findings.report(
        'plan/weights',
        ['components', index, 'weight'],
        'the weight is zero or negative',
        'give it a weight above 0%, or remove the component',
      );
    }
  }
  const total = sumOf(weights);
  if (weights.length === 0 || total.eq('1')) return;
  findings.report(
    'plan/weights',
    ['components'],
    `the weights of the components add up to ${exactText(total.times(exact('100')))}%`,
    'change them so that they add up to 100%',
  );
};
