// A component's payout curve with its words: axes, "you are here", rates, and a description for
// readers who do not see it. In: the component and its curve. Out: the chart's view.

import type { Quantity, StatementComponent, StatementCurve } from '../core/index.ts';
import { type CurveChart, curveChart } from './charts.ts';
import type { Desk } from './desk.ts';

export interface ChartView extends CurveChart {
  readonly title: string;
  readonly description: string;
  readonly yLabel: string;
}

type Unit = Quantity['unit'];

export function chartView(
  component: StatementComponent,
  curve: StatementCurve,
  desk: Desk,
): ChartView {
  const { format, words } = desk;
  const { labels } = words;
  const shown = isRates(component) ? inMoney(curve, component.quota) : curve;
  const on = curve.from;
  const paid = paidFactor(component, curve);
  const hereText = shown.here ? payText(shown.here, on, shown.gives, desk) : undefined;
  const paidText = paid && words.afterGates(format.percent(paid));
  const texts = [hereText, paidText].filter((each) => each !== undefined);
  const xLabel = axisLabel(on, component, desk);
  return {
    ...curveChart(shown, {
      hereLabel: [labels.youAreHere, ...texts],
      xLabel,
      xTick: (place) => format.tick(place, on),
      yTick: (place) => format.tick(place, givenUnit(shown.gives)),
      ...(paid && { paid }),
    }),
    title: words.curveTitle(component.title),
    description: [words.curveDescription(curve.meaning), ...texts].join('; '),
    yLabel: givenLabel(shown.gives, desk),
  };
}

/** Tiers and rules of rates; undefined where there are none. */
export function ratesText(component: StatementComponent, desk: Desk): string | undefined {
  const texts = [tiersText(component, desk), rulesText(component, desk)];
  return texts.filter((each) => each !== undefined).join(' ') || undefined;
}

function rulesText({ rules }: StatementComponent, { format, words }: Desk): string | undefined {
  if (rules.length === 0) return undefined;
  const said = rules.map((rule) =>
    words.rule[rule.gives](format.percent(rule.figure), rule.because),
  );
  return words.rules(said);
}

/** Tiers of rates with where each starts; undefined where the curve gives a factor. */
function tiersText(component: StatementComponent, desk: Desk): string | undefined {
  const { curve } = component;
  if (!curve || !isRates(component)) return undefined;
  const { format, words } = desk;
  const unit = curve.from;
  const rates = curve.rows.map(({ at, pays, of }) => {
    const from = format.quantity({ number: at, unit }, { digits: 'short' });
    return words.rateFrom(
      words.rateOf(format.quantity({ number: pays, unit: curve.rowsPay }), of),
      from,
    );
  });
  return words.rates(format.list(rates), curve.meaning);
}

/** Accelerators and decelerators, a sentence each; undefined where there are none. */
export function multiplesOfCurve(
  { multiples, from: unit }: StatementCurve,
  { format, words }: Desk,
): readonly string[] | undefined {
  return multiples?.map(({ side, at, times, of }) => {
    const place = format.quantity({ number: at, unit }, { digits: 'short' });
    const count = format.quantity({ number: times, unit: 'number' });
    return words.multiple[side](place, count, words.multipleOf[of]);
  });
}

/** `Next step: 84,300 more (New ARR); 100% pays 100%.` Nothing at the top of a curve. */
export function nextStepText(component: StatementComponent, desk: Desk): string | undefined {
  const { curve, about, title } = component;
  if (!curve?.next) return undefined;
  const { format, words } = desk;
  const shown = isRates(component) ? inMoney(curve, component.quota) : curve;
  const { next = curve.next } = shown;
  const { missing, isLess } = curve.next;
  const on = curve.from;
  const measured = component.parts.length > 0 ? words.labels.score : (about ?? title);
  const amount = format.quantity(missing, { digits: 'short' });
  return words.nextStep(amount, isLess, measured, payText(next, on, shown.gives, desk));
}

export function givenLabel(
  gives: StatementCurve['gives'],
  { format, words: { labels, inCurrency } }: Desk,
): string {
  if (gives === 'money') return inCurrency(labels.payout, format.currency);
  return { rate: labels.rate, 'of-quota': labels.ofQuota, ratio: labels.payoutFactor }[gives];
}

/** A rate is a ratio of what was credited, or of the quota. */
export function givenUnit(gives: StatementCurve['gives']): 'ratio' | 'money' {
  return gives === 'money' ? 'money' : 'ratio';
}

/** Rates earn money; any other curve gives a factor of the target incentive. */
function isRates({ earned }: StatementComponent): boolean {
  return earned !== undefined;
}

/** Tiers over an attainment, times the quota, are tiers over the money. */
function inMoney(curve: StatementCurve, quota: Quantity | undefined): StatementCurve {
  if (curve.gives !== 'of-quota' || !quota) return curve;
  const scaled = ({ at, pays }: NonNullable<StatementCurve['here']>) => ({
    at,
    pays: pays.times(quota.number),
  });
  const outline = curve.outline.map(scaled);
  const { here, next } = curve;
  return {
    ...curve,
    gives: 'money',
    outline,
    ...(here && { here: scaled(here) }),
    ...(next && { next: { ...next, ...scaled(next) } }),
  };
}

/** The factor that gates left, where it is not the curve's. */
function paidFactor(
  { payoutFactor }: StatementComponent,
  { here, gives }: StatementCurve,
): StatementComponent['payoutFactor'] {
  if (gives !== 'ratio' || !payoutFactor || !here || payoutFactor.eq(here.pays)) return undefined;
  return payoutFactor;
}

function payText(
  { at, pays }: NonNullable<StatementCurve['here']>,
  on: Unit,
  gives: StatementCurve['gives'],
  { format, words }: Desk,
): string {
  const from = format.quantity({ number: at, unit: on });
  return words.pays(from, format.quantity({ number: pays, unit: givenUnit(gives) }));
}

function axisLabel(
  on: Unit,
  { parts, about }: StatementComponent,
  { format, words: { labels, inCurrency } }: Desk,
): string {
  if (on === 'money') return inCurrency(about ?? labels.result, format.currency);
  if (parts.length > 0) return labels.score;
  return on === 'ratio' ? labels.attainment : (about ?? labels.result);
}
