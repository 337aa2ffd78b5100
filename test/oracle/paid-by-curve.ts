// The oracle's payout curves: what a number is paid by a curve's rows. A row owns its start unless
// the plan gives it to the row before. In: the curve as written, a number. Out: a factor, or the
// number at its rates. Source: ENGINE.md section 6 ("Curves").

import { Fraction, ZERO } from './fraction.ts';
import type { CurveDocument } from './scenario.ts';

interface Corner {
  readonly at: Fraction;
  readonly pays: Fraction;
}

/** `across` is the figure of a matrix's second measure. */
export function paidByCurve(curve: CurveDocument, on: Fraction, across?: Fraction): Fraction {
  switch (curve.shape) {
    case 'linear':
      return alongLines(curve, on);
    case 'stepped':
      return ownedRow(cornersOf(curve.steps ?? []), on, curve)?.pays ?? ZERO;
    case 'marginal':
      return slices(cornersOf(curve.tiers ?? []), on);
    case 'retroactive': {
      const rows = cornersOf(curve.tiers ?? []);
      return on.times((ownedRow(rows, on, curve) ?? rows[0])?.pays ?? ZERO);
    }
    case 'matrix':
      return inGrid(curve, on, across ?? ZERO);
    default:
      throw new Error(`no shape ${curve.shape}`);
  }
}

function cornersOf(
  rows: readonly { readonly from: string; readonly pays?: string; readonly rate?: string }[],
): readonly Corner[] {
  return rows.map(({ from, pays, rate }) => ({
    at: Fraction.of(from),
    pays: Fraction.of(pays ?? rate ?? ''),
  }));
}

function alongLines({ points = [], below, above }: CurveDocument, on: Fraction): Fraction {
  const corners = points.map(({ at, pays }) => ({ at: Fraction.of(at), pays: Fraction.of(pays) }));
  const [first, second] = corners as [Corner, Corner];
  const [last, beforeLast] = [corners.at(-1), corners.at(-2)] as [Corner, Corner];
  if (on.isBelow(first.at)) return beyond(first, second, on, below ?? '');
  if (last.at.isBelow(on)) return beyond(last, beforeLast, on, above ?? '');
  // Of two corners at one place, the later one is the stated step.
  const from = corners.findLast(({ at }) => !on.isBelow(at)) as Corner;
  const to = corners.find(({ at }) => on.isBelow(at));
  return to ? onLine(from, to, on) : from.pays;
}

function beyond(edge: Corner, inner: Corner, on: Fraction, rule: string): Fraction {
  if (rule === 'nothing') return ZERO;
  return rule === 'hold' ? edge.pays : onLine(edge, inner, on);
}

function onLine(from: Corner, to: Corner, on: Fraction): Fraction {
  const slope = to.pays.minus(from.pays).dividedBy(to.at.minus(from.at));
  return from.pays.plus(on.minus(from.at).times(slope));
}

/** The last row that a number has reached, or passed; below the first as the curve says. */
function ownedRow(
  rows: readonly Corner[],
  on: Fraction,
  { owns, below }: CurveDocument,
): Corner | undefined {
  const [first, ...others] = rows as [Corner, ...Corner[]];
  const isReached = ({ at }: Corner): boolean =>
    owns === 'upper' ? at.isBelow(on) : !on.isBelow(at);
  const reached = others.findLast(isReached) ?? (on.isBelow(first.at) ? undefined : first);
  return reached ?? (below === 'hold' ? first : undefined);
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

function inGrid(curve: CurveDocument, down: Fraction, across: Fraction): Fraction {
  const columns = (curve.columns ?? []).map((from) => ({ from, pays: '0' }));
  const starts = (curve.rows ?? []).map(({ from }) => ({ from, pays: '0' }));
  const place = (rows: typeof starts, on: Fraction): number => {
    const corners = cornersOf(rows);
    const row = ownedRow(corners, on, curve);
    return row ? corners.indexOf(row) : -1;
  };
  const figure = curve.rows?.[place(starts, down)]?.pays[place(columns, across)];
  return figure === undefined ? ZERO : Fraction.of(figure);
}
