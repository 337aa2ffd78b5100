// One component of a statement as text and geometry: its line in the payment, its card, and the
// table of its key results or goals. In: the component. Out: views for the templates.

import type { Exact, Quantity, StatementComponent, StatementPart } from '../core/index.ts';
import { type AttainmentBar, attainmentBar } from './attainment-bar.ts';
import {
  type ChartView,
  chartView,
  multiplesOfCurve,
  nextStepText,
  ratesText,
} from './chart-view.ts';
import { isFlat } from './charts.ts';
import type { Desk } from './desk.ts';
import { gridTable } from './grid-view.ts';
import { type LedgerRow, ledgerView } from './ledger-view.ts';
import { componentReading, successFrom } from './sentences.ts';
import { figureColumn, shortColumn, type TableView, tableView, textColumn } from './table-view.ts';

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
  /** `by the curve 200%`, where gates or links left another factor. */
  readonly byTheCurve: string;
  /** `19,500.00 at target`: what full success pays. */
  readonly atTarget: string;
  readonly payout: string;
}

export interface CardView {
  readonly title: string;
  readonly kind: string;
  readonly supports: string | undefined;
  readonly reading: string;
  /** The tiers, where rates are paid. */
  readonly rates: string | undefined;
  /** Accelerators and decelerators. */
  readonly multiples: string | undefined;
  /** What is missing to the next place that pays more. */
  readonly next: string | undefined;
  readonly chart: ChartView | undefined;
  /** A curve over two measures. */
  readonly grid: TableView | undefined;
  readonly ledger: readonly LedgerRow[];
}

export function lineView(component: StatementComponent, desk: Desk): LineView {
  const { format, words } = desk;
  const { kind, result, quota, attainment, payoutFactor, weight, payout, parts } = component;
  const { curveFactor, targetIncentive } = component;
  const isMoved = curveFactor && payoutFactor && !curveFactor.eq(payoutFactor);
  const isScored = parts.length > 0;
  const inColumn = { digits: 'full' } as const;
  return {
    title: component.title,
    kind: words.kindTitle(kind),
    about: aboutText(component, desk),
    weight: weight ? format.percent(weight) : '',
    result: result && !isScored ? format.quantity(result, inColumn) : '',
    partCount: isScored ? partCount(component, desk) : '',
    quota: quota ? format.quantity(quota, inColumn) : '',
    attainment: attainment ? format.percent(attainment, inColumn) : '',
    bar: attainment && attainmentBar(attainment, successFrom[kind]),
    factor: payoutFactor ? format.percent(payoutFactor, inColumn) : '',
    byTheCurve: isMoved ? words.byTheCurve(format.percent(curveFactor)) : '',
    atTarget: targetIncentive?.exact.gt('0') ? words.atTarget(format.money(targetIncentive)) : '',
    payout: format.money(payout),
  };
}

function aboutText(component: StatementComponent, desk: Desk): string {
  const { about, window, isDue } = component;
  const { words } = desk;
  const when = window === 'period' ? undefined : words.windowTitle(window);
  const said = isDue ? [about, when] : [words.notDueShort];
  return [...said, daysText(component, desk)].filter((each) => each !== undefined).join(' · ');
}

/** The days of the component's segment, where there are several. */
export function daysText({ days }: StatementComponent, { format }: Desk): string | undefined {
  return days && format.days(days.from, days.to);
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

export function cardView(component: StatementComponent, desk: Desk): CardView {
  const { format, words } = desk;
  const { curve, supports } = component;
  return {
    title: component.title,
    kind: [words.kindTitle(component.kind), daysText(component, desk)]
      .filter((each) => each !== undefined)
      .join(' · '),
    supports: supports && words.supports(supports),
    reading: componentReading(component, format, words),
    rates: ratesText(component, desk),
    multiples: curve && multiplesOfCurve(curve, desk)?.join(' '),
    next: nextStepText(component, desk),
    chart: curve && !isFlat(curve) ? chartView(component, curve, desk) : undefined,
    grid: component.grid && gridTable(component.grid, desk.words.labels.payoutFactor, desk),
    ledger: ledgerView(component, desk),
  };
}

const SHORT_NAME = 18;

/** Key results or goals; undefined for components without parts. */
export function partsTable(component: StatementComponent, desk: Desk): TableView | undefined {
  const { format, words } = desk;
  const { labels } = words;
  const { parts, title, about, attainment } = component;
  if (parts.length === 0) return undefined;
  const areKeyResults = isAsked(parts);
  const areShort = parts.every(
    ({ scorer, scoredFor }) => words.scoredBy(scorer, scoredFor).length <= SHORT_NAME,
  );
  return tableView({
    caption: [
      areKeyResults ? words.keyResultsOf(title, about) : words.goalsOf(title),
      daysText(component, desk),
    ]
      .filter((each) => each !== undefined)
      .join(' · '),
    columns: [
      textColumn(areKeyResults ? labels.keyResult : labels.goal),
      figureColumn(labels.weight),
      figureColumn(labels.asked),
      figureColumn(labels.result),
      figureColumn(labels.score),
      (areShort ? shortColumn : textColumn)(labels.scorer),
      textColumn(labels.evidence),
    ],
    rows: parts.map((part) => partTexts(part, desk)),
    ...(attainment && {
      total: [labels.score, '', '', '', format.percent(attainment, { digits: 'full' })],
    }),
  });
}

function partTexts(part: StatementPart, { format, words }: Desk): readonly string[] {
  const { title, weight, asked, result, score, scorer, scoredFor, evidence = '' } = part;
  const figure = (of: Quantity): string => format.quantity(of, { digits: 'short' });
  const shown = (ratio: Exact | undefined): string =>
    ratio ? format.percent(ratio, { digits: 'full' }) : '';
  return [
    title,
    format.percent(weight),
    asked ? words.fromTo(asked.from && figure(asked.from), figure(asked.to)) : '',
    result ? format.quantity(result) : '',
    shown(score),
    words.scoredBy(scorer, scoredFor),
    evidence,
  ];
}
