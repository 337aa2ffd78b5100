// Reads one sheet of an Excel workbook into rows of text under named columns.
// In: a path and the sheet's name. Out: a SourceTable, or every finding with its row and column.
// Three walls, since exceljs trusts its input: the zip is inspected first, the parser runs in a
// worker with little memory and time, and only text comes back from it.

import {
  byPlace,
  type Diagnostic,
  type DiagnosticCode,
  diagnose,
  type Outcome,
  outcomeOf,
  type SourceTable,
} from '../core/index.ts';
import { aboutFile, stopped } from './file-findings.ts';
import { runGuarded, type WorkerFailure } from './guarded-worker.ts';
import { inspectZip, notReadable, tooLargeToRead } from './inspect-zip.ts';
import { quoteText } from './quote-text.ts';
import { readBytes } from './read-bytes.ts';
import type { CellFault, PlacedFault, SheetGrid } from './sheet-grid.ts';
import { noHeader, readHeader } from './table-header.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookReply, WorkbookRequest } from './workbook-worker.ts';

export interface WorkbookOptions {
  /** May be left out where only one visible sheet has content. */
  readonly sheet?: string | undefined;
  readonly limits?: Partial<WorkbookLimits>;
}

export async function readWorkbook(
  path: string,
  shownAs: string,
  options: WorkbookOptions = {},
): Promise<Outcome<SourceTable>> {
  const limits = { ...WORKBOOK_LIMITS, ...options.limits };
  const read = await readBytes(path, shownAs, { maxBytes: limits.fileBytesMax });
  if (!read.ok) return read;
  const inspected = await inspectZip(read.product, shownAs, limits);
  if (!inspected.ok) return inspected;
  const request = { parts: inspected.product, sheet: options.sheet, limits };
  const reply = await runWorkbookWorker(request);
  if (reply.kind === 'grid') return tableOf(reply.grid, reply.sheet, shownAs);
  return stopped(refusal(reply, shownAs, options.sheet, limits));
}

/** What every cell of every sheet shows, by its place: `Deals!C7`. */
export async function readAllCells(
  bytes: Buffer,
  shownAs: string,
): Promise<Outcome<ReadonlyMap<string, string>>> {
  const limits = WORKBOOK_LIMITS;
  const inspected = await inspectZip(bytes, shownAs, limits);
  if (!inspected.ok) return inspected;
  const request = { parts: inspected.product, sheet: undefined, all: true, limits };
  const reply = await runWorkbookWorker(request);
  if (reply.kind === 'grids') return outcomeOf(cellTexts(reply.grids), []);
  return stopped(refusal(reply, shownAs, undefined, limits));
}

function cellTexts(grids: ReadonlyMap<string, SheetGrid>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [sheet, { numbers, rows }] of grids) {
    rows.forEach((row, index) => {
      row.forEach((text, column) => {
        const place = `${sheet}!${columnLetters(column + 1)}${numbers[index]}`;
        if (text !== '') texts.set(place, text);
      });
    });
  }
  return texts;
}

/** What the worker cannot say itself is added to its own replies. */
type Reply = WorkbookReply | WorkerFailure;

function runWorkbookWorker(request: WorkbookRequest): Promise<Reply> {
  const program = new URL('./workbook-worker.ts', import.meta.url);
  return runGuarded<WorkbookReply>(program, request, request.limits);
}

function refusal(
  reply: Reply,
  file: string,
  sheet: string | undefined,
  limits: WorkbookLimits,
): Diagnostic {
  switch (reply.kind) {
    case 'grid':
    case 'grids':
      throw new Error('the reader answered another question than it was asked');
    case 'too-large':
      return tooLargeToRead(file, 'holds more cells than fit into the memory allowed for it');
    case 'too-slow':
      return tooLargeToRead(file, `was not read within ${limits.secondsMax} seconds`);
    case 'not-readable':
      return notReadable(file, `it cannot be parsed (${quoteText(reply.reason)})`);
    case 'no-sheet': {
      const what = sheet === undefined ? 'the workbook has no sheet' : noSuchSheet(sheet);
      return aboutFile('workbook/no-sheet', file, what, nameOneOf(reply.sheets));
    }
    case 'which-sheet': {
      const what = `${reply.sheets.length} sheets have content, and none is named`;
      return aboutFile('workbook/which-sheet', file, what, nameOneOf(reply.sheets));
    }
  }
}

function noSuchSheet(sheet: string): string {
  return `the workbook has no sheet ${quoteText(sheet)}`;
}

function nameOneOf(sheets: readonly string[]): string {
  if (sheets.length === 0) return 'save the workbook again in Excel with one sheet of data';
  return `name one of its sheets: ${sheets.slice(0, 20).map(quoteText).join(', ')}`;
}

function tableOf(grid: SheetGrid, sheet: string, file: string): Outcome<SourceTable> {
  const place = (line: number, column: number) => {
    const path = `${sheet}!${columnLetters(column)}${line}`;
    return { file, line, column, path };
  };
  const placeOf: SourceTable['placeOf'] = (row, column) =>
    place(grid.numbers[row + 1] ?? grid.numbers.at(-1) ?? 1, Math.max(column, 0) + 1);
  const faults = grid.faults.map((fault) => cellFinding(fault, place(fault.row, fault.column)));
  const [header, ...rows] = grid.rows;
  if (header === undefined) {
    const nothing = noHeader(place(1, 1), `the sheet ${quoteText(sheet)} has no text in it`);
    return outcomeOf<SourceTable>(undefined, faults.length > 0 ? faults : [nothing]);
  }
  const named = readHeader(header, rows, (column) => placeOf(-1, column));
  const found = [...faults, ...named.diagnostics].sort(byPlace);
  return outcomeOf({ file, columns: named.columns, rows: named.rows, placeOf }, found);
}

/** Excel's name of a column: 1 is A, 27 is AA. */
function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return before === 0 ? letter : columnLetters(before) + letter;
}

interface FaultWords {
  readonly code: DiagnosticCode;
  readonly what: (text: string) => string;
  readonly remedy: string;
}

const FAULT_WORDS: Readonly<Record<CellFault['kind'], FaultWords>> = {
  formula: {
    code: 'workbook/formula-without-result',
    what: (text) => `the formula ${text} has no calculated result in the file`,
    remedy: 'open the workbook in Excel and save it, or paste the column as values',
  },
  error: {
    code: 'workbook/error-value',
    what: (text) => `the cell shows the error ${text}`,
    remedy: 'mend the formula, or write the value into the cell',
  },
  merged: {
    code: 'workbook/merged-cell',
    what: (text) => `the cell is merged into ${text}`,
    remedy: 'unmerge the cells and write the value into every row it counts for',
  },
  date: {
    code: 'workbook/cell-not-readable',
    what: (text) => `the cell with the number format ${text} shows no day of the calendar`,
    remedy: 'format dates as `yyyy-mm-dd`, and amounts and times as Number, then save again',
  },
  number: {
    code: 'workbook/cell-not-readable',
    what: (text) => `the cell holds ${text}, which is no decimal number`,
    remedy: 'write a number such as `1054.50`',
  },
};

function cellFinding(fault: PlacedFault, place: ReturnType<SourceTable['placeOf']>): Diagnostic {
  const { code, what, remedy } = FAULT_WORDS[fault.kind];
  return diagnose(code, place, what(quoteText(fault.text)), remedy);
}
