// A naive oracle: what a scenario pays one payee, period by period, in exact fractions, worked out
// from ENGINE.md and the README's account of the plan language. It shares no code with the product.
// The order is the README's: credit, result, attainment, curve, modifiers, links, gates, component
// cap and floor, rounding, true-up, caps of groups and of the plan, plan floor, settlement.
// In: a scenario. Out: payouts and payment per period.

import type { ComponentDocument, GateDocument } from '../plan-document.ts';
import type { Scenario } from '../scenario.ts';
import { Refusal } from './credit.ts';
import { paysAtEnd, type Waits, waitsAmong } from './deferred.ts';
import { earned } from './earned.ts';
import { Fraction, highest, total, ZERO } from './fraction.ts';
import { type Between, between, leftOf } from './gates.ts';
import { type Before, limited, withinLimits } from './limits.ts';
import { toCents } from './money.ts';
import { type Balances, settled } from './settlement.ts';
import { isKnown, lastOf, type Segment, targetOf, windowOf, type Year, yearOf } from './time.ts';

export interface PeriodPay {
  readonly period: string;
  readonly segments: ReadonlyMap<Segment, SegmentPay>;
  /** By component, over all segments. */
  readonly payouts: ReadonlyMap<string, Fraction>;
  readonly earned: Fraction;
  /** What is open after the period. */
  readonly balances: Balances;
  readonly payment: Fraction;
  /** The payment in the payee's own currency. */
  readonly paid: Fraction;
}

export interface SegmentPay {
  readonly payouts: ReadonlyMap<string, Fraction>;
  readonly earned: Fraction;
  readonly waits: Waits;
}

/** What a period pays, or why nothing can be said about it. */
export type NaivePeriod = PeriodPay | { readonly period: string; readonly refusal: string };

/** The periods of the year that the payee has a part of, in order. */
export function naivePay(scenario: Scenario, payee: string): readonly NaivePeriod[] {
  const year = yearOf(scenario, payee);
  const periods: NaivePeriod[] = [];
  for (const index of year.periods.keys()) {
    if (inPeriod(year, index).length > 0) periods.push(periodOrRefusal(year, index, periods));
  }
  return periods;
}

function inPeriod({ segments }: Year, index: number): readonly Segment[] {
  return segments.filter(({ since, until }) => since <= index && index <= until);
}

function periodOrRefusal(year: Year, index: number, before: readonly NaivePeriod[]): NaivePeriod {
  const period = year.periods[index]?.id ?? '';
  const refused = before.find((each) => 'refusal' in each);
  if (refused && standsOnEarlier(year.scenario)) return { ...refused, period };
  try {
    const paid = before.filter((each) => 'payment' in each);
    return { period, ...periodPay(year, index, paid) };
  } catch (stopped) {
    if (stopped instanceof Refusal) return { period, refusal: stopped.message };
    throw stopped;
  }
}

/** True-ups stand on what was paid before, and so do balances and limits of the year. */
function standsOnEarlier({ plan }: Scenario): boolean {
  const { components, draw, negativePayment, planCap, planFloor, holds, gates = [] } = plan;
  const isTruedUp = components.some(({ window }) => window === 'year-to-date');
  const isOfYear = planCap?.over === 'year' || planFloor?.over === 'year';
  const waits = gates.some(
    ({ whenNotMet }) => typeof whenNotMet === 'object' && 'defer' in whenNotMet,
  );
  const isDrawn = draw?.kind === 'recoverable';
  return isTruedUp || isDrawn || negativePayment === 'carry' || isOfYear || waits || Boolean(holds);
}

function periodPay(
  year: Year,
  index: number,
  earlier: readonly PeriodPay[],
): Omit<PeriodPay, 'period'> {
  const segments = new Map(
    inPeriod(year, index).map((each) => [each, segmentPay(year, each, index, earlier)]),
  );
  const pays = [...segments.values()];
  const ids = [...new Set(pays.flatMap(({ payouts }) => [...payouts.keys()]))];
  const sumOf = (id: string) => total(pays.map(({ payouts }) => payouts.get(id) ?? ZERO));
  const payouts = new Map(ids.map((id) => [id, sumOf(id)]));
  const now = { segments, payouts, earned: total(pays.map((each) => each.earned)) };
  return { ...now, ...settled(now, year, index, earlier) };
}

function segmentPay(
  year: Year,
  segment: Segment,
  index: number,
  earlier: readonly PeriodPay[],
): SegmentPay {
  const pays = earlier.flatMap(({ segments }) => segments.get(segment) ?? []);
  const before = {
    payouts: pays.map(({ payouts }) => payouts),
    earned: total(pays.map((each) => each.earned)),
  };
  const now = between(year, segment, index);
  const payouts = new Map(
    segment.plan.components.map((each) => {
      return [each.id, payoutOf(each, [year, segment, index], before, now)] as const;
    }),
  );
  const sum = (some: ReadonlyMap<string, Fraction>): Fraction =>
    limited(some, before, year, segment, index);
  const isEnd = index === lastOf(segment.plan, year);
  const isOpen = (gate: GateDocument): boolean =>
    !now.notMet.includes(gate) || (isEnd && paysAtEnd(gate));
  const waits = waitsAmong(payouts, segment.plan.gates ?? [], isOpen, sum);
  return { payouts, earned: sum(payouts), waits };
}

function payoutOf(
  component: ComponentDocument,
  at: readonly [Year, Segment, number],
  before: Before,
  now: Between,
): Fraction {
  const [year, segment, index] = at;
  if (!isKnown(component.window, index, segment)) return ZERO;
  const { id, weight = '0' } = component;
  const left = leftOf(earned(component, year, segment, index), id, now);
  const window = windowOf(year, segment, component.window, index);
  const target = targetOf(window).times(Fraction.of(weight));
  const due = 'factor' in left ? target.times(left.factor) : left.money;
  const within = withinLimits(component, due, target, at);
  const rounded = toCents(within, year.scenario, segment.plan);
  if (component.window !== 'year-to-date') return rounded;
  const paid = total(before.payouts.map((payouts) => payouts.get(id) ?? ZERO));
  const trueUp = rounded.minus(paid);
  return component.negativeTrueUp === 'recover' ? trueUp : highest(ZERO, trueUp);
}
