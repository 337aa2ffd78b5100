// Accelerators and decelerators: beyond a place a curve pays a multiple, and the plan says of what.
// Of the rate: what one unit earns in the tier; of a line, the pay at its end for each unit from
// zero up to there. Of the slope: what one more unit adds on the line just before. Twice the one is
// seldom twice the other, so a bare `2x` is a finding that shows what each reading would pay.
// Several accelerators multiply the table's own rate or slope (`base-`) or the accelerated one
// (`-before`). In: entries as written. Out: fields, faults, and the rate or slope they give.

import { z } from 'zod';
import { bareMultiple, type Figure, figure, figureText, multiple } from '../document/leaves.ts';
import { type Exact, exactText } from '../exact-number.ts';
import type { DocumentPath } from '../source.ts';
import { type CurveFault, inOtherUnit } from './curve-shape.ts';

const ofField = z.enum(['rate', 'slope', 'base-rate', 'base-slope', 'rate-before', 'slope-before']);
export type MultipleOf = z.output<typeof ofField>;

const multiplied = { times: multiple, of: ofField.optional() };
const accelerator = z.strictObject({ from: figure, ...multiplied });
const decelerator = z.strictObject({ below: figure, ...multiplied });

const bareEntry = bareMultiple('{ from: 100%, times: 2, of: slope }');
const bareList = bareMultiple('[{ from: 100%, times: 2, of: slope }]');
const bareSlower = bareMultiple('{ below: 80%, times: 0.5, of: slope }');

export const acceleratorFields = {
  /** Beyond the last row, in rising order; each pays `times` what its `of` names. */
  accelerators: z.union([z.array(z.union([accelerator, bareEntry])).min(1), bareList]).optional(),
  /** Below the first point of a line, or in the lower part of the first tier. */
  decelerator: z.union([decelerator, bareSlower]).optional(),
};

type Multiplied = z.output<z.ZodObject<typeof multiplied>>;

export interface Accelerated {
  readonly accelerators?: readonly z.output<typeof accelerator>[] | undefined;
  readonly decelerator?: z.output<typeof decelerator> | undefined;
}

/** An accelerator or decelerator as a reader is told of it. */
export interface CurveMultiple {
  readonly side: 'from' | 'below';
  readonly at: Figure;
  readonly times: Exact;
  readonly of: MultipleOf;
}

export function multiplesOf({ accelerators, decelerator: slower }: Accelerated) {
  const faster = (accelerators ?? []).map((each) => ({ ...each, at: each.from, side: 'from' }));
  const all = slower ? [{ ...slower, at: slower.below, side: 'below' }, ...faster] : faster;
  return all as readonly CurveMultiple[];
}

/** What each word would make the rate or the slope; words without a meaning there are absent. */
export type Readings = ReadonlyMap<MultipleOf, Exact>;

/** The rate or slope that is meant; undefined where the plan does not say (reported). */
export function meantBy({ of }: Multiplied, readings: Readings): Exact | undefined {
  if (of === undefined) return undefined;
  const plain = of.replace('base-', '').replace('-before', '') as MultipleOf;
  return readings.get(of) ?? readings.get(plain);
}

/** What a shape says about its rows, for the checks of what lies beyond them. */
interface AcceleratedTable {
  /** Readings of each accelerator in order, and of the decelerator. */
  readonly faster: readonly Readings[];
  readonly slower?: Readings;
  /** Words for what a reading pays: `1% more pays 4%`. */
  readonly say: (reading: Exact) => string;
  /** What is wrong with where an accelerator starts, or where a decelerator ends. */
  readonly starts: (at: Figure) => Misplaced | undefined;
  readonly ends: (at: Figure) => Misplaced | undefined;
}

export interface Misplaced {
  /** Goes on after the place: `lies …`. */
  readonly problem: string;
  readonly remedy: string;
}

/** A place that must lie on one side of a row; in another unit it has no side. */
export function beside(
  at: Figure,
  row: Figure | undefined,
  isRight: boolean,
  otherwise: Misplaced,
): Misplaced | undefined {
  if (!row || !inOtherUnit(at, row)) return isRight ? undefined : otherwise;
  const problem = `is written in another unit than the \`${figureText(row)}\` of the rows`;
  return { problem, remedy: 'write it as the rows are written: all percentages, or none' };
}

export function acceleratorFaults(curve: Accelerated, table: AcceleratedTable): CurveFault[] {
  const { accelerators = [], decelerator: slower } = curve;
  const faults = accelerators.flatMap((entry, index) => {
    const path = ['accelerators', index];
    const before = accelerators[index - 1]?.from;
    const misplaced =
      before && !entry.from.number.gt(before.number) ? notRising(before) : undefined;
    return [
      ...ambiguous(entry, table.faster[index] ?? new Map(), table.say, path),
      ...placed(entry.from, [...path, 'from'], misplaced ?? table.starts(entry.from)),
    ];
  });
  if (!slower) return faults;
  return [
    ...faults,
    ...ambiguous(slower, table.slower ?? new Map(), table.say, ['decelerator']),
    ...placed(slower.below, ['decelerator', 'below'], table.ends(slower.below)),
  ];
}

function notRising(before: Figure): Misplaced {
  return {
    problem: `is not above \`${figureText(before)}\`, where the accelerator before it starts`,
    remedy: 'list the accelerators in rising order of where they start',
  };
}

function placed(at: Figure, path: DocumentPath, wrong: Misplaced | undefined): CurveFault[] {
  if (!wrong) return [];
  const what = `\`${figureText(at)}\` ${wrong.problem}`;
  return [{ code: 'accelerator/misplaced', path, what, remedy: wrong.remedy }];
}

function wrongWord(of: MultipleOf, readings: Readings): string {
  const isTwofold = [...readings.keys()].some(
    (each) => each.startsWith('base-') && each.endsWith(of),
  );
  return isTwofold
    ? 'may be the one of the rows, or the one accelerated before'
    : 'has no meaning here';
}

function ambiguous(
  entry: Multiplied,
  readings: Readings,
  say: (reading: Exact) => string,
  path: DocumentPath,
): CurveFault[] {
  if (meantBy(entry, readings) !== undefined) return [];
  const what =
    entry.of === undefined
      ? `\`times: ${exactText(entry.times)}\` does not say what it multiplies`
      : `\`of: ${entry.of}\` ${wrongWord(entry.of, readings)}`;
  const choices = [...readings].map(([of, pays]) => `\`of: ${of}\` (${say(pays)})`);
  const remedy = `write ${choices.join(' or ')}`;
  const at = entry.of === undefined ? path : [...path, 'of'];
  return [{ code: 'accelerator/ambiguous', path: at, what, remedy }];
}
