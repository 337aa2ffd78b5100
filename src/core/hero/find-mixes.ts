// Searches mixes of deals for pay without what the company wants: each kind by itself, every pair
// in full, and mixes of three drawn at random, which then climb as long as they are paid more. In:
// what mixes pay, kinds, and what a mix may at most be. Out: the best mix for each set of kinds.

import type { DealKind } from './deal-kinds.ts';
import type { Mix, MixPay } from './mix-pay.ts';
import type { Draw } from './seeded.ts';

export interface Bounds {
  /** How much all deals may come to. */
  readonly size: number;
  /** How much of what the company wants may be in it. */
  readonly wanted: number;
}

export interface FoundMix {
  readonly mix: Mix;
  readonly pays: number;
}

export interface Found {
  readonly mixes: readonly FoundMix[];
  readonly tried: number;
}

const DRAWN = 1500;
const CLIMBS = 30;

export function findMixes(
  pay: MixPay,
  kinds: readonly DealKind[],
  bounds: Bounds,
  draw: Draw,
): Found {
  const search = new MixSearch(pay, kinds, bounds);
  for (const kind of kinds.keys()) search.all([kind]);
  for (const one of kinds.keys()) {
    for (let other = one + 1; other < kinds.length; other += 1) search.all([one, other]);
  }
  for (let count = 0; count < DRAWN; count += 1) search.climb(draw);
  return { mixes: search.best(), tried: search.tried };
}

class MixSearch {
  readonly #pay: MixPay;
  readonly #bounds: Bounds;
  readonly #sizes: readonly number[];
  readonly #wanted: readonly number[];
  readonly #found = new Map<string, FoundMix>();
  tried = 0;

  constructor(pay: MixPay, kinds: readonly DealKind[], bounds: Bounds) {
    this.#pay = pay;
    this.#bounds = bounds;
    this.#sizes = kinds.map(({ size }) => size.approximately());
    this.#wanted = kinds.map(({ wanted }) => wanted.approximately());
  }

  /** The best of each set of kinds, best first. */
  best(): readonly FoundMix[] {
    return [...this.#found.values()].sort((one, other) => other.pays - one.pays);
  }

  /** Every mix of these kinds. */
  all(kinds: readonly number[]): void {
    const mix = this.#sizes.map(() => 0);
    const fill = (at: number): void => {
      const kind = kinds[at];
      if (kind === undefined) {
        this.#try(mix);
        return;
      }
      for (mix[kind] = 1; this.#fits(mix); mix[kind] = (mix[kind] as number) + 1) fill(at + 1);
      mix[kind] = 0;
    };
    fill(0);
  }

  /** From a mix drawn at random, by one deal more or less at a time. */
  climb(draw: Draw): void {
    let mix: number[] = this.#sizes.map(() => 0);
    for (let kind = 0; kind < 3; kind += 1) {
      const at = draw(this.#sizes.length);
      mix[at] = draw(1 + Math.floor(this.#bounds.size / (3 * (this.#sizes[at] as number))));
    }
    if (!this.#fits(mix)) return;
    let pays = this.#try(mix);
    for (let step = 0; step < CLIMBS; step += 1) {
      const at = draw(mix.length);
      const other = mix.with(at, Math.max(0, (mix[at] as number) + (draw(2) === 0 ? 1 : -1)));
      if (!this.#fits(other)) continue;
      const paid = this.#try(other);
      if (paid > pays) [mix, pays] = [other, paid];
    }
  }

  #fits(mix: Mix): boolean {
    const sum = (of: readonly number[]): number =>
      mix.reduce((total, count, kind) => total + count * (of[kind] as number), 0);
    return sum(this.#sizes) <= this.#bounds.size && sum(this.#wanted) <= this.#bounds.wanted;
  }

  #try(mix: Mix): number {
    this.tried += 1;
    const pays = this.#pay.pays(mix);
    const key = mix.flatMap((count, kind) => (count > 0 ? [kind] : [])).join(' ');
    const known = this.#found.get(key);
    if (key !== '' && pays > (known?.pays ?? Number.NEGATIVE_INFINITY)) {
      this.#found.set(key, { mix: [...mix], pays });
    }
    return pays;
  }
}
