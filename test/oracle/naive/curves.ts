// The oracle's payout curves: what a number is paid by a curve's rows. A row owns its start unless
// the plan gives it to the row before. In: the curve as written, a number. Out: a factor, or the
// number at its rates. Source: ENGINE.md section 6 ("Curves"); README (`curve`).

import type { CurveDocument } from '../plan-document.ts';
import { beyondLine, type Corner, cornersOf, tiersOf } from './accelerated.ts';
import { Fraction, lowest, ZERO } from './fraction.ts';

/** `across` is the figure of a matrix's second measure. */
export function paidByCurve(curve: CurveDocument, on: Fraction, across?: Fraction): Fraction {
  switch (curve.shape) {
    case 'linear':
      return alongLines(curve, on);
    case 'stepped':
      return ownedRow(cornersOf(curve.steps ?? []), on, curve)?.pays ?? ZERO;
    case 'marginal':
      return slices(tiersOf(curve), on);
    case 'retroactive':
      return on.times(rateReached(curve, on));
    case 'mixed':
      return mixed(curve, on);
    case 'pro-rata':
      return proRata(curve, on);
    case 'matrix':
      return inGrid(curve, on, across ?? ZERO);
    default:
      throw new Error(`no shape ${curve.shape}`);
  }
}

/** Of a table of rates, the one of its first row: what nothing at all would be paid at. */
export function firstRate(curve: CurveDocument): Fraction {
  if (curve.shape === 'pro-rata') return ZERO;
  return tiersOf(curve)[0]?.pays ?? ZERO;
}

function alongLines(curve: CurveDocument, on: Fraction): Fraction {
  const { points = [], below, above } = curve;
  const corners = points.map(({ at, pays }) => ({ at: Fraction.of(at), pays: Fraction.of(pays) }));
  const [first, last] = [corners[0], corners.at(-1)] as [Corner, Corner];
  if (on.isBelow(first.at)) {
    if (below === 'nothing') return ZERO;
    return below === 'hold' ? first.pays : beyondLine(curve, corners, on);
  }
  if (last.at.isBelow(on)) return above === 'hold' ? last.pays : beyondLine(curve, corners, on);
  // Of two corners at one place, the later one is the stated step.
  const from = corners.findLast(({ at }) => !on.isBelow(at)) as Corner;
  const to = corners.find(({ at }) => on.isBelow(at));
  if (!to) return from.pays;
  const slope = to.pays.minus(from.pays).dividedBy(to.at.minus(from.at));
  return from.pays.plus(on.minus(from.at).times(slope));
}

/** The last row that a number has reached, or passed; below the first as the curve says. */
function ownedRow<Row extends { readonly at: Fraction }>(
  rows: readonly Row[],
  on: Fraction,
  { owns, below }: CurveDocument,
): Row | undefined {
  const [first, ...others] = rows as [Row, ...Row[]];
  const isReached = ({ at }: Row): boolean => (owns === 'upper' ? at.isBelow(on) : !on.isBelow(at));
  const reached = others.findLast(isReached) ?? (on.isBelow(first.at) ? undefined : first);
  return reached ?? (below === 'hold' ? first : undefined);
}

function rateReached(curve: CurveDocument, on: Fraction): Fraction {
  const rows = tiersOf(curve);
  return (ownedRow(rows, on, curve) ?? rows[0])?.pays ?? ZERO;
}

/** Income tax: what lies in a tier is paid at its rate; below zero the first tier goes on. */
function slices(tiers: readonly Corner[], on: Fraction): Fraction {
  return tiers.reduce((sum, { at, pays }, index) => {
    const next = tiers[index + 1];
    const top = next?.at.isBelow(on) ? next.at : on;
    const isEntered = index === 0 || at.isBelow(on);
    return isEntered ? sum.plus(top.minus(at).times(pays)) : sum;
  }, ZERO);
}

/** A reached row of the whole replaces what those before it paid; slices come on top of it. */
function mixed(curve: CurveDocument, on: Fraction): Fraction {
  const rows = cornersOf(curve.tiers ?? []).map((corner, index) => ({
    ...corner,
    isWhole: curve.tiers?.[index]?.of === 'whole',
  }));
  const reached = rows.indexOf(ownedRow(rows, on, curve) ?? (rows[0] as (typeof rows)[number]));
  const whole = rows.slice(0, reached + 1).findLastIndex(({ isWhole }) => isWhole);
  const slicesAfter = rows.slice(Math.max(0, whole + 1), reached + 1);
  const base = rows[whole];
  if (!base) return slices(slicesAfter, on);
  // Up to the first slice on top of it the whole is paid at the one rate.
  const upTo = slicesAfter[0]?.at ?? on;
  return upTo.times(base.pays).plus(slicesAfter.length > 0 ? slices(slicesAfter, on) : ZERO);
}

/** Each tier's money in proportion to the part of the tier that is covered. */
function proRata({ tiers = [], until = '' }: CurveDocument, on: Fraction): Fraction {
  return tiers.reduce((sum, { from, earns = '' }, index) => {
    const [start, end] = [Fraction.of(from), Fraction.of(tiers[index + 1]?.from ?? until)];
    if (!start.isBelow(on)) return sum;
    const part = lowest(on, end).minus(start).dividedBy(end.minus(start));
    return sum.plus(Fraction.of(earns).times(part));
  }, ZERO);
}

function inGrid(curve: CurveDocument, down: Fraction, across: Fraction): Fraction {
  const columns = (curve.columns ?? []).map((from) => ({ at: Fraction.of(from) }));
  const rows = (curve.rows ?? []).map(({ from }) => ({ at: Fraction.of(from) }));
  const place = (starts: typeof rows, on: Fraction): number => {
    const row = ownedRow(starts, on, curve);
    return row ? starts.indexOf(row) : -1;
  };
  const figure = curve.rows?.[place(rows, down)]?.pays[place(columns, across)];
  return figure === undefined ? ZERO : Fraction.of(figure);
}
