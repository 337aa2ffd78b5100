// How the exact view's cost grows: one payee with a thousand, ten thousand, a hundred thousand and
// a million deals. In: nothing. Out: microseconds for each deal, as the median of several
// evaluations, all values kept.

import { exactView } from './engines/exact-view.ts';
import { makePayee } from './made-payees.ts';
import { median } from './median.ts';
import { millisecondsToPay } from './race.ts';
import type { Result } from './result.ts';

const EXPONENTS = [3, 4, 5, 6] as const;
const ROUNDS = 5;
/** Small payees are evaluated several at a time, so that the clock has something to measure. */
const DEALS_AT_ONCE = 50_000;

export async function growth(log: (line: string) => void): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const exponent of EXPONENTS) {
    const value = await microsecondsPerDeal(10 ** exponent);
    results.push({ name: `cost-per-deal-1e${exponent}`, value, unit: 'microseconds' });
    log(`1e${exponent} deals`);
  }
  return results;
}

async function microsecondsPerDeal(deals: number): Promise<number> {
  const payees = Math.ceil(DEALS_AT_ONCE / deals);
  const made = Array.from({ length: payees }, (_, index) => makePayee(index, deals));
  const loaded = exactView().load(made);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await millisecondsToPay(loaded));
  return (median(times) * 1000) / (payees * deals);
}
