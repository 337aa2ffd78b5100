// The oracle's accelerators and decelerators: the rows of a table and the ends of a line with the
// multiples beyond them. Twice a rate doubles what a unit earns, twice a slope what one more adds;
// of a line the rate is the pay at its end for each unit from zero up to there. In: the curve as
// written. Out: rows with their rates; pay beyond a line. Source: ENGINE.md section 6; README.

import type { CurveDocument, MultipleDocument, TierDocument } from '../plan-document.ts';
import { Fraction, ZERO } from './fraction.ts';

export interface Corner {
  readonly at: Fraction;
  readonly pays: Fraction;
}

export function cornersOf(
  rows: readonly (TierDocument & { readonly pays?: string })[],
): readonly Corner[] {
  return rows.map(({ from, pays, rate }) => ({
    at: Fraction.of(from),
    pays: Fraction.of(pays ?? rate ?? ''),
  }));
}

/** A table of rates as if its accelerators and its decelerator had been written as rows. */
export function tiersOf({ tiers = [], accelerators = [], decelerator }: CurveDocument) {
  const rows = [...cornersOf(tiers)];
  const [first, last] = [rows[0], rows.at(-1)] as [Corner, Corner];
  if (decelerator) {
    const slow = { at: first.at, pays: first.pays.times(Fraction.of(decelerator.times)) };
    rows.splice(0, 1, slow, { at: Fraction.of(decelerator.below ?? ''), pays: first.pays });
  }
  let before = last.pays;
  for (const { from = '', times, of } of accelerators) {
    const base = of === 'rate-before' ? before : last.pays;
    before = base.times(Fraction.of(times));
    rows.push({ at: Fraction.of(from), pays: before });
  }
  return rows;
}

/** Below the first corner of a line, or above the last one, where the line goes on. */
export function beyondLine(
  { accelerators = [], decelerator }: CurveDocument,
  corners: readonly Corner[],
  on: Fraction,
): Fraction {
  const [first, second] = corners as [Corner, Corner];
  if (on.isBelow(first.at)) {
    const line = { edge: first, slope: slopeOf(first, second) };
    const turn = decelerator && Fraction.of(decelerator.below ?? '');
    if (!turn || !on.isBelow(turn)) return along(line, on);
    const edge = { at: turn, pays: along(line, turn) };
    return along({ edge, slope: multiplied(decelerator, line) }, on);
  }
  const [last, inner] = [corners.at(-1), corners.at(-2)] as [Corner, Corner];
  const base = { edge: last, slope: slopeOf(inner, last) };
  let now = base;
  for (const each of accelerators) {
    const at = Fraction.of(each.from ?? '');
    if (!at.isBelow(on)) break;
    const slope = multiplied(each, base, now.slope);
    now = { edge: { at, pays: along(now, at) }, slope };
  }
  return along(now, on);
}

interface Line {
  readonly edge: Corner;
  readonly slope: Fraction;
}

function slopeOf(from: Corner, to: Corner): Fraction {
  return to.pays.minus(from.pays).dividedBy(to.at.minus(from.at));
}

function along({ edge, slope }: Line, on: Fraction): Fraction {
  return edge.pays.plus(on.minus(edge.at).times(slope));
}

function multiplied(
  { of, times }: MultipleDocument,
  { edge, slope }: Line,
  before: Fraction = ZERO,
): Fraction {
  const multiple = Fraction.of(times);
  if (of === 'slope-before') return before.times(multiple);
  if (of === 'slope' || of === 'base-slope') return slope.times(multiple);
  return edge.pays.dividedBy(edge.at).times(multiple);
}
