// The shortest story of a mix: kinds that it does not need are left out, and traits as the honest
// one's where they make next to no difference, so that what is told is what matters. In: a mix,
// what mixes pay. Out: a mix that is paid nearly as much, and an exploit if the first is.

import type { DealGrid } from './deal-kinds.ts';
import type { RatedMix } from './find-mixes.ts';
import type { Honest, Mix, MixPay } from './mix-pay.ts';

/** A simpler story may be paid so much less, if it is one still. */
const NEARLY = 0.93;

export function simplified(
  { mix, rate }: RatedMix,
  honestAt: readonly number[],
  grid: DealGrid,
  pay: MixPay,
  honest: Honest,
): Mix {
  const least = rate > 1 ? Math.max(1 + 1e-9, rate * NEARLY) : rate * NEARLY;
  const isAsTelling = (other: Mix): boolean => (pay.rate(other, honest) ?? 0) >= least;
  let simple = mix;
  for (let changed = true; changed; ) {
    const simpler = simplerThan(simple, honestAt, grid).find(isAsTelling);
    changed = simpler !== undefined;
    simple = simpler ?? simple;
  }
  return simple;
}

/** Without a kind; with a trait as the honest one's; with one kind in place of two. */
function simplerThan(mix: Mix, honestAt: readonly number[], grid: DealGrid): readonly Mix[] {
  const without = mix.map((group) => mix.filter((each) => each !== group));
  const joined = mix.flatMap((group) =>
    mix
      .filter((each) => each !== group)
      .map((other) => [
        ...mix.filter((each) => each !== group && each !== other),
        { kind: group.kind, count: group.count + other.count },
      ]),
  );
  const plainer = mix.flatMap((group) =>
    honestAt.flatMap((place, trait): readonly Mix[] => {
      const at = grid.kinds[group.kind]?.at ?? [];
      if (trait === 0 || at[trait] === place) return [];
      const kind = grid.find(at.with(trait, place));
      const isTaken = kind === undefined || mix.some((each) => each.kind === kind);
      return isTaken ? [] : [mix.map((each) => (each === group ? { ...each, kind } : each))];
    }),
  );
  return [...without.filter((each) => each.length > 0), ...joined, ...plainer];
}
