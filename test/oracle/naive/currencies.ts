// The oracle's exchange rates: what one unit of a currency is worth in another on a day. A rate holds
// from its date until the next one of the pair. In: two currencies, a day. Out: the rate.
// Source: ENGINE.md section 7 ("Payout currency"); README (table `rates`).

import type { Scenario } from '../scenario.ts';
import { dayOf } from './fiscal-periods.ts';
import { Fraction } from './fraction.ts';

export function rateOn(from: string, to: string, day: number, { tables }: Scenario): Fraction {
  const known = tables.rates
    .filter((row) => row['from'] === from && row['to'] === to && dayOf(row['date'] ?? '') <= day)
    .sort((one, other) => dayOf(one['date'] ?? '') - dayOf(other['date'] ?? ''));
  const last = known.at(-1);
  if (!last) throw new Error(`no rate of ${from} in ${to}`);
  return Fraction.of(last['rate'] ?? '');
}
