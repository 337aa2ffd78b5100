// A statement as text and geometry, ready for templates: nothing after this formats or decides.
// In: the statement and the reader's locale and paper. Out: the view, every field present (strict
// templates refuse a missing one). Source: ENGINE.md section 8, PRODUCT.md.

import { fingerprintLine, isoDate, type Statement } from '../core/index.ts';
import { type CardView, cardView, type LineView, lineView, partsTable } from './component-view.ts';
import { conditionViews, type GateView } from './conditions-view.ts';
import { type DealsView, dealsView } from './deals-view.ts';
import type { Desk } from './desk.ts';
import { type Formatter, formatter } from './format.ts';
import {
  balanceSentences,
  conversionSentences,
  limitText,
  lineAbout,
  paidFigure,
} from './line-words.ts';
import { type OriginsView, originsView } from './origins-view.ts';
import { jointCostSentence } from './sentences.ts';
import { figureColumn, type TableView, tableView, textColumn } from './table-view.ts';
import { termsTexts } from './terms-view.ts';
import { english, type Wording } from './wording.ts';
import { sumOf, yearToDateTable } from './year-to-date-view.ts';

export type Paper = 'a4' | 'letter';

export interface StatementOptions {
  /** BCP 47, such as `de-CH`; the company's own where absent. */
  readonly locale?: string;
  /** Letter where the locale's country is the United States, A4 elsewhere. */
  readonly paper?: Paper;
}

export interface StatementView {
  readonly language: string;
  readonly labels: Wording['labels'];
  readonly paper: Paper;
  readonly title: string;
  readonly footer: string;
  readonly company: string;
  readonly payee: { readonly name: string; readonly title: string | undefined };
  readonly plan: { readonly title: string; readonly version: string };
  readonly period: { readonly title: string; readonly days: string; readonly end: string };
  readonly money: string;
  readonly payment: PaymentView;
  readonly lines: LinesView;
  /** What held when, where something changes within what is paid. */
  readonly terms: TableView | undefined;
  readonly gates: readonly GateView[];
  readonly gatesNote: string | undefined;
  readonly cards: readonly CardView[];
  readonly parts: readonly TableView[];
  readonly yearToDate: TableView | undefined;
  readonly deals: DealsView | undefined;
  readonly contact: string | undefined;
  readonly howToAsk: string;
  readonly fingerprint: { readonly line: string; readonly how: string };
  readonly origins: OriginsView | undefined;
}

export interface PaymentView {
  readonly label: string;
  readonly figure: string;
  /** Without currency, as in the table. */
  readonly plain: string;
  readonly targetIncentive: string;
  readonly ofTarget: string | undefined;
  readonly yearToDate: string | undefined;
  /** In the currency that payroll pays in, where it is another. */
  readonly paidIn: { readonly label: string; readonly figure: string } | undefined;
}

export interface LinesView {
  /** Which columns have any figure. */
  readonly has: Readonly<Record<Exclude<LineColumn, 'partCount'>, boolean>>;
  readonly columnsBeforePayout: number;
  readonly rows: readonly LineView[];
  /** Limits that took and added nothing this time. */
  readonly limits: readonly string[];
  readonly balances: readonly string[];
}

type LineColumn = 'weight' | 'result' | 'partCount' | 'quota' | 'attainment' | 'factor';

export function statementView(statement: Statement, options: StatementOptions = {}): StatementView {
  const { locale = statement.locale } = options;
  const words = english;
  const format = formatter(locale, statement.currency, words);
  const desk = { format, words };
  const { company, payee, plan, components } = statement;
  const period = periodView(statement, format);
  return {
    language: words.language,
    labels: words.labels,
    paper: options.paper ?? paperOf(locale),
    title: words.documentTitle(payee.name, period.title),
    footer: words.footer(payee.name, period.title, company.name),
    company: company.name,
    payee: { name: payee.name, title: payee.title },
    plan: { title: plan.title, version: words.version(plan.version) },
    period,
    money: words.moneyIn(statement.currency),
    payment: paymentView(statement, period.title, desk),
    lines: linesView(statement, desk),
    terms: termsTable(statement, desk),
    gates: conditionViews(statement, desk),
    gatesNote: jointCostSentence(statement, desk.format, words),
    cards: components.map((component) => cardView(component, desk)),
    parts: components.flatMap((component) => partsTable(component, desk) ?? []),
    yearToDate: yearToDateTable(statement, desk),
    deals: dealsView(statement.deals, desk),
    contact: company.contact,
    howToAsk: words.howToAsk(company.contact),
    fingerprint: {
      line: fingerprintLine(payee.id, statement.period.id, statement.fingerprint),
      how: words.howToVerify,
    },
    origins: originsView(statement, desk),
  };
}

export function paperOf(locale: string): Paper {
  return new Intl.Locale(locale).maximize().region === 'US' ? 'letter' : 'a4';
}

function periodView({ period }: Statement, format: Formatter): StatementView['period'] {
  const days = format.days(period.from, period.to);
  return { title: format.period(period), days, end: isoDate(period.to) };
}

function paymentView(
  { payment, paidIn, targetIncentive, yearToDate }: Statement,
  period: string,
  { format, words }: Desk,
): PaymentView {
  const hasTarget = !targetIncentive.exact.eq('0');
  const totals = yearToDate.map(({ total }) => total.exact);
  return {
    label: words.paymentFor(period),
    figure: format.moneyWithCurrency(payment),
    plain: format.money(payment),
    targetIncentive: format.money(targetIncentive),
    ofTarget: hasTarget ? format.percent(payment.exact.div(targetIncentive.exact)) : undefined,
    yearToDate: totals.length > 1 ? format.money(sumOf(payment.exact, totals)) : undefined,
    paidIn: paidIn && {
      label: words.paidIn(paidIn.payment.currency),
      figure: paidFigure(paidIn, format, words),
    },
  };
}

function linesView(statement: Statement, desk: Desk): LinesView {
  const { lines, components, limits } = statement;
  const { format, words } = desk;
  const rows = lines.map((line): LineView => {
    const component = components.find(({ id }) => id === line.id);
    if (component) return lineView(component, desk);
    const about = lineAbout(line, statement, desk);
    return { ...EMPTY_LINE, title: line.title, about, payout: format.money(line.payout) };
  });
  const anyHas = (column: LineColumn): boolean => rows.some((row) => row[column] !== '');
  const has = {
    weight: anyHas('weight'),
    result: anyHas('result') || anyHas('partCount'),
    quota: anyHas('quota'),
    attainment: anyHas('attainment'),
    factor: anyHas('factor'),
  };
  return {
    has,
    columnsBeforePayout: 1 + Object.values(has).filter((each) => each).length,
    rows,
    limits: limits.flatMap((each) => {
      const said = each.adds.exact.eq('0') ? limitText(each, desk) : undefined;
      return said ? [words.limitNote(each.title, said)] : [];
    }),
    balances: [
      ...conversionSentences(statement, format, words),
      ...balanceSentences(statement, desk),
    ],
  };
}

const EMPTY_LINE = {
  kind: '',
  about: '',
  weight: '',
  result: '',
  partCount: '',
  quota: '',
  attainment: '',
  bar: undefined,
  factor: '',
  byTheCurve: '',
  atTarget: '',
} as const;

function termsTable(statement: Statement, desk: Desk): TableView | undefined {
  if (statement.terms.length === 0) return undefined;
  const { columns, rows } = termsTexts(statement, desk);
  return tableView({
    caption: desk.words.labels.whatHeldWhen,
    columns: columns.map(({ label, isFigure }) => (isFigure ? figureColumn : textColumn)(label)),
    rows,
  });
}
