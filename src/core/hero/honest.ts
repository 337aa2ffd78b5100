// The honest one: who reaches the quota with deals that the company wants, of the size that is
// usual for them, and is paid as much for that as the plan pays anybody. In: the kinds of deals,
// the stage. Out: the kind of deal, and how many reach the quota.

import { type Exact, exactInteger, ONE, ZERO } from '../exact-number.ts';
import type { DealGrid, DealKind } from './deal-kinds.ts';
import type { MixPay } from './mix-pay.ts';

/** The middle one by size of those that are wanted. */
export function usualDeal(kinds: readonly DealKind[]): DealKind | undefined {
  const wanted = kinds
    .filter((each) => each.wanted.gt(ZERO))
    .toSorted((one, other) => one.size.cmp(other.size) || (one.deal.id < other.deal.id ? -1 : 1));
  return wanted[Math.floor(wanted.length / 2)];
}

/** So large that so many of them reach the quota; as usual where there is none. */
export function honestSize(usual: Exact, quota: Exact | undefined, count: number): Exact {
  if (!quota) return usual;
  const size = quota.div(exactInteger(count)).round(0, 'down');
  return size.times(exactInteger(count)).lt(quota) ? size.plus(ONE) : size;
}

/** Of the first size; of those that are paid the same, the one most like the model. */
export function honestKind({ kinds }: DealGrid, pay: MixPay, count: number): number | undefined {
  let best: { readonly kind: number; readonly pays: number } | undefined;
  for (const [kind, { at, wanted }] of kinds.entries()) {
    if (at[0] !== 0 || !wanted.gt(ZERO)) continue;
    const pays = pay.pays([{ kind, count }]);
    if (pays > (best?.pays ?? 0) * MORE) best = { kind, pays };
  }
  return best?.kind;
}

/** Doubles that are the same differ by less. */
const MORE = 1 + 1e-9;
