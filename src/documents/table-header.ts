// Checks a table's header, the same for CSV and Excel: every column in use has a name of its own.
// In: the header's cells and the rows. Out: columns, rows, and a finding for each blank or double
// name. Spreadsheets often save empty columns on the right; those are dropped.

import { type Diagnostic, diagnose, type Place } from '../core/index.ts';
import { quoteText } from './quote-text.ts';

export interface NamedRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readHeader(
  cells: readonly string[],
  rows: readonly (readonly string[])[],
  placeOf: (column: number) => Place,
): NamedRows {
  const width = usedWidth(cells, rows);
  // In a name, blanks are never meant, not even inside quotes.
  const columns = cells.slice(0, width).map((name) => name.trim());
  const firstOf = new Map<string, number>();
  const diagnostics = columns.flatMap((name, column): Diagnostic[] => {
    if (name === '') return [noName(column, placeOf(column))];
    const first = firstOf.get(name);
    if (first !== undefined) return [duplicate(name, first, column, placeOf(column))];
    firstOf.set(name, column);
    return [];
  });
  const kept = width === cells.length ? rows : rows.map((row) => row.slice(0, width));
  return { columns, rows: kept, diagnostics };
}

/** The width without the columns at the end that have neither a name nor any content. */
function usedWidth(cells: readonly string[], rows: readonly (readonly string[])[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]?.trim() === '' && rows.every((row) => !row[width - 1]))
    width -= 1;
  return width;
}

export function noHeader(place: Place, what: string): Diagnostic {
  const remedy = 'write the columns’ names into the first row, such as `payee,date,amount`';
  return diagnose('table/no-header', place, what, remedy);
}

function noName(column: number, place: Place): Diagnostic {
  const remedy = 'write a name into the first row, or delete the column';
  return diagnose('table/no-header', place, `column ${column + 1} has no name`, remedy);
}

function duplicate(name: string, first: number, column: number, place: Place): Diagnostic {
  const what = `columns ${first + 1} and ${column + 1} are both named ${quoteText(name)}`;
  const remedy = 'rename one of them, or delete the one that is not needed';
  return diagnose('table/duplicate-column', place, what, remedy);
}
