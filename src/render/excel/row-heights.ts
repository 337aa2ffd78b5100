// Heights of rows whose texts wrap: spreadsheet programs do not all work them out on opening.
// In: a row and the widths of its columns. Out: points, or undefined for a row of one line.
// A letter takes a little less than a width unit (a digit of the default font) in most words.

import { rowHeight, wraps } from './cell-styles.ts';
import type { Cell } from './cells.ts';
import type { SheetRow } from './sheet-content.ts';

const LINE_POINTS = 15;
/** Excel's limit is 409.5 points. */
const LINES_MAX = 27;
/** What the cell's indent and edges cost. */
const LOST_WIDTH = 2;
const LETTERS_PER_WIDTH = 1.15;

export function heightOf({ look, cells }: SheetRow, widths: readonly number[]): number | undefined {
  const least = rowHeight(look);
  if (!wraps(look)) return least;
  const lines = cells.map((cell, index) => lineCount(cell, widths[index] ?? 0));
  const most = Math.min(Math.max(1, ...lines), LINES_MAX);
  return most === 1 ? least : Math.max(most * LINE_POINTS, least ?? 0);
}

function lineCount(cell: Cell | undefined, width: number): number {
  if (typeof cell?.content !== 'string') return 1;
  const room = Math.max((width - LOST_WIDTH) * LETTERS_PER_WIDTH, 1);
  const lines = cell.content.split('\n').map((line) => Math.max(1, Math.ceil(line.length / room)));
  return lines.reduce((total, each) => total + each);
}
