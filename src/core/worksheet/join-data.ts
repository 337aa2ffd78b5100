// One column of several that come one after the other, end to end: copied into one array while they
// are of one form, else deal by deal. In: parts in order. Out: the whole.

import { type DealData, Figures, FlagMemory, Flags, type Texts } from './deal-data.ts';
import type { Datum } from './operations.ts';
import { packData } from './pack-data.ts';

export class JoinedData {
  readonly #length: number;
  readonly #texts: Texts;
  #whole: Figures | Flags | Datum[] | undefined;
  #filled = 0;

  constructor(length: number, texts: Texts) {
    this.#length = length;
    this.#texts = texts;
  }

  append(part: DealData): void {
    const whole = this.#whole ?? this.#wholeLike(part);
    this.#whole = this.#copied(part, whole) ?? this.#listed(part, whole);
    this.#filled += part.length;
  }

  get whole(): DealData {
    if (this.#whole instanceof Figures || this.#whole instanceof Flags) return this.#whole;
    return packData(this.#whole ?? [], this.#texts);
  }

  #wholeLike(part: DealData): Figures | Flags | Datum[] {
    const extent = { from: 0, length: this.#length };
    if (part instanceof Figures) {
      return new Figures(new Float64Array(this.#length), extent, part.form);
    }
    if (!(part instanceof Flags)) return [];
    return new Flags(new FlagMemory(this.#length), extent, part.isFull, part.every);
  }

  /** With the part copied to its place, if both are of one form. */
  #copied(part: DealData, whole: Figures | Flags | Datum[]): Figures | Flags | undefined {
    if (part instanceof Flags && whole instanceof Flags) {
      whole.bytes.set(part.bytes.subarray(part.from, part.from + part.length), this.#filled);
      const every = whole.every === part.every ? whole.every : undefined;
      return new Flags(whole.memory, whole, whole.isFull && part.isFull, every);
    }
    if (!(part instanceof Figures) || !(whole instanceof Figures)) return undefined;
    const [{ means, places }, form] = [part.form, whole.form];
    if (form.means !== means || form.places !== places) return undefined;
    whole.units.set(part.units.subarray(part.from, part.from + part.length), this.#filled);
    return new Figures(whole.units, whole, {
      ...form,
      least: Math.min(form.least, part.form.least),
      most: Math.max(form.most, part.form.most),
      isFull: form.isFull && part.form.isFull,
    });
  }

  #listed(part: DealData, whole: Figures | Flags | Datum[]): Datum[] {
    const list = Array.isArray(whole) ? whole : dataIn(whole, this.#filled);
    for (const datum of dataIn(part, part.length)) list.push(datum);
    return list;
  }
}

function dataIn(data: DealData, length: number): Datum[] {
  return Array.from({ length }, (_, deal) => data.at(deal));
}
