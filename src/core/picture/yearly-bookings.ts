// What a plan's payees are to bring in within a year, against which its cost is held: the quota of
// the first component that has one in money. In: a payee's year. Out: money, read off the cells
// that hold results against quotas.

import { type Exact, sumOf, ZERO } from '../exact-number.ts';
import type { WorkedPlan } from '../letter/worked-years.ts';

export interface Bookings {
  readonly component: string;
  /** For a whole year. */
  readonly quota: Exact;
}

export function yearlyBookings({ year }: WorkedPlan): Bookings | undefined {
  const found: { component: string; isPerPeriod: boolean; quota: Exact }[] = [];
  year(({ components }, read) => {
    const cells = components.find(({ quota, resultUnit }) => quota && resultUnit === 'money');
    if (cells?.quota === undefined) return new Map();
    const { id: component, window } = cells.component;
    found.push({ component, isPerPeriod: window === 'period', quota: read(cells.quota) });
    return new Map();
  });
  const last = found.at(-1);
  if (!last) return undefined;
  // A quota to date holds those of the periods before.
  const quota = last.isPerPeriod ? sumOf(found.map((each) => each.quota)) : last.quota;
  return quota.gt(ZERO) ? { component: last.component, quota } : undefined;
}
