// What mixes of deals pay, in doubles, and how far beyond the bar that is: what a worksheet reads
// of deals adds up, so a deal of each kind is counted once and a mix is a sum. In: a what-if
// without deals, kinds, and the honest one. Out: ratings of mixes, for a search; the exact view
// decides in the end.

import type { WhatIf } from '../what-if/what-if.ts';
import type { FastView } from '../worksheet/fast.ts';
import { BAR, dealsAtMost } from './bar.ts';
import type { DealKind } from './deal-kinds.ts';

/** So many deals of a kind, by its place among the kinds. */
export interface Group {
  readonly kind: number;
  readonly count: number;
}

export type Mix = readonly Group[];

/** Doubles, as a search needs them. */
export interface Honest {
  readonly pays: number;
  readonly wanted: number;
  readonly size: number;
  readonly count: number;
}

export class MixPay {
  readonly #fast: FastView;
  readonly #inputs: Float64Array;
  readonly #total: number;
  readonly #none: Float64Array;
  readonly #paidAnyway: number;
  readonly #counted: Float64Array;
  readonly #kinds: readonly { counted: Float64Array; size: number; wanted: number }[];

  constructor({ present }: WhatIf, kinds: readonly DealKind[], fast: FastView) {
    const { compiled, inputs, columns } = present;
    this.#fast = fast;
    this.#inputs = fast.inputsOf(inputs);
    this.#total = fast.cells.get(compiled.total) as number;
    this.#none = fast.countDeals(columns);
    this.#counted = new Float64Array(this.#none.length);
    this.#kinds = kinds.map(({ counted, size, wanted }) => {
      return { counted, size: size.approximately(), wanted: wanted.approximately() };
    });
    this.#paidAnyway = this.#evaluate([]);
  }

  /** Beyond what is paid without any deal. */
  pays(mix: Mix): number {
    return this.#evaluate(mix) - this.#paidAnyway;
  }

  size(mix: Mix): number {
    return mix.reduce((sum, { kind, count }) => sum + count * this.#sizeOf(kind), 0);
  }

  wanted(mix: Mix): number {
    return mix.reduce((sum, { kind, count }) => sum + count * this.#kindAt(kind).wanted, 0);
  }

  /** How many deals of a kind anybody can sell who competes with the honest one. */
  most(kind: number, honest: Honest): number {
    const deals = dealsAtMost(honest.count);
    return Math.min(deals, Math.floor(volumeAtMost(honest) / this.#sizeOf(kind)));
  }

  /**
   * Above 1: an exploit that is paid so many times what the honest one is. Up to 1: paid so much,
   * and no exploit for that. Below 0: a fair trade. None where it goes beyond what one can sell.
   */
  rate(mix: Mix, honest: Honest): number | undefined {
    const deals = mix.reduce((sum, { count }) => sum + count, 0);
    if (deals === 0 || deals > dealsAtMost(honest.count)) return undefined;
    if (this.size(mix) > volumeAtMost(honest)) return undefined;
    const brought = this.wanted(mix) / honest.wanted;
    const paid = this.pays(mix) / honest.pays;
    const least = brought * PER_WANTED;
    return brought < 1 && paid >= least ? paid : Math.min(paid - least, 1 - brought, 0);
  }

  #evaluate(mix: Mix): number {
    this.#counted.set(this.#none);
    for (const { kind, count } of mix) {
      const { counted } = this.#kindAt(kind);
      for (let place = 0; place < counted.length; place += 1) {
        this.#counted[place] =
          (this.#counted[place] as number) + count * (counted[place] as number);
      }
    }
    return this.#fast.evaluate(this.#inputs, this.#counted)[this.#total] as number;
  }

  #sizeOf(kind: number): number {
    return this.#kindAt(kind).size;
  }

  #kindAt(kind: number): { counted: Float64Array; size: number; wanted: number } {
    return this.#kinds[kind] as { counted: Float64Array; size: number; wanted: number };
  }
}

const PER_WANTED = BAR.payPerWanted.approximately();
const VOLUME = BAR.volumeAtMost.approximately();
/** Doubles add up a little beside what is exact. */
const HAIR = 1 + 1e-9;

function volumeAtMost({ size }: Honest): number {
  return size * VOLUME * HAIR;
}
