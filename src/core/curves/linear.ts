// Straight lines between points: 70 % pays 50 %, 100 % pays 100 %, and everything in between in
// proportion. What happens below the first and above the last point must be stated; a line that
// goes on may be accelerated there. In: points {at, pays}. Out: a payout factor.

import { z } from 'zod';
import { type Figure, figure, figureText } from '../document/leaves.ts';
import { type Exact, exact, ONE, ZERO } from '../exact-number.ts';
import type { TablePoint } from '../worksheet/operations.ts';
import {
  acceleratorFaults,
  acceleratorFields,
  beside,
  type Misplaced,
  multiplesOf,
} from './accelerator.ts';
import {
  type CurveFault,
  type CurveRow,
  type CurveShape,
  ownsField,
  pointsOf,
  type RowFields,
  unorderedRows,
} from './curve-shape.ts';
import { type Outward, type Turn, turnsBeyond } from './line-end.ts';

const schema = z.strictObject({
  shape: z.literal('linear'),
  points: z.array(z.strictObject({ at: figure, pays: figure })).min(1),
  below: z.enum(['nothing', 'hold', 'extend']),
  above: z.enum(['hold', 'extend']),
  /** Which of two points at one place (a jump) pays there. */
  owns: ownsField,
  ...acceleratorFields,
});
schema.register(z.globalRegistry, {
  startsAs: {
    shape: 'linear',
    points: [
      { at: '70%', pays: '50%' },
      { at: '100%', pays: '100%' },
      { at: '130%', pays: '200%' },
    ],
    below: 'nothing',
    above: 'hold',
  },
});

const rowFields: RowFields = { list: 'points', start: 'at', pays: 'pays' };

type Linear = z.output<typeof schema>;

export const linear: CurveShape<Linear> = {
  schema,
  rowFields,
  yields: 'factor',
  rows: (curve) => curve.points,
  paidRows,
  multiples: multiplesOf,
  check: (curve) => [
    ...unorderedRows(curve.points, rowFields, true),
    ...extendsFromOnePlace(curve),
    ...beyondFaults(curve),
  ],
  apply: (curve, { on, unit }) => ({
    op: 'interpolate',
    on,
    onUnit: unit,
    points: linePoints(curve),
    below: curve.below,
    above: curve.above,
    ...(curve.owns && { owns: curve.owns }),
  }),
  meaning: ({ owns }) =>
    owns === 'upper'
      ? 'in proportion between the points, a jump counting from above its place on'
      : 'in proportion between the points',
};

/** How the line goes on below its first and above its last point. */
function beyond({ points, accelerators = [], decelerator: slower }: Linear) {
  const line = pointsOf(points);
  const [first, last] = [line[0] as TablePoint, line.at(-1) as TablePoint];
  const outward = accelerators.map(({ from, ...each }): Outward => ({ ...each, at: from }));
  const inward: Outward[] = slower ? [{ ...slower, at: slower.below }] : [];
  return {
    line,
    above: turnsBeyond(last, line.at(-2) ?? last, outward),
    below: turnsBeyond(first, line[1] ?? first, inward),
  };
}

function paidRows(curve: Linear): readonly CurveRow[] {
  const { above, below } = beyond(curve);
  const isPercent = curve.points.some(({ at }) => at.isPercent);
  const places = curve.points.map(({ at }) => at.number);
  const rows = ({ turns }: { turns: readonly Turn[] }): readonly CurveRow[] =>
    turns
      .filter(({ at }) => !places.some((place) => place.eq(at)))
      .map(({ at, pays }) => ({
        at: { number: at, isPercent },
        pays: { number: pays, isPercent: true },
      }));
  return [...rows(below), ...curve.points, ...rows(above)];
}

/** The points, the turns beyond them, and one point more that gives the last turn its direction. */
function linePoints(curve: Linear): readonly TablePoint[] {
  const { line, above, below } = beyond(curve);
  const ray = (turns: readonly Turn[], step: Exact): readonly TablePoint[] => {
    const end = turns.at(-1);
    if (!end) return [];
    const next = { at: end.at.plus(step), pays: end.pays.plus(end.slope.times(step)) };
    return [...turns.filter(({ at }) => !line.some((point) => point.at.eq(at))), next];
  };
  const minusOne = ZERO.minus(ONE);
  return [...ray(below.turns, minusOne).toReversed(), ...line, ...ray(above.turns, ONE)];
}

function beyondFaults(curve: Linear): readonly CurveFault[] {
  const { points, above, below } = curve;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const ends = beyond(curve);
  const slower = ends.below.readings[0];
  const goesOn = (rule: string, field: string): Misplaced | undefined =>
    rule === 'extend'
      ? undefined
      : {
          problem: `lies where \`${field}: ${rule}\` ends the line`,
          remedy: `write \`${field}: extend\`, so that there is a line to go on`,
        };
  return acceleratorFaults(curve, {
    faster: ends.above.readings,
    ...(slower && { slower }),
    say: (slope) => slopeText(slope, first.at),
    starts: (at) =>
      goesOn(above, 'above') ??
      beside(at, last.at, at.number.gte(last.at.number), inside('below the last', 'above')),
    ends: (at) =>
      goesOn(below, 'below') ??
      beside(at, first.at, at.number.lte(first.at.number), inside('above the first', 'below')),
  });
}

const inside = (where: string, side: string): Misplaced => ({
  problem: `lies ${where} point, where points say what is paid`,
  remedy: `write a place at that point or ${side} it, or write points`,
});

const HUNDREDTH = exact('0.01');

/** What one more unit pays; of a percentage, one more point of it. */
function slopeText(slope: Exact, { isPercent }: Figure): string {
  const paid = (isPercent ? slope.times(HUNDREDTH) : slope).round(6);
  return `${isPercent ? '1%' : '1'} more pays ${figureText({ number: paid, isPercent: true })}`;
}

/** A line can only go on when the two points at its end stand at different places. */
function extendsFromOnePlace({ points, below, above }: Linear): CurveFault[] {
  const last = points.length - 1;
  const ends = [
    { field: 'below', extended: below === 'extend', edge: 0, inner: 1 },
    { field: 'above', extended: above === 'extend', edge: last, inner: last - 1 },
  ];
  return ends.flatMap(({ field, extended, edge, inner }) => {
    const [outer, next] = [points[edge], points[inner]];
    const hasSlope = outer && next && !outer.at.number.eq(next.at.number);
    if (!extended || hasSlope) return [];
    const where = next ? 'the two points at this end start at one place' : 'there is one point';
    const what = `\`extend\` continues a line, and ${where}`;
    const remedy = 'add a point for the line to go through, or write `hold`';
    return [{ code: 'curve/extend-needs-two', path: [field], what, remedy }];
  });
}
