// A component's payout curve for a chart: its rows, its outline, and where the payee stands.
// In: the curve and the component's figures. Out: points; every height is calculated by the
// worksheet's own operation, so that a chart can never disagree with the pay.

import type { ComponentFigures } from '../calculate/compile-segment.ts';
import {
  applyCurve,
  type Curve,
  curveAcross,
  curveMeaning,
  curveMultiples,
  curveRows,
  curveYields,
  outlineStops,
} from '../curves/kinds.ts';
import { type Exact, exact, largest } from '../exact-number.ts';
import { prepareDealFormula } from '../worksheet/exact.ts';
import { constant, type Unit } from '../worksheet/operations.ts';
import { nextStep } from './next-step.ts';
import type { StatementCurve } from './statement.ts';

export function buildCurve(
  curve: Curve,
  cells: ComponentFigures,
  read: (cell: string) => Exact,
  places: number,
): StatementCurve | undefined {
  const drawn = componentCurve(curve, cells, placeOnCurve(cells, read));
  const next = drawn && nextStep(cells, drawn, read, places);
  return drawn && { ...drawn, ...(next && { next }) };
}

/** A component's curve; `at` is where somebody stands on it. */
export function componentCurve(
  curve: Curve,
  cells: ComponentFigures,
  at?: Exact,
): StatementCurve | undefined {
  const { component } = cells;
  const isRate = 'tiersOn' in component && component.tiersOn !== undefined;
  const drawn = drawnCurve(curve, unitOn(curve, cells), at);
  return drawn && (isRate ? { ...drawn, gives: 'rate' } : drawn);
}

/** The curve by itself. */
export function drawnCurve(curve: Curve, unit: Unit, at?: Exact): StatementCurve | undefined {
  // A surface over two measures is a table, not a line.
  if (curveAcross(curve) !== undefined) return undefined;
  const yields = curveYields(curve);
  const ofRates = unit === 'money' ? 'money' : 'of-quota';
  const gives = { money: 'money', product: ofRates, factor: 'ratio' } as const;
  const rows = curveRows(curve).map(({ at: start, pays, of }) => ({
    at: start.number,
    pays: pays.number,
    ...(of && { of }),
  }));
  const heightAt = (place: Exact): Exact =>
    prepareDealFormula(applyCurve(curve, { on: constant(place, unit), unit }))(new Map()) as Exact;
  const multiples = curveMultiples(curve).map(({ at: place, side, times, of }) => ({
    side,
    at: place.number,
    times,
    of,
  }));
  const farthest = largest(...([...rows.map((row) => row.at), ...(at ? [at] : [])] as [Exact]));
  const until = farthest.times(exact('1.1'));
  return {
    rows,
    outline: outlineStops(curve, until).map((stop) => ({ at: stop, pays: heightAt(stop) })),
    ...(at && { here: { at, pays: heightAt(at) } }),
    from: unit,
    gives: gives[yields],
    rowsPay: yields === 'money' ? 'money' : 'ratio',
    meaning: curveMeaning(curve),
    ...(multiples.length > 0 && { multiples }),
  };
}

/** Where the payee stands; tiers per deal have no one such place. */
function placeOnCurve(cells: ComponentFigures, read: (cell: string) => Exact): Exact | undefined {
  const { component, curveOn, attainment, result } = cells;
  const on = curveOn ?? attainment ?? result;
  const isPerDeal = 'per' in component && component.per === 'deal';
  return on === undefined || isPerDeal ? undefined : read(on);
}

/** Known from the plan alone: a component that is not due yet has a curve all the same. */
export function unitOn(curve: Curve, cells: ComponentFigures): Unit {
  const { attainment, curveOnUnit, resultUnit } = cells;
  const isPercent = curveRows(curve).some((row) => row.at.isPercent);
  if (isPercent || attainment !== undefined) return 'ratio';
  return curveOnUnit ?? resultUnit ?? 'number';
}
