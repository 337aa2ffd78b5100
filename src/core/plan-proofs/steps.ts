// Steps in what a year at target pays in all, made by what stands beside the components: a gate or
// a modifier on another measure. A gate is a step that is meant; one that takes more than half
// decides more than all that people are paid for, and a line would do the same without the edge.
// Proven by paying the year on both sides of it. In: a plan. Out: doubts that name the amount.

import { compareExact, type Exact, exact, sumOf } from '../exact-number.ts';
import type { DocumentPath } from '../source.ts';
import type { Datum, Unit } from '../worksheet/operations.ts';
import { breakpointsOf, HAIR } from './breakpoints.ts';
import type { Doubt, PlanProof, ProofScene } from './doubt.ts';
import { heldYear } from './held-year.ts';
import type { PinnedPlan } from './pinned-plan.ts';
import { atTarget, atYearEnd, baseline } from './sampled-year.ts';
import { figureWords, moneyWords, stepOf, stepWords } from './spoken-figures.ts';

const NOTABLE_PART = exact('0.5');

/** A step of pay, where a measure reaches a figure from below, or from above. */
interface Step {
  readonly id: string;
  readonly title: string;
  readonly path: DocumentPath;
  readonly at: Exact;
  readonly unit: Unit;
  readonly isFromAbove: boolean;
  /** What is held at both sides of it. */
  readonly sides: readonly (readonly Side[])[];
}

interface StepSize {
  readonly size: Exact;
  /** What is paid at target with all gates met and nothing modified. */
  readonly whole: Exact;
}

type Side = readonly [cell: string, datum: Datum];

export const proveSteps: PlanProof = (scene) => {
  const { plan, figures, looks } = scene;
  if (plan.gates.length + plan.modifiers.length === 0) return [];
  const pinned = atYearEnd(plan, figures);
  const year = heldYear(plan, figures);
  const paidWith = (...side: readonly Side[]): Exact => {
    const periods = year(({ components }) => new Map([...atTarget(components, looks), ...side]));
    return sumOf(periods.map(({ paid }) => paid));
  };
  const whole = paidWith();
  return [...gateSteps(pinned), ...modifierSteps(pinned)].flatMap((step) => {
    const [one, other] = step.sides.map((held) => paidWith(...held)) as [Exact, Exact];
    const size = one.minus(other).abs();
    return size.gt(whole.times(NOTABLE_PART)) ? [doubtOf(step, { size, whole }, scene)] : [];
  });
};

function gateSteps(pinned: PinnedPlan): readonly Step[] {
  return pinned.segment.gates.flatMap(({ gate, unit, judged }, index): readonly Step[] => {
    if (!judged) return [];
    const { id, title, require } = gate;
    const isFromAbove = 'atMost' in require;
    const { number: at } = isFromAbove ? require.atMost : require.atLeast;
    const path = ['gates', index, 'whenNotMet'];
    const missed = isFromAbove ? at.plus(HAIR) : at.minus(HAIR);
    const scaled =
      judged.scale === undefined ? [] : [factorSide(pinned, judged.result, judged.scale, missed)];
    const sides = [[[judged.met, true] as const], [[judged.met, false] as const, ...scaled]];
    return [{ id, title, path, at, unit, isFromAbove, sides }];
  });
}

/** The largest step of each modifier. */
function modifierSteps(pinned: PinnedPlan): readonly Step[] {
  const { worksheet } = pinned.compiled;
  return pinned.segment.modifiers.flatMap(({ modifier, unit, judged }, index): readonly Step[] => {
    if (!judged) return [];
    const { id, title } = modifier;
    const { at } = breakpointsOf(worksheet, { op: 'cell', id: judged.result });
    const factorAt = (figure: Exact): Exact =>
      factorSide(pinned, judged.result, judged.factor, figure)[1] as Exact;
    const jumps = at.flatMap((each) => [
      { at: each, from: factorAt(each.minus(HAIR)), to: factorAt(each) },
      { at: each, from: factorAt(each), to: factorAt(each.plus(HAIR)) },
    ]);
    const [most] = jumps.toSorted((a, b) => compareExact(heightOf(b), heightOf(a)));
    if (!most) return [];
    const sides = [most.from, most.to].map((factor) => [[judged.factor, factor] as const]);
    const isFromAbove = most.from.gt(most.to);
    return [
      { id, title, path: ['modifiers', index, 'curve'], at: most.at, unit, isFromAbove, sides },
    ];
  });
}

/** What a curve beside the components gives where its measure stands at a figure. */
function factorSide(pinned: PinnedPlan, result: string, factor: string, figure: Exact): Side {
  const free = new Map(baseline(pinned.segment));
  free.delete(factor);
  return [factor, pinned.evaluate(new Map([...free, [result, figure]])).get(factor)];
}

function heightOf({ from, to }: { readonly from: Exact; readonly to: Exact }): Exact {
  return to.minus(from).abs();
}

/** `at 77.99%, 0.01% more of “ICP fit” pays 2,340.00 USD more, 40% of the whole` */
function doubtOf(
  { id, title, path, at, unit, isFromAbove }: Step,
  { size, whole }: StepSize,
  scene: ProofScene,
): Doubt {
  const { currency } = scene.plan;
  const step = stepOf(unit);
  const missed = figureWords(isFromAbove ? at.plus(step) : at.minus(step), unit, currency);
  const change = `${stepWords(unit, currency)} ${isFromAbove ? 'less' : 'more'}`;
  const part = figureWords(size.div(whole).round(2), 'ratio', currency);
  return {
    code: 'gate/large-step',
    path,
    about: id,
    what:
      `at ${missed} of “${title}”, ${change} pays ${moneyWords(size, currency)} more, ` +
      `${part} of all (${scene.figures.words}, whole year)`,
    remedy:
      'scale by a smaller part, or by a line (`scale: { curve: … }` of a gate, `shape: linear` ' +
      'of a modifier); or say in `accepts` that so much hangs on it',
  };
}
