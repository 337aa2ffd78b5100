// Room for columns: large typed arrays handed out in parts, since an array of its own would cost a
// column more than its figures do. What is kept stays as long as anybody holds it; scratch room is
// handed out again for the next column. In: lengths. Out: columns to be filled.

import { type FigureForm, Figures, FlagMemory, Flags, type KnownFlag } from './deal-data.ts';

const SLAB_LENGTH = 65_536;

/** Parts of the last of several arrays, each of which is replaced when it is full. */
class Slabs<Held extends { readonly length: number }> {
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

export class Room {
  readonly #figures = new Slabs((length) => new Float64Array(length));
  readonly #flags = new Slabs((length) => new FlagMemory(length));
  readonly #alike = new Map<number, FlagMemory>();
  /** Where what is calculated on the way goes. */
  readonly scratch: Room;

  constructor(scratch?: Room) {
    this.scratch = scratch ?? this;
  }

  figures(length: number, form: FigureForm): Figures {
    const from = this.#figures.take(length);
    return new Figures(this.#figures.slab, { from, length }, form);
  }

  flags(length: number, isFull: boolean, every?: KnownFlag): Flags {
    // Whole words, so that flags can be taken four at a time.
    const from = this.#flags.take(Math.ceil(length / 4) * 4);
    return new Flags(this.#flags.slab, { from, length }, isFull, every);
  }

  /** The same flag for every deal; it is written out once for as many as there ever were. */
  everyFlag(every: KnownFlag, length: number): Flags {
    const held = this.#alike.get(every);
    if (held && held.length >= length) return new Flags(held, { from: 0, length }, true, every);
    const memory = new FlagMemory(Math.max(SLAB_LENGTH, length));
    memory.bytes.fill(every);
    this.#alike.set(every, memory);
    return new Flags(memory, { from: 0, length }, true, every);
  }

  /** A column that is handed on as it is: copied, where it lies in scratch room. */
  kept<Held extends Figures | Flags>(column: Held): Held;
  kept(column: Figures | Flags): Figures | Flags {
    if (this.scratch === this || !this.scratch.#holds(column)) return column;
    const { from, length } = column;
    if (column instanceof Flags) {
      const flags = this.flags(length, column.isFull, column.every);
      flags.bytes.set(column.bytes.subarray(from, from + length), flags.from);
      return flags;
    }
    const figures = this.figures(length, column.form);
    figures.units.set(column.units.subarray(from, from + length), figures.from);
    return figures;
  }

  #holds(column: Figures | Flags): boolean {
    return column instanceof Flags
      ? column.memory === this.#flags.slab
      : column.units === this.#figures.slab;
  }

  /** What is here is done with. */
  reuse(): void {
    this.#figures.reuse();
    this.#flags.reuse();
  }
}
