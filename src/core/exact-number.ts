// Exact numbers as cells, columns and money carry them. Divisions are carried to 60 decimal places
// and decided (compared, rounded to cents) at 30: 1/3 x 3 is 1 again, and a quotient may be
// multiplied by any number that a document can hold (30 digits) without its dust reaching the 30th
// place. In: decimal text that passed the grammar below. Out: Exact values. Source: ENGINE.md 3.

import { Decimal } from './decimal.ts';

/** An exact decimal number without a unit; cells, columns and money give it one. */
export type Exact = Decimal;

const DECIMAL_TEXT = /^-?\d{1,30}(\.\d{1,30})?$/;
const DECIDED_PLACES = 30;

/** Whether a text is a plain decimal number: no exponent, no separators, no blanks. */
export function isDecimalText(text: string): boolean {
  return DECIMAL_TEXT.test(text);
}

/** Reads plain decimal text. Callers check `isDecimalText` first; anything else is a bug. */
export function exact(text: string): Exact {
  if (!DECIMAL_TEXT.test(text)) throw new Error(`not a plain decimal number: ${text}`);
  return Decimal.read(text);
}

/** A whole number such as a count of deals or of days; a fraction here is a bug. */
export function exactInteger(count: number): Exact {
  if (!Number.isSafeInteger(count)) throw new Error(`not a whole number: ${count}`);
  return Decimal.ofUnits(count, 0);
}

/** A whole number that fits a count or an index, read from digits or from an exact number. */
export function wholeCount(from: Exact | string): number {
  const count = Number(typeof from === 'string' ? from : from.toFixed());
  if (!Number.isSafeInteger(count)) throw new Error(`not a whole number: ${count}`);
  return count;
}

export const ZERO: Exact = Decimal.ofUnits(0, 0);
export const ONE: Exact = Decimal.ofUnits(1, 0);

/** Strips the dust that a carried division leaves beyond the 30th decimal place. */
export function decided(number: Exact): Exact {
  return number.round(DECIDED_PLACES);
}

/** Order of two numbers as decided at 30 places: -1, 0 or 1. */
export function compareExact(left: Exact, right: Exact): -1 | 0 | 1 {
  const areShort = left.wide === undefined && right.wide === undefined;
  const seen = areShort ? undefined : orderSeen(left.approximately(), right.approximately());
  return seen ?? decided(left).cmp(decided(right));
}

/** The order of two numbers so far apart that the doubles next to them show it. */
export function orderSeen(one: number, other: number): -1 | 1 | undefined {
  const near = 1e-12 * (Math.abs(one) + Math.abs(other)) + 1e-28;
  if (one - other > near) return 1;
  return other - one > near ? -1 : undefined;
}

export function sumOf(numbers: Iterable<Exact>): Exact {
  let total = ZERO;
  for (const number of numbers) total = total.plus(number);
  return total;
}

export function smallest(first: Exact, ...others: readonly Exact[]): Exact {
  return others.reduce((least, each) => (compareExact(each, least) < 0 ? each : least), first);
}

export function largest(first: Exact, ...others: readonly Exact[]): Exact {
  return others.reduce((most, each) => (compareExact(each, most) > 0 ? each : most), first);
}

/** Canonical decimal text: no exponent, no trailing zeros, no minus zero. */
export function exactText(number: Exact): string {
  return decided(number).toFixed();
}
