// Reads CSV text into rows under named columns; what stands in quotes is kept as it is.
// In: the text and the name to show. Out: a SourceTable, or every finding with line and column.
// Source: RFC 4180, read with csv-parse; a faulty row is reported and reading goes on behind it.

import { CsvError, parse } from 'csv-parse/sync';
import {
  byPlace,
  type Diagnostic,
  diagnose,
  type Outcome,
  outcomeOf,
  type SourceTable,
} from '../core/index.ts';
import { unguarded } from './cell-text.ts';
import { afterBlankLines, type CsvLines, csvLines, nextLine } from './csv-lines.ts';
import { countOf, quoteText } from './quote-text.ts';
import { noHeader, readHeader } from './table-header.ts';

export type Separator = ',' | ';' | '\t';

/** A longer header is not searched further for its separator. */
const HEADER_LENGTH_MAX = 100_000;

/** What was read: each record's cells and first byte, and where quotes made a record unreadable. */
interface Records {
  readonly cells: string[][];
  readonly starts: number[];
  readonly faults: QuoteFault[];
}

interface QuoteFault {
  readonly code: string;
  readonly start: number;
  readonly cell: number;
}

/** Without a `separator` it is found in the header. */
export function parseCsv(text: string, file: string, separator?: Separator): Outcome<SourceTable> {
  const used = separator ?? separatorOf(text);
  const bytes = Buffer.from(text);
  const lines = csvLines(bytes, used, file);
  const records = readRecords(bytes, used);
  const quoteFindings = records.faults.map((fault) => quoteFinding(fault, lines));
  const [header, ...rowsAsRead] = records.cells;
  if (header === undefined) {
    const nothing = noHeader({ file, line: 1, column: 1 }, 'the table has no row with text in it');
    const found = quoteFindings.length > 0 ? quoteFindings : [nothing];
    return outcomeOf<SourceTable>(undefined, found);
  }
  const placeOf: SourceTable['placeOf'] = (row, column) => {
    const start = records.starts[row + 1] ?? records.starts.at(-1) ?? 0;
    return lines.placeOfCell(start, Math.max(column, 0));
  };
  const ragged = raggedRows(rowsAsRead, header.length, used, placeOf);
  const headerPlace = (column: number) => placeOf(-1, column);
  const { columns, rows, diagnostics } = readHeader(header, rowsAsRead, headerPlace);
  const found = [...quoteFindings, ...diagnostics, ...ragged].sort(byPlace);
  return outcomeOf({ file, columns, rows, placeOf }, found);
}

/**
 * The separator is the one that stands most often in the header outside quotes. On a tie the
 * rarer character in names wins: `Amount, net;Payee` is separated by semicolons.
 */
export function separatorOf(text: string): Separator {
  const counts: Record<Separator, number> = { '\t': 0, ';': 0, ',': 0 };
  const start = text.slice(0, HEADER_LENGTH_MAX).replace(/^(?:[ \t]*[\r\n]+)*/, '');
  const header = /^(?:"[^"]*"|[^"\r\n])*/.exec(start)?.[0] ?? '';
  for (const character of header.replace(/"[^"]*"/g, '')) {
    if (Object.hasOwn(counts, character)) counts[character as Separator] += 1;
  }
  const most = Math.max(...Object.values(counts));
  const candidates: readonly Separator[] = ['\t', ';', ','];
  return candidates.find((each) => most > 0 && counts[each] === most) ?? ',';
}

function readRecords(bytes: Buffer, separator: Separator): Records {
  const records: Records = { cells: [], starts: [], faults: [] };
  let from = 0;
  while (from < bytes.length) {
    const fault = readUntilFault(bytes, from, separator, records);
    if (fault === undefined) break;
    records.faults.push(fault);
    // Without the header the rows below would be measured against one of themselves.
    if (records.cells.length === 0) break;
    from = nextLine(bytes, fault.start);
  }
  return records;
}

function readUntilFault(
  bytes: Buffer,
  from: number,
  separator: Separator,
  records: Records,
): QuoteFault | undefined {
  let end = from;
  try {
    parse(bytes.subarray(from), {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (record: string[], info) => {
        const start = afterBlankLines(bytes, end, separator);
        end = from + info.bytes;
        // A row of separators alone is how spreadsheets save an empty row.
        if (record.every((cell) => cell === '')) return null;
        records.cells.push(record.map(unguarded));
        records.starts.push(start);
        return null;
      },
    });
    return undefined;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const start = afterBlankLines(bytes, end, separator);
    return { code: cause.code, start, cell: Number(cause['column'] ?? 0) };
  }
}

function raggedRows(
  rows: readonly (readonly string[])[],
  width: number,
  separator: Separator,
  placeOf: SourceTable['placeOf'],
): Diagnostic[] {
  return rows.flatMap((row, index): Diagnostic[] => {
    if (row.length === width) return [];
    const cells = countOf(row.length, 'cell');
    const what = `the row that starts with ${quoteText(row[0] ?? '')} has ${cells}, not ${width}`;
    const sign = separator === '\t' ? 'a tab' : quoteText(separator);
    const remedy =
      row.length < width
        ? `write ${sign} for each missing cell too, even if the cell is empty`
        : `put a cell that itself contains ${sign} in double quotes, or remove the extra cells`;
    return [diagnose('csv/syntax', placeOf(index, Math.min(row.length - 1, width)), what, remedy)];
  });
}

function quoteFinding({ code, start, cell }: QuoteFault, lines: CsvLines): Diagnostic {
  const place = lines.placeOfCell(start, cell);
  const doubled = 'put the whole cell in double quotes and double the ones inside: `"5"" pipe"`';
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    const what = 'a double quote opens here and is never closed';
    return diagnose('csv/syntax', place, what, `close it at the cell’s end, or ${doubled}`);
  }
  const what =
    code === 'INVALID_OPENING_QUOTE'
      ? 'a double quote stands inside a cell that does not start with one'
      : 'text goes on after the double quote that closes the cell';
  return diagnose('csv/syntax', place, what, doubled);
}
