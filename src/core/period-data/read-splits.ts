// Reads who shares a deal: rows of deal, payee and share. The shares of a deal add up to the whole
// deal, so that nothing is credited twice or lost. In: records. Out: shares by deal id.

import { compareText } from '../diagnostic.ts';
import { compareExact, type Exact, exact, exactText, ONE, sumOf } from '../exact-number.ts';
import type { CreditShare } from './period-data.ts';
import { needed, type RecordSpec, type TableRecord } from './read-records.ts';
import type { TableFindings } from './table-findings.ts';

export const splitSpec: RecordSpec = {
  deal: needed('text'),
  payee: needed('text'),
  share: needed('ratio'),
};

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
        `the shares of deal \`${deal}\` add up to ${exactText(total.times(exact('100')))}%`,
        'change them so that they add up to 100%',
      );
    }
  }
  return splits;
}
