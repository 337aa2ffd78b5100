// Gates that do nothing: one that nothing can lose by (it takes away an accelerator that the curve
// does not have, or nobody can reach), and one whose answer is known before the first deal. Proven
// by paying every component it acts on with the gate met and not met, at every breakpoint.
// In: the plan under the lens. Out: doubts at the gates.

import { exact } from '../exact-number.ts';
import { actsOn, type Gate, type Link } from '../plan/plan.ts';
import type { DocumentPath } from '../source.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof, ProofScene } from './doubt.ts';
import { endsOf } from './reach.ts';

/** Stands for a measure without an end: far beyond any figure that a gate could ask for. */
const FAR = exact('1000000000000000');

export const proveGates: PlanProof = (scene) => [
  ...scene.plan.gates.flatMap((gate, index) => {
    const path = ['gates', index];
    const foregone = answerKnown(scene, gate);
    if (foregone !== undefined) return [foregoneDoubt(gate, path, foregone)];
    return withoutEffect(scene, gate, [...path, 'whenNotMet']);
  }),
  // A link by the attainment itself limits whoever outruns it: no attainment is too high for that.
  ...scene.plan.links.flatMap((link, index) => {
    const path = ['links', index, 'capFactor'];
    return link.capFactor === 'attainment' ? [] : withoutEffect(scene, link, path);
  }),
];

function withoutEffect(
  { looks }: ProofScene,
  condition: Gate | Link,
  path: DocumentPath,
): readonly Doubt[] {
  const acted = looks.filter(({ component }) => actsOn(condition, component.id));
  const isLost = acted.some((look) => {
    const met = look.metCellOf(condition);
    return met === undefined || look.samples.some((at) => look.isLostAt(at, met));
  });
  return isLost ? [] : [noEffectDoubt(condition, path, acted)];
}

/** Whether the gate is met at both ends of its measure or at neither; else undefined. */
function answerKnown({ plan, looks }: ProofScene, gate: Gate): boolean | undefined {
  const measure = plan.measures.get(gate.measure);
  const ends = measure && endsOf(measure);
  const [look] = looks;
  if (!ends || !look) return undefined;
  const [low, high] = [ends.low, ends.high ?? FAR].map((figure) => look.isMetAt(figure, gate.id));
  return low === high ? low : undefined;
}

function foregoneDoubt(gate: Gate, path: DocumentPath, isMet: boolean): Doubt {
  const what = isMet
    ? `\`${gate.measure}\` always meets what \`${gate.id}\` asks for`
    : `no figure of \`${gate.measure}\` meets what \`${gate.id}\` asks for`;
  const remedy = 'ask for a figure that the measure can reach and can miss, or remove the gate';
  return { code: 'gate/foregone', path: [...path, 'require'], about: gate.id, what, remedy };
}

function noEffectDoubt(
  { id }: Gate | Link,
  path: DocumentPath,
  acted: readonly ComponentLook[],
): Doubt {
  const named = acted.map(({ component }) => `\`${component.id}\``).join(', ');
  return {
    code: 'gate/no-effect',
    path,
    about: id,
    what: `whether \`${id}\` is met or not, no result of ${named} is paid differently`,
    remedy:
      'let it take away something that can be earned: `zero`, `{ scale: … }`, or a `capFactor` ' +
      'below what the curve pays at most',
  };
}
