// Arithmetic in doubles that decides as exact numbers do. A double is off by its last digits, which
// matters only where something is decided; so three rules: two numbers whose difference is below
// 1e-12 of them are equal; where a sum or difference all but cancels out, what is left is put back
// on the decimal it stood on; and a number within 1e-14 of a half is one when it is rounded.
// Results are for simulation, search and charts, and never for pay. In and out: doubles, NaN where
// not known.

import type { RoundingMode } from '../rounding.ts';

const EQUAL_WITHIN = 1e-12;
/** Of the larger operand: what noise there may be, and below what it is looked for. */
const NOISE = 1e-14;
const CANCELLED = 1e-3;
const DIGITS = 13;
/** Exact numbers are decided at 30 places. */
const DUST = 5e-31;

/** Below zero, zero or above it, as of exact numbers; NaN where one is not known. */
export function orderOf(left: number, right: number): number {
  const gap = left - right;
  const near = EQUAL_WITHIN * Math.max(Math.abs(left), Math.abs(right)) + DUST;
  return Math.abs(gap) <= near ? 0 : gap;
}

export function quotient(over: number, under: number, whenZero: number): number {
  return Math.abs(under) < DUST ? whenZero : over / under;
}

export function plus(left: number, right: number): number {
  const sum = left + right;
  const size = Math.max(Math.abs(left), Math.abs(right));
  return Math.abs(sum) < size * CANCELLED ? withoutNoise(sum, size) : sum;
}

/** 1000000.01 - 1000000 is 0.01 again, and 0.3 - 0.1 - 0.2 is nothing. */
function withoutNoise(sum: number, size: number): number {
  const grid = 10 ** (DIGITS - Math.ceil(Math.log10(size)));
  // Adding zero makes plain zero of minus zero.
  const nearest = Math.round(sum * grid) / grid + 0;
  return Math.abs(nearest - sum) <= size * NOISE ? nearest : sum;
}

export function rounded(number: number, places: number, mode: RoundingMode): number {
  const ten = 10 ** places;
  const scaled = Math.abs(number) * ten;
  const whole = Math.floor(scaled);
  const beyondHalf = scaled - whole - 0.5;
  const isHalf = Math.abs(beyondHalf) <= scaled * NOISE;
  const isUp = isHalf ? mode === 'half-up' || whole % 2 !== 0 : beyondHalf > 0;
  // NaN decides nothing: it stays NaN through the floor.
  return (Math.sign(number) * (whole + (isUp ? 1 : 0))) / ten;
}
