// What a payout curve's shape must provide: its fields, its checks, its operation and its outline.
// A new shape is one file and one line in kinds.ts. Source: ENGINE.md section 6.

import { z } from 'zod';
import { type Figure, figureText } from '../document/leaves.ts';
import { ZERO } from '../exact-number.ts';
import type { DocumentPath } from '../source.ts';
import type { Formula, TablePoint, Unit } from '../worksheet/operations.ts';
import type { CurveMultiple } from './accelerator.ts';

/** A problem of a curve; `path` is the way to the faulty entry within the curve. */
export interface CurveFault {
  readonly code:
    | 'curve/unordered'
    | 'curve/gap'
    | 'curve/overlap'
    | 'curve/extend-needs-two'
    | 'curve/first-tier-not-zero'
    | 'curve/ragged-matrix'
    | 'accelerator/ambiguous'
    | 'accelerator/misplaced'
    | 'plan/unit-mismatch';
  readonly path: DocumentPath;
  readonly what: string;
  readonly remedy: string;
}

/** One row as the author wrote it: where it starts, and what it pays there. */
export interface CurveRow {
  readonly at: Figure;
  readonly pays: Figure;
  /** What a rate is paid on, where rows of one table differ in it. */
  readonly of?: 'slice' | 'whole' | undefined;
}

/** How a shape names its list of rows, where a row starts, and what it pays. */
export interface RowFields {
  readonly list: 'points' | 'steps' | 'tiers' | 'rows';
  readonly start: 'at' | 'from';
  readonly pays: 'pays' | 'rate' | 'earns';
}

/** What a curve runs on, and how it reads a second measure where it needs one. */
export interface CurveInput {
  readonly on: Formula;
  readonly unit: Unit;
  readonly read?: (measure: string) => { readonly formula: Formula; readonly unit: Unit };
}

/** What a curve makes of the number it runs on: a factor, a multiple of it, or money. */
export type CurveYield = 'factor' | 'product' | 'money';

/** A surface over two measures: its second measure, where columns start, and what cells pay. */
export interface Grid {
  readonly across: string;
  readonly columns: readonly Figure[];
  readonly rows: readonly { readonly from: Figure; readonly pays: readonly Figure[] }[];
  /** Below the first row or column. */
  readonly below: 'nothing' | 'hold';
  readonly owns?: z.output<typeof ownsField>;
}

export interface CurveShape<Curve> {
  readonly schema: z.ZodType<Curve>;
  readonly rowFields: RowFields;
  readonly yields: CurveYield;
  /** The rows as written, in their order; checks name their places by it. */
  readonly rows: (curve: Curve) => readonly CurveRow[];
  /** The rows as they pay, where they are not simply those written. */
  readonly paidRows?: (curve: Curve) => readonly CurveRow[];
  readonly check: (curve: Curve) => readonly CurveFault[];
  /** What beyond the rows is paid as a multiple. */
  readonly multiples?: (curve: Curve) => readonly CurveMultiple[];
  /** What a second dimension runs on, and what is paid there; shapes of one have none. */
  readonly grid?: (curve: Curve) => Grid;
  /** The curve applied to a number, as worksheet operations. */
  readonly apply: (curve: Curve, input: CurveInput) => Formula;
  /** One sentence for a reader, without numbers' formatting: how rows are meant. */
  readonly meaning: (curve: Curve) => string;
}

/** Whether a number exactly on a row's start belongs to it (`lower`, unless stated) or before. */
export const ownsField = z.enum(['lower', 'upper']).optional();

/** Rows as exact points; figures lose their percent sign, not their size. */
export function pointsOf(rows: readonly CurveRow[]): readonly TablePoint[] {
  return rows.map((row) => ({ at: row.at.number, pays: row.pays.number }));
}

/** Zero is zero in every unit. */
export function inOtherUnit(one: Figure, other: Figure): boolean {
  const isZero = one.number.eq(ZERO) || other.number.eq(ZERO);
  return !isZero && one.isPercent !== other.isPercent;
}

/** Rows must rise; `allowStep` accepts two rows at one place (a stated jump). */
export function unorderedRows(
  rows: readonly CurveRow[],
  { list, start }: RowFields,
  allowStep: boolean,
): CurveFault[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (!before) return [];
    const order = before.at.number.cmp(row.at.number);
    if (order < 0 || (order === 0 && allowStep)) return [];
    const [low, high] = [figureText(row.at), figureText(before.at)];
    const what =
      order === 0
        ? `two rows start at \`${low}\``
        : `this row starts at \`${low}\`, below the \`${high}\` of the row before it`;
    const remedy =
      order === 0 ? 'keep one of them' : 'list the rows in rising order of where they start';
    return [{ code: 'curve/unordered', path: [list, index, start], what, remedy }];
  });
}
