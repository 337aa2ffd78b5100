// The plan's proportions: few enough components that a person can act on each, none so small that
// it moves nobody, each on the golden thread that leads to what the company wants. In: a plan and
// its company. Out: doubts. Source: PRODUCT.md; five components and a twentieth are the limits
// usual in sales compensation design.

import { weightOf } from '../components/kinds.ts';
import { percentText } from '../document/leaves.ts';
import { exact } from '../exact-number.ts';
import type { PlanProof } from './doubt.ts';

const COMPONENTS_MAX = 5;
const WEIGHT_MIN = exact('0.05');

export const proveFew: PlanProof = ({ plan: { components } }) => {
  if (components.length <= COMPONENTS_MAX) return [];
  const what = `the plan pays for ${components.length} things`;
  const remedy = `keep the ${COMPONENTS_MAX} that matter most; others can be gates, or key results`;
  return [{ code: 'plan/many-components', path: ['components', COMPONENTS_MAX], what, remedy }];
};

export const proveWeights: PlanProof = ({ plan: { components } }) =>
  components.flatMap((component, index) => {
    const weight = weightOf(component);
    if (!weight || weight.gte(WEIGHT_MIN)) return [];
    const least = percentText(WEIGHT_MIN);
    return [
      {
        code: 'component/small-weight',
        path: ['components', index, 'weight'],
        about: component.id,
        what: `\`${component.id}\` weighs ${percentText(weight)}`,
        remedy: `give it at least ${least}, or drop it and share its weight among the others`,
      },
    ];
  });

/** Alone, a plan cannot know whether there is a thread to be on. */
export const proveThread: PlanProof = ({ plan: { components }, company }) => {
  if (!company) return [];
  const keyResults = company.objectives.flatMap((each) => each.keyResults.map(({ id }) => id));
  const named = keyResults.length > 0 ? keyResults.join(', ') : 'the `objectives` of company.yaml';
  return components.flatMap(({ id, supports }, index) => {
    if (supports !== undefined) return [];
    const what = `\`${id}\` serves no key result of the company`;
    const remedy = `add \`supports:\` with the key result that it serves: one of ${named}`;
    return [
      {
        code: 'component/no-thread',
        path: ['components', index],
        about: id,
        what,
        remedy,
      } as const,
    ];
  });
};
