// Reads who shares a deal: rows of deal, payee and share. The shares of a deal add up to the whole
// deal, so that nothing is credited twice or lost. In: records. Out: shares by deal id.

import { compareText } from '../diagnostic.ts';
import { percentText } from '../document/leaves.ts';
import { compareExact, type Exact, ONE, sumOf } from '../exact-number.ts';
import type { CreditShare } from './period-data.ts';
import { needed, type RecordSpec, type TableRecord } from './read-records.ts';
import type { TableFindings } from './table-findings.ts';

export const splitSpec: RecordSpec = {
  deal: needed('text'),
  payee: needed('text'),
  share: needed('ratio'),
};

/** Shares of a deal that is not in the table of deals would be lost without a word. */
export function checkSplitDeals(
  records: readonly TableRecord[],
  deals: readonly { readonly id: string }[],
  findings: TableFindings,
): void {
  const known = new Set(deals.map(({ id }) => id));
  for (const record of records) {
    const deal = record.text('deal') as string;
    if (known.has(deal)) continue;
    const what = `there is no deal \`${deal}\` to share`;
    findings.reportAt(
      'splits/unknown-deal',
      record.place,
      what,
      'correct the id, or remove the row',
    );
  }
}

export function readSplits(
  records: readonly TableRecord[],
  findings: TableFindings,
): ReadonlyMap<string, readonly CreditShare[]> {
  const byDeal = Map.groupBy(records, (record) => record.text('deal') as string);
  const splits = new Map<string, readonly CreditShare[]>();
  for (const [deal, rows] of byDeal) {
    const shares = rows
      .map((row) => ({ payee: row.text('payee') as string, share: row.get('share') as Exact }))
      .toSorted((a, b) => compareText(a.payee, b.payee));
    splits.set(deal, shares);
    const total = sumOf(shares.map(({ share }) => share));
    const place = rows[0]?.place;
    if (place && compareExact(total, ONE) !== 0) {
      findings.reportAt(
        'splits/not-whole',
        place,
        `the shares of deal \`${deal}\` add up to ${percentText(total)}`,
        'change them so that they add up to 100%',
      );
    }
  }
  return splits;
}
