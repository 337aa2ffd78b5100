// The plan's payout curves as tables, one block per component, with where the payee stands.
// In: the desk. Out: the sheet; each curve's rows have a name, for lookups.

import type { Statement, StatementComponent, StatementCurve } from '../../core/index.ts';
import { multiplesText } from '../chart-view.ts';
import { daysText } from '../component-view.ts';
import { type Cell, figure, figureHeading, heading, quantity, text } from './cells.ts';
import { moneyFormat, percentFormat } from './number-formats.ts';
import {
  cellAddress,
  columnRange,
  EDGE_WIDTH,
  rangeName,
  SheetBuilder,
  type SheetContent,
} from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';

export function planTablesSheet(desk: SheetDesk): SheetContent {
  const { statement, words, workbookWords } = desk;
  const { planTables } = workbookWords.sheets;
  const builder = new SheetBuilder(planTables);
  addTitle(builder, planTables, desk);
  for (const component of statement.components) {
    if (component.curve) addCurve(builder, component, component.curve, desk);
    if (component.rules.length > 0) addRules(builder, component, desk);
  }
  const { planCap } = statement;
  if (planCap) {
    builder.add('section', text(words.labels.planCap));
    const cap = figure(planCap.cap.exact, moneyFormat(statement.currency));
    builder.add('body', text(words.labels.planCap), undefined, cap);
  }
  return builder.content({
    widths: [34, 18, 18, EDGE_WIDTH],
    frozen: { rows: 3, columns: 0 },
    isOnePage: true,
  });
}

function addCurve(
  builder: SheetBuilder,
  component: StatementComponent,
  curve: StatementCurve,
  desk: SheetDesk,
): void {
  const { words, workbookWords, statement } = desk;
  const { labels } = words;
  const at = (number: StatementCurve['rows'][number]['at']): Cell =>
    quantity({ number, unit: unitAt(component, curve) }, statement.currency);
  const days = daysText(component, desk);
  builder.add('section', text([component.title, ...(days ? [days] : [])].join(' · ')));
  builder.add('note', text(workbookWords.curveMeaning(curve.meaning)));
  const multiples = multiplesText(component, desk);
  if (multiples) builder.add('note', text(multiples));
  const pays = paysHeading(component, curve, desk);
  builder.add(
    'header',
    heading(labels.component),
    figureHeading(atHeading(component, curve, desk)),
    figureHeading(pays),
  );
  const first = builder.nextRow;
  for (const row of curve.rows) {
    const title = workbookWords.rowTitle(component.title, row.of);
    builder.add('body', text(title), at(row.at), rowPays(curve, row.pays, statement));
  }
  const range = `${cellAddress(2, first)}:${cellAddress(3, builder.nextRow - 1)}`;
  builder.nameRange(rangeName(component.id, 'curve'), range);
  if (curve.here) {
    const { here } = curve;
    builder.add('total', text(labels.youAreHere), at(here.at), herePays(curve, here, statement));
  }
  builder.blank();
}

function addRules(
  builder: SheetBuilder,
  { id, title, rules }: StatementComponent,
  { workbookWords }: SheetDesk,
): void {
  builder.add('section', text(title));
  builder.add('note', text(workbookWords.firstRuleMet));
  const gives = rules[0]?.gives ?? 'rate';
  builder.add('header', heading(workbookWords.rule), figureHeading(workbookWords.ruled[gives]));
  const first = builder.nextRow;
  for (const { because, figure: given } of rules) {
    builder.add('body', text(because), figure(given, percentFormat()));
  }
  builder.nameRange(rangeName(id, 'rules'), columnRange(2, first, builder.nextRow - 1));
  builder.blank();
}

/** A curve may run on the measure's own figure instead of on an attainment. */
function unitAt({ attainment, result }: StatementComponent, curve: StatementCurve) {
  return attainment === undefined ? (result?.unit ?? curve.from) : 'ratio';
}

function atHeading(
  component: StatementComponent,
  curve: StatementCurve,
  { words: { labels } }: SheetDesk,
): string {
  if (component.parts.length > 0) return labels.score;
  if (component.attainment) return labels.attainment;
  return curve.from === 'money' ? labels.credited : labels.result;
}

function paysHeading(
  { weight }: StatementComponent,
  { rowsPay }: StatementCurve,
  { words: { labels }, workbookWords }: SheetDesk,
): string {
  if (rowsPay === 'money') return workbookWords.earns;
  return weight === undefined ? workbookWords.rate : labels.payoutFactor;
}

function rowPays(
  { rowsPay }: StatementCurve,
  pays: StatementCurve['rows'][number]['pays'],
  { currency }: Statement,
): Cell {
  return figure(pays, rowsPay === 'money' ? moneyFormat(currency) : percentFormat());
}

function herePays(
  { gives }: StatementCurve,
  { pays }: NonNullable<StatementCurve['here']>,
  { currency }: Statement,
): Cell {
  return figure(pays, gives === 'money' ? moneyFormat(currency) : percentFormat(pays));
}
