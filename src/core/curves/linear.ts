// Straight lines between points: 70 % pays 50 %, 100 % pays 100 %, and everything in between in
// proportion. What happens below the first and above the last point must be stated.
// In: points {at, pays}. Out: a payout factor.

import { z } from 'zod';
import { figure } from '../document/leaves.ts';
import { type CurveFault, type CurveShape, pointsOf, unorderedRows } from './curve-shape.ts';

const schema = z.strictObject({
  shape: z.literal('linear'),
  points: z.array(z.strictObject({ at: figure, pays: figure })).min(1),
  below: z.enum(['nothing', 'hold', 'extend']),
  above: z.enum(['hold', 'extend']),
});

type Linear = z.output<typeof schema>;

export const linear: CurveShape<Linear> = {
  schema,
  rowsField: 'points',
  yields: 'factor',
  rows: (curve) => curve.points,
  check: (curve) => [...unorderedRows(curve.points, true), ...extendsFromOnePlace(curve)],
  apply: (curve, on, onUnit) => ({
    op: 'interpolate',
    on,
    onUnit,
    points: pointsOf(curve.points),
    below: curve.below,
    above: curve.above,
  }),
  meaning: () => 'in proportion between the points',
};

/** A line can only go on when the two points at its end stand at different places. */
function extendsFromOnePlace({ points, below, above }: Linear): CurveFault[] {
  const ends = [
    { extended: below === 'extend', edge: 0, inner: 1 },
    { extended: above === 'extend', edge: points.length - 1, inner: points.length - 2 },
  ];
  return ends.flatMap(({ extended, edge, inner }) => {
    const [outer, next] = [points[edge], points[inner]];
    const hasSlope = outer && next && !outer.at.number.eq(next.at.number);
    if (!extended || hasSlope) return [];
    return [
      {
        code: 'curve/extend-needs-two',
        row: edge,
        what: '`extend` continues a line, and one point has no slope',
        remedy: 'add a second point, or write `hold`',
      },
    ];
  });
}
