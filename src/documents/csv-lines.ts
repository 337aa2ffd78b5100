// Where records, cells and lines of a CSV text stand, worked out only when a finding asks.
// In: the text's bytes, the separator, each record's first byte. Out: lines and columns from 1.
// Reading stays fast and small because it keeps one number for each record, not one for each cell.

import type { Place } from '../core/index.ts';

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;

export interface CsvLines {
  /** The place of a byte. */
  readonly placeAt: (offset: number) => Place;
  /** The place where the cell of this index starts in the record that starts at this byte. */
  readonly placeOfCell: (recordStart: number, cell: number) => Place;
}

export function csvLines(bytes: Buffer, separator: string, file: string): CsvLines {
  let starts: readonly number[] | undefined;
  const placeAt = (offset: number): Place => {
    starts ??= lineStarts(bytes);
    const line = lastAtMost(starts, offset);
    const before = bytes.toString('utf8', starts[line] ?? 0, offset);
    return { file, line: line + 1, column: before.length + 1 };
  };
  const placeOfCell = (recordStart: number, cell: number): Place =>
    placeAt(cellStart(bytes, separator.charCodeAt(0), recordStart, cell));
  return { placeAt, placeOfCell };
}

/** The first byte at or after this one that does not belong to a blank line. */
export function afterBlankLines(bytes: Buffer, from: number, separator: string): number {
  let lineStart = from;
  for (let offset = from; offset < bytes.length; offset += 1) {
    const byte = bytes[offset];
    if (isLineEnd(byte)) lineStart = offset + 1;
    else if (byte !== SPACE && (byte !== TAB || separator === '\t')) return lineStart;
  }
  return bytes.length;
}

/** The first byte of the line after the one this byte is in. */
export function nextLine(bytes: Buffer, from: number): number {
  let offset = from;
  while (offset < bytes.length && !isLineEnd(bytes[offset])) offset += 1;
  const isPair = bytes[offset] === CARRIAGE_RETURN && bytes[offset + 1] === LINE_FEED;
  return Math.min(offset + (isPair ? 2 : 1), bytes.length);
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}

function lineStarts(bytes: Buffer): readonly number[] {
  const starts = [0];
  let start = nextLine(bytes, 0);
  while (start < bytes.length) {
    starts.push(start);
    start = nextLine(bytes, start);
  }
  return starts;
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function cellStart(bytes: Buffer, separator: number, recordStart: number, cell: number): number {
  let isQuoted = false;
  let cellsLeft = cell;
  let start = recordStart;
  for (let offset = recordStart; offset < bytes.length && cellsLeft > 0; offset += 1) {
    const byte = bytes[offset];
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (isLineEnd(byte)) break;
    if (byte !== separator) continue;
    cellsLeft -= 1;
    start = offset + 1;
  }
  while (bytes[start] === SPACE) start += 1;
  return start;
}
