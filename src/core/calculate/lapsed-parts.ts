// What timed holds have kept of a year and payments of later years let lapse, because what it was
// provided on did not hold when it fell due. In: what the year has kept, and the later payments in
// order of time. Out: money that was never paid. Source: ENGINE.md section 7.

import type { FiscalCalendar } from '../calendar.ts';
import { type Exact, sumOf, ZERO } from '../exact-number.ts';
import { isEventHold, type Plan } from '../plan/plan.ts';
import { type Balances, balanceOf, balancesAfter, dueForRelease } from '../settlement/balances.ts';
import type { EarlierPayout } from './calculate.ts';

/** Whether some hold of a plan is released only if a measure allows it. */
export function hasProvided({ holds }: Plan): boolean {
  return holds.some((hold) => !isEventHold(hold) && hold.provided);
}

export function lapsedParts(
  kept: Balances,
  later: readonly EarlierPayout[],
  calendar: FiscalCalendar,
): Exact {
  let left = kept;
  const lapsed = later.flatMap(({ plan, period, unmet }) =>
    plan.holds.flatMap((hold) => {
      if (isEventHold(hold)) return [];
      const due = dueForRelease(hold, left, period, calendar);
      const after = balanceOf(hold.id, left).minus(due);
      left = balancesAfter(left, [{ id: hold.id, after, added: ZERO }], period);
      return unmet.has(hold.id) ? [due] : [];
    }),
  );
  return sumOf(lapsed);
}
