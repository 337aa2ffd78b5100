// The ways a key result is scored: a number to raise or to lower, a baseline not to fall under, an
// accepted range, a milestone without a number. One entry per way: fields, check and formula.
// In: the key result as written. Out: a score from 0 (or below nothing) to 1, or beyond if stated.
// Source: PRODUCT.md (key results come in kinds); ENGINE.md section 6.

import { z } from 'zod';
import { date, type Figure, figure, identifier, percentage, text } from '../document/leaves.ts';
import { type Exact, ONE, ZERO } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import type { DocumentPath } from '../source.ts';
import {
  choose,
  compare,
  constant,
  divide,
  type Formula,
  maximum,
  minimum,
  subtract,
} from '../worksheet/operations.ts';
import type { CheckContext, ComponentPart } from './component-kind.ts';
import { checkFigureUnit } from './figure-unit.ts';

const fromTo = z.strictObject({ from: figure, to: figure });

export const keyResultField = z.strictObject({
  id: identifier,
  title: text,
  weight: percentage,
  measure: identifier.optional(),
  /** The highest score; 100% unless the plan rewards going beyond. */
  scoreCap: percentage.optional(),
  raise: fromTo.optional(),
  lower: fromTo.optional(),
  baseline: z
    .union([z.strictObject({ atLeast: figure }), z.strictObject({ atMost: figure })])
    .optional(),
  range: z
    .strictObject({ acceptable: figure, full: figure, acceptableScore: percentage })
    .optional(),
  milestone: z.strictObject({ by: date, evidence: text.optional() }).optional(),
});
export type KeyResult = z.output<typeof keyResultField>;

const ways = ['raise', 'lower', 'baseline', 'range', 'milestone'] as const;
type Way = (typeof ways)[number];

/** How a key result is scored, or undefined when it says none or more than one. */
export function wayOf(keyResult: KeyResult): Way | undefined {
  const stated = ways.filter((way) => keyResult[way] !== undefined);
  return stated.length === 1 ? stated[0] : undefined;
}

export function checkKeyResult(
  keyResult: KeyResult,
  path: DocumentPath,
  context: CheckContext,
): void {
  const way = wayOf(keyResult);
  if (!way) {
    context.report(
      'okr/way',
      path,
      `\`${keyResult.id}\` must say one way to score it`,
      `write exactly one of: ${ways.join(', ')}`,
    );
    return;
  }
  if (way === 'milestone') {
    if (!keyResult.measure) return;
    context.report(
      'okr/way',
      [...path, 'measure'],
      'a milestone is scored by a person',
      'remove `measure`, or write `raise`, `lower`, `baseline` or `range` instead',
    );
    return;
  }
  if (!keyResult.measure) {
    context.report('document/missing-field', path, '`measure` is missing', 'add `measure: …`');
    return;
  }
  const measure = context.measure([...path, 'measure'], keyResult.measure);
  if (measure) checkFigures(keyResult, way, measure, [...path, way], context);
}

function checkFigures(
  keyResult: KeyResult,
  way: Exclude<Way, 'milestone'>,
  measure: Measure,
  path: DocumentPath,
  context: CheckContext,
): void {
  for (const [name, written] of Object.entries(keyResult[way] ?? {})) {
    const isFigure = name !== 'acceptableScore';
    if (isFigure) checkFigureUnit(written as Figure, measure, [...path, name], context);
  }
  const distance = distanceOf(keyResult);
  const wrong =
    way === 'raise'
      ? distance?.lte(ZERO)
      : distance?.eq(ZERO) || (way === 'lower' && distance?.gt(ZERO));
  if (!wrong) return;
  const what =
    way === 'range'
      ? 'the two ends of the range are the same'
      : `this does not ${way}: it goes from one figure to ${distance?.eq(ZERO) ? 'the same' : 'the other side'}`;
  context.report(
    'okr/direction',
    path,
    what,
    'write `raise` from the lower to the higher figure, `lower` from the higher to the lower',
  );
}

function distanceOf({ raise, lower, range }: KeyResult): Exact | undefined {
  const line = raise ?? lower;
  if (line) return line.to.number.minus(line.from.number);
  return range?.full.number.minus(range.acceptable.number);
}

/** The figures a key result asks for: from where to where, or the one to keep. */
export function askedOf({ raise, lower, baseline, range }: KeyResult): ComponentPart['asked'] {
  const line = raise ?? lower;
  if (line) return { from: line.from.number, to: line.to.number };
  if (range) return { from: range.acceptable.number, to: range.full.number };
  if (!baseline) return undefined;
  return { to: ('atLeast' in baseline ? baseline.atLeast : baseline.atMost).number };
}

/** The score of a measured key result. Milestones are scored by a person instead. */
export function keyResultScore(
  keyResult: KeyResult,
  result: Formula,
  unit: Measure['unit'],
): Formula {
  const { raise, lower, baseline, range } = keyResult;
  const line = raise ?? lower;
  const figureOf = ({ number }: Figure): Formula => constant(number, unit);
  if (line) return clamped(progress(result, figureOf(line.from), figureOf(line.to)), keyResult);
  if (baseline) {
    const holds =
      'atLeast' in baseline
        ? compare(result, '>=', figureOf(baseline.atLeast))
        : compare(result, '<=', figureOf(baseline.atMost));
    return choose(holds, constant(ONE, 'ratio'), constant(ZERO, 'ratio'));
  }
  if (range) return rangeScore(range, result, figureOf);
  throw new Error(`key result ${keyResult.id} is scored by a person`);
}

/** (result - from) / (to - from), in either direction. */
function progress(result: Formula, from: Formula, to: Formula): Formula {
  return divide(subtract(result, from), subtract(to, from));
}

function clamped(score: Formula, { scoreCap }: KeyResult): Formula {
  return maximum(constant(ZERO, 'ratio'), minimum(constant(scoreCap ?? ONE, 'ratio'), score));
}

/** Nothing outside the range; from the stated score at its acceptable end to 1 at the full end. */
function rangeScore(
  range: NonNullable<KeyResult['range']>,
  result: Formula,
  figureOf: (figure: Figure) => Formula,
): Formula {
  const { acceptable, full, acceptableScore } = range;
  const rising = full.number.gt(acceptable.number);
  const accepted = compare(result, rising ? '>=' : '<=', figureOf(acceptable));
  const along: Formula = {
    op: 'interpolate',
    on: progress(result, figureOf(acceptable), figureOf(full)),
    onUnit: 'ratio',
    points: [
      { at: ZERO, pays: acceptableScore },
      { at: ONE, pays: ONE },
    ],
    below: 'nothing',
    above: 'hold',
  };
  return choose(accepted, along, constant(ZERO, 'ratio'));
}
