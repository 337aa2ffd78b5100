// Changes cells of a CSV text and leaves every other byte as it was: quotes, spaces, line ends. A
// change counts only when the new text, read again, is the old table with those cells and nothing
// else. In: the text, cells as they were and as they should be. Out: the new text, or findings.

import type { TypedCell } from '../app/studio-ports.ts';
import {
  type Diagnostic,
  diagnose,
  type Outcome,
  outcomeOf,
  type Place,
  type SourceTable,
} from '../core/index.ts';
import { parseCsv, type Separator, separatorOf } from './read-csv.ts';

type CellEdit = Omit<TypedCell, 'table'>;

export function editCells(text: string, file: string, edits: readonly CellEdit[]): Outcome<string> {
  const separator = /\.tsv$/i.test(file) ? '\t' : separatorOf(text);
  const read = parseCsv(text, file, separator);
  if (!read.ok) return read;
  const table = read.product;
  const stale = edits.find(({ row, column, before }) => table.rows[row]?.[column] !== before);
  if (stale) return outcomeOf<string>(undefined, [changedMeanwhile(table, stale)]);
  const written = edited(text, table, edits, separator);
  const again = parseCsv(written, file, separator);
  const isMeant = again.ok && isSame(again.product.rows, wanted(table, edits));
  const [first] = edits;
  return isMeant || !first
    ? outcomeOf(written, [])
    : outcomeOf<string>(undefined, [notWritten(table, first)]);
}

function wanted(table: SourceTable, edits: readonly CellEdit[]): SourceTable['rows'] {
  return table.rows.map((cells, at) =>
    edits
      .filter(({ row }) => row === at)
      .reduce<readonly string[]>((row, { column, text }) => row.with(column, text), cells),
  );
}

function isSame(left: SourceTable['rows'], right: SourceTable['rows']): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** From the last place to the first, so that no change moves another. */
function edited(
  text: string,
  table: SourceTable,
  edits: readonly CellEdit[],
  separator: Separator,
): string {
  const starts = lineStarts(text);
  const changes = edits.map(({ row, column, text: cell }) => {
    const from = offsetOf(table.placeOf(row, column), starts);
    const to = from + cellLength(text.slice(from), separator);
    return { from, to, cell: spelled(cell, text[from] === '"', separator) };
  });
  return changes
    .toSorted((one, other) => other.from - one.from)
    .reduce((all, { from, to, cell }) => all.slice(0, from) + cell + all.slice(to), text);
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
}

function offsetOf({ line, column }: Place, starts: readonly number[]): number {
  return (starts[line - 1] ?? 0) + column - 1;
}

function cellLength(rest: string, separator: Separator): number {
  const quoted = /^"(?:[^"]|"")*"/.exec(rest);
  if (quoted) return quoted[0].length;
  const end = rest.search(separator === '\t' ? /[\t\r\n]/ : new RegExp(`[${separator}\r\n]`));
  return (end < 0 ? rest : rest.slice(0, end)).trimEnd().length;
}

function spelled(cell: string, isQuoted: boolean, separator: Separator): string {
  const needsQuotes = isQuoted || /["\r\n]|^\s|\s$/.test(cell) || cell.includes(separator);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function changedMeanwhile(table: SourceTable, { row, column, before }: CellEdit): Diagnostic {
  const now = table.rows[row]?.[column];
  const what =
    now === undefined
      ? `the row with \`${before}\` is no longer there`
      : `\`${before}\` reads \`${now}\` now`;
  const remedy = 'open the page again, and change what stands there then; nothing was written';
  return diagnose('file/changed', table.placeOf(row, column), what, remedy);
}

function notWritten(table: SourceTable, { row, column, text }: CellEdit): Diagnostic {
  const what = `\`${text}\` cannot stand in this cell`;
  return diagnose('csv/syntax', table.placeOf(row, column), what, 'write a number or a date');
}
