// What each period of the fiscal year has paid, by component. In: the desk. Out: the sheet; every
// row and every column adds up by a live sum.

import type { Exact, PeriodPayouts, Statement } from '../../core/index.ts';
import { beyondComponents, paidComponents } from '../paid-components.ts';
import {
  type Cell,
  type CellRow,
  date,
  figure,
  figureHeading,
  formula,
  heading,
  money,
  text,
} from './cells.ts';
import { columnSum } from './column-sum.ts';
import { moneyFormat } from './number-formats.ts';
import { cellAddress, EDGE_WIDTH, SheetBuilder, type SheetContent } from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';

const PERIOD_COLUMNS = 3;

export function yearToDateSheet(desk: SheetDesk): SheetContent {
  const { statement, words, workbookWords, format } = desk;
  const { labels } = words;
  const { yearToDate } = statement;
  const components = paidComponents(statement);
  const builder = new SheetBuilder(workbookWords.sheets.yearToDate);
  addTitle(builder, workbookWords.sheets.yearToDate, desk);
  const titles = [...components.map(({ title }) => title), labels.limits, labels.payment];
  const header = builder.add(
    'header',
    ...[labels.period, workbookWords.from, workbookWords.to].map(heading),
    ...titles.map(figureHeading),
  );
  for (const each of yearToDate) {
    const { period } = each;
    const when = [text(format.period(period)), date(period.from), date(period.to)];
    builder.add('body', ...when, ...payoutCells(each, statement, builder.nextRow));
  }
  addTotal(builder, desk, header + 1);
  return builder.content({
    widths: [{ min: 14, max: 24 }, 12, 12, ...titles.map(() => ({ min: 15, max: 20 })), EDGE_WIDTH],
    frozen: { rows: header, columns: 1 },
    repeatedFrom: header,
  });
}

function payoutCells(each: PeriodPayouts, statement: Statement, row: number): CellRow {
  const format = moneyFormat(statement.currency);
  const components = paidComponents(statement);
  const last = cellAddress(PERIOD_COLUMNS + components.length + 1, row);
  const paid = components.map(({ component: id }): Cell | undefined => {
    const found = each.payouts.find(({ component }) => component === id);
    return found && money(found.payout);
  });
  const range = `${cellAddress(PERIOD_COLUMNS + 1, row)}:${last}`;
  return [...paid, figure(cutOf(each), format), formula(`SUM(${range})`, each.total.exact, format)];
}

function cutOf({ payouts, total }: PeriodPayouts): Exact {
  return beyondComponents(payouts, total.exact);
}

function addTotal(builder: SheetBuilder, desk: SheetDesk, first: number): void {
  const { statement, words } = desk;
  const { yearToDate, currency } = statement;
  const columns = [
    ...paidComponents(statement).map(({ component: id }) =>
      yearToDate.flatMap(({ payouts }) =>
        payouts.flatMap(({ component, payout }) => (component === id ? [payout.exact] : [])),
      ),
    ),
    yearToDate.map(cutOf),
    yearToDate.map(({ total }) => total.exact),
  ];
  const sums = columns.map((figures, index) => {
    const at = { column: PERIOD_COLUMNS + index + 1, first };
    return columnSum(builder, at, figures, moneyFormat(currency));
  });
  builder.add('total', text(words.labels.total), undefined, undefined, ...sums);
}
