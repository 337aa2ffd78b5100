// Whether the fast view agrees with the exact one. In: a worksheet's cells in both. Out: the cells
// in which they differ: a number by more than 1e-9 of itself (or of one, for smaller ones), a flag
// or what is not known at all.

import { exactText } from '../../src/core/index.ts';
import type { Evaluation } from '../../src/core/worksheet/exact.ts';
import type { FastView } from '../../src/core/worksheet/fast.ts';
import type { Datum } from '../../src/core/worksheet/operations.ts';

const WITHIN = 1e-9;

export function differences(
  { cells }: Pick<Evaluation, 'cells'>,
  fast: Pick<FastView, 'cells'>,
  found: Float64Array,
): readonly string[] {
  return [...cells].flatMap(([id, datum]) => {
    const figure = found[fast.cells.get(id) ?? -1] as number;
    return agree(datum, figure) ? [] : [`${id}: ${said(datum)} and ${figure}`];
  });
}

function agree(datum: Datum, figure: number): boolean {
  if (datum === undefined) return Number.isNaN(figure);
  if (typeof datum === 'boolean') return figure === (datum ? 1 : 0);
  // A text is a number of its own, which only means that it is the same text.
  if (typeof datum === 'string') return !Number.isNaN(figure);
  const expected = typeof datum === 'object' ? Number(exactText(datum)) : datum;
  return Math.abs(figure - expected) <= WITHIN * Math.max(1, Math.abs(expected));
}

function said(datum: Datum): string {
  return typeof datum === 'object' ? exactText(datum) : String(datum);
}
