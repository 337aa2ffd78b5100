// The deals that the calculation saw, one row each: what a deal says, and every figure made from it
// as a formula over its row, so that changing a deal changes the payment. In: the desk.
// Out: the sheet, with frozen header and filter, and empty rows for deals to try out.

import type { StatementDeals } from '../../core/index.ts';
import type { Wording } from '../wording.ts';
import {
  type Cell,
  type CellRow,
  columnFormat,
  dimmed,
  figureHeading,
  heading,
  live,
  rawDatum,
  text,
} from './cells.ts';
import { type LiveColumn, liveColumns, type RowSpan } from './live/live-deals.ts';
import { cellAddress, columnRange, SheetBuilder, type SheetContent } from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';

type Unit = LiveColumn['unit'];
type Deal = StatementDeals['rows'][number];
/** Empty rows with their formulas, for deals to try out. */
const SPARE_ROWS = 5;
const TEXT_UNITS: readonly Unit[] = ['text', 'flag', 'date'];

export function dealsSheet(desk: SheetDesk): SheetContent {
  const { statement, workbookWords, live: book } = desk;
  const { deals } = book.source;
  const builder = new SheetBuilder(workbookWords.sheets.deals);
  addTitle(builder, workbookWords.sheets.deals, desk);
  for (const note of notes(desk)) builder.add('note', text(note));
  const shown = statement.deals.columns.map(({ name }) => name);
  const leading = leadingHeaders(desk);
  const columns = liveColumns(book, shown, leading.length + 1);
  builder.add('group', ...groupCells(leading.length, columns, desk));
  const header = builder.add('header', ...leading, ...columns.map(headerCell));
  const rows = { first: header + 1, last: header + deals.length + SPARE_ROWS };
  builder.addMany('body', deals.length + SPARE_ROWS, dealRow(columns, rows, desk));
  nameColumns(builder, columns, leading.length, rows);
  const width = leading.length + columns.length;
  const upTo = (column: number, from: number): string =>
    `${cellAddress(1, from)}:${cellAddress(column, rows.last)}`;
  return builder.content({
    widths: [{ min: 12, max: 24 }, ...Array(width - 1).fill({ min: 11, max: 34 })],
    frozen: { rows: header, columns: 1 },
    repeatedFrom: header - 1,
    filter: upTo(width, header),
    printed: upTo(leading.length + shown.length, 1),
  });
}

/** Two rows in any case, so that the header's place does not depend on the plan. */
function notes({ live: { source }, workbookWords }: SheetDesk): readonly [string, string] {
  if (source.deals.length === 0) return [workbookWords.noDeals, workbookWords.dealsChange];
  return [workbookWords.dealsSeen, workbookWords.dealsChange];
}

/** One heading over what is calculated from what the deal says. */
function groupCells(
  leading: number,
  columns: readonly LiveColumn[],
  { workbookWords }: SheetDesk,
): CellRow {
  const calculated = columns.findIndex(({ formula }) => formula);
  const before = leading + (calculated < 0 ? columns.length : calculated);
  return [...Array<undefined>(before).fill(undefined), text(workbookWords.calculated)];
}

/** The deal, why it counted for each measure, and which rule of each component it met. */
function leadingHeaders({ statement, words, workbookWords }: SheetDesk): readonly Cell[] {
  const { credited, ruled } = statement.deals;
  const reasons = credited.map(({ label }) => `${label}: ${workbookWords.asCalculated}`);
  const rules = ruled.map(({ label }) => `${label}: ${workbookWords.rule}`);
  return [words.labels.deal, ...reasons, ...rules].map(heading);
}

function headerCell({ label, unit }: LiveColumn): Cell {
  return TEXT_UNITS.includes(unit) ? heading(label) : figureHeading(label);
}

/** Formats belong to columns, so they are found once for all rows. */
function dealRow(
  columns: readonly LiveColumn[],
  rows: RowSpan,
  { live: book, statement, words }: SheetDesk,
): (index: number) => CellRow {
  const { deals } = book.source;
  const { credited, ruled } = statement.deals;
  const unsaid = Array<undefined>(credited.length + ruled.length).fill(undefined);
  const formats = columns.map(({ unit, datum }) =>
    columnFormat(
      unit,
      statement.currency,
      deals.map((_, index) => datum(index)),
    ),
  );
  const inPeriod = new Map(statement.deals.rows.map((deal) => [deal.id, deal]));
  return (index) => {
    const id = deals[index]?.id;
    const deal = id === undefined ? undefined : inPeriod.get(id);
    const cells = columns.map((column, place) =>
      columnCell(column, index, rows, formats[place] ?? ''),
    );
    const reasons = deal ? reasonCells(deal, words) : unsaid;
    const row = [id === undefined ? undefined : text(id), ...reasons, ...cells];
    return deal?.credits.some(({ counts }) => counts) ? row : row.map(dimmed);
  };
}

/** Why it counted or did not, and which rule it met; said for the deals of the period. */
function reasonCells({ credits, rulings }: Deal, words: Wording): CellRow {
  const reasons = credits.map(({ counts, reason }) =>
    text(counts ? reason : words.notCounted(reason)),
  );
  return [...reasons, ...rulings.map((ruling) => ruling && text(ruling.reason))];
}

function columnCell(
  { formula, datum }: LiveColumn,
  index: number,
  rows: RowSpan,
  format: string,
): Cell | undefined {
  const given = datum(index);
  return formula ? live(formula(rows.first + index, rows), given, format) : rawDatum(given, format);
}

function nameColumns(
  builder: SheetBuilder,
  columns: readonly LiveColumn[],
  leading: number,
  rows: RowSpan,
): void {
  columns.forEach(({ range }, index) => {
    const place = leading + index + 1;
    if (range) builder.nameRange(range, columnRange(place, rows.first, rows.last));
  });
}
