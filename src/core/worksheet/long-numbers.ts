// A column of numbers too long for safe integers, such as quotients that do not end: the numbers as
// they are, each with a double next to it. Nearly always the doubles show which of two is larger;
// where they are too near, the numbers decide. In: numbers per deal. Out: a column that can be
// compared at speed; whoever calculates with it takes it deal by deal.

import { compareExact, type Exact, orderSeen } from '../exact-number.ts';
import { type DealData, FALSE, type Flags, TRUE, UNKNOWN } from './deal-data.ts';
import { HOLDS, type Relation } from './operations.ts';
import type { Room } from './vector-room.ts';

export class LongNumbers implements DealData {
  readonly numbers: readonly (Exact | undefined)[];
  readonly near: Float64Array;

  constructor(numbers: readonly (Exact | undefined)[], near?: Float64Array) {
    this.numbers = numbers;
    this.near =
      near ?? Float64Array.from(numbers, (number) => number?.approximately() ?? Number.NaN);
  }

  get length(): number {
    return this.numbers.length;
  }

  at(deal: number): Exact | undefined {
    return this.numbers[deal];
  }

  part(first: number, length: number): LongNumbers {
    const end = first + length;
    return new LongNumbers(this.numbers.slice(first, end), this.near.subarray(first, end));
  }
}

/** Compares each with one number. */
export function comparedLong(
  { numbers, near, length }: LongNumbers,
  relation: Relation,
  bound: Exact,
  room: Room,
): Flags {
  const into = room.flags(length, !near.some(Number.isNaN));
  const nearBound = bound.approximately();
  const holds = HOLDS[relation];
  numbers.forEach((number, deal) => {
    if (!number) {
      into.bytes[into.from + deal] = UNKNOWN;
      return;
    }
    const order = orderSeen(near[deal] as number, nearBound) ?? compareExact(number, bound);
    into.bytes[into.from + deal] = holds[order + 1] ? TRUE : FALSE;
  });
  return into;
}
