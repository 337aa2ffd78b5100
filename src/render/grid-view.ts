// A payout curve over two measures as a table: rows for the first measure, columns for the second,
// the payee's place marked. In: the grid. Out: the table's texts.

import type { CurveGrid } from '../core/index.ts';
import type { Desk } from './desk.ts';
import { figureColumn, shortColumn, type TableView, tableView } from './table-view.ts';

export function gridTable(
  { from, across, columns, rows, here }: CurveGrid,
  title: string,
  { format, words }: Desk,
): TableView {
  const start = (number: CurveGrid['columns'][number], unit: CurveGrid['from']): string =>
    words.gridFrom(format.quantity({ number, unit }, { digits: 'short' }));
  return tableView({
    caption: words.gridTitle(title, across.title),
    columns: [
      shortColumn(''),
      ...columns.map((column) => figureColumn(start(column, across.unit))),
    ],
    rows: rows.map((row, index) => [
      start(row.from, from),
      ...row.pays.map((pays, column) => {
        const isHere = here?.row === index && here.column === column;
        const text = format.percent(pays);
        return isHere ? words.gridHere(text) : text;
      }),
    ]),
  });
}
