// Exact arithmetic of rate tables and payout curves: one function per table operation.
// In: a number and the table's points in ascending order. Out: a factor, rate or money.
// A row owns its lower bound; what lies outside the points is always a stated rule.
// Source: ENGINE.md section 6.

import { compareExact, type Exact, smallest, ZERO } from '../exact-number.ts';
import type { BoundaryOwner, Outside, TablePoint } from './operations.ts';

export function interpolateAt(
  on: Exact,
  points: readonly TablePoint[],
  below: Outside,
  above: Outside,
  owns: BoundaryOwner = 'lower',
): Exact {
  const first = owns === 'upper' && points.find(({ at }) => compareExact(on, at) === 0);
  if (first) return first.pays;
  const upper = points.findIndex((point) => compareExact(on, point.at) < 0);
  if (upper === 0) return outside(on, points[0], points[1], below);
  if (upper === -1) {
    const last = points.at(-1);
    const reached = last && compareExact(on, last.at) === 0;
    return reached ? last.pays : outside(on, last, points.at(-2), above);
  }
  return onLine(on, points[upper - 1] as TablePoint, points[upper] as TablePoint);
}

export function steppedAt(
  on: Exact,
  points: readonly TablePoint[],
  below: Outside,
  owns: BoundaryOwner = 'lower',
): Exact {
  const row = rowReached(on, points, owns);
  return row ? row.pays : outside(on, points[0], undefined, below);
}

/** Sum over rows of the slice that lies in the row times its rate; the first row reaches down. */
export function marginalAt(on: Exact, points: readonly TablePoint[]): Exact {
  return points.reduce((total, row, index) => {
    const next = points[index + 1];
    const top = next ? smallest(on, next.at) : on;
    const isInRow = index === 0 || compareExact(on, row.at) > 0;
    return isInRow ? total.plus(top.minus(row.at).times(row.pays)) : total;
  }, ZERO);
}

export function retroactiveAt(
  on: Exact,
  points: readonly TablePoint[],
  owns: BoundaryOwner = 'lower',
): Exact {
  const row = rowReached(on, points, owns) ?? points[0];
  return row ? on.times(row.pays) : ZERO;
}

/** The row a number lies in. The first row's start is its own, whoever owns the boundaries. */
function rowReached(
  on: Exact,
  points: readonly TablePoint[],
  owns: BoundaryOwner,
): TablePoint | undefined {
  return points.findLast((point, index) => {
    const order = compareExact(on, point.at);
    return order > 0 || (order === 0 && (owns === 'lower' || index === 0));
  });
}

function outside(
  on: Exact,
  edge: TablePoint | undefined,
  inner: TablePoint | undefined,
  rule: Outside,
): Exact {
  if (!edge || rule === 'nothing') return ZERO;
  return rule === 'extend' && inner ? onLine(on, edge, inner) : edge.pays;
}

function onLine(on: Exact, from: TablePoint, to: TablePoint): Exact {
  const run = to.at.minus(from.at);
  const rise = to.pays.minus(from.pays);
  return from.pays.plus(on.minus(from.at).times(rise).div(run));
}
