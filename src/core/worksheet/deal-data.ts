// One datum per deal, as a column. Numbers are safe integers and their places, dates are days,
// texts are codes: all of them doubles in one typed array, NaN where not known. Flags are bytes
// whose bits make Kleene's logic plain `&` and `|`. What does not fit is kept as it is.
// In: data of many deals. Out: columns that views read at speed, and people one deal at a time.

import { Decimal } from '../decimal.ts';
import type { Datum } from './operations.ts';

/** A column as everybody may read it; a plain list of data is one as well. */
export interface DealData {
  readonly length: number;
  /** The datum of a deal. */
  readonly at: (deal: number) => Datum;
}

/** What the doubles of a column stand for. */
export type FigureMeaning = 'exact' | 'day' | 'text';

/** What all columns of one set of deals share: the code of each text. */
export class Texts {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [];

  /** A text's code; it gets one where it has none. */
  codeOf(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.#texts.length);
    this.#texts.push(text);
    return this.#texts.length - 1;
  }

  textOf(code: number): string | undefined {
    return this.#texts[code];
  }
}

/** No figure is smaller, and none is larger; both are safe integers. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** How a column of doubles is to be read. */
export interface FigureForm extends Range {
  readonly means: FigureMeaning;
  readonly places: number;
  /** Whether every deal has one. */
  readonly isFull: boolean;
  /** What the codes of texts stand for. */
  readonly texts: Texts | undefined;
}

/** No figure of a form is larger, whatever its sign. */
export function boundOf({ least, most }: Range): number {
  return Math.max(-least, most);
}

/** The figure that all deals have, where its form tells that they have the same. */
export function everyFigure({ least, most, isFull }: FigureForm): number | undefined {
  return isFull && least === most ? most : undefined;
}

/** Where a column lies within a typed array that it shares with others. */
export interface Extent {
  readonly from: number;
  readonly length: number;
}

export class Figures implements DealData, Extent {
  readonly units: Float64Array;
  readonly from: number;
  readonly length: number;
  readonly form: FigureForm;

  constructor(units: Float64Array, { from, length }: Extent, form: FigureForm) {
    this.units = units;
    this.from = from;
    this.length = length;
    this.form = form;
  }

  at(deal: number): Datum {
    const units = deal < this.length ? this.units[this.from + deal] : undefined;
    if (units === undefined || Number.isNaN(units)) return undefined;
    const { means, places, texts } = this.form;
    if (means === 'exact') return Decimal.ofUnits(units, places);
    return means === 'day' ? units : texts?.textOf(units);
  }

  /** Of deals that stand side by side. */
  part(first: number, length: number): Figures {
    return new Figures(this.units, { from: this.from + first, length }, this.form);
  }

  /** Of some deals, by their places in ascending order; neighbours are not copied. */
  take(deals: readonly number[]): Figures {
    if (areNeighbours(deals)) return this.part(deals[0] ?? 0, deals.length);
    const units = new Float64Array(deals.length);
    deals.forEach((deal, at) => {
      units[at] = this.units[this.from + deal] as number;
    });
    return new Figures(units, wholeOf(units), this.form);
  }
}

export const FALSE = 0b00;
export const UNKNOWN = 0b01;
export const TRUE = 0b11;
export type KnownFlag = typeof FALSE | typeof TRUE;

/** The bytes of flags, and the same memory four at a time: and, or take all bits alike. */
export class FlagMemory {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;

  constructor(length: number) {
    this.bytes = new Uint8Array(Math.ceil(length / 4) * 4);
    this.words = new Int32Array(this.bytes.buffer);
  }

  get length(): number {
    return this.bytes.length;
  }
}

export class Flags implements DealData, Extent {
  readonly memory: FlagMemory;
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly length: number;
  readonly isFull: boolean;
  /** The flag of every deal, where it is known beforehand that they are alike: false or true. */
  readonly every: KnownFlag | undefined;

  constructor(memory: FlagMemory, { from, length }: Extent, isFull: boolean, every?: KnownFlag) {
    this.memory = memory;
    this.bytes = memory.bytes;
    this.from = from;
    this.length = length;
    this.isFull = isFull;
    this.every = every;
  }

  at(deal: number): boolean | undefined {
    const byte = deal < this.length ? this.bytes[this.from + deal] : UNKNOWN;
    return byte === UNKNOWN ? undefined : byte === TRUE;
  }

  part(first: number, length: number): Flags {
    return new Flags(this.memory, { from: this.from + first, length }, this.isFull, this.every);
  }

  take(deals: readonly number[]): Flags {
    if (areNeighbours(deals)) return this.part(deals[0] ?? 0, deals.length);
    const memory = new FlagMemory(deals.length);
    deals.forEach((deal, at) => {
      memory.bytes[at] = this.bytes[this.from + deal] as number;
    });
    return new Flags(memory, wholeOf(deals), this.isFull, this.every);
  }
}

export function wholeOf({ length }: { readonly length: number }): Extent {
  return { from: 0, length };
}

function areNeighbours(deals: readonly number[]): boolean {
  const [first = 0] = deals;
  return (deals.at(-1) ?? -1) - first === deals.length - 1;
}
