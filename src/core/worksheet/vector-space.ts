// Room for columns: large typed arrays handed out in parts, since an array of its own would cost a
// column more than its figures do. What is kept stays as long as anybody holds it; scratch room is
// handed out again for the next column. In: lengths. Out: columns to be filled.

import { type FigureForm, Figures, Flags } from './deal-data.ts';

const SLAB_LENGTH = 65_536;

type Slab = Float64Array | Uint8Array;

class Slabs<Held extends Slab> {
  readonly #make: (length: number) => Held;
  slab: Held;
  #used = 0;

  constructor(make: (length: number) => Held) {
    this.#make = make;
    this.slab = make(0);
  }

  /** Where the part starts in `slab`. */
  take(length: number): number {
    if (this.#used + length > this.slab.length) {
      this.slab = this.#make(Math.max(SLAB_LENGTH, length));
      this.#used = 0;
    }
    this.#used += length;
    return this.#used - length;
  }

  reuse(): void {
    this.#used = 0;
  }
}

const doubles = (length: number): Float64Array => new Float64Array(length);
const bytes = (length: number): Uint8Array => new Uint8Array(length);

export class VectorSpace {
  readonly #keptFigures = new Slabs(doubles);
  readonly #keptFlags = new Slabs(bytes);
  readonly #scratchFigures = new Slabs(doubles);
  readonly #scratchFlags = new Slabs(bytes);

  /** A figure per deal, or one that all deals have. */
  figures(isKept: boolean, mask: -1 | 0, length: number, form: FigureForm): Figures {
    const slabs = isKept ? this.#keptFigures : this.#scratchFigures;
    const from = slabs.take(mask === 0 ? 1 : length);
    return new Figures(slabs.slab, { from, mask, length }, form);
  }

  flags(isKept: boolean, mask: -1 | 0, length: number, isFull: boolean): Flags {
    const slabs = isKept ? this.#keptFlags : this.#scratchFlags;
    const from = slabs.take(mask === 0 ? 1 : length);
    return new Flags(slabs.slab, { from, mask, length }, isFull);
  }

  /** Scratch columns are done with. */
  reuseScratch(): void {
    this.#scratchFigures.reuse();
    this.#scratchFlags.reuse();
  }
}
