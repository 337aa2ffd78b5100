// Which balances a plan carries from period to period, and so from year to year: an assignment may
// state what they stood at before the year. In: a plan. Out: whether it has a balance of a name,
// and how its columns are named.

import { type FiscalCalendar, readPeriod } from '../calendar.ts';
import { isEventHold, type Plan } from '../plan/plan.ts';

/**
 * A hold's balance is stated by the period that it was held in: `retention.2025-Q4`. What waits for
 * events of deals is known from the deals.
 */
export function keepsBalance(plan: Plan, name: string, calendar: FiscalCalendar): boolean {
  if (wholeBalances(plan).includes(name)) return true;
  const [id, heldIn, ...more] = name.split('.');
  const isHeld =
    plan.holds.some((hold) => hold.id === id && !isEventHold(hold)) && more.length === 0;
  return isHeld && readPeriod(heldIn ?? '', calendar)?.kind === plan.payoutPeriod;
}

/** The names of a plan's balances, as an example where they hold a period. */
export function balanceNames(plan: Plan, example: string): readonly string[] {
  const timed = plan.holds.filter((hold) => !isEventHold(hold));
  return [...wholeBalances(plan), ...timed.map(({ id }) => `${id}.${example}`)];
}

function wholeBalances({ draw, negativePayment }: Plan): readonly string[] {
  return [
    ...(draw?.kind === 'recoverable' ? ['draw'] : []),
    ...(negativePayment === 'carry' ? ['carryforward'] : []),
  ];
}
