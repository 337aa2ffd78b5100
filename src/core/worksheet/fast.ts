// The fast view: the same cells in doubles, for simulation, search and charts, and never for pay.
// A worksheet is prepared once into steps over one array of doubles; evaluating makes nothing.
// Deals are counted exactly, by the columns of the exact view, so that both always agree on which
// deals count; how cells decide in doubles is stated in fast-number.ts. In: inputs and deals.
// Out: all cells in doubles: NaN where not known, flags as 0 and 1. Source: ENGINE.md section 1.

import type { Exact } from '../exact-number.ts';
import type { DealColumns } from './deal-columns.ts';
import type { DealData } from './deal-data.ts';
import { prepareColumns } from './exact-columns.ts';
import { ExactFormulas } from './exact-formula.ts';
import { type Counted, FastCells } from './fast-cells.ts';
import type { Datum } from './operations.ts';
import { countOver, distinctOver, sumOver } from './over-deals.ts';
import { Room } from './vector-room.ts';
import { placesOf, type Worksheet } from './worksheet.ts';

export interface FastView {
  /** Places of cells in what `evaluate` returns. */
  readonly cells: ReadonlyMap<string, number>;
  /** Places of inputs in what `evaluate` takes. */
  readonly inputs: ReadonlyMap<string, number>;
  /** A payee's inputs in doubles. */
  readonly inputsOf: (inputs: ReadonlyMap<string, Datum>) => Float64Array;
  /** What the cells read of deals: once for the same deals, whatever inputs are tried. */
  readonly countDeals: (deals: DealColumns) => Float64Array;
  /** All cells. The array is the same each time: it is read before evaluating again. */
  readonly evaluate: (inputs: Float64Array, counted: Float64Array) => Float64Array;
}

/** Prepares a worksheet for evaluation in doubles. */
export function prepareFast(worksheet: Worksheet): FastView {
  const prepared = new FastCells(worksheet);
  const { cells, inputs, registers, steps } = prepared;
  const [firstInput, firstCounted] = [cells.size, cells.size + inputs.size];
  const figures = registers.subarray(0, cells.size);
  return {
    cells,
    inputs,
    inputsOf: (given) =>
      Float64Array.from(inputs.keys(), (name) => prepared.double(given.get(name))),
    countDeals: dealCounter(worksheet, prepared.counted),
    evaluate: (given, counted) => {
      registers.set(given, firstInput);
      registers.set(counted, firstCounted);
      for (const step of steps) step(registers);
      return figures;
    },
  };
}

/** Columns are evaluated exactly, in room that is used again for the next deals. */
function dealCounter(worksheet: Worksheet, counted: readonly Counted[]): FastView['countDeals'] {
  const places = { cells: placesOf(worksheet.cells), columns: placesOf(worksheet.columns) };
  const kept = new Room(new Room());
  const formulas = new ExactFormulas(places);
  const evaluate = prepareColumns(worksheet.columns, formulas, kept);
  const counts = counted.map((node) => countOf(node, places.columns));
  return (deals) => {
    kept.reuse();
    const columns = evaluate(deals);
    const figures = new Float64Array(counts.length);
    counts.forEach((count, at) => {
      figures[at] = count(columns)?.approximately() ?? Number.NaN;
    });
    return figures;
  };
}

/** What a cell reads of deals, from columns by their places. */
function countOf(
  node: Counted,
  placeOf: ReadonlyMap<string, number>,
): (columns: readonly DealData[]) => Exact | undefined {
  const columnOf = (id: string): ((columns: readonly DealData[]) => DealData) => {
    const place = placeOf.get(id) ?? -1;
    return (columns) => columns[place] as DealData;
  };
  const where = columnOf(node.where);
  if (node.op === 'count') return (columns) => countOver(where(columns), ignored);
  const over = node.op === 'sum' ? sumOver : distinctOver;
  const column = columnOf(node.column);
  return (columns) => over(column(columns), where(columns), ignored);
}

const ignored = (): void => undefined;
