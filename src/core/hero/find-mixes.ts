// Searches mixes of up to three kinds of deals for pay without what the company wants: every
// number of each kind alone, then mixes drawn at random that climb, by a deal more or less, by one
// trait or size changed, or by another kind. In: what mixes pay, the kinds, the honest one, a
// seed's draws. Out: the best exploit for each set of kinds, and what comes nearest where there is
// none.

import type { DealGrid } from './deal-kinds.ts';
import type { Honest, Mix, MixPay } from './mix-pay.ts';
import type { Draw } from './seeded.ts';

export interface RatedMix {
  readonly mix: Mix;
  /** Of the honest one's pay. */
  readonly rate: number;
}

export interface Found {
  /** Best first. */
  readonly exploits: readonly RatedMix[];
  readonly nearest?: RatedMix;
  readonly tried: number;
}

const CLIMBS = 240;
const STEPS = 160;
const KINDS_IN_MIX = 3;
/** Of many deals of a kind not every number is tried. */
const COUNTS = 16;

export function findMixes(pay: MixPay, grid: DealGrid, honest: Honest, draw: Draw): Found {
  const search = new MixSearch(pay, grid, honest, draw);
  search.alone();
  for (let count = 0; count < CLIMBS; count += 1) search.climb();
  return search.found();
}

class MixSearch {
  readonly #pay: MixPay;
  readonly #grid: DealGrid;
  readonly #honest: Honest;
  readonly #draw: Draw;
  readonly #best = new Map<string, RatedMix>();
  #nearest: RatedMix | undefined;
  #tried = 0;

  constructor(pay: MixPay, grid: DealGrid, honest: Honest, draw: Draw) {
    this.#pay = pay;
    this.#grid = grid;
    this.#honest = honest;
    this.#draw = draw;
  }

  found(): Found {
    const exploits = [...this.#best.values()].sort((one, other) => other.rate - one.rate);
    const nearest = this.#nearest;
    return { exploits, ...(nearest && { nearest }), tried: this.#tried };
  }

  alone(): void {
    for (const kind of this.#grid.kinds.keys()) {
      const most = this.#most(kind);
      const stride = Math.ceil(most / COUNTS);
      for (let count = most; count > 0; count -= stride) this.#try([{ kind, count }]);
    }
  }

  climb(): void {
    let mix: Mix = this.#with([], this.#any(), this.#any());
    let rate = this.#try(mix) ?? Number.NEGATIVE_INFINITY;
    for (let step = 0; step < STEPS; step += 1) {
      const other = this.#changed(mix);
      const rated = this.#try(other);
      if (rated === undefined || rated < rate) continue;
      [mix, rate] = [other, rated];
    }
  }

  #changed(mix: Mix): Mix {
    const at = this.#draw(mix.length);
    const group = mix[at];
    if (!group) return this.#with(mix, this.#any());
    const others = mix.filter((each) => each !== group);
    switch (this.#draw(6)) {
      case 0:
        return this.#with(others, { ...group, count: group.count + 1 });
      case 1:
        return this.#with(others, { ...group, count: group.count - 1 });
      case 2:
        return this.#with(others, this.#any());
      case 3:
        return mix.length < KINDS_IN_MIX ? this.#with(mix, this.#any()) : others;
      default:
        return this.#with(others, { ...group, kind: this.#beside(group.kind) });
    }
  }

  /** As many of a kind as one likes, within what can be sold. */
  #any(): Mix[number] {
    const kind = this.#draw(this.#grid.kinds.length);
    return { kind, count: 1 + this.#draw(Math.max(1, this.#most(kind))) };
  }

  /** The same but for one trait, or the size. */
  #beside(kind: number): number {
    const { kinds, lengths, find } = this.#grid;
    const at = kinds[kind]?.at ?? [];
    const changed = this.#draw(lengths.length);
    const place = this.#draw(lengths[changed] as number);
    return find(at.with(changed, place)) ?? kind;
  }

  /** Groups of the same kind are one. */
  #with(mix: Mix, ...added: Mix): Mix {
    const counts = new Map<number, number>();
    for (const { kind, count } of [...mix, ...added]) {
      if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
    return [...counts].map(([kind, count]) => ({ kind, count }));
  }

  #most(kind: number): number {
    return this.#pay.most(kind, this.#honest);
  }

  #try(mix: Mix): number | undefined {
    this.#tried += 1;
    const rate = this.#pay.rate(mix, this.#honest);
    if (rate === undefined) return undefined;
    if (rate > (this.#nearest?.rate ?? 0) && rate <= 1) this.#nearest = { mix, rate };
    if (rate > 1) this.#keep(mix, rate);
    return rate;
  }

  #keep(mix: Mix, rate: number): void {
    const key = mix
      .map(({ kind }) => kind)
      .toSorted((one, other) => one - other)
      .join();
    if (rate > (this.#best.get(key)?.rate ?? 0)) this.#best.set(key, { mix, rate });
  }
}
