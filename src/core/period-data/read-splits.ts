// Reads who shares a deal: rows of deal, payee and share. The shares of a deal add up to the whole
// deal, so that nothing is credited twice or lost. In: records. Out: shares by deal id.

import { compareText } from '../diagnostic.ts';
import { percentText } from '../document/leaves.ts';
import { notWhole } from '../document/whole.ts';
import { type Exact, ZERO } from '../exact-number.ts';
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
    // Ids of deals are alike, so a near one is no likely one.
    const remedy = 'correct the id, or remove the row';
    findings.reportAt('splits/unknown-deal', record.placeOf('deal'), what, remedy);
  }
}

export function readSplits(
  records: readonly TableRecord[],
  findings: TableFindings,
): ReadonlyMap<string, readonly CreditShare[]> {
  const byDeal = Map.groupBy(records, (record) => record.text('deal') as string);
  const splits = new Map<string, readonly CreditShare[]>();
  for (const [deal, inFile] of byDeal) {
    const rows = inFile.toSorted(byPayeeAndShare);
    const shares = rows.map((row) => ({
      payee: row.text('payee') as string,
      share: shareOf(row),
      place: row.placeOf('payee'),
    }));
    splits.set(deal, shares);
    checkShares(deal, rows, findings);
  }
  return splits;
}

function shareOf(row: TableRecord): Exact {
  return row.get('share') as Exact;
}

function byPayeeAndShare(left: TableRecord, right: TableRecord): number {
  const payees = compareText(left.text('payee') as string, right.text('payee') as string);
  return payees || shareOf(left).cmp(shareOf(right));
}

/** No share is negative, and together they are the whole deal. */
function checkShares(deal: string, rows: readonly TableRecord[], findings: TableFindings): void {
  const negative = rows.find((row) => shareOf(row).lt(ZERO));
  if (negative) {
    const what = `the share \`${percentText(shareOf(negative))}\` of deal \`${deal}\` is negative`;
    const remedy = 'write the part of the deal that counts for the person, such as `25%`';
    findings.reportAt('splits/not-whole', negative.placeOf('share'), what, remedy);
    return;
  }
  const [first] = rows;
  const sum = notWhole(rows.map(shareOf));
  if (!first || sum === undefined) return;
  const what = `the shares of deal \`${deal}\` ${sum}`;
  const remedy = 'change them so that they add up to 100%';
  findings.reportAt('splits/not-whole', first.placeOf('share'), what, remedy);
}
