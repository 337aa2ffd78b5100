// Gates in a circle: what one component pays hangs on the result of another, which hangs on the
// first. A gate looks at a measure and never at a payout, so no circle can leave pay undefined;
// this is the nearest that can be written: two results that each withhold the other's pay, or a
// gate on the very measure that the component is paid by, which is a threshold in disguise. In: a
// plan. Out: one doubt per circle, at its first gate.

import { measuresOf } from '../components/kinds.ts';
import { actsOn, type Gate, type Plan } from '../plan/plan.ts';
import type { Doubt, PlanProof } from './doubt.ts';

/** "What `from` pays hangs on what `to` is paid by", through a gate. */
interface Hold {
  readonly gate: Gate;
  readonly from: string;
  readonly to: string;
}

export const proveNoCircle: PlanProof = ({ plan }) => {
  const holds = plan.gates.flatMap((gate) => holdsOf(plan, gate));
  const told = new Set<Gate>();
  return holds.flatMap((start) => {
    const circle = told.has(start.gate) ? undefined : wayBack(start, holds);
    for (const { gate } of circle ?? []) told.add(gate);
    return circle ? [circleDoubt(plan, circle)] : [];
  });
};

function holdsOf({ components }: Plan, gate: Gate): readonly Hold[] {
  const held = components.filter(({ id }) => actsOn(gate, id));
  const paidBy = components.filter((each) => measuresOf(each).includes(gate.measure));
  return held.flatMap(({ id: from }) => paidBy.map(({ id: to }) => ({ gate, from, to })));
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

function circleDoubt({ gates }: Plan, circle: readonly Hold[]): Doubt {
  const [first] = circle as [Hold];
  const chain = circle.map(
    ({ gate: { id }, from, to }) => `\`${from}\` waits for \`${to}\` (\`${id}\`)`,
  );
  const { id, measure } = first.gate;
  const isOwn = circle.length === 1;
  return {
    code: 'gate/circular',
    path: ['gates', gates.indexOf(first.gate)],
    about: id,
    what: isOwn
      ? `\`${id}\` looks at \`${measure}\`, by which \`${first.from}\` is paid itself`
      : `the gates run in a circle: ${chain.join(', ')}`,
    remedy: isOwn
      ? 'say it in the curve, where its first row starts, and remove the gate'
      : 'let one of them go, so that a miss of one result is paid for once',
  };
}
