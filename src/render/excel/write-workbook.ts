// Writes sheets as an Excel file: the only place that hands anything to exceljs for writing.
// In: sheets as plain data and what the file says about itself. Out: the file's bytes, the same
// for the same content. Rows are streamed, so that 20,000 deals need no more memory than their
// text; every text passes the guard against formula injection.

import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { safeText } from '../safe-text.ts';
import { fillsAcross, StyleShelf } from './cell-styles.ts';
import type { CellContent } from './cells.ts';
import { columnWidths } from './column-widths.ts';
import { heightOf } from './row-heights.ts';
import type { SheetContent } from './sheet-content.ts';
import { fixZipDates } from './zip-dates.ts';

export interface WorkbookContent {
  readonly title: string;
  readonly company: string;
  /** Stated as the time of creation; the clock takes no part. */
  readonly dated: Date;
  readonly paper: 'a4' | 'letter';
  readonly sheets: readonly SheetContent[];
}

type Writer = ExcelJS.stream.xlsx.WorkbookWriter;

/** Letter is what a sheet is printed on when it says nothing. */
const A4 = 9;
const HEADER_CHARACTERS_MAX = 80;
const ROWS_AT_ONCE = 100;

/** Letter where the locale's country is the United States, A4 elsewhere. */
export function paperOf(locale: string): WorkbookContent['paper'] {
  return new Intl.Locale(locale).maximize().region === 'US' ? 'letter' : 'a4';
}

export async function writeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const stream = new PassThrough();
  const collected = buffer(stream);
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  const company = safeText(content.company);
  writer.title = safeText(content.title);
  writer.creator = company;
  writer.lastModifiedBy = company;
  writer.created = content.dated;
  writer.modified = content.dated;
  const styles = new StyleShelf();
  for (const sheet of content.sheets) await writeSheet(writer, sheet, content, styles);
  nameRanges(writer, content.sheets);
  await writer.commit();
  return fixZipDates(await collected);
}

async function writeSheet(
  writer: Writer,
  sheet: SheetContent,
  content: WorkbookContent,
  styles: StyleShelf,
): Promise<void> {
  const written = writer.addWorksheet(sheet.name, sheetOptions(sheet, content));
  if (sheet.filter) written.autoFilter = sheet.filter;
  const widths = columnWidths(sheet);
  written.columns = widths.map((width) => ({ width }));
  for (const each of sheet.rows) {
    const { look, cells } = each;
    const row = written.addRow([]);
    const height = heightOf(each, widths);
    if (height !== undefined) row.height = height;
    const filled = fillsAcross(look) ? sheet.widths.length : cells.length;
    for (let index = 0; index < filled; index += 1) {
      const cell = cells[index];
      const place = row.getCell(index + 1);
      place.style = styles.styleOf(look, cell);
      if (cell) place.value = cellValue(cell.content);
    }
    row.commit();
    if (row.number % ROWS_AT_ONCE === 0) await packed(written);
  }
  written.commit();
}

/** The library's own way to name a range keeps an object for each of its cells. */
function nameRanges({ definedNames }: Writer, sheets: readonly SheetContent[]): void {
  const named = sheets.flatMap((sheet) =>
    sheet.names.map(({ name, range }) => {
      return { name, ranges: [`'${sheet.name}'!${absolute(range)}`] };
    }),
  );
  Object.defineProperty(definedNames, 'model', { value: named });
}

/**
 * The library writes rows into a pipe that the archive packs from, and never waits for it: what is
 * not packed yet would pile up. Its types do not name the pipe.
 */
async function packed(sheet: ExcelJS.Worksheet): Promise<void> {
  const { stream } = sheet as unknown as { readonly stream: { readonly pipes: Writable[] } };
  for (const pipe of stream.pipes) if (pipe.writableNeedDrain) await once(pipe, 'drain');
}

/** The library puts a `$` before each column of a print area, and programs want one before rows. */
function sheetOptions(
  { frozen, repeatedFrom, isOnePage, printed }: SheetContent,
  { paper, title, company }: WorkbookContent,
): Partial<ExcelJS.AddWorksheetOptions> {
  return {
    views: [viewOf(frozen)],
    pageSetup: {
      ...(paper === 'a4' && { paperSize: A4 }),
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: isOnePage ? 1 : 0,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
      ...(printed !== undefined && { printArea: printed.replace(/(\d+)/g, '$$$1') }),
      ...(repeatedFrom !== undefined && { printTitlesRow: `${repeatedFrom}:${frozen.rows}` }),
    },
    headerFooter: {
      oddFooter: `&L&8${headerText(title)}&C&8${headerText(company)}&R&8&P / &N`,
    },
  };
}

function viewOf({ rows, columns }: SheetContent['frozen']): Partial<ExcelJS.WorksheetView> {
  if (rows === 0) return { state: 'normal', showGridLines: false };
  return { state: 'frozen', xSplit: columns, ySplit: rows, showGridLines: false };
}

/** A lone `&` would start a code of its own; a header has room for 255 characters in all. */
function headerText(text: string): string {
  return ` ${safeText(text).slice(0, HEADER_CHARACTERS_MAX).toWellFormed().replaceAll('&', '&&')}`;
}

/**
 * Spreadsheet programs read `_x003D_` as a character code, so a text that looks like one gets its
 * underscore written as a code. Source: ECMA-376 part 1, 22.9.2.19.
 */
function cellValue(content: CellContent): ExcelJS.CellValue {
  if (typeof content !== 'string') {
    return typeof content === 'object' && 'formula' in content ? { ...content } : content;
  }
  return safeText(content).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** `$C$7:$C$12`: a name stands for its cells wherever it is used. */
function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
