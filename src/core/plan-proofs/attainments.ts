// Attainments that lose their meaning: one that divides by a result which can be zero (and zero is
// the best that can be, where lower is better), and days that pay more the more there are of them.
// Proven by asking the worksheet for the attainment of these results.
// In: components under the lens. Out: doubts at the attainment.

import { measureLookedAt } from '../components/kinds.ts';
import { ONE, ZERO } from '../exact-number.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof } from './doubt.ts';
import { endsOf } from './reach.ts';

export const proveAttainment: PlanProof = ({ looks }) =>
  looks.flatMap((look) => [...undefinedAtZero(look), ...moreDays(look)]);

function undefinedAtZero(look: ComponentLook): readonly Doubt[] {
  const { component, plan } = look;
  const measure = measureLookedAt(component, plan);
  const isZeroPossible = measure && endsOf(measure)?.low.eq(ZERO);
  if (!isZeroPossible || look.isScore || look.cells.quota === undefined) return [];
  if (look.attainmentOf(ZERO) !== undefined) return [];
  const what = `\`${measure.id}\` can be zero, and a result of zero has no attainment`;
  const remedy = 'write `attainment: mirror`, which is 2 - result / quota, or `progress`';
  return [{ code: 'attainment/none-at-zero', ...atAttainment(look), what, remedy }];
}

/** A baseline states the direction; without one, days that pay more the longer is surely a slip. */
function moreDays(look: ComponentLook): readonly Doubt[] {
  const { component, cells } = look;
  const isStated = 'baseline' in component && component.baseline !== undefined;
  if (cells.resultUnit !== 'days' || cells.quota === undefined || isStated) return [];
  const [few, many] = [ONE, ONE.plus(ONE)].map((days) => look.attainmentOf(days));
  if (!few || !many || few.gte(many)) return [];
  const what = `\`${component.id}\` is measured in days, and the more there are, the more it pays`;
  const remedy = 'write `attainment: mirror` or `inverse`, or `progress` from a `baseline`';
  return [{ code: 'attainment/direction', ...atAttainment(look), what, remedy }];
}

function atAttainment({ path, component }: ComponentLook): Pick<Doubt, 'path' | 'about'> {
  return { path: [...path, 'attainment'], about: component.id };
}
