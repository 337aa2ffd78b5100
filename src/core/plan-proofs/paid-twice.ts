// One result paid twice: two components that stand on the same measure, or on two measures that are
// counted in the same way under different names. In: a plan. Out: a doubt at the second component.

import { type Component, measuresOf } from '../components/kinds.ts';
import type { Measure } from '../measures/measure.ts';
import type { Plan } from '../plan/plan.ts';
import type { Doubt, PlanProof } from './doubt.ts';

export const proveOnce: PlanProof = ({ plan }) =>
  plan.components.flatMap((component, index) => {
    for (const other of plan.components.slice(0, index)) {
      const shared = sharedMeasure(plan, other, component);
      if (shared) return [twice(index, component, other, shared)];
    }
    return [];
  });

function sharedMeasure(
  { measures }: Plan,
  first: Component,
  second: Component,
): readonly [string, string] | undefined {
  for (const one of measuresOf(first)) {
    const same = measuresOf(second).find((id) => id === one || isSame(measures, one, id));
    if (same !== undefined) return [one, same];
  }
  return undefined;
}

/** Alike in everything but their names. A reported figure is its name. */
function isSame(measures: Plan['measures'], one: string, other: string): boolean {
  const [left, right] = [measures.get(one), measures.get(other)];
  if (!left || !right || left.calculate === 'reported') return false;
  return definition(left) === definition(right);
}

function definition({ id: _id, label: _label, ...counted }: Measure): string {
  return JSON.stringify(counted, (name, node: unknown) => (name === 'text' ? undefined : node));
}

function twice(
  index: number,
  { id }: Component,
  other: Component,
  [first, second]: readonly [string, string],
): Doubt {
  const measure =
    first === second ? `\`${first}\`` : `\`${first}\` and \`${second}\`, which are one`;
  return {
    code: 'component/paid-twice',
    path: ['components', index],
    about: id,
    what: `\`${other.id}\` and \`${id}\` are both paid by ${measure}`,
    remedy: 'pay for it in one of them, or let the other look at what makes it last',
  };
}
