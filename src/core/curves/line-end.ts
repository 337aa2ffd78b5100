// Where a line goes on beyond its first or last point: its slope there, and the points at which an
// accelerator or decelerator turns it. In: the points and what is accelerated. Out: turns, outward
// from the end, each with the slope after it. Both ends follow one formula: a slope has a sign.

import type { Figure } from '../document/leaves.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import type { TablePoint } from '../worksheet/operations.ts';
import { type Accelerated, type MultipleOf, meantBy, type Readings } from './accelerator.ts';

/** Beyond a turn, one more unit pays `slope` more. */
export interface Turn extends TablePoint {
  readonly slope: Exact;
}

type Multiplied = NonNullable<Accelerated['accelerators']>[number];
export type Outward = Omit<Multiplied, 'from'> & { readonly at: Figure };

/** Turns of the line beyond `edge`, and what each word would have made of them. */
export function turnsBeyond(
  edge: TablePoint,
  inner: TablePoint,
  entries: readonly Outward[],
): { readonly turns: readonly Turn[]; readonly readings: readonly Readings[] } {
  const slope = slopeOf(inner, edge);
  const readings: Readings[] = [];
  const turns: Turn[] = [];
  for (const [index, entry] of entries.entries()) {
    const before = turns.at(-1) ?? { ...edge, slope };
    const meant = lineReadings(edge, slope, before.slope, entry.times, index > 0);
    const at = entry.at.number;
    const pays = before.pays.plus(before.slope.times(at.minus(before.at)));
    readings.push(meant);
    turns.push({ at, pays, slope: meantBy(entry, meant) ?? before.slope });
  }
  return { turns, readings };
}

/** A vertical step has no slope; the checks refuse to extend one. */
function slopeOf(from: TablePoint, to: TablePoint): Exact {
  const run = to.at.minus(from.at);
  return run.eq(ZERO) ? ZERO : to.pays.minus(from.pays).div(run);
}

function lineReadings(
  edge: TablePoint,
  base: Exact,
  before: Exact,
  times: Exact,
  isFurther: boolean,
): Readings {
  const slopes: readonly [MultipleOf, Exact][] = isFurther
    ? [
        ['base-slope', base.times(times)],
        ['slope-before', before.times(times)],
      ]
    : [['slope', base.times(times)]];
  if (edge.at.eq(ZERO)) return new Map(slopes);
  const rate = edge.pays.div(edge.at).times(times);
  return new Map([...slopes, [isFurther ? 'base-rate' : 'rate', rate]]);
}
