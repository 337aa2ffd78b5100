// Components that pull against each other: what raises one measure lowers the pay for another, by
// the way in which both are made of one third measure. Two sides of a ratio that are both counted
// from deals rise together, so that the one is no reproach to the other. In: a plan. Out: a doubt
// at the second of two such components. Source: PRODUCT.md.

import { ONE } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import type { Plan } from '../plan/plan.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof } from './doubt.ts';

export const proveTogether: PlanProof = ({ plan, looks }) =>
  looks.flatMap((look, index) => {
    for (const other of looks.slice(0, index)) {
      const shared = contrary(plan, other, look);
      if (shared !== undefined) return [doubtOf(look, other, shared)];
    }
    return [];
  });

/** The measure of which more pays more in one component and less in the other. */
function contrary(plan: Plan, first: ComponentLook, second: ComponentLook): string | undefined {
  const [one, two] = [pullsOf(plan, first), pullsOf(plan, second)];
  const shared = [...one].find(([id, pull]) => (two.get(id) ?? pull) !== pull);
  // The same measure in both is found as a result that is paid twice.
  const isSame = measureOf(plan, first) === measureOf(plan, second);
  return isSame ? undefined : shared?.[0];
}

/** By measure: whether more of it pays more. */
function pullsOf(plan: Plan, look: ComponentLook): ReadonlyMap<string, boolean> {
  const measure = measureOf(plan, look);
  const rises = measure && paysForMore(look);
  if (!measure || rises === undefined) return new Map();
  if (measure.calculate !== 'ratio') return new Map([[measure.id, rises]]);
  const { numerator, denominator } = measure;
  const sides = [numerator, denominator].map((id) => plan.measures.get(id));
  const isOfDeals = sides.every((side) => side && 'deals' in side);
  return new Map([[numerator, rises], ...(isOfDeals ? [] : [[denominator, !rises] as const])]);
}

function measureOf({ measures }: Plan, { component }: ComponentLook): Measure | undefined {
  return 'measure' in component ? measures.get(component.measure) : undefined;
}

/** Whether a higher result pays more; undefined where it pays the same. */
function paysForMore(look: ComponentLook): boolean | undefined {
  const { samples, cells } = look;
  const [low, high] = [samples[0], samples.at(-1)];
  if (!low || !high) return undefined;
  const [less, more] = [look.payoutAt(low), look.payoutAt(high)];
  if (less.eq(more)) return undefined;
  if (cells.attainment === undefined) return more.gt(less);
  const [one, two] = [ONE, ONE.plus(ONE)].map((result) => look.attainmentOf(result));
  return one && two && !one.eq(two) ? more.gt(less) === two.gt(one) : undefined;
}

function doubtOf(look: ComponentLook, other: ComponentLook, measure: string): Doubt {
  const { id } = look.component;
  return {
    code: 'component/contrary',
    path: [...look.path, 'measure'],
    about: id,
    what:
      `more of \`${measure}\` pays more in one of \`${other.component.id}\` and \`${id}\`, and ` +
      'less in the other',
    remedy:
      'pay for one of them and make the other a gate, or say in `accepts` which balance is meant',
  };
}
