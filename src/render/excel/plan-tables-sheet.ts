// The plan's payout curves and rate tables, as the formulas of the other sheets look into them:
// changing a row changes the pay. In: the desk, after the formulas were written. Out: the sheet;
// every column of a table has a name. Curves of what is not due yet stand below, for reading.

import type { StatementComponent, StatementCurve, TablePoint } from '../../core/index.ts';
import { multiplesOfCurve } from '../chart-view.ts';
import { type Cell, figure, figureHeading, heading, quantity, text } from './cells.ts';
import {
  carriedFigure,
  carriedFormula,
  type LiveTable,
  type TableColumns,
} from './live/live-tables.ts';
import { percentFormat, unitFormat } from './number-formats.ts';
import { columnRange, EDGE_WIDTH, SheetBuilder, type SheetContent } from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';

const COLUMNS: TableColumns = { starts: 1, pays: 2, carried: 3 };

export function planTablesSheet(desk: SheetDesk): SheetContent {
  const { statement, workbookWords, live: book } = desk;
  const { planTables } = workbookWords.sheets;
  const builder = new SheetBuilder(planTables);
  addTitle(builder, planTables, desk);
  for (const table of book.formulas.tables.all) addTable(builder, table, desk);
  for (const component of statement.components) {
    if (component.curve && !component.isDue) addCurve(builder, component, component.curve, desk);
    if (component.rules.length > 0) addRules(builder, component, desk);
    const multiples = component.curve && multiplesOfCurve(component.curve, desk);
    if (multiples) builder.add('note', text(`${component.title}: ${multiples.join(' ')}`));
  }
  return builder.content({
    widths: [{ min: 18, max: 26 }, 20, 22, EDGE_WIDTH],
    frozen: { rows: 3, columns: 0 },
    isOnePage: true,
  });
}

function addTable(builder: SheetBuilder, { title, formula, ranges }: LiveTable, desk: SheetDesk) {
  const { statement, workbookWords } = desk;
  const { points, onUnit, op } = formula;
  const carried = op === 'interpolate' || op === 'marginalTiers' ? workbookWords.carried[op] : '';
  builder.add('section', text(title));
  builder.add(
    'header',
    figureHeading(workbookWords.from),
    figureHeading(workbookWords.pays),
    figureHeading(carried),
  );
  const first = builder.nextRow;
  const startFormat = unitFormat(
    onUnit,
    statement.currency,
    points.map(({ at }) => at),
  );
  const paysFormat = unitFormat(formula.pays ?? 'ratio', statement.currency, []);
  points.forEach((point, index) => {
    const code = carriedFormula(formula, index, builder.nextRow, COLUMNS);
    const step = code ? carriedCell(code, carriedFigure(formula, index)) : undefined;
    builder.add('body', ...pointCells(point, startFormat, paysFormat), step);
  });
  const last = builder.nextRow - 1;
  builder.nameRange(ranges.starts, columnRange(COLUMNS.starts, first, last));
  builder.nameRange(ranges.pays, columnRange(COLUMNS.pays, first, last));
  if (carried) builder.nameRange(ranges.carried, columnRange(COLUMNS.carried, first, last));
  builder.blank();
}

function pointCells(
  { at, pays }: TablePoint,
  startFormat: string,
  paysFormat: string,
): readonly [Cell, Cell] {
  return [figure(at, startFormat), figure(pays, paysFormat)];
}

function carriedCell(code: string, result: number): Cell {
  return { content: { formula: code, result }, format: '#,##0.00####', align: 'right' };
}

/** The figures stand in the formulas of the deals. */
function addRules(
  builder: SheetBuilder,
  { title, rules }: StatementComponent,
  { workbookWords }: SheetDesk,
): void {
  builder.add('section', text(title));
  builder.add('note', text(workbookWords.firstRuleMet));
  const gives = rules[0]?.gives ?? 'rate';
  builder.add('header', heading(workbookWords.rule), figureHeading(workbookWords.ruled[gives]));
  for (const { because, figure: given } of rules) {
    builder.add('body', text(because), figure(given, percentFormat()));
  }
  builder.blank();
}

function addCurve(
  builder: SheetBuilder,
  { title }: StatementComponent,
  { rows, from, meaning }: StatementCurve,
  { statement, workbookWords }: SheetDesk,
): void {
  builder.add('section', text(title));
  builder.add('note', text(workbookWords.curveMeaning(meaning)));
  builder.add('header', figureHeading(workbookWords.from), figureHeading(workbookWords.pays));
  for (const { at, pays } of rows) {
    const start = quantity({ number: at, unit: from }, statement.currency);
    builder.add('body', start, figure(pays, percentFormat(pays)));
  }
  builder.blank();
}
