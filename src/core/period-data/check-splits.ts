// Checks of the shares of deals: what is split adds up to the whole deal, so that nothing is
// credited or paid twice or lost; a deal is split in one way; who is paid is credited; an overlay
// is somebody besides. In: the rows of a deal. Out: findings at the rows.

import type { Place } from '../diagnostic.ts';
import { percentText } from '../document/leaves.ts';
import { notWhole } from '../document/whole.ts';
import { ONE, ZERO } from '../exact-number.ts';
import type { TableRecord } from './read-records.ts';
import { rowsOf, type SplitRow, wholeOf } from './split-rows.ts';
import type { TableFindings } from './table-findings.ts';

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

export function checkSplit(deal: string, rows: readonly SplitRow[], findings: TableFindings): void {
  const overlays = rows.filter(({ of }) => of === 'overlay');
  for (const row of overlays) checkOverlay(deal, row, rows, findings);
  const [apart] = rows.filter(({ of }) => of === 'credit' || of === 'payout');
  if (apart && rows.some(({ of }) => of === 'both')) {
    const what = `deal \`${deal}\` is split by \`both\` and by \`${apart.of}\``;
    const remedy = 'write `both` in all of its rows, or rows of `credit` and rows of `payout`';
    findings.reportAt('splits/mixed', apart.record.placeOf('of'), what, remedy);
  } else if (apart) {
    const areWhole = (['credit', 'payout'] as const).map((split) =>
      checkWhole(`the ${split} of deal \`${deal}\``, rowsOf(rows, split), findings),
    );
    if (!areWhole.includes(false)) checkCredited(deal, rows, findings);
  } else {
    checkWhole(`deal \`${deal}\``, rowsOf(rows, 'credit'), findings);
  }
}

/** No share is negative, and together they are the whole. */
function checkWhole(of: string, rows: readonly SplitRow[], findings: TableFindings): boolean {
  const negative = rows.find(({ share }) => share.lt(ZERO));
  if (negative) {
    const what = `the share \`${percentText(negative.share)}\` of ${of} is negative`;
    const remedy = 'write the part of the deal that counts for the person, such as `25%`';
    findings.reportAt('splits/not-whole', negative.record.placeOf('share'), what, remedy);
    return false;
  }
  const [first] = rows;
  const sum = notWhole(rows.map(({ share }) => share));
  if (!first || sum === undefined) return true;
  const remedy = 'change them so that they add up to 100%';
  const what = `the shares of ${of} ${sum}`;
  findings.reportAt('splits/not-whole', first.record.placeOf('share'), what, remedy);
  return false;
}

/** What is paid is paid at the rate of what was credited. */
function checkCredited(deal: string, rows: readonly SplitRow[], findings: TableFindings): void {
  for (const { payee, share, payout, place } of wholeOf(rows)) {
    if (!share.eq(ZERO) || payout.eq(ZERO) || !place) continue;
    const what = `\`${payee}\` is paid for deal \`${deal}\` without a part of its credit`;
    const remedy = 'give the payee a share of `credit` too, or leave the credit unsplit';
    findings.reportAt('splits/no-credit', place, what, remedy);
  }
}

function checkOverlay(
  deal: string,
  row: SplitRow,
  rows: readonly SplitRow[],
  findings: TableFindings,
): void {
  const { payee, share, record } = row;
  if (share.lte(ZERO) || share.gt(ONE)) {
    const what = `\`${payee}\` cannot be credited with ${percentText(share)} of deal \`${deal}\``;
    const remedy = 'write a part of the deal, up to `100%`';
    findings.reportAt('splits/overlay', record.placeOf('share'), what, remedy);
  }
  const own = rows.filter((each) => each.payee === payee);
  const isLast = own.findLast(({ of }) => of === 'overlay') === row;
  if (own.length > 1 && isLast) reportTwice(deal, payee, record.placeOf('payee'), findings);
}

/** Somebody who shares a deal and is in an overlay on it would be credited twice. */
export function reportTwice(
  deal: string,
  payee: string,
  place: Place,
  findings: TableFindings,
): void {
  const what = `\`${payee}\` has a share of deal \`${deal}\` beside the overlay`;
  const remedy = 'keep one of the two: an overlay is for somebody besides';
  findings.reportAt('splits/overlay', place, what, remedy);
}
