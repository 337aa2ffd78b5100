// The weights of the components that carry one add up to 100 %. They are read from the document
// itself, so that a component with another fault still counts in the sum.

import { isComponentKind, isWeighted } from '../../components/kinds.ts';
import { readPercentage } from '../../document/leaves.ts';
import { isList, nodeAt } from '../../document/nodes.ts';
import { notWhole } from '../../document/whole.ts';
import { type Exact, ZERO } from '../../exact-number.ts';
import type { DocumentNode } from '../../source.ts';
import type { PlanCheck } from '../draft.ts';

export const checkPlanWeights: PlanCheck = (_draft, findings) => {
  const list = nodeAt(findings.document.root, ['components']);
  if (!isList(list)) return;
  const weights: Exact[] = [];
  for (const [index, component] of list.entries()) {
    if (mayHaveNone(component)) continue;
    const written = nodeAt(component, ['weight']);
    const weight = typeof written === 'string' ? readPercentage(written) : undefined;
    // The sum of the others is no news while one is missing or not readable.
    if (!weight) return;
    weights.push(weight);
    if (weight.gt(ZERO)) continue;
    findings.report(
      'plan/weights',
      ['components', index, 'weight'],
      `the weight \`${written}\` is not above zero`,
      'give it a weight above 0%, or remove the component',
    );
  }
  const isAgreed = weights.length > 0 && weights.every((each) => each.gt(ZERO));
  const sum = isAgreed ? notWhole(weights) : undefined;
  if (sum === undefined) return;
  const what = `the weights of the components ${sum}`;
  findings.report('plan/weights', ['components'], what, 'change them so that they add up to 100%');
};

/** A commission has no weight; what is no component at all is reported as such. */
function mayHaveNone(component: DocumentNode): boolean {
  const kind = nodeAt(component, ['kind']);
  return typeof kind === 'string' && isComponentKind(kind) && !isWeighted(kind);
}
