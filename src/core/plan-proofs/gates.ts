// Gates that do nothing: one that nothing can lose by (it takes away an accelerator that the curve
// does not have, or nobody can reach), and one whose answer is known before the first deal. Proven
// by paying every component it acts on with the gate met and not met, at every breakpoint.
// In: the plan under the lens. Out: doubts at the gates.

import { exact } from '../exact-number.ts';
import { actsOn, type Gate } from '../plan/plan.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof } from './doubt.ts';
import { endsOf } from './reach.ts';

/** Stands for a measure without an end: far beyond any figure that a gate could ask for. */
const FAR = exact('1000000000000000');

export const proveGates: PlanProof = (scene) =>
  scene.plan.gates.flatMap((gate, index) => {
    const path = ['gates', index];
    const foregone = answerKnown(scene, gate);
    if (foregone !== undefined) return [foregoneDoubt(gate, path, foregone)];
    const acted = scene.looks.filter(({ component }) => actsOn(gate, component.id));
    const hasEffect = acted.some((look) => look.samples.some((at) => look.isLostAt(at, gate.id)));
    return hasEffect ? [] : [noEffectDoubt(gate, path, acted)];
  });

/** Whether the gate is met at both ends of its measure or at neither; else undefined. */
function answerKnown({ plan, looks }: Parameters<PlanProof>[0], gate: Gate): boolean | undefined {
  const measure = plan.measures.get(gate.measure);
  const ends = measure && endsOf(measure);
  const [look] = looks;
  if (!ends || !look) return undefined;
  const [low, high] = [ends.low, ends.high ?? FAR].map((figure) => look.isMetAt(figure, gate.id));
  return low === high ? low : undefined;
}

function foregoneDoubt(gate: Gate, path: Doubt['path'], isMet: boolean): Doubt {
  const what = isMet
    ? `\`${gate.measure}\` always meets what \`${gate.id}\` asks for`
    : `no figure of \`${gate.measure}\` meets what \`${gate.id}\` asks for`;
  const remedy = 'ask for a figure that the measure can reach and can miss, or remove the gate';
  return { code: 'gate/foregone', path: [...path, 'require'], about: gate.id, what, remedy };
}

function noEffectDoubt(gate: Gate, path: Doubt['path'], acted: readonly ComponentLook[]): Doubt {
  const named = acted.map(({ component }) => `\`${component.id}\``).join(', ');
  return {
    code: 'gate/no-effect',
    path: [...path, 'whenNotMet'],
    about: gate.id,
    what: `whether \`${gate.id}\` is met or not, no result of ${named} is paid differently`,
    remedy:
      'let it take away something that can be earned: `zero`, `{ scale: … }`, or a `capFactor` ' +
      'below what the curve pays at most',
  };
}
