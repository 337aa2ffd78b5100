// The calculation step by step: what a cell is, how it is made, in which clause of the plan it
// stands, and its figure as a live formula under a name of its own. In: the desk. Out: the sheet;
// steps that a formula needs on rows of their own come before it.

import { type Datum, formulaWords, type Unit, type WorksheetCell } from '../../core/index.ts';
import { daysText } from '../component-view.ts';
import { type Cell, figureHeading, heading, live, text, toned } from './cells.ts';
import type { HelperRow } from './live/live-formulas.ts';
import type { LiveWorkbook } from './live/live-workbook.ts';
import { unitFormat } from './number-formats.ts';
import { EDGE_WIDTH, SheetBuilder, type SheetContent } from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';

export function calculationSheet(desk: SheetDesk): SheetContent {
  const { live: book, statement, workbookWords } = desk;
  const builder = new SheetBuilder(workbookWords.sheets.calculation);
  addTitle(builder, workbookWords.sheets.calculation, desk);
  addSteps(builder, workbookWords.measures, book.cellsAt('measures'), desk);
  for (const component of statement.components) {
    const { id, title } = component;
    const when = daysText(component, desk);
    const section = when === undefined ? title : `${title} · ${when}`;
    addSteps(builder, section, book.cellsAt('component', id), desk);
  }
  addSteps(builder, workbookWords.gatesAndModifiers, book.cellsAt('gates'), desk);
  addSteps(builder, workbookWords.fromPayoutsToPayment, book.cellsAt('payment'), desk);
  return builder.content({
    widths: [44, 20, 80, { min: 18, max: 40 }, EDGE_WIDTH],
    frozen: { rows: 3, columns: 0 },
  });
}

function addSteps(
  builder: SheetBuilder,
  title: string,
  cells: readonly WorksheetCell[],
  desk: SheetDesk,
): void {
  const { live: book, workbookWords } = desk;
  if (cells.length === 0) return;
  const { step, figure, clause, howItIsMade } = workbookWords;
  builder.blank();
  builder.add('section', text(title));
  builder.add(
    'header',
    heading(step),
    figureHeading(figure),
    heading(howItIsMade),
    heading(clause),
  );
  for (const cell of cells) addStep(builder, cell, book, desk);
}

const FIGURE_COLUMN = 2;

function addStep(
  builder: SheetBuilder,
  cell: WorksheetCell,
  book: LiveWorkbook,
  desk: SheetDesk,
): void {
  const { name, formula, helpers } = book.formulaOf(cell);
  for (const helper of helpers) addHelper(builder, helper, book, desk);
  const datum = book.datumOf(cell);
  builder.add(
    'body',
    text(cell.label),
    live(formula, datum, figureFormat(cell.unit, datum, desk)),
    text(wordsOf(cell, book, desk)),
    toned(clauseText(cell), 'label'),
  );
  builder.nameCell(name, FIGURE_COLUMN);
}

function addHelper(
  builder: SheetBuilder,
  { name, step, formula }: HelperRow,
  book: LiveWorkbook,
  { workbookWords }: SheetDesk,
): void {
  const words = workbookWords.helpers[step.step];
  const result = book.helperFigure(step);
  const figure: Cell = {
    content: { formula, ...(result !== undefined && { result }) },
    format: '#,##0.####',
    align: 'right',
  };
  builder.add('body', toned(words.label, 'label'), figure, toned(words.why, 'label'));
  builder.nameCell(name, FIGURE_COLUMN);
}

/** Its formula in words; what a payee brings along has none. */
function wordsOf(cell: WorksheetCell, book: LiveWorkbook, { format }: SheetDesk): string {
  return formulaWords(
    cell.formula,
    (id) => book.labelOf(id),
    book.source.worksheet,
    (datum, unit) => format.datum(datum, unit),
  );
}

export function figureFormat(unit: Unit, datum: Datum, { statement }: SheetDesk): string {
  const figures = typeof datum === 'object' ? [datum] : [];
  return unitFormat(unit, statement.currency, figures);
}

/** `account-executive.yaml:109` */
export function clauseText({ clause: { file, line } }: WorksheetCell): string {
  return `${file.split('/').at(-1)}:${line}`;
}
