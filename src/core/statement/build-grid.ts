// A payout curve over two measures as the grid that people know it by, and where the payee stands
// in it. In: a curve, its plan and the component's figures. Out: the grid, in exact figures.

import type { CompiledSegment, ComponentFigures } from '../calculate/compile-segment.ts';
import { curveOf } from '../components/kinds.ts';
import type { Grid } from '../curves/curve-shape.ts';
import { type Curve, curveGrid } from '../curves/kinds.ts';
import type { Exact } from '../exact-number.ts';
import { measureCell } from '../measures/measure-cells.ts';
import type { Plan } from '../plan/plan.ts';
import type { Unit } from '../worksheet/operations.ts';
import { inSegment } from '../worksheet/worksheet.ts';
import { unitOn } from './build-curve.ts';
import type { FigureReader } from './figure-reader.ts';
import type { CurveGrid } from './statement.ts';

/** The grid by itself; none for a curve of one dimension. */
export function drawnGrid(curve: Curve, from: Unit, { measures }: Plan): CurveGrid | undefined {
  const grid = curveGrid(curve);
  if (!grid) return undefined;
  const measure = measures.get(grid.across);
  return {
    from,
    across: { title: measure?.label ?? grid.across, unit: measure?.unit ?? 'number' },
    columns: grid.columns.map(({ number }) => number),
    rows: grid.rows.map((row) => ({
      from: row.from.number,
      pays: row.pays.map(({ number }) => number),
    })),
  };
}

export function buildGrid(
  cells: ComponentFigures,
  { plan, segment }: CompiledSegment,
  figures: FigureReader,
): { readonly grid?: CurveGrid } {
  const curve = curveOf(cells.component);
  const drawn = curve && drawnGrid(curve, unitOn(curve, cells), plan);
  const written = curve && curveGrid(curve);
  if (!drawn || !written) return {};
  const on = cells.attainment ?? cells.result;
  const second = inSegment(measureCell(written.across, cells.component.window), segment);
  if (on === undefined || !figures.has(second)) return { grid: drawn };
  const reached = placeReached(written);
  const starts = drawn.rows.map(({ from }) => from);
  const row = reached(starts, figures.exact(on));
  const column = reached(drawn.columns, figures.exact(second));
  return { grid: { ...drawn, here: { row, column } } };
}

/** The last start that a figure has reached; the first one is owned by its row in any case. */
function placeReached({ owns, below }: Pick<Grid, 'owns' | 'below'>) {
  const lowest = below === 'hold' ? 0 : -1;
  return (starts: readonly Exact[], figure: Exact): number => {
    const place = starts.findLastIndex((start, index) =>
      owns === 'upper' && index > 0 ? figure.gt(start) : figure.gte(start),
    );
    return Math.max(place, lowest);
  };
}
