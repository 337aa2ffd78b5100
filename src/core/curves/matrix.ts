// A matrix: what is paid depends on two measures, one down the rows and one across the columns. The
// grid is data: nothing is averaged or drawn between its figures. Rows and columns start at their
// bound and own it, unless the plan says that the upper bound belongs to them.
// In: rows {from, pays: [...]} and columns. Out: a payout factor. Source: ENGINE.md section 6.

import { z } from 'zod';
import { percentageIssue } from '../document/leaf-issues.ts';
import { type Figure, figure, figureText, identifier } from '../document/leaves.ts';
import { ZERO } from '../exact-number.ts';
import { choose, compare, constant, type Formula, type Unit } from '../worksheet/operations.ts';
import {
  type CurveFault,
  type CurveShape,
  ownsField,
  type RowFields,
  unorderedRows,
} from './curve-shape.ts';

const schema = z.strictObject({
  shape: z.literal('matrix'),
  /** The measure that runs across the columns, over the component's window. */
  across: identifier,
  columns: z.array(figure).min(1),
  rows: z.array(z.strictObject({ from: figure, pays: z.array(figure).min(1) })).min(1),
  /** Below the first row or column. */
  below: z.enum(['nothing', 'hold']),
  owns: ownsField,
});
type Matrix = z.output<typeof schema>;

const rowFields: RowFields = { list: 'rows', start: 'from', pays: 'pays' };

export const matrix: CurveShape<Matrix> = {
  schema,
  rowFields,
  yields: 'factor',
  grid: (curve) => curve,
  // Each row stands for its first column: starts are checked here, the grid's figures below.
  rows: ({ rows }) => rows.map(({ from, pays }) => ({ at: from, pays: pays[0] as Figure })),
  check: (curve) => [...unorderedStarts(curve), ...raggedRows(curve), ...plainFigures(curve)],
  apply: (curve, { on, unit, read }) => {
    if (!read) throw new Error('a matrix needs its second measure');
    const second = read(curve.across);
    const rows = curve.rows.map(({ pays }) => acrossRow(curve, pays, second.formula, second.unit));
    const lowest = curve.below === 'hold' ? (rows[0] as Formula) : constant(ZERO, 'ratio');
    return curve.rows.reduce((below, { from }, index) => {
      const relation = curve.owns === 'upper' && index > 0 ? '>' : '>=';
      const reached = compare(on, relation, constant(from.number, unit));
      return choose(reached, rows[index] as Formula, below);
    }, lowest);
  },
  meaning: ({ across }) => `by the grid of two measures, the second being ${across}`,
};

function acrossRow(
  { columns, below, owns }: Matrix,
  pays: readonly Figure[],
  on: Formula,
  onUnit: Unit,
): Formula {
  const points = columns.map((column, index) => ({
    at: column.number,
    pays: (pays[index] as Figure).number,
  }));
  return { op: 'lookup', on, onUnit, points, below, ...(owns && { owns }) };
}

function unorderedStarts({ rows, columns }: Matrix): readonly CurveFault[] {
  const starts = rows.map(({ from }) => ({ at: from, pays: from }));
  const across = columns.map((column) => ({ at: column, pays: column }));
  const columnFaults = unorderedRows(across, rowFields, false);
  return [
    ...unorderedRows(starts, rowFields, false),
    ...columnFaults.map((fault) => ({ ...fault, path: ['columns', fault.path[1] ?? 0] })),
  ];
}

function raggedRows({ rows, columns }: Matrix): readonly CurveFault[] {
  return rows.flatMap(({ pays }, row) => {
    if (pays.length === columns.length) return [];
    const counted = pays.length === 1 ? '1 figure' : `${pays.length} figures`;
    const what = `the row has ${counted} for ${columns.length} columns`;
    const remedy = 'write one figure per column';
    return [{ code: 'curve/ragged-matrix' as const, path: ['rows', row, 'pays'], what, remedy }];
  });
}

/** Every figure of the grid is a percentage; the first of a row is checked with the rows. */
function plainFigures({ rows }: Matrix): readonly CurveFault[] {
  return rows.flatMap(({ pays }, row) =>
    pays.slice(1).flatMap((each, index) => {
      if (each.isPercent || each.number.eq(ZERO)) return [];
      const shown = figureText(each);
      const what = `\`${shown}\` has no percent sign, and what a matrix pays is a percentage`;
      const path = ['rows', row, 'pays', index + 1];
      const { remedy } = percentageIssue(shown);
      return [{ code: 'plan/unit-mismatch' as const, path, what, remedy }];
    }),
  );
}
