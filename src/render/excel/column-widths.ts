// Widths that fit: as wide as the widest of a column's cells, within the limits of its sheet.
// In: the rows of a sheet. Out: widths in characters. Longer texts wrap within the most allowed.

import type { Cell } from './cells.ts';
import type { SheetContent, SheetRow } from './sheet-content.ts';

/** Rows whose text may run over its neighbours do not make a column wider. */
const FITTED = new Set<SheetRow['look']>(['header', 'body', 'total']);
const PADDING = 3;

/** One pass over the rows, however many columns there are. */
export function columnWidths({ widths, rows }: SheetContent): readonly number[] {
  const fitted = widths.map((width) => (typeof width === 'number' ? width : width.min));
  for (const { look, cells } of rows) {
    if (!FITTED.has(look)) continue;
    widths.forEach((width, index) => {
      const cell = cells[index];
      if (typeof width === 'number' || !cell) return;
      const shown = shownWidth(cell, look === 'header') + PADDING;
      fitted[index] = Math.min(Math.max(fitted[index] ?? 0, shown), width.max);
    });
  }
  return fitted;
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

/** What a number format adds to the digits of a number. */
interface FormatRoom {
  readonly places: number;
  readonly isPercent: boolean;
  readonly unit: number;
}

const roomByFormat = new Map<string, FormatRoom>();

function roomOf(format: string): FormatRoom {
  const known = roomByFormat.get(format);
  if (known) return known;
  const [positive = ''] = format.split(';');
  const unit = /"([^"]*)"|\[\$([^\]]*)\]/.exec(positive)?.slice(1).join('') ?? '';
  const room = {
    places: /\.([0#]+)/.exec(positive)?.[1]?.length ?? 0,
    isPercent: positive.endsWith('%'),
    unit: unit.length,
  };
  roomByFormat.set(format, room);
  return room;
}

/** Digits are counted, not written: writing each number costs more than all the rest of a sheet. */
function numberWidth(number: number, format: string): number {
  const { places, isPercent, unit } = roomOf(format);
  const size = Math.abs(isPercent ? number * 100 : number) + 0.5 / 10 ** places;
  const digits = size < 1 ? 1 : Math.floor(Math.log10(size)) + 1;
  const separators = Math.floor((digits - 1) / 3);
  const decimals = places > 0 ? places + 1 : 0;
  return (number < 0 ? 1 : 0) + digits + separators + decimals + (isPercent ? 2 : 0) + unit;
}
