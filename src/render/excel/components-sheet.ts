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
  money,
  quantity,
  ratio,
  text,
} from './cells.ts';
import { moneyFormat } from './number-formats.ts';
import {
  columnRange,
  EDGE_WIDTH,
  rangeName,
  SheetBuilder,
  type SheetContent,
} from './sheet-content.ts';
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
    const figures = figuresOf(component, desk.statement.currency);
    builder.add('body', ...textsOf(component, desk), ...figures.map(({ cell }) => cell));
    nameFigures(builder, component.id, figures);
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

const TEXT_COLUMNS = 5;
const PAYOUT_COLUMN = 15;

/** A figure's column, and the last word of its name. */
interface NamedFigure {
  readonly word: string | undefined;
  readonly cell: Cell | undefined;
}

function figuresOf(component: StatementComponent, currency: string): readonly NamedFigure[] {
  const { weight, result, quota, attainment, curveFactor, payoutFactor } = component;
  const { targetIncentive, payoutToDate, paidEarlier, payout } = component;
  const named = (word: string | undefined, cell: Cell | undefined): NamedFigure => ({ word, cell });
  return [
    named('weight', weight && ratio(weight)),
    named('result', result && quantity(result, currency, ...(quota ? [quota.number] : []))),
    named('quota', quota && quantity(quota, currency)),
    named('attainment', attainment && ratio(attainment)),
    named(undefined, curveFactor && ratio(curveFactor)),
    named('factor', payoutFactor && ratio(payoutFactor)),
    named('target', targetIncentive && money(targetIncentive)),
    named(undefined, payoutToDate && money(payoutToDate)),
    named(undefined, paidEarlier && money(paidEarlier)),
    named('payout', money(payout)),
  ];
}

function nameFigures(builder: SheetBuilder, id: string, figures: readonly NamedFigure[]): void {
  figures.forEach(({ word, cell }, index) => {
    if (word && cell) builder.nameCell(rangeName(id, word), TEXT_COLUMNS + index + 1);
  });
}

/** The lines of the payment are the components, what limits cut, and the settlement. */
function addOtherLines(builder: SheetBuilder, desk: SheetDesk): void {
  const { components, lines } = desk.statement;
  for (const line of lines) {
    if (components.some(({ id }) => id === line.id)) continue;
    const about = text(lineAbout(line, desk.statement, desk));
    const between = Array<undefined>(PAYOUT_COLUMN - 4).fill(undefined);
    builder.add('body', text(line.title), undefined, about, ...between, money(line.payout));
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
  const isGoal = component.kind === 'mbo';
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
