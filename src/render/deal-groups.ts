// Deals that counted alike, in the order a reader asks about them: in full, in part, not at all.
// In: deals and how many of them fit on paper. Out: groups, the largest deals first in each.

import type { Exact, StatementDeals } from '../core/index.ts';

export type Deal = StatementDeals['rows'][number];
export type Credit = Deal['credits'][number];

/** The same reason, credit and share for each measure, and the same rules. */
export interface DealGroup {
  readonly credits: readonly Credit[];
  readonly rulings: Deal['rulings'];
  readonly all: readonly Deal[];
  /** As many of them as are listed. */
  readonly shown: readonly Deal[];
}

/** How many deals are listed: of those credited in full, in part, and not at all. */
export type RowLimits = readonly [inFull: number, inPart: number, notAtAll: number];

export const NO_LIMITS: RowLimits = [Infinity, Infinity, Infinity];

export function groupDeals(deals: readonly Deal[], limits: RowLimits): readonly DealGroup[] {
  const key = ({ credits, rulings }: Deal): string =>
    JSON.stringify([
      credits.map(({ counts, credit, share, payout, reason }) =>
        counts ? [reason, credit, share, payout] : [reason],
      ),
      rulings.map((ruling) => ruling && [ruling.reason, ruling.figure]),
    ]);
  const groups = [...Map.groupBy(deals, key).values()].map((alike) => {
    const all = alike.toSorted(largestFirst);
    return { credits: all[0]?.credits ?? [], rulings: all[0]?.rulings ?? [], all };
  });
  const ordered = groups.toSorted(
    (left, right) =>
      rank(left.credits) - rank(right.credits) ||
      compareFirst(left.all, right.all) ||
      right.all.length - left.all.length,
  );
  const left = [...limits];
  return ordered.map((group) => {
    const place = rank(group.credits);
    const shown = group.all.slice(0, left[place]);
    left[place] = (left[place] ?? 0) - shown.length;
    return { ...group, shown };
  });
}

export function isCounted({ credits }: Deal): boolean {
  return credits.some(({ counts }) => counts);
}

/** The group with the largest deal comes first. */
function compareFirst([left]: readonly Deal[], [right]: readonly Deal[]): number {
  return left && right ? largestFirst(left, right) : 0;
}

/** The place of a group in the order, and of its limit among the limits. */
function rank(credits: readonly Credit[]): 0 | 1 | 2 {
  const counting = credits.filter(({ counts }) => counts);
  if (counting.length === 0) return 2;
  return counting.every(({ credit, share }) => credit.eq('1') && share.eq('1')) ? 0 : 1;
}

function largestFirst(left: Deal, right: Deal): number {
  const [one, other] = [firstCredited(left), firstCredited(right)];
  return one && other ? other.cmp(one) : 0;
}

function firstCredited({ credits }: Deal): Exact | undefined {
  return (credits.find(({ counts }) => counts) ?? credits[0])?.credited;
}
