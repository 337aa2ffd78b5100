// Rate tables read for all deals at once, in whole numbers and without a branch: what the first row
// gives and, for each further row that is reached, how much more that one gives. The tables are
// those of tables.ts. In: a table; then figures. Out: what it gives, or nothing where a number is
// too long to show that it is exact.

import type { Exact } from '../exact-number.ts';
import { boundOf, type FigureForm, type Figures, type Range } from './deal-data.ts';
import type { BoundaryOwner, FormulaOf, TablePoint } from './operations.ts';
import { listedLoop, marginalLoop, steppedLoop } from './vector-loops.ts';
import type { Room } from './vector-room.ts';
import { atPlaces, DECIDED_PLACES, multiplied } from './vector-steps.ts';

/** Of whole numbers that lie no further apart, what they give is listed once. */
const LISTED = 32;

export type TierStep = (on: Figures, room: Room) => Figures | undefined;

export function lookedUp({ points, below, owns }: FormulaOf<'lookup'>): TierStep {
  return stepped(points, below === 'nothing' ? undefined : points[0]?.pays, owns);
}

export function onRetroactiveTiers({ points, owns }: FormulaOf<'retroactiveTiers'>): TierStep {
  const read = stepped(points, points[0]?.pays, owns);
  return (on, room) => {
    const factor = read(on, room.scratch);
    return factor && multiplied(on, factor, room);
  };
}

export function onMarginalTiers({ points }: FormulaOf<'marginalTiers'>): TierStep {
  const placesOfPoints = mostPlaces(points.map(({ at }) => at));
  const tableAt = remembered((places) => unitTable(points, places, undefined, 'lower'));
  return (on, room) => {
    const table = tableAt(Math.max(on.form.places, placesOfPoints));
    const figures = table && atPlaces(on, table.placesOfRows, room);
    if (!figures) return undefined;
    const bound = table.more.reduce((sum, more, row) => {
      const most = boundOf(figures.form) + Math.abs(table.rows[row] as number);
      return sum + most * Math.abs(more);
    }, 0);
    if (!(bound <= Number.MAX_SAFE_INTEGER)) return undefined;
    const places = table.placesOfRows + table.placesOfPay;
    const into = room.figures(on.length, formOf(figures, places, { least: -bound, most: bound }));
    marginalLoop(figures, table.rows, table.more, into);
    return into;
  };
}

/** The figure of the last row reached; `start` below the first, which owns its own start. */
function stepped(
  points: readonly TablePoint[],
  start: Exact | undefined,
  owns: BoundaryOwner | undefined,
): TierStep {
  const placesOfPoints = mostPlaces(points.map(({ at }) => at));
  const tableAt = remembered((places) => unitTable(points, places, start, owns));
  return (on, room) => {
    const table = tableAt(Math.max(on.form.places, placesOfPoints));
    const figures = table && atPlaces(on, table.placesOfRows, room);
    if (!figures) return undefined;
    const into = room.figures(on.length, formOf(figures, table.placesOfPay, table.range));
    const { least, most, isFull } = figures.form;
    if (isFull && most - least < LISTED) listedLoop(figures, least, table.listFrom(least), into);
    else steppedLoop(figures, table.start, table.rows, table.more, into);
    return into;
  };
}

/** A table in whole numbers. */
interface UnitTable {
  readonly placesOfRows: number;
  readonly placesOfPay: number;
  readonly start: number;
  readonly rows: Float64Array;
  /** What each row gives more than the one before. */
  readonly more: Float64Array;
  /** Of what it gives. */
  readonly range: Range;
  /** What each whole number from one on gives. */
  readonly listFrom: (first: number) => Float64Array;
}

function unitTable(
  points: readonly TablePoint[],
  placesOfRows: number,
  below: Exact | undefined,
  owns: BoundaryOwner | undefined,
): UnitTable | undefined {
  const placesOfPay = mostPlaces(points.map(({ pays }) => pays));
  const start = below?.unitsAt(placesOfPay) ?? 0;
  const pays = points.map((point) => point.pays.unitsAt(placesOfPay));
  // Of whole numbers, those above a bound are those from the next one on.
  const rows = Float64Array.from(points, ({ at }, row) => {
    return at.unitsAt(placesOfRows) + (owns === 'upper' && row > 0 ? 1 : 0);
  });
  const more = Float64Array.from(pays, (each, row) => each - (pays[row - 1] ?? start));
  const range = { least: Math.min(start, ...pays), most: Math.max(start, ...pays) };
  const isSafe = points.length > 0 && placesOfRows <= DECIDED_PLACES;
  const isWhole = [...rows, ...pays].every(Number.isSafeInteger);
  const listFrom = remembered((first) =>
    Float64Array.from({ length: LISTED }, (_, at) => {
      return pays[rows.findLastIndex((row) => first + at >= row)] ?? start;
    }),
  );
  const table = { placesOfRows, placesOfPay, start, rows, more, range, listFrom };
  return isSafe && isWhole ? table : undefined;
}

/** The last one made: columns of a worksheet have the same places and start time and again. */
function remembered<Made>(make: (by: number) => Made): (by: number) => Made {
  let last: { readonly by: number; readonly made: Made } | undefined;
  return (by) => {
    if (last?.by !== by) last = { by, made: make(by) };
    return last.made;
  };
}

function mostPlaces(numbers: readonly Exact[]): number {
  return numbers.reduce((most, { places }) => Math.max(most, places), 0);
}

function formOf({ form: { isFull } }: Figures, places: number, range: Range): FigureForm {
  return { means: 'exact', places, ...range, isFull, texts: undefined };
}
