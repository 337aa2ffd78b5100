// The most memory that a calculation of 10,000 payees takes: batch after batch as a payout run
// works, each read, calculated and kept whole until the next one is there. The peak is the system's
// own count for the whole process, readers included. In: nothing. Out: megabytes.

import { exactView } from './engines/exact-view.ts';
import { BATCH, DEALS_EACH, PAYEES } from './extent.ts';
import { makePayee } from './made-payees.ts';
import type { Result } from './result.ts';

export async function calculationMemory(log: (line: string) => void): Promise<readonly Result[]> {
  const engine = exactView();
  for (let from = 0; from < PAYEES; from += BATCH) {
    const made = Array.from({ length: BATCH }, (_, index) => makePayee(from + index, DEALS_EACH));
    await engine.load(made).pay();
    log(`${from + BATCH} of ${PAYEES} payees`);
  }
  const value = process.resourceUsage().maxRSS / 1024;
  return [{ name: 'calculation-peak-mb', value, unit: 'MB', note: `batches of ${BATCH} payees` }];
}
