// The loops over columns, one for each thing done to them, without branches where nothing is
// unknown. They calculate in doubles that are whole numbers; whoever calls them makes sure that
// every result is a safe integer, or looks afterwards.
// In: columns at the same places. Out: the column handed in, filled.

import { type Figures, type Flags, TRUE, UNKNOWN } from './deal-data.ts';

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
 * Flags of a comparison, false or true; with `flip` of its opposite. Multiplied and not chosen: a
 * processor cannot guess which deals are won, and a wrong guess costs as much as ten of these.
 */
export type CompareLoop = (left: Figures, right: Figures, flip: number, into: Flags) => void;

export const equalLoop: CompareLoop = (left, right, flip, into) => {
  const { units: a, from: atA } = left;
  const { units: b, from: atB } = right;
  const { bytes: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    const holds = (a[atA + i] as number) === (b[atB + i] as number);
    out[from + i] = (Number(holds) * TRUE) ^ flip;
  }
};

export const lessLoop: CompareLoop = (left, right, flip, into) => {
  const { units: a, from: atA } = left;
  const { units: b, from: atB } = right;
  const { bytes: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    const holds = (a[atA + i] as number) < (b[atB + i] as number);
    out[from + i] = (Number(holds) * TRUE) ^ flip;
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

export const andLoop: FlagLoop = (left, right, into) => {
  const { bytes: a, from: atA } = left;
  const { bytes: b, from: atB } = right;
  const { bytes: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    out[from + i] = (a[atA + i] as number) & (b[atB + i] as number);
  }
};

export const orLoop: FlagLoop = (left, right, into) => {
  const { bytes: a, from: atA } = left;
  const { bytes: b, from: atB } = right;
  const { bytes: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
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

/** One of two figures, where neither they nor the flags have anything unknown. */
export function chooseLoop(when: Flags, yes: Figures, no: Figures, into: Figures): void {
  const { bytes: c, from: atC } = when;
  const { units: a, from: atA } = yes;
  const { units: b, from: atB } = no;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    const otherwise = b[atB + i] as number;
    const more = (a[atA + i] as number) - otherwise;
    out[from + i] = otherwise + more * ((c[atC + i] as number) & 1);
  }
}

export function chooseKnownLoop(when: Flags, yes: Figures, no: Figures, into: Figures): void {
  const { bytes: c, from: atC } = when;
  const { units: a, from: atA } = yes;
  const { units: b, from: atB } = no;
  const { units: out, from, length } = into;
  for (let i = 0; i < length; i += 1) {
    const flag = c[atC + i] as number;
    const chosen = (flag === TRUE ? a[atA + i] : b[atB + i]) as number;
    out[from + i] = flag === UNKNOWN ? Number.NaN : chosen;
  }
}

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

/** The largest figure, whatever its sign; unknown ones aside. */
export function largestUnits({ units, from, length }: Figures): number {
  let largest = 0;
  for (let i = from; i < from + length; i += 1) {
    const size = Math.abs(units[i] as number);
    if (size > largest) largest = size;
  }
  return largest;
}
