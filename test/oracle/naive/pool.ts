// The oracle's pools: a sum for each payout period, shared by points among all who have it in their
// plan, in whole cents: each gets the whole cents of their part, and the cents that are left go to the
// largest remainders, ties by the payees' ids. In: a component, a payee's segment in a period.
// Out: the payee's share. Source: ENGINE.md section 3 ("Splits and allocations lose nothing"); README.

import type { ComponentDocument } from '../plan-document.ts';
import type { Scenario } from '../scenario.ts';
import { Fraction, ONE, total, ZERO } from './fraction.ts';
import { inCurrency } from './money.ts';
import { goalScore } from './scores.ts';
import { periodsCovered, type Segment, targetOf, windowOf, type Year, yearOf } from './time.ts';

interface Sharer {
  readonly payee: string;
  readonly points: Fraction;
}

export function poolShare(
  component: ComponentDocument,
  { scenario, payee }: Year,
  { plan }: Segment,
  index: number,
): Fraction {
  const { pool } = component;
  if (!pool) throw new Error('no pool');
  const sharers = sharersOf(component, scenario, plan.version, index);
  const isNothing = sharers.every(({ points }) => points.isZero);
  if (isNothing && pool.whenAllZero === 'nothing') return ZERO;
  const weighed = sharers.map((each) => (isNothing ? { ...each, points: ONE } : each));
  const sum = total(weighed.map(({ points }) => points));
  const money = Fraction.of(pool.money);
  const parts = weighed.map((each) => {
    const exact = money.times(each.points).dividedBy(sum);
    const rounded = inCurrency(exact, scenario.currency, plan);
    const cents = exact.isBelow(rounded) ? rounded.minus(cent(scenario)) : rounded;
    return { payee: each.payee, cents, left: exact.minus(cents) };
  });
  const over = money.minus(total(parts.map(({ cents }) => cents))).dividedBy(cent(scenario));
  const byRemainder = parts.toSorted((one, other) => {
    if (!one.left.equals(other.left)) return one.left.isBelow(other.left) ? 1 : -1;
    return one.payee < other.payee ? -1 : 1;
  });
  const place = byRemainder.findIndex((each) => each.payee === payee);
  const own = byRemainder[place]?.cents ?? ZERO;
  return Fraction.whole(place).isBelow(over) ? own.plus(cent(scenario)) : own;
}

function cent({ currency }: Scenario): Fraction {
  return new Fraction(1n, { USD: 100n, JPY: 1n, KWD: 1000n }[currency]);
}

/** Everybody who is paid by the plan in the period, with their points. */
function sharersOf(
  component: ComponentDocument,
  scenario: Scenario,
  version: string,
  index: number,
): readonly Sharer[] {
  const payees = new Set(scenario.tables.assignments.map(({ payee = '' }) => payee));
  return [...payees].flatMap((payee) => {
    const year = yearOf(scenario, payee);
    const inPeriod = year.segments.filter(
      ({ plan, since, until }) => plan.version === version && since <= index && index <= until,
    );
    return inPeriod.map((segment) => {
      const window = windowOf(year, segment, 'period', index);
      const isByTarget = component.pool?.shareBy === 'score-times-target';
      const by = isByTarget ? targetOf(window) : periodsCovered(window);
      return { payee, points: goalScore(component, window).times(by) };
    });
  });
}
