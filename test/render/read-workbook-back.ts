// Reads a rendered workbook back with exceljs, the way another program would.
// In: the file's bytes. Out: its sheets, and small readers for cells and names.

import ExcelJS from 'exceljs';

export interface ReadBack {
  readonly book: ExcelJS.Workbook;
  readonly sheet: (name: string) => ExcelJS.Worksheet;
  /** The cell that a name stands for. */
  readonly named: (name: string) => ExcelJS.Cell;
  /** Every cell that holds anything, with its place. */
  readonly cells: () => readonly (readonly [place: string, cell: ExcelJS.Cell])[];
}

export async function readBack(bytes: Uint8Array): Promise<ReadBack> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = (name: string): ExcelJS.Worksheet => {
    const found = book.getWorksheet(name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  return {
    book,
    sheet,
    named(name) {
      const [place = ''] = book.definedNames.getRanges(name).ranges;
      const [, sheetName = '', address = ''] = /^'?([^'!]+)'?!(.+)$/.exec(place) ?? [];
      return sheet(sheetName).getCell(address.replaceAll('$', ''));
    },
    cells() {
      return book.worksheets.flatMap((each) => cellsOf(each));
    },
  };
}

function cellsOf(sheet: ExcelJS.Worksheet): [string, ExcelJS.Cell][] {
  const found: [string, ExcelJS.Cell][] = [];
  sheet.eachRow((row) => {
    row.eachCell((cell) => found.push([`${sheet.name}!${cell.address}`, cell]));
  });
  return found;
}

/** A row as texts and numbers up to its last; a formula gives its cached result. */
export function valuesOf(sheet: ExcelJS.Worksheet, row: number): readonly unknown[] {
  const values = Array.from({ length: sheet.columnCount }, (_, index) => {
    const { value, result } = sheet.getCell(row, index + 1);
    return typeof value === 'object' && value !== null && 'formula' in value ? result : value;
  });
  return values.slice(0, values.findLastIndex((each) => each !== null) + 1);
}

/** Numbers of the rows whose first cell says this. */
export function rowsOf(sheet: ExcelJS.Worksheet, first: string): readonly number[] {
  return Array.from({ length: sheet.rowCount }, (_, index) => index + 1).filter(
    (row) => sheet.getCell(row, 1).value === first,
  );
}
