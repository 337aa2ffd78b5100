// The rows of a deal that is shared, and the shares that they make. What a split says nothing of,
// everybody whom it names has in full. In: rows in order of payees' ids. Out: shares by payee.

import { type Exact, ONE, sumOf, ZERO } from '../exact-number.ts';
import type { CreditShare } from './period-data.ts';
import type { TableRecord } from './read-records.ts';

/** What a share can be of. */
export const SHARED = ['both', 'credit', 'payout', 'overlay'] as const;

/** One row of shares, read. */
export interface SplitRow {
  readonly payee: string;
  readonly share: Exact;
  readonly of: (typeof SHARED)[number];
  readonly record: TableRecord;
}

/** The rows of a deal that say something about its credit, or about its payout. */
export function rowsOf(rows: readonly SplitRow[], split: 'credit' | 'payout'): readonly SplitRow[] {
  return rows.filter(({ of }) => of === 'both' || of === split);
}

/** The shares of all who share the whole, in order of their ids. */
export function wholeOf(rows: readonly SplitRow[]): readonly CreditShare[] {
  const whole = rows.filter(({ of }) => of !== 'overlay');
  const part = (own: readonly SplitRow[], split: 'credit' | 'payout'): Exact =>
    rowsOf(whole, split).length === 0 ? ONE : sumOf(rowsOf(own, split).map(({ share }) => share));
  const isPaidApart = whole.some(({ of }) => of === 'payout');
  let before = ZERO;
  return [...Map.groupBy(whole, ({ payee }) => payee)].map(([payee, own]): CreditShare => {
    const payout = part(own, 'payout');
    const paidBefore = before;
    before = before.plus(payout);
    const shared = { payee, share: part(own, 'credit'), payout, place: placeOf(own[0]) };
    return isPaidApart ? { ...shared, paidBefore } : shared;
  });
}

export function overlaysOf(rows: readonly SplitRow[]): readonly CreditShare[] {
  const overlays = rows.filter(({ of }) => of === 'overlay');
  return overlays.map((row) => {
    const { payee, share } = row;
    return { payee, share, payout: share, place: placeOf(row) };
  });
}

function placeOf(row: SplitRow | undefined) {
  if (!row) throw new Error('a share without a row');
  return row.record.placeOf('payee');
}
