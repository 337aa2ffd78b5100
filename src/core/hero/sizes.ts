// The sizes of deals that the hero test tries: as the company's deals have them, from the smallest
// to the largest, on round figures, and both sides of every size that the plan names.
// In: kinds of deals as they are, bounds. Out: sizes, the honest one's first.

import { compareExact, type Exact, exact, exactText } from '../exact-number.ts';
import type { DealKind } from './deal-kinds.ts';

/** Parts of the way from the smallest deal to the largest; the first are given up last. */
const PLACES = [0, 1, 0.5, 0.25, 0.75, 0.1, 0.9];
/** Just below a bound. */
const BELOW = exact('0.99');

export function sizesWorth(
  honest: Exact,
  kinds: readonly DealKind[],
  bounds: readonly Exact[],
): readonly Exact[] {
  const inOrder = kinds.map(({ size }) => size).toSorted(compareExact);
  const [least, most] = [inOrder[0], inOrder.at(-1)];
  if (!least || !most) return [honest];
  const seen = PLACES.flatMap((place) => inOrder[Math.round(place * (inOrder.length - 1))] ?? []);
  const named = bounds.filter((bound) => bound.gte(least) && bound.lte(most));
  const sides = named.flatMap((bound) => [bound, roundFigure(bound.times(BELOW))]);
  const all = [honest, ...sides, ...seen.map(roundFigure)];
  return [...new Map(all.map((size) => [exactText(size), size])).values()];
}

/** To two digits, such as people speak of. */
function roundFigure(size: Exact): Exact {
  const digits = exactText(size.round(0, 'down')).length;
  return digits > 2
    ? size
        .div(tens(digits - 2))
        .round(0)
        .times(tens(digits - 2))
    : size;
}

function tens(power: number): Exact {
  return exact(`1${'0'.repeat(power)}`);
}
