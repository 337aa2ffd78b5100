// The units of a formula's parts while it is being typed, and how messages speak of them.
// In: units of two operands. Out: the unit they share, words and remedies.

import type { Unit } from '../worksheet/operations.ts';

/** A bare number takes the unit of what stands beside it; `any` is a name nobody declared. */
export type LooseUnit = Unit | 'bare' | 'any';

export function isPlain(unit: LooseUnit): boolean {
  return unit === 'ratio' || unit === 'number' || unit === 'bare' || unit === 'any';
}

/** The unit two operands share, if they may meet at all. */
export function commonUnit(left: LooseUnit, right: LooseUnit): LooseUnit | undefined {
  if (left === right) return left;
  if (left === 'any') return right;
  if (right === 'any') return left;
  if (left === 'bare') return isNumeric(right) ? right : undefined;
  if (right === 'bare') return isNumeric(left) ? left : undefined;
  return undefined;
}

function isNumeric(unit: LooseUnit): boolean {
  return unit !== 'flag' && unit !== 'text' && unit !== 'date';
}

/** A unit with its article: `a date`, `money`. */
export function unitWord(unit: LooseUnit): string {
  return {
    bare: 'a plain number',
    any: 'a figure',
    ratio: 'a percentage',
    flag: 'a yes-or-no',
    money: 'money',
    count: 'a count',
    days: 'days',
    number: 'a number',
    text: 'a text',
    date: 'a date',
  }[unit];
}

export function unitRemedy(left: LooseUnit, right: LooseUnit): string {
  const pair = [left, right];
  if (pair.includes('text')) {
    const isMixed = isNumeric(left) || isNumeric(right);
    const number = isMixed ? 'write a number without quotes, or ' : '';
    return `${number}compare a text with a text in quotes: stage = 'won'`;
  }
  if (pair.includes('flag')) return 'a yes-or-no stands for itself: `partner`, or `not partner`';
  if (pair.includes('date')) return 'compare a date with a date: close_date >= 2026-01-01';
  return 'give both sides the same unit (15% is a percentage, 15 is a plain number)';
}
