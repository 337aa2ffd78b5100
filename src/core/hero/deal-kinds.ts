// Kinds of deals that the hero test mixes: of the company's own deals, those that the company wants
// and those that it does not, each at the quartiles of their size. Extremes that nobody can plan on
// are left out. In: the stage. Out: kinds with what the company wants of each, and what it counts.

import type { Wants } from '../company/company.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import type { Deal } from '../period-data/period-data.ts';
import { prepareDealFormula } from '../worksheet/exact.ts';

export interface DealKind {
  readonly deal: Deal;
  /** What a deal is worth if the company wants it. */
  readonly size: Exact;
  /** What the company has of it: all, or nothing. */
  readonly wanted: Exact;
}

const QUARTILES = [0.25, 0.5, 0.75];
/** Of many deals so many are looked at, evenly by size. */
const LOOKED_AT = 40;
const EVENLY = Array.from({ length: LOOKED_AT }, (_, place) => place / (LOOKED_AT - 1));

export function dealKinds(
  deals: readonly Deal[],
  wants: Wants,
  counts: (deal: Deal) => boolean,
): readonly DealKind[] {
  const [sizeOf, isWanted] = [wants.of, wants.where].map(({ formula }) =>
    prepareDealFormula(formula),
  ) as [ReturnType<typeof prepareDealFormula>, ReturnType<typeof prepareDealFormula>];
  const kinds = deals.flatMap((deal): readonly DealKind[] => {
    const size = sizeOf(deal.attributes);
    if (typeof size !== 'object' || !size.gt(ZERO)) return [];
    const wanted = isWanted(deal.attributes) === true ? size : ZERO;
    return [{ deal, size, wanted }];
  });
  const inOrder = kinds.toSorted(
    (one, other) => one.size.cmp(other.size) || (one.deal.id < other.deal.id ? -1 : 1),
  );
  const sides = [
    inOrder.filter(({ wanted }) => wanted.gt(ZERO)),
    inOrder.filter(({ wanted }) => wanted.isZero),
  ];
  return sides.flatMap((side) => {
    const looked = at(side, EVENLY);
    return at(
      looked.filter(({ deal }) => counts(deal)),
      QUARTILES,
    );
  });
}

/** Kinds at parts of the way from the smallest to the largest. */
function at(kinds: readonly DealKind[], parts: readonly number[]): readonly DealKind[] {
  const places = parts.map((part) => Math.round(part * (kinds.length - 1)));
  return [...new Set(places)].flatMap((place) => kinds[place] ?? []);
}
