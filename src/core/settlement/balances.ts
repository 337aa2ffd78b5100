// What the settlement carries from period to period: balances by id. One that is released by its
// age is kept in parts, by the period that they were held in (`retention.2026-Q1`); the oldest part
// leaves first. In: balances before a period, and what its cells say. Out: balances after it.

import { type FiscalCalendar, type Period, periodsOfYear, readPeriod } from '../calendar.ts';
import { compareText } from '../diagnostic.ts';
import { type Exact, smallest, sumOf, ZERO } from '../exact-number.ts';
import type { TimedHold } from '../plan/plan.ts';

export type Balances = ReadonlyMap<string, Exact>;

/** A balance at the end of a period; with `added` it is kept in parts. */
interface ClosedBalance {
  readonly id: string;
  readonly after: Exact;
  /** What the period itself added to it. */
  readonly added?: Exact;
}

/** A balance as a whole, whether or not it is kept in parts. */
export function balanceOf(id: string, balances: Balances): Exact {
  const own = balances.get(id) ?? ZERO;
  return own.plus(sumOf(partsOf(id, balances).map(([, money]) => money)));
}

export function balancesAfter(
  before: Balances,
  closed: readonly ClosedBalance[],
  period: Period,
): Balances {
  const after = new Map(before);
  for (const { id, after: left, added } of closed) {
    if (!added) {
      after.set(id, left);
      continue;
    }
    const parts = partsOf(id, before);
    for (const [key] of parts) after.delete(key);
    for (const [key, money] of youngest([...parts, [`${id}.${period.id}`, added]], left)) {
      after.set(key, money);
    }
  }
  return after;
}

/** What of a hold falls due in a period by its age alone. */
export function dueForRelease(
  { id, release }: TimedHold,
  balances: Balances,
  period: Period,
  calendar: FiscalCalendar,
): Exact {
  const due = partsOf(id, balances).filter(([key]) => {
    const heldIn = readPeriod(key.slice(id.length + 1), calendar);
    if (!heldIn) return false;
    return 'afterDays' in release
      ? heldIn.to + release.afterDays <= period.to
      : periodsBetween(heldIn, period, calendar) >= release.afterPeriods;
  });
  return sumOf(due.map(([, money]) => money));
}

type Part = readonly [key: string, money: Exact];

/** Oldest first: ids of periods of one length are in the order of time. */
function partsOf(id: string, balances: Balances): readonly Part[] {
  const parts = [...balances].filter(([key]) => key.startsWith(`${id}.`));
  return parts.sort(([left], [right]) => compareText(left, right));
}

/** Of parts in order of time, what is left when the oldest have gone. */
function youngest(parts: readonly Part[], left: Exact): readonly Part[] {
  let open = left;
  const kept: Part[] = [];
  for (const [key, money] of parts.toReversed()) {
    const stays = smallest(money, open);
    if (stays.gt(ZERO)) kept.push([key, stays]);
    open = open.minus(stays);
  }
  return kept;
}

function periodsBetween(from: Period, to: Period, calendar: FiscalCalendar): number {
  const perYear = periodsOfYear(to.fiscalYear, to.kind, calendar).length;
  return (to.fiscalYear - from.fiscalYear) * perYear + to.index - from.index;
}
