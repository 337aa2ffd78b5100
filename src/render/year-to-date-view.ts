// What the periods of the year paid so far, by component. In: the statement. Out: a table of text;
// none where this is the first period.

import type { Exact, Statement } from '../core/index.ts';
import type { Desk } from './desk.ts';
import { paidComponents } from './paid-components.ts';
import { figureColumn, shortColumn, type TableView, tableView } from './table-view.ts';

/** The zero to start from is any figure less itself. */
export function sumOf(any: Exact, figures: readonly Exact[]): Exact {
  return figures.reduce((total, each) => total.plus(each), any.minus(any));
}

/** Only where there is more than this one period: it would repeat the lines of the payment. */
export function yearToDateTable(
  statement: Statement,
  { format, words }: Desk,
): TableView | undefined {
  const { yearToDate, payment } = statement;
  if (yearToDate.length < 2) return undefined;
  const { labels } = words;
  const components = paidComponents(statement);
  const columns = components.map(({ component }) =>
    yearToDate.map(
      ({ payouts }) => payouts.find((each) => each.component === component)?.payout.exact,
    ),
  );
  const totals = yearToDate.map(({ total }) => total.exact);
  const paid = (figures: readonly (Exact | undefined)[]): Exact =>
    sumOf(
      payment.exact,
      figures.filter((each) => each !== undefined),
    );
  const cuts = totals.map((total, row) => total.minus(paid(columns.map((each) => each[row]))));
  const isCut = cuts.some((cut) => !cut.eq('0'));
  const all = [...columns, ...(isCut ? [cuts] : []), totals];
  const titles = [...components.map(({ title }) => title), ...(isCut ? [labels.limits] : [])];
  return tableView({
    caption: labels.yearToDate,
    columns: [shortColumn(labels.period), ...titles.map(figureColumn), figureColumn(labels.total)],
    rows: yearToDate.map(({ period }, row) => [
      format.period(period),
      ...all.map((column) => format.datum(column[row], 'money')),
    ]),
    total: [labels.total, ...all.map((column) => format.money(paid(column)))],
  });
}
