// The registry of payout-curve shapes. Adding one: its file, and a line here.
// In: a curve as read from a plan. Out: the shape's own behaviour. No other file names a shape.

import { z } from 'zod';
import { compareExact, type Exact, exact, smallest } from '../exact-number.ts';
import type { Formula } from '../worksheet/operations.ts';
import type { CurveMultiple } from './accelerator.ts';
import type {
  CurveFault,
  CurveInput,
  CurveRow,
  CurveShape,
  CurveYield,
  Grid,
  RowFields,
} from './curve-shape.ts';
import { linear } from './linear.ts';
import { marginal } from './marginal.ts';
import { matrix } from './matrix.ts';
import { mixed } from './mixed.ts';
import { proRata } from './pro-rata.ts';
import { retroactive } from './retroactive.ts';
import { stepped } from './stepped.ts';

const curveShapes = {
  linear,
  stepped,
  marginal,
  retroactive,
  mixed,
  'pro-rata': proRata,
  matrix,
};
type Shapes = typeof curveShapes;

/** A payout curve of any shape. */
export type Curve = {
  [Name in keyof Shapes]: z.output<Shapes[Name]['schema']>;
}[keyof Shapes];

type SchemaTuple = Parameters<typeof z.discriminatedUnion>[1];
const schemas = Object.values(curveShapes).map((shape) => shape.schema);
export const curveSchema = z.discriminatedUnion(
  'shape',
  schemas as unknown as SchemaTuple,
) as unknown as z.ZodType<Curve>;

function shapeOf(curve: Curve): CurveShape<Curve> {
  return curveShapes[curve.shape] as unknown as CurveShape<Curve>;
}

export function applyCurve(curve: Curve, input: CurveInput): Formula {
  return shapeOf(curve).apply(curve, input);
}

export function curveFaults(curve: Curve): readonly CurveFault[] {
  return shapeOf(curve).check(curve);
}

/** The rows of a curve's document, which findings point to. */
export function writtenRows(curve: Curve): readonly CurveRow[] {
  return shapeOf(curve).rows(curve);
}

/** The rows that a curve pays by: statements and charts show these. */
export function curveRows(curve: Curve): readonly CurveRow[] {
  const shape = shapeOf(curve);
  return (shape.paidRows ?? shape.rows)(curve);
}

export function curveRowFields(curve: Curve): RowFields {
  return shapeOf(curve).rowFields;
}

export function curveYields(curve: Curve): CurveYield {
  return shapeOf(curve).yields;
}

/** The measure of a curve's second dimension; a curve of one dimension has none. */
export function curveAcross(curve: Curve): string | undefined {
  return curveGrid(curve)?.across;
}

/** A curve of two dimensions as its grid. */
export function curveGrid(curve: Curve): Grid | undefined {
  return shapeOf(curve).grid?.(curve);
}

/** Accelerators and decelerators, for readers. */
export function curveMultiples(curve: Curve): readonly CurveMultiple[] {
  return shapeOf(curve).multiples?.(curve) ?? [];
}

export function curveMeaning(curve: Curve): string {
  return shapeOf(curve).meaning(curve);
}

/** Where a chart must look at a curve: its corners, just below each, and the stretch beyond. */
export function outlineStops(curve: Curve, until: Exact): readonly Exact[] {
  const hair = exact('0.000001');
  const corners = curveRows(curve).map((row) => row.at.number);
  const stops = corners.flatMap((corner) => [corner.minus(hair), corner]);
  const start = smallest(exact('0'), ...corners);
  return [start, ...stops, until]
    .filter((stop) => compareExact(stop, until) <= 0 && compareExact(stop, start) >= 0)
    .toSorted(compareExact);
}
