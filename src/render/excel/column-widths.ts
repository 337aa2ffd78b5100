// Widths that fit: as wide as the widest of a column's cells, within the limits of its sheet.
// In: the rows of a sheet. Out: widths in characters. Longer texts wrap within the most allowed.

import type { Cell } from './cells.ts';
import type { ColumnWidth, SheetContent, SheetRow } from './sheet-content.ts';

/** Rows whose text may run over its neighbours do not make a column wider. */
const FITTED = new Set<SheetRow['look']>(['header', 'body', 'total']);
const PADDING = 3;

export function columnWidths({ widths, rows }: SheetContent): readonly number[] {
  const fitted = rows.filter(({ look }) => FITTED.has(look));
  return widths.map((width, index) => fittedWidth(width, index, fitted));
}

function fittedWidth(width: ColumnWidth, index: number, rows: readonly SheetRow[]): number {
  if (typeof width === 'number') return width;
  let widest = width.min;
  for (const { look, cells } of rows) {
    const cell = cells[index];
    if (cell) widest = Math.max(widest, shownWidth(cell, look === 'header') + PADDING);
  }
  return Math.min(widest, width.max);
}

/** A heading may break between words. */
function shownWidth({ content, format }: Cell, isHeader: boolean): number {
  if (typeof content === 'string') {
    const parts = isHeader ? content.split(' ') : content.split('\n');
    return Math.max(...parts.map((each) => each.length));
  }
  if (content instanceof Date) return 'yyyy-mm-dd'.length;
  const shown = typeof content === 'object' ? content.result : content;
  return typeof shown === 'number' ? numberWidth(shown, format ?? '') : `${shown ?? ''}`.length;
}

function numberWidth(number: number, format: string): number {
  const [positive = ''] = format.split(';');
  const places = /\.([0#]+)/.exec(positive)?.[1]?.length ?? 0;
  const isPercent = positive.endsWith('%');
  const shown = writerOf(places).format(isPercent ? number * 100 : number);
  const unit = /"([^"]*)"|\[\$([^\]]*)\]/.exec(positive)?.slice(1).join('') ?? '';
  return shown.length + (isPercent ? 2 : 0) + unit.length;
}

const writers = new Map<number, Intl.NumberFormat>();

/** Costly to make and needed for every figure, so each is made once. */
function writerOf(places: number): Intl.NumberFormat {
  const fraction = { minimumFractionDigits: places, maximumFractionDigits: places };
  const writer = writers.get(places) ?? new Intl.NumberFormat('en', fraction);
  writers.set(places, writer);
  return writer;
}
