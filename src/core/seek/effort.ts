// How much a change asks for, so that ways of different kinds can be held against each other: the
// part of the lever's range that it moves, a range that holds every figure the plan holds the
// result against; of deals, how many for each that counts now. In: a lever and a figure. Out: a
// part.

import type { Exact } from '../exact-number.ts';
import { type Lever, standing } from '../what-if/lever.ts';
import type { WhatIf } from '../what-if/what-if.ts';

export function effortOf(lever: Lever, figure: Exact, whatIf: WhatIf): number {
  const moved = Math.abs(figure.minus(standing(lever)).approximately());
  if (lever.lever.of === 'deals') return moved / Math.max(1, whatIf.present.deals.length);
  return moved / spanOf(lever);
}

export function spanOf({ from, to }: Lever): number {
  return to.minus(from).approximately();
}
