// A component's payout curve for a chart: its rows, its outline, and where the payee stands.
// In: the curve and the component's figures. Out: points; every height is calculated by the
// worksheet's own operation, so that a chart can never disagree with the pay.

import type { ComponentFigures } from '../calculate/compile.ts';
import {
  applyCurve,
  type Curve,
  curveMeaning,
  curveRows,
  curveYields,
  outlineStops,
} from '../curves/kinds.ts';
import { type Exact, exact, largest } from '../exact-number.ts';
import { prepareDealFormula } from '../worksheet/exact.ts';
import { constant } from '../worksheet/operations.ts';
import type { StatementCurve } from './statement.ts';

export function buildCurve(
  curve: Curve,
  cells: ComponentFigures,
  read: (cell: string) => Exact,
): StatementCurve {
  const on = cells.attainment ?? cells.result;
  const at = on && read(on);
  const isMoney = cells.attainment === undefined && cells.resultUnit === 'money';
  const unit = isMoney ? 'money' : 'ratio';
  // Tiers per deal have no one place where a payee stands.
  const isPerDeal = 'per' in cells.component && cells.component.per === 'deal';
  const rows = curveRows(curve).map((row) => ({ at: row.at.number, pays: row.pays.number }));
  const heightAt = (place: Exact): Exact =>
    prepareDealFormula(applyCurve(curve, constant(place, unit), unit))(new Map()) as Exact;
  const farthest = largest(...([...rows.map((row) => row.at), ...(at ? [at] : [])] as [Exact]));
  const until = farthest.times(exact('1.1'));
  return {
    from: unit,
    gives: isMoney && curveYields(curve) === 'product' ? 'money' : 'ratio',
    rows,
    meaning: curveMeaning(curve),
    outline: outlineStops(curve, until).map((stop) => ({ at: stop, pays: heightAt(stop) })),
    ...(at && !isPerDeal && { here: { at, pays: heightAt(at) } }),
  };
}
