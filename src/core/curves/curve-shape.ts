// What a payout curve's shape must provide: its fields, its checks, its operation and its outline.
// A new shape is one file and one line in kinds.ts. Source: ENGINE.md section 6.

import type { z } from 'zod';
import type { Figure } from '../document/leaves.ts';
import type { Exact } from '../exact-number.ts';
import type { Formula, TablePoint, Unit } from '../worksheet/operations.ts';

/** A problem of a curve: `row` is the faulty entry of its list. */
export interface CurveFault {
  readonly code: 'curve/unordered' | 'curve/extend-needs-two' | 'curve/first-tier-not-zero';
  readonly row: number;
  readonly what: string;
  readonly remedy: string;
}

/** One row as the author wrote it: where it starts, and what it pays there. */
export interface CurveRow {
  readonly at: Figure;
  readonly pays: Figure;
}

/** What a curve does to the number it runs on: replaces it by a factor, or multiplies it. */
export type CurveYield = 'factor' | 'product';

export interface CurveShape<Curve> {
  readonly schema: z.ZodType<Curve>;
  /** Field that holds the rows, for error places. */
  readonly rowsField: string;
  readonly yields: CurveYield;
  readonly rows: (curve: Curve) => readonly CurveRow[];
  readonly check: (curve: Curve) => readonly CurveFault[];
  /** The curve applied to a number, as a worksheet operation. */
  readonly apply: (curve: Curve, on: Formula, onUnit: Unit) => Formula;
  /** One sentence for a reader, without numbers' formatting: how rows are meant. */
  readonly meaning: (curve: Curve) => string;
}

/** Rows as exact points; figures lose their percent sign, not their size. */
export function pointsOf(rows: readonly CurveRow[]): readonly TablePoint[] {
  return rows.map((row) => ({ at: row.at.number, pays: row.pays.number }));
}

/** Rows must rise; `allowStep` accepts two rows at one place (a stated jump). */
export function unorderedRows(rows: readonly CurveRow[], allowStep: boolean): CurveFault[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (!before) return [];
    const order = before.at.number.cmp(row.at.number);
    if (order < 0 || (order === 0 && allowStep)) return [];
    const what =
      order === 0 ? 'two rows start at the same place' : 'this row starts below the one before it';
    return [{ code: 'curve/unordered', row: index, what, remedy: 'list the rows in rising order' }];
  });
}

/** The outline of a curve for a chart: its corners, with both ends of every step. */
export interface OutlinePoint {
  readonly x: Exact;
  readonly y: Exact;
}
