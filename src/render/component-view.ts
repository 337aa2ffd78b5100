// One component of a statement as text and geometry: its line in the payment, and its card with
// chart, reading and arithmetic. In: the component and a formatter. Out: views for the templates.

import {
  type Exact,
  minorDigits,
  type Quantity,
  type StatementComponent,
  type StatementCurve,
  type StatementPart,
} from '../core/index.ts';
import { type AttainmentBar, attainmentBar } from './attainment-bar.ts';
import { type CurveChart, curveChart } from './charts.ts';
import type { Formatter } from './format.ts';
import { componentReading, successFrom } from './sentences.ts';
import { figureColumn, shortColumn, type TableView, tableView, textColumn } from './table-view.ts';
import type { Wording } from './wording.ts';

/** A line of the payment; an empty text is a figure that the component does not have. */
export interface LineView {
  readonly title: string;
  readonly kind: string;
  readonly about: string;
  readonly weight: string;
  readonly result: string;
  /** `3 key results`, where the result is their score. */
  readonly partCount: string;
  readonly quota: string;
  readonly attainment: string;
  readonly bar: AttainmentBar | undefined;
  readonly factor: string;
  readonly payout: string;
}

export interface CardView {
  readonly title: string;
  readonly kind: string;
  readonly about: string;
  readonly supports: string | undefined;
  readonly reading: string;
  /** The rates of a commission. */
  readonly rates: string | undefined;
  readonly chart: ChartView | undefined;
  readonly ledger: readonly LedgerRow[];
}

export interface ChartView extends CurveChart {
  readonly title: string;
  readonly description: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly hereText: string;
  readonly paidText: string;
}

export interface LedgerRow {
  readonly label: string;
  readonly figure: string;
  readonly isSum: boolean;
}

export interface Desk {
  readonly format: Formatter;
  readonly words: Wording;
}

export function lineView(component: StatementComponent, desk: Desk): LineView {
  const { format, words } = desk;
  const { kind, result, quota, attainment, payoutFactor, weight, payout, parts } = component;
  const isScored = parts.length > 0;
  return {
    title: component.title,
    kind: words.kindTitle(kind),
    about: aboutText(component, words),
    weight: weight ? format.percent(weight) : '',
    result: result && !isScored ? format.quantity(result, { digits: 'full' }) : '',
    partCount: isScored ? partCount(component, desk) : '',
    quota: quota ? format.quantity(quota, { digits: 'full' }) : '',
    attainment: attainment ? format.percent(attainment, { digits: 'full' }) : '',
    bar: attainment && attainmentBar(attainment, successFrom[kind]),
    factor: payoutFactor ? format.percent(payoutFactor, { digits: 'full' }) : '',
    payout: format.money(payout),
  };
}

function partCount({ parts }: StatementComponent, { format, words }: Desk): string {
  const count = format.count(parts.length);
  return isAsked(parts)
    ? words.keyResultCount(count, parts.length === 1)
    : words.goalCount(count, parts.length === 1);
}

/** Key results ask for figures or milestones; goals of an MBO are scored by a person alone. */
function isAsked(parts: readonly StatementPart[]): boolean {
  return parts.some(({ asked }) => asked !== undefined);
}

function aboutText({ about, window, isDue }: StatementComponent, words: Wording): string {
  if (!isDue) return words.notDueShort;
  const when = window === 'period' ? undefined : words.windowTitle(window);
  return [about, when].filter((each) => each !== undefined).join(' · ');
}

export function cardView(component: StatementComponent, desk: Desk): CardView {
  const { words, format } = desk;
  const { curve, supports } = component;
  return {
    title: component.title,
    kind: words.kindTitle(component.kind),
    about: aboutText(component, words),
    supports: supports && words.supports(supports),
    reading: componentReading(component, format, words),
    rates: curve?.gives === 'money' ? ratesText(curve, desk) : undefined,
    chart: curve && chartView(component, curve, desk),
    ledger: component.isDue ? ledger(component, desk) : [],
  };
}

function ratesText({ rows, meaning }: StatementCurve, { format, words }: Desk): string {
  const rates = rows.map(({ at, pays }) => {
    const from = format.quantity({ number: at, unit: 'money' }, { digits: 'short' });
    return words.rateFrom(format.percent(pays), from);
  });
  return words.rates(format.list(rates), meaning);
}

function chartView(
  component: StatementComponent,
  curve: StatementCurve,
  { format, words }: Desk,
): ChartView {
  const { labels } = words;
  const { attainment, payoutFactor, result, title } = component;
  // A curve may run on the measure's own figure instead of on an attainment.
  const on = attainment === undefined ? (result?.unit ?? curve.from) : 'ratio';
  const isMoved = payoutFactor && curve.here && !payoutFactor.eq(curve.here.pays);
  const paid = curve.gives === 'ratio' && isMoved ? payoutFactor : undefined;
  const { here } = curve;
  const hereText = here
    ? words.pays(
        format.quantity({ number: here.at, unit: on }),
        format.quantity({ number: here.pays, unit: curve.gives }),
      )
    : '';
  const paidText = paid ? words.afterGates(format.percent(paid)) : '';
  const label = xLabel(on, component, { format, words });
  return {
    ...curveChart(curve, {
      hereLabel: [labels.youAreHere, hereText, ...(paid ? [paidText] : [])],
      xLabel: label,
      xTick: (place) => format.tick(place, on),
      yTick: (place) => format.tick(place, curve.gives),
      ...(paid && { paid }),
    }),
    title: words.curveTitle(title),
    description: [words.curveDescription(curve.meaning), hereText, paidText]
      .filter((each) => each !== '')
      .join('; '),
    xLabel: label,
    yLabel:
      curve.gives === 'money'
        ? words.inCurrency(labels.payout, format.currency)
        : labels.payoutFactor,
    hereText,
    paidText,
  };
}

function xLabel(
  on: StatementCurve['from'] | NonNullable<StatementComponent['result']>['unit'],
  { parts, about }: StatementComponent,
  { format, words: { labels, inCurrency } }: Desk,
): string {
  if (on === 'money') return inCurrency(about ?? labels.result, format.currency);
  if (parts.length > 0) return labels.score;
  return on === 'ratio' ? labels.attainment : labels.result;
}

/** How the payout follows from the figures, one step a row. */
function ledger(component: StatementComponent, desk: Desk): readonly LedgerRow[] {
  return [...earningRows(component, desk), ...settlementRows(component, desk)];
}

function earningRows(component: StatementComponent, { format, words }: Desk): readonly LedgerRow[] {
  const { labels } = words;
  const { targetIncentive, curveFactor, payoutFactor, result, window } = component;
  const due = component.payoutToDate ?? component.payout;
  if (!targetIncentive || !payoutFactor) {
    return result ? commissionRows(component, result, due, { format, words }) : [];
  }
  const isToDate = window === 'year-to-date';
  const isGated = curveFactor !== undefined && !curveFactor.eq(payoutFactor);
  const product = targetIncentive.exact.times(payoutFactor);
  const isLimited = product.minus(due.exact).abs().gt(minorUnit(format.currency));
  return [
    step(isToDate ? labels.targetToDate : labels.targetIncentive, format.money(targetIncentive)),
    ...(isGated ? [step(labels.byCurve, format.percent(curveFactor))] : []),
    step(
      words.times(isGated ? labels.afterGates : labels.payoutFactor),
      format.percent(payoutFactor),
    ),
    ...(isLimited ? [step(labels.limited, format.money(due))] : []),
  ];
}

function commissionRows(
  component: StatementComponent,
  result: Quantity,
  due: StatementComponent['payout'],
  { format, words: { labels } }: Desk,
): readonly LedgerRow[] {
  const earned = component.earned?.exact;
  const isMoved = earned?.minus(due.exact).abs().gt(minorUnit(format.currency));
  return [
    step(labels.credited, format.quantity(result)),
    ...(earned && isMoved ? [step(labels.earned, format.money(earned))] : []),
    ...(earned && isMoved ? [step(labels.limitedMoney, format.money(due))] : []),
  ];
}

function settlementRows(
  component: StatementComponent,
  { format, words }: Desk,
): readonly LedgerRow[] {
  const { labels } = words;
  const { payoutToDate, paidEarlier, payout } = component;
  const last = { label: labels.payout, figure: format.money(payout), isSum: true };
  if (!payoutToDate || !paidEarlier || payoutToDate.exact.eq(payout.exact)) return [last];
  const difference = payoutToDate.exact.minus(paidEarlier.exact);
  return [
    { label: labels.payoutToDate, figure: format.money(payoutToDate), isSum: true },
    step(words.minus(labels.paidEarlier), format.money(paidEarlier)),
    ...(difference.eq(payout.exact) ? [] : [step(labels.flooredAtZero, format.money(difference))]),
    last,
  ];
}

const step = (label: string, figure: string): LedgerRow => ({ label, figure, isSum: false });

/** `0.01`, as text that the exact numbers read. */
function minorUnit(currency: string): string {
  const digits = minorDigits(currency);
  return digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
}

/** Key results or goals; undefined for components without parts. */
export function partsTable(component: StatementComponent, desk: Desk): TableView | undefined {
  const { format, words } = desk;
  const { labels } = words;
  const { parts, title, about } = component;
  if (parts.length === 0) return undefined;
  const areKeyResults = isAsked(parts);
  return tableView({
    caption: areKeyResults ? words.keyResultsOf(title, about) : words.goalsOf(title),
    columns: [
      textColumn(areKeyResults ? labels.keyResult : labels.goal),
      figureColumn(labels.weight),
      figureColumn(labels.asked),
      figureColumn(labels.result),
      figureColumn(labels.score),
      parts.every(hasShortScorer) ? shortColumn(labels.scorer) : textColumn(labels.scorer),
      textColumn(labels.evidence),
    ],
    rows: parts.map((part) => partTexts(part, format, words)),
    ...(component.attainment && {
      total: [labels.score, '', '', '', format.percent(component.attainment, { digits: 'full' })],
    }),
  });
}

const SHORT_NAME = 18;
const hasShortScorer = ({ scorer = '' }: StatementPart): boolean => scorer.length <= SHORT_NAME;

function partTexts(part: StatementPart, format: Formatter, words: Wording): readonly string[] {
  const { title, weight, asked, result, score, scorer = '', evidence = '' } = part;
  const figure = (of: Quantity): string => format.quantity(of, { digits: 'short' });
  const to = asked && figure(asked.to);
  const shown = (figure: Exact | undefined): string =>
    figure ? format.percent(figure, { digits: 'full' }) : '';
  return [
    title,
    format.percent(weight),
    to ? words.fromTo(asked.from && figure(asked.from), to) : '',
    result ? format.quantity(result) : '',
    shown(score),
    scorer,
    evidence,
  ];
}
