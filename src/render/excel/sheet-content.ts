// A sheet as plain data, built row by row: what stands where, how rows look, and which cells have
// names. In: rows of cells. Out: the content that write-workbook.ts writes.

import type { CellRow } from './cells.ts';

/** How a row looks; cell-styles.ts says what that means. */
export type RowLook =
  | 'title'
  | 'subtitle'
  | 'headline'
  | 'section'
  | 'group'
  | 'header'
  | 'body'
  | 'total'
  | 'note'
  | 'blank';

export interface SheetRow {
  readonly look: RowLook;
  readonly cells: CellRow;
}

/** A width in characters, or the least and the most for one that fits what stands in it. */
export type ColumnWidth = number | { readonly min: number; readonly max: number };

/** An empty last column, so that the figures before it do not touch the table's edge. */
export const EDGE_WIDTH = 1.5;

/** A name for a cell or a range, for formulas: `bookings_payout`. */
export interface NamedRange {
  readonly name: string;
  readonly sheet: string;
  /** `O6`, or `B5:C9` */
  readonly range: string;
}

export interface SheetContent {
  readonly name: string;
  readonly widths: readonly ColumnWidth[];
  /** Made anew each time they are gone through: 20,000 deals are never held at once. */
  readonly rows: Iterable<SheetRow>;
  readonly names: readonly NamedRange[];
  /** Rows and columns that stay in view; the rows are repeated on every printed page. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The first of the frozen rows that is printed on every page. */
  readonly repeatedFrom?: number;
  /** Printed on one page, however small. */
  readonly isOnePage?: boolean;
  /** `A5:M205`: the header and the rows that can be filtered. */
  readonly filter?: string;
  /** `A1:F205`: what is printed, where that is not all. */
  readonly printed?: string;
}

/** Rows of one look, each made by its index. */
interface RowRun {
  readonly look: RowLook;
  readonly count: number;
  readonly cells: (index: number) => CellRow;
}

function* rowsOf(runs: readonly RowRun[]): Generator<SheetRow> {
  for (const { look, count, cells } of runs) {
    for (let index = 0; index < count; index += 1) yield { look, cells: cells(index) };
  }
}

export class SheetBuilder {
  readonly #name: string;
  readonly #runs: RowRun[] = [];
  #rowCount = 0;
  readonly #names: NamedRange[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  /** Number of the row that is added next, from 1. */
  get nextRow(): number {
    return this.#rowCount + 1;
  }

  /** Returns the number of the row. */
  add(look: RowLook, ...cells: CellRow): number {
    return this.addMany(look, 1, () => cells);
  }

  /** Rows that are made when they are written. Returns the number of the last one. */
  addMany(look: RowLook, count: number, cells: (index: number) => CellRow): number {
    this.#runs.push({ look, count, cells });
    this.#rowCount += count;
    return this.#rowCount;
  }

  blank(): void {
    this.add('blank');
  }

  /** Names a cell of the row added last. */
  nameCell(name: string, column: number): void {
    this.nameRange(name, cellAddress(column, this.#rowCount));
  }

  nameRange(name: string, range: string): void {
    this.#names.push({ name, sheet: this.#name, range });
  }

  content(
    rest: Pick<
      SheetContent,
      'widths' | 'frozen' | 'repeatedFrom' | 'isOnePage' | 'filter' | 'printed'
    >,
  ): SheetContent {
    const rows = { [Symbol.iterator]: () => rowsOf(this.#runs) };
    return { name: this.#name, rows, names: this.#names, ...rest };
  }
}

/** `C7` for column 3, row 7. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** `C7:C12` */
export function columnRange(column: number, firstRow: number, lastRow: number): string {
  return `${cellAddress(column, firstRow)}:${cellAddress(column, lastRow)}`;
}

export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const before = column > 26 ? columnLetters(Math.floor((column - 1) / 26)) : '';
  return `${before}${String.fromCharCode(65 + rest)}`;
}
