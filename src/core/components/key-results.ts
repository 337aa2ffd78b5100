// The ways a key result is scored: a number to raise or to lower, a baseline not to fall under, an
// accepted range, a milestone without a number. One entry per way: fields, check and formula.
// In: the key result as written. Out: a score from 0 (or below nothing) to 1, or beyond if stated.
// Source: PRODUCT.md (key results come in kinds); ENGINE.md section 6.

import { z } from 'zod';
import {
  date,
  type Figure,
  figure,
  figureText,
  identifier,
  percentage,
  text,
} from '../document/leaves.ts';
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
  const stated = statedWays(keyResult);
  return stated.length === 1 ? stated[0] : undefined;
}

function statedWays(keyResult: KeyResult): readonly Way[] {
  return ways.filter((way) => keyResult[way] !== undefined);
}

export function checkKeyResult(
  keyResult: KeyResult,
  path: DocumentPath,
  context: CheckContext,
): void {
  const way = wayOf(keyResult);
  if (!way) {
    const stated = statedWays(keyResult).map((each) => `\`${each}\``);
    const what =
      stated.length === 0
        ? `nothing says how \`${keyResult.id}\` is scored`
        : `\`${keyResult.id}\` is scored in ${stated.length} ways: ${stated.join(', ')}`;
    context.report('okr/way', path, what, `write exactly one of: ${ways.join(', ')}`);
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
    const what = `\`measure\` is missing, and \`${way}\` needs one`;
    context.report('document/missing-field', path, what, 'add `measure:` with the id of a measure');
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
  const ends = endsOf(keyResult);
  if (!ends) return;
  const order = ends[1].number.cmp(ends[0].number);
  const isRight = way === 'range' ? order !== 0 : order === (way === 'raise' ? 1 : -1);
  if (isRight) return;
  const [first, last] = ends.map((end) => `\`${figureText(end)}\``);
  const what =
    order === 0
      ? `\`${way}\` starts and ends at ${first}`
      : `\`${way}\` goes from ${first} to ${last}`;
  const remedy =
    order === 0
      ? 'write two different figures'
      : `swap the figures, or write \`${way === 'raise' ? 'lower' : 'raise'}\``;
  context.report('okr/direction', path, what, remedy);
}

/** Where a key result starts and where it wants to go; none where it only has a bound. */
function endsOf({ raise, lower, range }: KeyResult): readonly [Figure, Figure] | undefined {
  const line = raise ?? lower;
  if (line) return [line.from, line.to];
  return range && [range.acceptable, range.full];
}

/** The figures a key result asks for: from where to where, or the one to keep. */
export function askedOf(keyResult: KeyResult): ComponentPart['asked'] {
  const ends = endsOf(keyResult);
  if (ends) return { from: ends[0].number, to: ends[1].number };
  const { baseline } = keyResult;
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

/** A bound holds or does not, and a range ends at its full end; what has a line can go beyond. */
export function highestScore({ baseline, range, scoreCap }: KeyResult): Exact {
  return baseline || range ? ONE : (scoreCap ?? ONE);
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
