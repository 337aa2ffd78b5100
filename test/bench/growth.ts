// How the exact view's cost grows: one payee with a thousand, ten thousand, a hundred thousand and
// a million deals. In: the number of deals. Out: microseconds for each deal, as the median of
// several evaluations. Runs in a process of its own, since a million deals fill memory.

import { exactView } from './engines/exact-view.ts';
import { makePayee } from './made-payees.ts';
import { median, millisecondsToPay } from './race.ts';

export const DEAL_COUNTS = [1_000, 10_000, 100_000, 1_000_000] as const;

/** Small payees are evaluated several at a time, so that the clock has something to measure. */
const DEALS_AT_ONCE = 20_000;

export async function microsecondsPerDeal(deals: number, rounds: number): Promise<number> {
  const payees = Math.ceil(DEALS_AT_ONCE / deals);
  const loaded = exactView().load(
    Array.from({ length: payees }, (_, index) => makePayee(index, deals)),
  );
  const times: number[] = [];
  await loaded.pay();
  for (let round = 0; round < rounds; round += 1) times.push(await millisecondsToPay(loaded));
  return (median(times) * 1000) / (payees * deals);
}
