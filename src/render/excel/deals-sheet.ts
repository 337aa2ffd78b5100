// Every deal of the period, one row each: what the company shows of a deal, for each credited
// measure whether it counts, the payee's share, the credit, the credited figure and the reason, and
// for each component with rules what they gave the deal.
// In: the desk. Out: the sheet, with a filter and a total of the rows shown.

import type { Exact, StatementDeals } from '../../core/index.ts';
import {
  type Cell,
  type CellRow,
  columnFormat,
  datum,
  figure,
  figureHeading,
  flag,
  formula,
  heading,
  text,
} from './cells.ts';
import { percentFormat, unitFormat } from './number-formats.ts';
import {
  EARNED_PLACE,
  earnedTotal,
  RULING_COLUMNS,
  rulingCells,
  rulingHeaders,
  rulingWidths,
} from './ruling-columns.ts';
import {
  cellAddress,
  columnRange,
  rangeName,
  SheetBuilder,
  type SheetContent,
} from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';

type Deal = StatementDeals['rows'][number];
type Credit = Deal['credits'][number];

const ID_COLUMNS = 1;
const CREDIT_COLUMNS = 5;
/** Place of the credited figure among a measure's columns, from 1. */
const CREDITED_PLACE = 4;
const TEXT_UNITS: readonly string[] = ['text', 'flag', 'date'];

export function dealsSheet(desk: SheetDesk): SheetContent {
  const { statement, workbookWords } = desk;
  const { deals } = statement;
  const builder = new SheetBuilder(workbookWords.sheets.deals);
  addTitle(builder, workbookWords.sheets.deals, desk);
  for (const note of notes(desk)) builder.add('note', text(note));
  builder.add('group', ...groupCells(deals));
  const header = builder.add('header', ...headerCells(desk));
  const row = dealRow(desk);
  for (const deal of deals.rows) builder.add('body', ...row(deal));
  const last = builder.nextRow - 1;
  if (deals.rows.length > 0) addTotal(builder, desk, header + 1, last);
  const width = rulingsFrom(deals) + deals.ruled.length * RULING_COLUMNS;
  return builder.content({
    widths: widths(deals),
    frozen: { rows: header, columns: ID_COLUMNS },
    repeatedFrom: header - 1,
    ...(deals.rows.length > 0 && {
      filter: `${cellAddress(1, header)}:${cellAddress(width, last)}`,
    }),
  });
}

/** Two rows in any case, so that the header's place does not depend on the plan. */
function notes({ statement, format, workbookWords }: SheetDesk): readonly [string, string] {
  const { components, deals, period } = statement;
  if (deals.rows.length === 0) return [workbookWords.noDeals, ''];
  const longer = components.filter(({ window }) => window !== 'period').map(({ title }) => title);
  return [
    workbookWords.dealsOf(format.period(period)),
    longer.length > 0 ? workbookWords.dealsToDate(format.list(longer)) : '',
  ];
}

/** How many columns stand before those of rules. */
function rulingsFrom({ columns, credited }: StatementDeals): number {
  return ID_COLUMNS + columns.length + credited.length * CREDIT_COLUMNS;
}

function widths({ columns, credited, ruled }: StatementDeals): SheetContent['widths'] {
  const credit = [10, 11, 11, { min: 14, max: 20 }, { min: 20, max: 48 }];
  return [
    { min: 12, max: 24 },
    ...columns.map(() => ({ min: 11, max: 34 })),
    ...credited.flatMap(() => credit),
    ...ruled.flatMap(() => rulingWidths),
  ];
}

function groupCells({ columns, credited, ruled }: StatementDeals): CellRow {
  const before = Array<undefined>(ID_COLUMNS + columns.length).fill(undefined);
  const group = ({ label }: { readonly label: string }, width: number): CellRow => [
    text(label),
    ...Array<undefined>(width - 1).fill(undefined),
  ];
  return [
    ...before,
    ...credited.flatMap((each) => group(each, CREDIT_COLUMNS)),
    ...ruled.flatMap((each) => group(each, RULING_COLUMNS)),
  ];
}

function headerCells(desk: SheetDesk): CellRow {
  const { statement, words, workbookWords } = desk;
  const { labels } = words;
  const { columns, credited } = statement.deals;
  const shown = columns.map(({ label, unit }) =>
    TEXT_UNITS.includes(unit) ? heading(label) : figureHeading(label),
  );
  const credit = [
    heading(workbookWords.counts),
    ...[labels.share, labels.credit, labels.credited].map(figureHeading),
    heading(labels.reason),
  ];
  return [
    heading(labels.deal),
    ...shown,
    ...credited.flatMap(() => credit),
    ...rulingHeaders(desk),
  ];
}

/** Formats belong to columns, so they are found once for all rows. */
function dealRow({ statement, words }: SheetDesk): (deal: Deal) => CellRow {
  const { deals, currency } = statement;
  const shownFormats = deals.columns.map(({ unit }, index) =>
    columnFormat(
      unit,
      currency,
      deals.rows.map(({ shown }) => shown[index]),
    ),
  );
  const creditedFormats = creditedFormatsOf(deals, currency);
  const percent = percentFormat();
  const creditCells = (credit: Credit, index: number): readonly Cell[] => [
    flag(credit.counts, words),
    figure(credit.share, percent),
    figure(credit.credit, percent),
    figure(credit.credited, creditedFormats[index] ?? ''),
    text(credit.counts ? credit.reason : words.notCounted(credit.reason)),
  ];
  return (deal) => {
    const { id, shown, credits } = deal;
    const cells = [
      text(id),
      ...shown.map((each, index) => datum(each, shownFormats[index] ?? '', words)),
      ...credits.flatMap(creditCells),
      ...rulingCells(deal, currency),
    ];
    return credits.some(({ counts }) => counts) ? cells : cells.map(dimmed);
  };
}

function dimmed(cell: Cell | undefined): Cell | undefined {
  return cell && { ...cell, tone: 'label' };
}

function creditedFormatsOf(deals: StatementDeals, currency: string): readonly string[] {
  return deals.credited.map(({ unit }, index) =>
    unitFormat(unit, currency, creditedFigures(deals, index)),
  );
}

function creditedFigures({ rows }: StatementDeals, index: number): readonly Exact[] {
  return rows.flatMap(({ credits }) => credits[index]?.credited ?? []);
}

/** Follows the filter: 109 adds up the rows that are shown. */
function addTotal(builder: SheetBuilder, desk: SheetDesk, first: number, last: number): void {
  const { statement, workbookWords } = desk;
  const { deals, currency } = statement;
  const formats = creditedFormatsOf(deals, currency);
  const cells: (Cell | undefined)[] = [text(workbookWords.visibleTotal)];
  deals.credited.forEach(({ measure }, index) => {
    const place = ID_COLUMNS + deals.columns.length + index * CREDIT_COLUMNS + CREDITED_PLACE;
    const range = columnRange(place, first, last);
    const sum = creditedFigures(deals, index).reduce((sofar, each) => sofar.plus(each));
    cells[place - 1] = formula(`SUBTOTAL(109,${range})`, sum, formats[index] ?? '');
    builder.nameRange(rangeName(measure, 'credited'), range);
  });
  deals.ruled.forEach(({ component }, index) => {
    const place = rulingsFrom(deals) + index * RULING_COLUMNS + EARNED_PLACE;
    const range = columnRange(place, first, last);
    cells[place - 1] = earnedTotal(deals, index, range, currency);
    if (cells[place - 1]) builder.nameRange(rangeName(component, 'earned'), range);
  });
  builder.add('total', ...Array.from(cells));
}
