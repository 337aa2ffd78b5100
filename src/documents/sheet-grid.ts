// Turns a parsed worksheet into rows of text, in the worker. In: an exceljs worksheet, limits.
// Out: a grid of text with the rows' numbers, and every cell that has no sure text.
// Only rows and cells that exist are visited: a 1.5 kB file can claim 1,048,576 x 16,384 of them.

import type { Cell, CellValue, Worksheet } from 'exceljs';
import { unguarded } from './cell-text.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { EMPTY_TEXT } from './workbook-xml.ts';

export interface CellFault {
  readonly kind: 'formula' | 'error' | 'merged' | 'date' | 'number';
  /** The formula, error, covering cell or number format in question. */
  readonly text: string;
}

export interface PlacedFault extends CellFault {
  readonly row: number;
  readonly column: number;
}

export interface SheetGrid {
  /** The number of each row as Excel shows it. */
  readonly numbers: readonly number[];
  /** As wide as the widest row; empty text where there is no cell. */
  readonly rows: readonly (readonly string[])[];
  readonly faults: readonly PlacedFault[];
}

const DAY_ONE = Date.UTC(1900, 2, 1);
const LAST_DAY = Date.UTC(9999, 11, 31, 23, 59, 59);

/** No grid where the sheet would cost more than the limits allow. */
export function gridOf(sheet: Worksheet, limits: WorkbookLimits): SheetGrid | undefined {
  const numbers: number[] = [];
  const rows: string[][] = [];
  const faults: PlacedFault[] = [];
  const mergesSeen = new Set<string>();
  const cost = { cells: 0, characters: 0, width: 0 };
  const isTooLarge = () =>
    Math.max(cost.cells, rows.length * cost.width) > limits.cellsMax ||
    cost.characters > limits.charactersMax;
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (isTooLarge()) return;
    const texts: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const text = textOfCell(cell, mergesSeen);
      if (typeof text !== 'string') faults.push({ ...text, row: number, column });
      else if (text !== '') {
        while (texts.length < column - 1) texts.push('');
        texts[column - 1] = text;
        cost.characters += text.length;
      }
    });
    if (texts.length === 0) return;
    cost.cells += texts.length;
    cost.width = Math.max(cost.width, texts.length);
    numbers.push(number);
    rows.push(texts);
  });
  if (isTooLarge()) return undefined;
  for (const row of rows) while (row.length < cost.width) row.push('');
  return { numbers, rows, faults };
}

function textOfCell(cell: Cell, mergesSeen: Set<string>): string | CellFault {
  if (cell.isMerged && cell.master.address !== cell.address) {
    const covering = cell.master.address;
    const isKnown = mergesSeen.has(covering) || textOf(cell.master) === '';
    mergesSeen.add(covering);
    return isKnown ? '' : { kind: 'merged', text: covering };
  }
  const text = textOf(cell);
  return typeof text === 'string' ? unguarded(text.trim()) : text;
}

function textOf(cell: Cell): string | CellFault {
  const value = cell.value;
  const isFormula =
    typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);
  if (!isFormula) return textOfValue(value, cell.numFmt);
  // Not `value.result`: exceljs leaves out a result of 0 and of false there.
  const result = cell.result as CellValue;
  if (result === undefined || Number.isNaN(result)) {
    return { kind: 'formula', text: `=${cell.formula}` };
  }
  return textOfValue(result, cell.numFmt);
}

function textOfValue(value: CellValue, numberFormat: string | undefined): string | CellFault {
  if (value === null || value === undefined || value === EMPTY_TEXT) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return dateText(value, numberFormat ?? '');
  if ('error' in value) return { kind: 'error', text: value.error };
  if ('richText' in value) return value.richText.map(({ text }) => text ?? '').join('');
  return 'text' in value ? String(value.text) : '';
}

/** The shortest digits that stand for the same number, never with an exponent. */
export function numberText(value: number): string | CellFault {
  // A number cell without content is no number.
  if (Number.isNaN(value)) return '';
  if (!Number.isFinite(value)) return { kind: 'number', text: String(value) };
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/**
 * The day, with the time of day only where it has one; Excel knows no time zones. Before March
 * 1900 Excel counts a day that never was, and a time alone is a fraction of "day 0".
 */
function dateText(date: Date, numberFormat: string): string | CellFault {
  const milliseconds = Math.round(date.getTime() / 1000) * 1000;
  const isDay = milliseconds >= DAY_ONE && milliseconds <= LAST_DAY;
  if (!isDay || !showsDay(numberFormat)) return { kind: 'date', text: numberFormat };
  const text = new Date(milliseconds).toISOString().slice(0, 19);
  return text.replace('T00:00:00', '');
}

/**
 * exceljs takes any d, m, y, h or s for a date, even in a price with `\\D\\M` behind it, and hands
 * on the format without its backslashes. No date has a place for digits, save parts of a second.
 */
function showsDay(numberFormat: string): boolean {
  const codes = numberFormat.replace(/"[^"]*"|\[[^\]]*\]|[_*].|s\.0+/gi, '');
  return /[dmy]/i.test(codes) && !/[0#?]/.test(codes);
}
