// What mixes of deals pay, in doubles: what a worksheet reads of deals adds up, so a deal of each
// kind is counted once and a mix is a sum. In: a what-if without deals, and kinds.
// Out: payments of mixes, for a search; the exact view decides in the end.

import { ONE } from '../exact-number.ts';
import { changesOf, moreLike } from '../what-if/lever.ts';
import type { WhatIf } from '../what-if/what-if.ts';
import { type FastView, prepareFast } from '../worksheet/fast.ts';
import type { DealKind } from './deal-kinds.ts';

/** How many of each kind. */
export type Mix = readonly number[];

export class MixPay {
  readonly #fast: FastView;
  readonly #inputs: Float64Array;
  readonly #total: number;
  readonly #none: Float64Array;
  readonly #each: readonly Float64Array[];
  readonly #counted: Float64Array;

  constructor(whatIf: WhatIf, kinds: readonly DealKind[]) {
    const { compiled, inputs, columns } = whatIf.present;
    this.#fast = prepareFast(compiled.worksheet);
    this.#inputs = this.#fast.inputsOf(inputs);
    this.#total = this.#fast.cells.get(compiled.total) as number;
    this.#none = this.#fast.countDeals(columns);
    this.#each = kinds.map((kind) => countedOf(whatIf, kind, this.#fast) ?? this.#none);
    this.#counted = new Float64Array(this.#none.length);
  }

  pays(mix: Mix): number {
    this.#counted.set(this.#none);
    for (const [kind, count] of mix.entries()) {
      const each = this.#each[kind] as Float64Array;
      for (const [place, figure] of each.entries()) {
        this.#counted[place] = (this.#counted[place] as number) + count * figure;
      }
    }
    return this.#fast.evaluate(this.#inputs, this.#counted)[this.#total] as number;
  }
}

/** What the worksheet reads of one deal like another; undefined where something is not known. */
export function countedOf(
  whatIf: WhatIf,
  { deal }: Pick<DealKind, 'deal'>,
  fast: FastView,
): Float64Array | undefined {
  const one = whatIf.calculate(changesOf({ lever: moreLike(deal.id) }, ONE));
  return one.ok ? fast.countDeals(one.product.columns) : undefined;
}
