// The loops over columns, one for each thing done to them, without branches where nothing is
// unknown. They calculate in doubles that are whole numbers; whoever calls them makes sure that
// every result is a safe integer, or looks afterwards.
// In: columns at the same places. Out: the column handed in, filled.

import { type Extent, type Figures, type Flags, type Range, TRUE, UNKNOWN } from './deal-data.ts';

export type FigureLoop = (left: Figures, right: Figures, into: Figures) => void;
export type FlagLoop = (left: Flags, right: Flags, into: Flags) => void;

export const addLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA } = left;
  const { units: b, from: atB } = right;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = (a[atA + i] as number) + (b[atB + i] as number);
  }
};

export const subtractLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA } = left;
  const { units: b, from: atB } = right;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = (a[atA + i] as number) - (b[atB + i] as number);
  }
};

export const multiplyLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA } = left;
  const { units: b, from: atB } = right;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = (a[atA + i] as number) * (b[atB + i] as number);
  }
};

export function scaleLoop(figures: Figures, by: number, into: Figures): void {
  const { units: a, from: atA } = figures;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) out[from + i] = (a[atA + i] as number) * by;
}

export const minimumLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA } = left;
  const { units: b, from: atB } = right;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = Math.min(a[atA + i] as number, b[atB + i] as number);
  }
};

export const maximumLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA } = left;
  const { units: b, from: atB } = right;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = Math.max(a[atA + i] as number, b[atB + i] as number);
  }
};

/**
 * Flags of a comparison with one number, false or true; with `flip` of its opposite. Multiplied and
 * not chosen: a processor cannot guess which deals are won, and a wrong guess costs as much as ten
 * of these.
 */
export type CompareLoop = (figures: Figures, number: number, flip: number, into: Flags) => void;

export const equalLoop: CompareLoop = (figures, number, flip, into) => {
  const { units: a, from: atA } = figures;
  const { bytes: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = (Number((a[atA + i] as number) === number) * TRUE) ^ flip;
  }
};

export const lessLoop: CompareLoop = (figures, number, flip, into) => {
  const { units: a, from: atA } = figures;
  const { bytes: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = (Number((a[atA + i] as number) < number) * TRUE) ^ flip;
  }
};

/** Overwrites flags where a figure is not known. */
export function unknownLoop(figures: Figures, into: Flags): void {
  const { units: a, from: atA } = figures;
  const { bytes: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    if (Number.isNaN(a[atA + i] as number)) out[from + i] = UNKNOWN;
  }
}

/** Four flags at a time; all three columns start with a whole word. */
export const andLoop: FlagLoop = (left, right, into) => {
  const [a, b, out] = [left.memory.words, right.memory.words, into.memory.words];
  const [atA, atB, from] = [left.from >> 2, right.from >> 2, into.from >> 2];
  const words = (into.length + 3) >> 2;
  for (let i = 0; i < words; i += 1) {
    out[from + i] = (a[atA + i] as number) & (b[atB + i] as number);
  }
};

export const orLoop: FlagLoop = (left, right, into) => {
  const [a, b, out] = [left.memory.words, right.memory.words, into.memory.words];
  const [atA, atB, from] = [left.from >> 2, right.from >> 2, into.from >> 2];
  const words = (into.length + 3) >> 2;
  for (let i = 0; i < words; i += 1) {
    out[from + i] = (a[atA + i] as number) | (b[atB + i] as number);
  }
};

/** Each flag by a table: what false, unknown and true become. */
export function flagTableLoop(flags: Flags, table: ArrayLike<number>, into: Flags): void {
  const { bytes: a, from: atA } = flags;
  const { bytes: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = table[a[atA + i] as number] as number;
  }
}

/** Each flag as a figure, by a table. */
export function figureTableLoop(flags: Flags, table: ArrayLike<number>, into: Figures): void {
  const { bytes: a, from: atA } = flags;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = table[a[atA + i] as number] as number;
  }
}

export type ChooseLoop = (when: Flags, yes: Figures, no: Figures, into: Figures) => void;

/** One of two figures that are the same for all deals. */
export const chooseOneLoop: ChooseLoop = (when, yes, no, into) => {
  const [ifTrue, ifFalse] = [yes.units[yes.from] as number, no.units[no.from] as number];
  figureTableLoop(when, [ifFalse, Number.NaN, 0, ifTrue], into);
};

/** One of two figures, where neither they nor the flags have anything unknown. */
export const chooseLoop: ChooseLoop = (when, yes, no, into) => {
  const { bytes: c, from: atC } = when;
  const { units: a, from: atA } = yes;
  const { units: b, from: atB } = no;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    const otherwise = b[atB + i] as number;
    const more = (a[atA + i] as number) - otherwise;
    out[from + i] = otherwise + more * ((c[atC + i] as number) & 1);
  }
};

export const chooseKnownLoop: ChooseLoop = (when, yes, no, into) => {
  const { bytes: c, from: atC } = when;
  const { units: a, from: atA } = yes;
  const { units: b, from: atB } = no;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    const flag = c[atC + i] as number;
    const chosen = (flag === TRUE ? a[atA + i] : b[atB + i]) as number;
    out[from + i] = flag === UNKNOWN ? Number.NaN : chosen;
  }
};

export function chooseFlagLoop(when: Flags, yes: Flags, no: Flags, into: Flags): void {
  const { bytes: c, from: atC } = when;
  const { bytes: a, from: atA } = yes;
  const { bytes: b, from: atB } = no;
  const { bytes: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    const flag = c[atC + i] as number;
    const chosen = (flag === TRUE ? a[atA + i] : b[atB + i]) as number;
    out[from + i] = flag === UNKNOWN ? UNKNOWN : chosen;
  }
}

/** What lies below all rows, and for each row that is reached how much more it gives. */
export function steppedLoop(
  on: Figures,
  start: number,
  rows: Float64Array,
  more: Float64Array,
  into: Figures,
): void {
  const { units: a, from: atA } = on;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    const figure = a[atA + i] as number;
    // Times nothing it is nothing, unless it is unknown.
    let sum = start + figure * 0;
    for (let row = 0; row < rows.length; row += 1) {
      sum += (more[row] as number) * Number(figure >= (rows[row] as number));
    }
    out[from + i] = sum;
  }
}

/** Of whole numbers in a short range: what each of them gives, by its distance from the first. */
export function listedLoop(on: Figures, first: number, gives: Float64Array, into: Figures): void {
  const { units: a, from: atA } = on;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = gives[(a[atA + i] as number) - first] as number;
  }
}

/** The first row from its start, also below it; of each further row what lies above its start. */
export function marginalLoop(
  on: Figures,
  rows: Float64Array,
  more: Float64Array,
  into: Figures,
): void {
  const { units: a, from: atA } = on;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    const figure = a[atA + i] as number;
    let sum = (figure - (rows[0] as number)) * (more[0] as number);
    for (let row = 1; row < rows.length; row += 1) {
      sum += Math.max(0, figure - (rows[row] as number)) * (more[row] as number);
    }
    out[from + i] = sum;
  }
}

/** The smallest and the largest figure, unknown ones aside; zero where none is known. */
export function rangeOf(units: Float64Array, { from, length }: Extent): Range {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i < from + length; i += 1) {
    const figure = units[i] as number;
    if (figure < least) least = figure;
    if (figure > most) most = figure;
  }
  return least <= most ? { least, most } : { least: 0, most: 0 };
}
