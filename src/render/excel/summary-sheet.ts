// The summary: the payment on top, the lines that add up to it by a live sum, gates as sentences
// with what they cost, and what the year's periods paid. In: the desk. Out: the sheet.

import type { StatementComponent, StatementGate, StatementLink } from '../../core/index.ts';
import { daysText } from '../component-view.ts';
import { balanceSentences, conversionSentences, lineAbout } from '../line-words.ts';
import { componentReading, gateSentence, linkSentence } from '../sentences.ts';
import {
  type Cell,
  date,
  figure,
  figureHeading,
  formula,
  heading,
  linked,
  money,
  text,
  toned,
} from './cells.ts';
import { moneyFormat, moneyWithCurrencyFormat } from './number-formats.ts';
import { columnRange, EDGE_WIDTH, SheetBuilder, type SheetContent } from './sheet-content.ts';
import type { SheetDesk } from './sheet-desk.ts';

const MONEY_COLUMN = 3;

export function summarySheet(desk: SheetDesk): SheetContent {
  const { statement, format, words, workbookWords, live } = desk;
  const { payee, payment, currency } = statement;
  const builder = new SheetBuilder(workbookWords.sheets.summary);
  builder.add('title', text(words.labels.statement));
  builder.add('subtitle', text(statement.company.name));
  builder.blank();
  const facts = factRows(desk);
  const label = `${words.paymentFor(format.period(statement.period))}: ${payee.name}`;
  const amount = figure(payment.exact, moneyWithCurrencyFormat(currency));
  const paid = linked(amount, live.nameOf(statement.cells.payment));
  builder.add('headline', text(label), undefined, paid);
  builder.nameCell('Payment', MONEY_COLUMN);
  builder.blank();
  for (const fact of facts) builder.add('body', ...fact);
  builder.blank();
  addLines(builder, desk);
  addGates(builder, desk);
  addYearToDate(builder, desk);
  const contact = statement.company.contact;
  if (contact !== undefined) {
    builder.blank();
    builder.add('note', text(workbookWords.questions(contact)));
  }
  return builder.content({
    widths: [34, 84, 20, EDGE_WIDTH],
    frozen: { rows: 0, columns: 0 },
    isOnePage: true,
  });
}

function factRows({ statement, format, words, workbookWords, live }: SheetDesk): readonly Cell[][] {
  const { labels } = words;
  const { payee, plan, period, targetIncentive, currency } = statement;
  const fact = (label: string, cell: Cell): Cell[] => [
    toned(label, 'label'),
    { ...cell, align: 'left' },
  ];
  const title = payee.title === undefined ? payee.name : `${payee.name}, ${payee.title}`;
  return [
    fact(workbookWords.payee, text(title)),
    fact(labels.plan, text(`${plan.title}, ${words.version(plan.version)}`)),
    fact(labels.period, text(format.period(period))),
    fact(workbookWords.from, date(period.from)),
    fact(workbookWords.to, date(period.to)),
    fact(
      labels.targetIncentivePeriod,
      linked(
        figure(targetIncentive.exact, moneyWithCurrencyFormat(currency)),
        live.nameOf(statement.cells.targetIncentive),
      ),
    ),
  ];
}

function addLines(builder: SheetBuilder, desk: SheetDesk): void {
  const { statement, words, workbookWords, live } = desk;
  const { labels } = words;
  const { lines, components, payment, currency } = statement;
  builder.add('section', text(labels.howItAddsUp));
  builder.add(
    'header',
    heading(labels.component),
    heading(workbookWords.basis),
    figureHeading(labels.payout),
  );
  const first = builder.nextRow;
  for (const line of lines) {
    const component = components.find((each) => each.id === line.id);
    const basis = component ? basisText(component, desk) : lineAbout(line, statement, desk);
    const paid = linked(money(line.payout), live.nameOf(line.cell));
    builder.add('body', text(line.title), text(basis), paid);
  }
  addRest(builder, first, desk);
  const range = columnRange(MONEY_COLUMN, first, builder.nextRow - 1);
  const sum = formula(`SUM(${range})`, payment.exact, moneyFormat(currency));
  builder.add('total', text(labels.payment), undefined, sum);
  addPaidIn(builder, desk);
  for (const sentence of balanceSentences(statement, desk)) builder.add('note', text(sentence));
}

/** The same payment in the currency that payroll pays in. */
function addPaidIn(builder: SheetBuilder, desk: SheetDesk): void {
  const { statement, words, live } = desk;
  const { paidIn } = statement;
  if (!paidIn) return;
  const { payment, cells } = paidIn;
  const [sentence = ''] = conversionSentences(statement, desk.format, words);
  const paid = figure(payment.exact, moneyWithCurrencyFormat(payment.currency));
  const label = text(words.paidIn(payment.currency));
  builder.add('total', label, text(sentence), linked(paid, live.nameOf(cells.payment)));
}

/** Limits and settlement that did nothing are no lines; a change in the workbook may wake them. */
function addRest(builder: SheetBuilder, first: number, desk: SheetDesk): void {
  const { statement, live, workbookWords } = desk;
  const { payment, currency, cells } = statement;
  const name = live.nameOf(cells.payment);
  if (!name) return;
  const range = columnRange(MONEY_COLUMN, first, builder.nextRow - 1);
  const nothing = payment.exact.minus(payment.exact);
  const rest = formula(`${name}-SUM(${range})`, nothing, moneyFormat(currency));
  builder.add('body', toned(workbookWords.rest, 'label'), undefined, rest);
}

/** `KPI · Credited bookings · year to date. A KPI is a must, and it was met: 104.73%.` */
function basisText(component: StatementComponent, desk: SheetDesk): string {
  const { format, words } = desk;
  const { kind, about, window } = component;
  const days = daysText(component, desk);
  const facts = [words.kindTitle(kind), about, words.windowTitle(window), days];
  const basis = facts.filter((each) => each !== undefined).join(' · ');
  return `${basis}. ${componentReading(component, format, words)}`.trim();
}

function addGates(builder: SheetBuilder, desk: SheetDesk): void {
  const { statement, words, workbookWords, format } = desk;
  builder.blank();
  builder.add('section', text(words.labels.gates));
  if (statement.gates.length + statement.links.length === 0) {
    builder.add('note', text(workbookWords.noGates));
    return;
  }
  builder.add(
    'header',
    heading(workbookWords.gate),
    heading(workbookWords.finding),
    figureHeading(words.labels.cost),
  );
  for (const link of statement.links) {
    const sentence = linkSentence(link, format, words);
    builder.add('body', text(link.title), text(sentence), conditionCost(link, desk));
  }
  for (const gate of statement.gates) {
    const sentence = gateSentence(gate, format, words);
    builder.add('body', text(gate.title), text(sentence), conditionCost(gate, desk));
  }
}

type Condition = Pick<StatementGate | StatementLink, 'judged'>;

export function conditionCost({ judged }: Condition, { live }: SheetDesk): Cell | undefined {
  return judged && linked(money(judged.cost), live.nameOf(judged.cells.cost));
}

function addYearToDate(builder: SheetBuilder, { statement, words, format }: SheetDesk): void {
  const { labels } = words;
  const { yearToDate, currency } = statement;
  builder.blank();
  builder.add('section', text(labels.yearToDate));
  builder.add('header', heading(labels.period), undefined, figureHeading(labels.payment));
  const first = builder.nextRow;
  for (const { period, total } of yearToDate) {
    const days = format.days(period.from, period.to);
    builder.add('body', text(format.period(period)), text(days), money(total));
  }
  const range = columnRange(MONEY_COLUMN, first, builder.nextRow - 1);
  const totals = yearToDate.map(({ total }) => total.exact);
  const sum = totals.reduce((sofar, each) => sofar.plus(each));
  builder.add(
    'total',
    text(labels.total),
    undefined,
    formula(`SUM(${range})`, sum, moneyFormat(currency)),
  );
}
