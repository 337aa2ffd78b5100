// Gates and links in a circle: what one component pays hangs on the result of another, which hangs
// on the first. A gate looks at a measure and never at a payout, so no circle of gates leaves pay
// undefined; this is the nearest that can be written: two results that each withhold the other's
// pay, or a gate on the very measure that its one component is paid by, a threshold in disguise.
// In: a plan. Out: one doubt per circle, at its first gate.

import { measuresOf } from '../components/kinds.ts';
import { actsOn, type Gate, type Link, type Plan } from '../plan/plan.ts';
import type { DocumentPath } from '../source.ts';
import type { Doubt, PlanProof } from './doubt.ts';

/** "What `from` pays hangs on what `to` is paid by", through a gate or a link. */
interface Hold {
  readonly id: string;
  readonly path: DocumentPath;
  readonly from: string;
  readonly to: string;
}

export const proveNoCircle: PlanProof = ({ plan }) => {
  const holds = [
    ...plan.gates.flatMap((gate, index) => gateHolds(plan, gate, index)),
    ...plan.links.flatMap(linkHolds),
  ];
  const told = new Set<string>();
  return holds.flatMap((start) => {
    const circle = told.has(start.id) ? undefined : wayBack(start, holds);
    for (const { id } of circle ?? []) told.add(id);
    return circle ? [circleDoubt(circle)] : [];
  });
};

/** A gate on all components is a condition of the whole plan, not of one result upon another. */
function gateHolds({ components }: Plan, gate: Gate, index: number): readonly Hold[] {
  if (gate.actsOn === 'all' && components.length > 1) return [];
  const held = components.filter(({ id }) => actsOn(gate, id));
  const paidBy = components.filter((each) => measuresOf(each).includes(gate.measure));
  const all = held.flatMap(({ id: from }) =>
    paidBy.map(({ id: to }) => ({ id: gate.id, path: ['gates', index], from, to })),
  );
  return held.length === 1 ? all : all.filter(({ from, to }) => from !== to);
}

function linkHolds({ id, by, actsOn: limited }: Link, index: number): readonly Hold[] {
  return limited.map((from) => ({ id, path: ['links', index], from, to: by }));
}

/** The shortest way from what a component hangs on back to the component itself. */
function wayBack(start: Hold, holds: readonly Hold[]): readonly Hold[] | undefined {
  const ways: (readonly Hold[])[] = [[start]];
  const seen = new Set([start.to]);
  for (const way of ways) {
    const end = (way.at(-1) as Hold).to;
    if (end === start.from) return way;
    for (const next of holds.filter(({ from }) => from === end)) {
      if (seen.has(next.to) && next.to !== start.from) continue;
      seen.add(next.to);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

function circleDoubt(circle: readonly Hold[]): Doubt {
  const [{ id, path, from }] = circle as [Hold];
  const chain = circle.map((each) => `\`${each.from}\` waits for \`${each.to}\` (\`${each.id}\`)`);
  const isOwn = circle.length === 1;
  return {
    code: 'gate/circular',
    path,
    about: id,
    what: isOwn
      ? `\`${id}\` looks at what \`${from}\` is paid by, and acts on nothing else`
      : `pay waits in a circle: ${chain.join(', ')}`,
    remedy: isOwn
      ? 'say it in the curve, where its first row starts, and remove the gate'
      : 'let one of them go, so that a miss of one result is paid for once',
  };
}
