// The live sum of a column, from a row down to the last one that was added.
// In: the builder, where the column stands, what its cells hold. Out: the cell.

import { type Exact, ZERO } from '../../core/index.ts';
import { type Cell, formula } from './cells.ts';
import { columnRange, type SheetBuilder } from './sheet-content.ts';

export function columnSum(
  builder: SheetBuilder,
  { column, first }: { readonly column: number; readonly first: number },
  figures: readonly Exact[],
  format: string,
): Cell {
  const sum = figures.reduce((total, each) => total.plus(each), ZERO);
  return formula(`SUM(${columnRange(column, first, builder.nextRow - 1)})`, sum, format);
}
