// Reads who shares a deal: rows of deal, payee, share, and what the share is of. `both`: a part of
// the deal, for credit and pay alike. `credit` and `payout` split the one or the other; what no row
// splits, everybody named has in full. `overlay`: in addition, not out of the whole.
// In: records. Out: shares by deal id; odd cents of a split payout go by the payees' ids.
// Source: ENGINE.md sections 3 and 5.

import { compareText } from '../diagnostic.ts';
import { nearestWord } from '../document/nearest-word.ts';
import type { Exact } from '../exact-number.ts';
import { checkSplit } from './check-splits.ts';
import type { CreditShare } from './period-data.ts';
import { needed, type RecordSpec, type TableRecord } from './read-records.ts';
import { overlaysOf, SHARED, type SplitRow, wholeOf } from './split-rows.ts';
import type { TableFindings } from './table-findings.ts';

export const splitSpec: RecordSpec = {
  deal: needed('text'),
  payee: needed('text'),
  share: needed('ratio'),
  of: needed('text'),
};

/** Who shares a deal; without shares of the whole, the deal's own row names its payee. */
export interface DealShares {
  readonly whole: readonly CreditShare[];
  readonly overlays: readonly CreditShare[];
}

export function readSplits(
  records: readonly TableRecord[],
  findings: TableFindings,
): ReadonlyMap<string, DealShares> {
  const byDeal = Map.groupBy(records, (record) => record.text('deal') as string);
  const splits = new Map<string, DealShares>();
  for (const [deal, inFile] of byDeal) {
    const rows = inFile.flatMap((record) => readRow(record, findings)).toSorted(byPayeeAndShare);
    // A row that could not be read may hold what the others lack.
    if (rows.length === inFile.length) checkSplit(deal, rows, findings);
    splits.set(deal, { whole: wholeOf(rows), overlays: overlaysOf(rows) });
  }
  return splits;
}

function readRow(record: TableRecord, findings: TableFindings): readonly SplitRow[] {
  const word = record.text('of') as string;
  const of = SHARED.find((each) => each === word);
  const payee = record.text('payee') as string;
  if (of) return [{ payee, share: record.get('share') as Exact, of, record }];
  const near = nearestWord(word, SHARED);
  const what = `\`${word}\` is nothing of a deal that is shared`;
  const remedy = near ? `write \`${near}\`` : `write one of: ${SHARED.join(', ')}`;
  findings.reportAt('document/unknown-word', record.placeOf('of'), what, remedy);
  return [];
}

function byPayeeAndShare(left: SplitRow, right: SplitRow): number {
  return compareText(left.payee, right.payee) || left.share.cmp(right.share);
}
