// The components, one row each with every figure from result to payout, and below them their key
// results and goals. In: the desk. Out: the sheet; the main figures have names for formulas.

import type { StatementComponent, StatementPart } from '../../core/index.ts';
import { daysText } from '../component-view.ts';
import { lineAbout } from '../line-words.ts';
import { termsTexts } from '../terms-view.ts';
import {
  type Cell,
  type CellRow,
  figureHeading,
  formula,
  heading,
  linked,
  money,
  quantity,
  ratio,
  text,
} from './cells.ts';
import { moneyFormat } from './number-formats.ts';
import { columnRange, EDGE_WIDTH, SheetBuilder, type SheetContent } from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';

const WIDTHS = [
  { min: 16, max: 26 },
  { min: 12, max: 14 },
  { min: 20, max: 34 },
  { min: 12, max: 30 },
  { min: 13, max: 18 },
  ...Array<{ min: number; max: number }>(6).fill({ min: 12.5, max: 18 }),
  ...Array<{ min: number; max: number }>(4).fill({ min: 13.5, max: 20 }),
  EDGE_WIDTH,
];

export function componentsSheet(desk: SheetDesk): SheetContent {
  const { sheets } = desk.workbookWords;
  const builder = new SheetBuilder(sheets.components);
  addTitle(builder, sheets.components, desk);
  const header = addHeader(builder, desk);
  for (const component of desk.statement.components) {
    builder.add('body', ...textsOf(component, desk), ...figuresOf(component, desk));
  }
  addOtherLines(builder, desk);
  addTotal(builder, desk, header + 1);
  addParts(builder, desk);
  addTerms(builder, desk);
  const frozen = { rows: header, columns: 1 };
  return builder.content({ widths: WIDTHS, frozen, repeatedFrom: header });
}

function addHeader(builder: SheetBuilder, { words, workbookWords }: SheetDesk): number {
  const { labels } = words;
  const { kind, measured, serves, window } = workbookWords;
  return builder.add(
    'header',
    ...[labels.component, kind, measured, serves, window].map(heading),
    ...[labels.weight, labels.result, labels.quota, labels.attainment].map(figureHeading),
    ...[labels.byCurve, labels.payoutFactor, labels.targetIncentive].map(figureHeading),
    ...[labels.payoutToDate, labels.paidEarlier, labels.payout].map(figureHeading),
  );
}

function textsOf(component: StatementComponent, desk: SheetDesk): CellRow {
  const { words } = desk;
  const days = daysText(component, desk);
  const { title, kind, about, supports, window, isDue } = component;
  return [
    text(title),
    text(words.kindTitle(kind)),
    about === undefined ? undefined : text(about),
    supports === undefined ? undefined : text(supports),
    text(
      [isDue ? words.windowTitle(window) : words.notDueShort, ...(days ? [days] : [])].join(' · '),
    ),
  ];
}

const PAYOUT_COLUMN = 15;

/** Each figure is a link to the step in which it is calculated. */
function figuresOf(
  { cells, ...component }: StatementComponent,
  { statement, live }: SheetDesk,
): CellRow {
  const { currency } = statement;
  const { weight, result, quota, attainment, curveFactor, payoutFactor } = component;
  const link = (cell: Cell | undefined, id: string | undefined): Cell | undefined =>
    cell && linked(cell, live.nameOf(id));
  const { targetIncentive, payoutToDate, paidEarlier, payout } = component;
  return [
    weight && ratio(weight),
    link(result && quantity(result, currency, ...(quota ? [quota.number] : [])), cells.result),
    link(quota && quantity(quota, currency), cells.quota),
    link(attainment && ratio(attainment), cells.attainment),
    link(curveFactor && ratio(curveFactor), cells.curveFactor),
    link(payoutFactor && ratio(payoutFactor), cells.payoutFactor),
    link(targetIncentive && money(targetIncentive), cells.targetIncentive),
    link(payoutToDate && money(payoutToDate), cells.payoutToDate),
    link(paidEarlier && money(paidEarlier), cells.paidEarlier),
    link(money(payout), cells.payout),
  ];
}

/** The lines of the payment are the components, what limits cut, and the settlement. */
function addOtherLines(builder: SheetBuilder, desk: SheetDesk): void {
  const { components, lines } = desk.statement;
  for (const line of lines) {
    if (components.some(({ id }) => id === line.id)) continue;
    const about = text(lineAbout(line, desk.statement, desk));
    const between = Array<undefined>(PAYOUT_COLUMN - 4).fill(undefined);
    const paid = linked(money(line.payout), desk.live.nameOf(line.cell));
    builder.add('body', text(line.title), undefined, about, ...between, paid);
  }
}

function addTotal(builder: SheetBuilder, { statement, words }: SheetDesk, first: number): void {
  const sum = formula(
    `SUM(${columnRange(PAYOUT_COLUMN, first, builder.nextRow - 1)})`,
    statement.payment.exact,
    moneyFormat(statement.currency),
  );
  const between = Array<undefined>(PAYOUT_COLUMN - 2).fill(undefined);
  builder.add('total', text(words.labels.payment), ...between, sum);
}

/** Key results and goals stand in the columns of the components that mean the same. */
function addParts(builder: SheetBuilder, desk: SheetDesk): void {
  const { words, workbookWords, statement } = desk;
  const { labels } = words;
  const scored = statement.components.filter(({ parts }) => parts.length > 0);
  if (scored.length === 0) return;
  builder.blank();
  builder.add('section', text(workbookWords.keyResultsAndGoals));
  const { kind, from, to } = workbookWords;
  builder.add(
    'header',
    ...[labels.component, kind, `${labels.keyResult} / ${labels.goal}`].map(heading),
    ...[labels.evidence, labels.scorer].map(heading),
    ...[labels.weight, labels.result, from, to, labels.score].map(figureHeading),
  );
  for (const component of scored) {
    for (const part of component.parts) {
      builder.add('body', ...partCells(component, part, desk));
    }
  }
}

/** What held when, where a plan or its figures change within what is paid. */
function addTerms(builder: SheetBuilder, desk: SheetDesk): void {
  if (desk.statement.terms.length === 0) return;
  const { columns, rows } = termsTexts(desk.statement, desk);
  builder.blank();
  builder.add('section', text(desk.words.labels.whatHeldWhen));
  builder.add(
    'header',
    ...columns.map(({ label, isFigure }) => (isFigure ? figureHeading : heading)(label)),
  );
  for (const row of rows) {
    const cells = row.map((written, index): Cell => {
      return columns[index]?.isFigure ? { ...text(written), align: 'right' } : text(written);
    });
    builder.add('body', ...cells);
  }
}

function partCells(
  component: StatementComponent,
  { title, weight, result, asked, score, scorer, scoredFor, evidence }: StatementPart,
  { words, statement }: SheetDesk,
): CellRow {
  const { currency } = statement;
  const isGoal = component.kind !== 'okr';
  const by = words.scoredBy(scorer, scoredFor);
  return [
    text(component.title),
    text(isGoal ? words.labels.goal : words.labels.keyResult),
    text(title),
    evidence === undefined ? undefined : text(evidence),
    by === '' ? undefined : text(by),
    ratio(weight),
    result && quantity(result, currency),
    asked?.from && quantity(asked.from, currency),
    asked && quantity(asked.to, currency),
    score && ratio(score),
  ];
}
