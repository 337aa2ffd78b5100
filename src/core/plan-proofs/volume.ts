// Volume without quality: a component that pays more the more is sold, of whatever kind and at
// whatever price. Quality beats volume where a gate or modifier on another measure acts on it,
// where its crediting rules count poor deals in part, or where a second measure runs across its
// curve. In: a plan. Out: doubts at components that have none of these. Source: PRODUCT.md.

import { type Component, curveOf, ruleListsOf } from '../components/kinds.ts';
import { curveAcross } from '../curves/kinds.ts';
import type { Exact } from '../exact-number.ts';
import { addsUp, type Measure } from '../measures/measure.ts';
import { actsOn, type Plan } from '../plan/plan.ts';
import type { PlanProof } from './doubt.ts';

export const proveQuality: PlanProof = ({ plan }) =>
  plan.components.flatMap((component, index) => {
    const measure = volumeBehind(component, plan);
    if (!measure || hasQuality(component, measure, plan)) return [];
    return [
      {
        code: 'component/volume-only',
        path: ['components', index],
        about: component.id,
        what: `more of \`${measure.id}\` always pays more, and nothing looks at its quality`,
        remedy:
          'add a gate (the share of customers who fit, the deal size, the discount), or ' +
          'crediting rules that count poor deals in part',
      },
    ];
  });

/**
 * The measure that a component is paid by along a curve, where it adds up deal by deal. What pays a
 * fixed sum for each has its condition in the measure: there the quality is what is counted.
 */
function volumeBehind(component: Component, { measures }: Plan): Measure | undefined {
  const isByAmount = curveOf(component) !== undefined || ruleListsOf(component).size > 0;
  if (!('measure' in component) || !isByAmount) return undefined;
  const measure = measures.get(component.measure);
  return measure && addsUp(measure) ? measure : undefined;
}

function hasQuality(component: Component, measure: Measure, plan: Plan): boolean {
  const acting = [...plan.gates, ...plan.modifiers].filter((each) => actsOn(each, component.id));
  const isLinked = plan.links.some((each) => actsOn(each, component.id));
  const credited = measure.calculate === 'sum' ? [measure.crediting] : [];
  const lists = [...credited, ...[...ruleListsOf(component).values()].map(({ rules }) => rules)];
  const curve = curveOf(component);
  return (
    isLinked ||
    lists.some(tellsApart) ||
    (curve && curveAcross(curve)) !== undefined ||
    acting.some((each) => each.measure !== measure.id)
  );
}

/** Rules per deal under which some deals are worth less than others. */
function tellsApart(rules: readonly { readonly figure: Exact }[]): boolean {
  return rules.some(({ figure }) => !figure.eq((rules[0] as { figure: Exact }).figure));
}
