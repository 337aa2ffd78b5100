// Recalculates a rendered workbook the way a spreadsheet program does, after changing some of its
// cells: HyperFormula in every test, LibreOffice where it is installed.
// In: the file's bytes and changes. Out: what every cell then holds.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { HyperFormula } from 'hyperformula';

export type Held = number | string | boolean | null;

/** What cells hold after recalculation. */
export interface Recalculated {
  /** By sheet and address: `Deals!D8`. */
  readonly at: (place: string) => Held;
  /** By the name that the cell has. */
  readonly named: (name: string) => Held;
}

/** New contents by place: `{ 'Deals!D8': 1200 }`. */
export type Changes = Readonly<Record<string, Held>>;

const MS_PER_DAY = 86_400_000;
const EPOCH_DAYS = 25_569;

/** Every formula of the workbook with the result that was written beside it. */
export interface WrittenFormula {
  readonly place: string;
  readonly formula: string;
  readonly result: unknown;
}

export async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  return book;
}

export function writtenFormulas(book: ExcelJS.Workbook): readonly WrittenFormula[] {
  return book.worksheets.flatMap((sheet) => {
    const found: WrittenFormula[] = [];
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const { formula, result, address } = cell;
        if (formula) found.push({ place: `${sheet.name}!${address}`, formula, result });
      });
    });
    return found;
  });
}

/** Recalculates every formula from scratch; results that were written into the file play no part. */
export function recalculate(book: ExcelJS.Workbook, changes: Changes = {}): Recalculated {
  const sheets = Object.fromEntries(book.worksheets.map((sheet) => [sheet.name, rowsOf(sheet)]));
  for (const [place, content] of Object.entries(changes)) {
    const { sheet, row, column } = splitPlace(place);
    const cells = sheets[sheet]?.[row - 1];
    if (!cells) throw new Error(`no row for ${place}`);
    cells[column - 1] = content;
  }
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' }, namesOf(book));
  const at = (place: string): Held => {
    const { sheet, row, column } = splitPlace(place);
    const id = engine.getSheetId(sheet);
    if (id === undefined) throw new Error(`no sheet ${sheet}`);
    const value = engine.getCellValue({ sheet: id, row: row - 1, col: column - 1 });
    if (typeof value === 'object' && value !== null) throw new Error(`${place}: ${value.value}`);
    return value;
  };
  return { at, named: (name) => at(placeNamed(book, name)) };
}

/** Where the one cell of this name stands. */
export function placeNamed(book: ExcelJS.Workbook, name: string): string {
  const [range] = book.definedNames.getRanges(name).ranges;
  if (range === undefined) throw new Error(`no name ${name}`);
  return range.replaceAll(/['$]/g, '');
}

function namesOf(book: ExcelJS.Workbook): { name: string; expression: string }[] {
  return book.definedNames.model
    .filter(({ name }) => !name.startsWith('_xlnm'))
    .map(({ name, ranges }) => ({ name, expression: `=${ranges[0]}` }));
}

function rowsOf(sheet: ExcelJS.Worksheet): Held[][] {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (__, column) =>
      heldBy(sheet.getCell(row + 1, column + 1)),
    ),
  );
}

function heldBy({ value, formula }: ExcelJS.Cell): Held {
  if (formula) return `=${formula}`;
  if (value instanceof Date) return value.getTime() / MS_PER_DAY + EPOCH_DAYS;
  if (typeof value === 'string' && value.startsWith('=')) return `'${value}`;
  return typeof value === 'object' ? null : (value ?? null);
}

function splitPlace(place: string): { sheet: string; row: number; column: number } {
  const [, sheet = '', letters = '', row = ''] = /^(.+)!([A-Z]+)(\d+)$/.exec(place) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { sheet, row: Number(row), column };
}

const run = promisify(execFile);

export async function hasLibreOffice(): Promise<boolean> {
  return run('soffice', ['--version']).then(
    () => true,
    () => false,
  );
}

/** The workbooks as LibreOffice saves them after recalculating on opening. */
export async function recalculatedByLibreOffice(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, ExcelJS.Workbook>> {
  const folder = await mkdtemp(join(tmpdir(), 'ontarget-office-'));
  try {
    const paths: string[] = [];
    for (const [name, bytes] of files) {
      const path = join(folder, `${name}.xlsx`);
      await writeFile(path, await withoutResults(bytes));
      paths.push(path);
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      out,
      ...paths,
    ]);
    const books = new Map<string, ExcelJS.Workbook>();
    for (const name of files.keys()) {
      books.set(name, await openWorkbook(await readFile(join(out, `${name}.xlsx`))));
    }
    return books;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Formulas alone, so that no program can take a written result for its own. */
async function withoutResults(bytes: Uint8Array): Promise<Uint8Array> {
  const book = await openWorkbook(bytes);
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula) cell.value = { formula: cell.formula };
      });
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
