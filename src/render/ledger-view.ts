// How a component's payout follows from its figures, one step a row, as a reader would do it on
// paper. In: the component. Out: rows of text; the last one is the payout.

import { minorDigits, type StatementComponent } from '../core/index.ts';
import type { Desk } from './desk.ts';

export interface LedgerRow {
  readonly label: string;
  readonly figure: string;
  readonly isSum: boolean;
}

export function ledgerView(component: StatementComponent, desk: Desk): readonly LedgerRow[] {
  if (!component.isDue) return [];
  const isFactor = component.payoutFactor !== undefined;
  const earning = isFactor ? factorRows(component, desk) : rateRows(component, desk);
  return [...earning, ...settlementRows(component, desk)];
}

/** Target incentive times factor, and what a cap or floor of the component made of it. */
function factorRows(component: StatementComponent, { format, words }: Desk): readonly LedgerRow[] {
  const { labels } = words;
  const { targetIncentive, curveFactor, payoutFactor, window } = component;
  if (!targetIncentive || !payoutFactor) return [];
  const isGated = curveFactor !== undefined && !curveFactor.eq(payoutFactor);
  const targetLabel = window === 'year-to-date' ? labels.targetToDate : labels.targetIncentive;
  const isModified = component.modifiers.length > 0;
  const movedLabel = isModified ? labels.afterModifiers : labels.afterGates;
  const factorLabel = isGated ? movedLabel : labels.payoutFactor;
  const due = component.payoutToDate ?? component.payout;
  const isLimited = differs(targetIncentive.exact.times(payoutFactor), due.exact, format.currency);
  return [
    step(targetLabel, format.money(targetIncentive)),
    ...(isGated ? [step(labels.byCurve, format.percent(curveFactor))] : []),
    ...modifierRows(component, { format, words }),
    step(words.times(factorLabel), format.percent(payoutFactor)),
    ...(isLimited ? [step(labels.limited, format.money(due))] : []),
  ];
}

/** What each modifier found, and what it multiplies by. */
function modifierRows({ modifiers }: StatementComponent, { format, words }: Desk) {
  return modifiers.map(({ title, result, factor }) =>
    step(words.modifiedBy(title, format.quantity(result)), format.percent(factor)),
  );
}

/** What was credited, what the rates earned on it, and what gates and limits left. */
function rateRows(component: StatementComponent, { format, words }: Desk): readonly LedgerRow[] {
  const { labels } = words;
  if (component.poolMoney) return poolRows(component, { format, words });
  const { result, earned, byRates, weightedCredit, dealCap } = component;
  const isCapped = earned && dealCap && !dealCap.uncapped.exact.eq(earned.exact);
  const due = component.payoutToDate ?? component.payout;
  const isScaled = byRates !== undefined && weightedCredit !== undefined;
  const isMoved = earned && differs(earned.exact, due.exact, format.currency);
  const label = result?.unit === 'money' ? labels.credited : labels.counted;
  return [
    ...(result ? [step(label, format.quantity(result))] : []),
    ...(isScaled ? [step(labels.byRates, format.money(byRates))] : []),
    ...(isScaled ? [step(labels.weightedCredit, format.quantity(weightedCredit))] : []),
    ...(isCapped ? [step(labels.earned, format.money(dealCap.uncapped))] : []),
    ...(isCapped
      ? [step(words.cappedPerDeal(format.money(dealCap.cap)), format.money(earned))]
      : []),
    ...(isMoved && !isCapped ? [step(labels.earned, format.money(earned))] : []),
    ...(isMoved ? modifierRows(component, { format, words }) : []),
    ...(isMoved ? [step(labels.limitedMoney, format.money(due))] : []),
  ];
}

/** A pool, and by which of all points it is shared. */
function poolRows(
  { poolMoney, points, allPoints }: StatementComponent,
  { format, words: { labels } }: Desk,
): readonly LedgerRow[] {
  if (!poolMoney || !points || !allPoints) return [];
  return [
    step(labels.poolMoney, format.money(poolMoney)),
    step(labels.points, format.quantity(points)),
    step(labels.allPoints, format.quantity(allPoints)),
  ];
}

/** Year to date: what is due to date less what earlier periods paid. */
function settlementRows(
  { payoutToDate, paidEarlier, payout }: StatementComponent,
  { format, words }: Desk,
): readonly LedgerRow[] {
  const { labels } = words;
  const last = { label: labels.payout, figure: format.money(payout), isSum: true };
  if (!payoutToDate || !paidEarlier || payoutToDate.exact.eq(payout.exact)) return [last];
  const difference = payoutToDate.exact.minus(paidEarlier.exact);
  const isFloored = !difference.eq(payout.exact);
  return [
    { label: labels.payoutToDate, figure: format.money(payoutToDate), isSum: true },
    step(words.minus(labels.paidEarlier), format.money(paidEarlier)),
    ...(isFloored ? [step(labels.flooredAtZero, format.money(difference))] : []),
    last,
  ];
}

const step = (label: string, figure: string): LedgerRow => ({ label, figure, isSum: false });

type Exact = StatementComponent['payout']['exact'];

/** By more than the one minor unit that rounding moves at most. */
function differs(one: Exact, other: Exact, currency: string): boolean {
  const digits = minorDigits(currency);
  const minorUnit = digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
  return one.minus(other).abs().gt(minorUnit);
}
