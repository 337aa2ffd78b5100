// All payees of a run, one row each, components as columns, sums as live formulas: across to the
// payment and down to the total, and the difference from the run before. Currencies do not add up,
// so each has a table of its own. In: statements and earlier payments. Out: the sheet.

import { type Exact, type Statement, ZERO } from '../../core/index.ts';
import { conversionSentences } from '../line-words.ts';
import { beyondComponents } from '../paid-components.ts';
import { type Cell, type CellRow, figure, figureHeading, formula, heading, text } from './cells.ts';
import { columnSum } from './column-sum.ts';
import { moneyFormat } from './number-formats.ts';
import type { PreviousPayments } from './run-workbook.ts';
import { cellAddress, EDGE_WIDTH, SheetBuilder, type SheetContent } from './sheet-content.ts';
import { sheetFormat } from './sheet-desk.ts';

const NAME_COLUMNS = 3;

/** A column of figures: what it is called and what each payee has in it. */
interface FigureColumn {
  readonly title: string;
  readonly figureOf: (statement: Statement) => Exact | undefined;
}

export function runPayoutsSheet(
  statements: readonly [Statement, ...Statement[]],
  previous: PreviousPayments,
): SheetContent {
  const [{ company, period }] = statements;
  const { format, workbookWords } = sheetFormat(statements[0]);
  const builder = new SheetBuilder(workbookWords.sheets.payouts);
  builder.add('title', text(workbookWords.runTitle(company.name, format.period(period))));
  builder.add('subtitle', text(format.days(period.from, period.to)));
  let widest = 0;
  for (const [currency, paid] of Map.groupBy(statements, (each) => each.currency)) {
    builder.blank();
    widest = Math.max(widest, addTable(builder, paid, currency, previous));
  }
  addConversions(builder, statements);
  return builder.content({
    widths: [
      { min: 16, max: 28 },
      { min: 18, max: 30 },
      { min: 18, max: 34 },
      ...Array(widest).fill({ min: 13, max: 20 }),
      EDGE_WIDTH,
    ],
    frozen: { rows: 4, columns: 2 },
    repeatedFrom: 4,
  });
}

/** Who is paid in another currency, how much of it, and at which rate. */
function addConversions(builder: SheetBuilder, statements: readonly Statement[]): void {
  const paid = statements.flatMap((statement) => {
    const { paidIn } = statement;
    return paidIn ? [{ statement, paidIn }] : [];
  });
  const [first] = paid;
  if (!first) return;
  const { workbookWords } = sheetFormat(first.statement);
  builder.blank();
  builder.add('section', text(workbookWords.otherCurrencies));
  for (const { statement, paidIn } of paid) {
    const { format, words } = sheetFormat(statement);
    const { payment } = paidIn;
    builder.add(
      'body',
      ...[statement.payee.id, statement.payee.name, words.paidIn(payment.currency)].map(text),
      figure(payment.exact, moneyFormat(payment.currency)),
      ...conversionSentences(statement, format, words).map(text),
    );
  }
}

/** Returns how many columns of figures the table has. */
function addTable(
  builder: SheetBuilder,
  statements: readonly Statement[],
  currency: string,
  previous: PreviousPayments,
): number {
  const { words, workbookWords } = sheetFormat(statements[0] as Statement);
  const { labels } = words;
  const summed = summedColumns(statements, labels.limits);
  const hasPrevious = statements.some(({ payee }) => previous.has(payee.id));
  const more = [`${labels.payment} (${currency})`, labels.targetIncentivePeriod];
  const compared = hasPrevious ? [workbookWords.previous, workbookWords.difference] : [];
  const titles = [...summed.map(({ title }) => title), ...more, ...compared];
  const { payee, payeeId } = workbookWords;
  builder.add(
    'header',
    ...[payeeId, payee, labels.plan].map(heading),
    ...titles.map(figureHeading),
  );
  const first = builder.nextRow;
  for (const statement of statements) {
    const before = hasPrevious ? (previous.get(statement.payee.id) ?? ZERO) : undefined;
    builder.add('body', ...payeeCells(statement, summed, before, builder.nextRow));
  }
  const totals = totalCells(builder, statements, summed, hasPrevious ? previous : undefined, first);
  builder.add('total', text(labels.total), undefined, undefined, ...totals);
  return titles.length;
}

/** The components that anybody has, in the order of the plans, and all that is no component. */
function summedColumns(statements: readonly Statement[], limits: string): readonly FigureColumn[] {
  const titles = new Map<string, string>();
  for (const { component, title } of statements.flatMap(currentPayouts)) {
    titles.set(component, titles.get(component) ?? title);
  }
  const ofComponent = ([id, title]: readonly [string, string]): FigureColumn => ({
    title,
    figureOf: (statement) =>
      currentPayouts(statement).find(({ component }) => component === id)?.payout.exact,
  });
  return [...[...titles].map(ofComponent), { title: limits, figureOf: restOf }];
}

function currentPayouts({ yearToDate }: Statement) {
  return yearToDate.at(-1)?.payouts ?? [];
}

function restOf(statement: Statement): Exact {
  return beyondComponents(currentPayouts(statement), statement.payment.exact);
}

function payeeCells(
  statement: Statement,
  summed: readonly FigureColumn[],
  before: Exact | undefined,
  row: number,
): CellRow {
  const { payee, plan, payment, targetIncentive, currency } = statement;
  const format = moneyFormat(currency);
  const figures = summed.map(({ figureOf }) => figureOf(statement));
  const last = NAME_COLUMNS + summed.length;
  const range = `${cellAddress(NAME_COLUMNS + 1, row)}:${cellAddress(last, row)}`;
  return [
    ...[payee.id, payee.name, plan.title].map(text),
    ...figures.map((each) => each && figure(each, format)),
    formula(`SUM(${range})`, payment.exact, format),
    figure(targetIncentive.exact, format),
    ...(before ? comparedCells(payment.exact, before, format, { row, payment: last + 1 }) : []),
  ];
}

function comparedCells(
  payment: Exact,
  before: Exact,
  format: string,
  at: { readonly row: number; readonly payment: number },
): readonly Cell[] {
  const [paid, earlier] = [cellAddress(at.payment, at.row), cellAddress(at.payment + 2, at.row)];
  return [figure(before, format), formula(`${paid}-${earlier}`, payment.minus(before), format)];
}

function totalCells(
  builder: SheetBuilder,
  statements: readonly Statement[],
  summed: readonly FigureColumn[],
  previous: PreviousPayments | undefined,
  first: number,
): readonly Cell[] {
  const { currency } = statements[0] as Statement;
  const earlier = ({ payee }: Statement): Exact => previous?.get(payee.id) ?? ZERO;
  const columns: readonly FigureColumn['figureOf'][] = [
    ...summed.map(({ figureOf }) => figureOf),
    ({ payment }) => payment.exact,
    ({ targetIncentive }) => targetIncentive.exact,
    ...(previous ? [earlier, (each: Statement) => each.payment.exact.minus(earlier(each))] : []),
  ];
  return columns.map((figureOf, index) => {
    const at = { column: NAME_COLUMNS + index + 1, first };
    const figures = statements.map((each) => figureOf(each) ?? ZERO);
    return columnSum(builder, at, figures, moneyFormat(currency));
  });
}
