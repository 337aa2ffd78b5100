// The loops over columns, one for each thing done to them, without branches where nothing is
// unknown. They calculate in doubles that are whole numbers; whoever calls them makes sure that
// every result is a safe integer, or looks afterwards. An operand's mask makes a constant of it.
// In: columns at the same places. Out: the column handed in, filled.

import { type Figures, type Flags, TRUE, UNKNOWN } from './deal-data.ts';

export type FigureLoop = (left: Figures, right: Figures, into: Figures) => void;
export type FlagLoop = (left: Flags, right: Flags, into: Flags) => void;

export const addLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA, mask: maskA } = left;
  const { units: b, from: atB, mask: maskB } = right;
  const { units: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    out[from + i] = (a[atA + (i & maskA)] as number) + (b[atB + (i & maskB)] as number);
  }
};

export const subtractLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA, mask: maskA } = left;
  const { units: b, from: atB, mask: maskB } = right;
  const { units: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    out[from + i] = (a[atA + (i & maskA)] as number) - (b[atB + (i & maskB)] as number);
  }
};

export const multiplyLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA, mask: maskA } = left;
  const { units: b, from: atB, mask: maskB } = right;
  const { units: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    out[from + i] = (a[atA + (i & maskA)] as number) * (b[atB + (i & maskB)] as number);
  }
};

export const minimumLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA, mask: maskA } = left;
  const { units: b, from: atB, mask: maskB } = right;
  const { units: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    out[from + i] = Math.min(a[atA + (i & maskA)] as number, b[atB + (i & maskB)] as number);
  }
};

export const maximumLoop: FigureLoop = (left, right, into) => {
  const { units: a, from: atA, mask: maskA } = left;
  const { units: b, from: atB, mask: maskB } = right;
  const { units: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    out[from + i] = Math.max(a[atA + (i & maskA)] as number, b[atB + (i & maskB)] as number);
  }
};

/**
 * Flags of a comparison, false or true; with `flip` of its opposite. Multiplied and not chosen: a
 * processor cannot guess which deals are won, and a wrong guess costs as much as ten of these.
 */
export type CompareLoop = (left: Figures, right: Figures, flip: number, into: Flags) => void;

export const equalLoop: CompareLoop = (left, right, flip, into) => {
  const { units: a, from: atA, mask: maskA } = left;
  const { units: b, from: atB, mask: maskB } = right;
  const { bytes: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    const holds = (a[atA + (i & maskA)] as number) === (b[atB + (i & maskB)] as number);
    out[from + i] = (Number(holds) * TRUE) ^ flip;
  }
};

export const lessLoop: CompareLoop = (left, right, flip, into) => {
  const { units: a, from: atA, mask: maskA } = left;
  const { units: b, from: atB, mask: maskB } = right;
  const { bytes: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    const holds = (a[atA + (i & maskA)] as number) < (b[atB + (i & maskB)] as number);
    out[from + i] = (Number(holds) * TRUE) ^ flip;
  }
};

/** Overwrites flags where a figure is not known. */
export function unknownLoop(figures: Figures, into: Flags): void {
  const { units: a, from: atA, mask } = figures;
  const { bytes: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    if (Number.isNaN(a[atA + (i & mask)] as number)) out[from + i] = UNKNOWN;
  }
}

export const andLoop: FlagLoop = (left, right, into) => {
  const { bytes: a, from: atA, mask: maskA } = left;
  const { bytes: b, from: atB, mask: maskB } = right;
  const { bytes: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    out[from + i] = (a[atA + (i & maskA)] as number) & (b[atB + (i & maskB)] as number);
  }
};

export const orLoop: FlagLoop = (left, right, into) => {
  const { bytes: a, from: atA, mask: maskA } = left;
  const { bytes: b, from: atB, mask: maskB } = right;
  const { bytes: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    out[from + i] = (a[atA + (i & maskA)] as number) | (b[atB + (i & maskB)] as number);
  }
};

/** Each flag by a table: what false, unknown and true become. */
export function flagTableLoop(flags: Flags, table: ArrayLike<number>, into: Flags): void {
  const { bytes: a, from: atA, mask } = flags;
  const { bytes: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    out[from + i] = table[a[atA + (i & mask)] as number] as number;
  }
}

/** Each flag as a figure, by a table. */
export function figureTableLoop(flags: Flags, table: ArrayLike<number>, into: Figures): void {
  const { bytes: a, from: atA, mask } = flags;
  const { units: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    out[from + i] = table[a[atA + (i & mask)] as number] as number;
  }
}

/** One of two figures, where neither they nor the flags have anything unknown. */
export function chooseLoop(when: Flags, yes: Figures, no: Figures, into: Figures): void {
  const { bytes: c, from: atC, mask: maskC } = when;
  const { units: a, from: atA, mask: maskA } = yes;
  const { units: b, from: atB, mask: maskB } = no;
  const { units: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    const otherwise = b[atB + (i & maskB)] as number;
    const more = (a[atA + (i & maskA)] as number) - otherwise;
    out[from + i] = otherwise + more * ((c[atC + (i & maskC)] as number) & 1);
  }
}

export function chooseKnownLoop(when: Flags, yes: Figures, no: Figures, into: Figures): void {
  const { bytes: c, from: atC, mask: maskC } = when;
  const { units: a, from: atA, mask: maskA } = yes;
  const { units: b, from: atB, mask: maskB } = no;
  const { units: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    const flag = c[atC + (i & maskC)] as number;
    const chosen = (flag === TRUE ? a[atA + (i & maskA)] : b[atB + (i & maskB)]) as number;
    out[from + i] = flag === UNKNOWN ? Number.NaN : chosen;
  }
}

export function chooseFlagLoop(when: Flags, yes: Flags, no: Flags, into: Flags): void {
  const { bytes: c, from: atC, mask: maskC } = when;
  const { bytes: a, from: atA, mask: maskA } = yes;
  const { bytes: b, from: atB, mask: maskB } = no;
  const { bytes: out, from, stored } = into;
  for (let i = 0; i < stored; i += 1) {
    const flag = c[atC + (i & maskC)] as number;
    const chosen = (flag === TRUE ? a[atA + (i & maskA)] : b[atB + (i & maskB)]) as number;
    out[from + i] = flag === UNKNOWN ? UNKNOWN : chosen;
  }
}

/** The largest figure, whatever its sign; unknown ones aside. */
export function largestUnits(units: Float64Array, from: number, stored: number): number {
  let largest = 0;
  for (let i = from; i < from + stored; i += 1) {
    const size = Math.abs(units[i] as number);
    if (size > largest) largest = size;
  }
  return largest;
}
