// Straight lines between points: 70 % pays 50 %, 100 % pays 100 %, and everything in between in
// proportion. What happens below the first and above the last point must be stated.
// In: points {at, pays}. Out: a payout factor.

import { z } from 'zod';
import { figure } from '../document/leaves.ts';
import {
  type CurveFault,
  type CurveShape,
  ownsField,
  pointsOf,
  type RowFields,
  unorderedRows,
} from './curve-shape.ts';

const schema = z.strictObject({
  shape: z.literal('linear'),
  points: z.array(z.strictObject({ at: figure, pays: figure })).min(1),
  below: z.enum(['nothing', 'hold', 'extend']),
  above: z.enum(['hold', 'extend']),
  /** Which of two points at one place (a jump) pays there. */
  owns: ownsField,
});

const rowFields: RowFields = { list: 'points', start: 'at', pays: 'pays' };

type Linear = z.output<typeof schema>;

export const linear: CurveShape<Linear> = {
  schema,
  rowFields,
  yields: 'factor',
  rows: (curve) => curve.points,
  check: (curve) => [
    ...unorderedRows(curve.points, rowFields, true),
    ...extendsFromOnePlace(curve),
  ],
  apply: (curve, { on, unit }) => ({
    op: 'interpolate',
    on,
    onUnit: unit,
    points: pointsOf(curve.points),
    below: curve.below,
    above: curve.above,
    ...(curve.owns && { owns: curve.owns }),
  }),
  meaning: ({ owns }) =>
    owns === 'upper'
      ? 'in proportion between the points, a jump counting from above its place on'
      : 'in proportion between the points',
};

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
