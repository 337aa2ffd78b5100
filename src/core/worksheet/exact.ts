// The exact view: the only source of paid money. A worksheet is prepared once, then evaluated for
// each payee's inputs and deals: the columns, then the cells in their order. All values are kept,
// so that any number can be explained later without calculating again.
// In: inputs and deals. Out: values, and why some are not known. Source: ENGINE.md sections 1, 3.

import type { DealColumns, DealRow } from './deal-columns.ts';
import type { DealData } from './deal-data.ts';
import { prepareColumns } from './exact-columns.ts';
import { ExactFormulas, type ExactFrame, type Gap } from './exact-formula.ts';
import type { Datum, Formula } from './operations.ts';
import { Room } from './vector-room.ts';
import { placesOf, type Worksheet } from './worksheet.ts';

/** What has an id, read by it. */
export interface Named<Held> extends Iterable<readonly [string, Held]> {
  readonly get: (id: string) => Held | undefined;
  readonly has: (id: string) => boolean;
}

/** All values of one evaluation: cells, and columns with one datum per deal. */
export interface Values {
  readonly cells: Named<Datum>;
  readonly columns: Named<DealData>;
}

export interface Evaluation extends Values {
  readonly gaps: readonly Gap[];
}

export type ExactView = (inputs: ReadonlyMap<string, Datum>, deals: DealColumns) => Evaluation;

/** Prepares a worksheet for exact evaluation. */
export function prepareExact(worksheet: Worksheet): ExactView {
  const places = { cells: placesOf(worksheet.cells), columns: placesOf(worksheet.columns) };
  const formulas = new ExactFormulas(places);
  const room = new Room(new Room());
  const evaluateColumns = prepareColumns(worksheet.columns, formulas, room);
  const runs = worksheet.cells.map(({ id, formula }) => ({ id, run: formulas.prepare(formula) }));
  return (inputs, deals) => {
    const cells: Datum[] = [];
    const columns = evaluateColumns(deals);
    const gaps: Gap[] = [];
    const frame: ExactFrame = { inputs, cells, columns, gaps, evaluating: '', deal: -1 };
    for (const { id, run } of runs) {
      frame.evaluating = id;
      cells.push(run(frame));
    }
    return {
      cells: new NamedList(places.cells, cells),
      columns: new NamedList(places.columns, columns),
      gaps,
    };
  };
}

/** Prepares one per-deal formula outside a worksheet: a derived column at import. */
export function prepareDealFormula(formula: Formula): (row: DealRow) => Datum {
  const run = new ExactFormulas({ cells: new Map(), columns: new Map() }).prepare(formula);
  return (row) =>
    run({ inputs: new Map(), cells: [], columns: [], gaps: [], evaluating: '', row, deal: 0 });
}

/** A list read by ids, of which every evaluation of a worksheet has the same. */
class NamedList<Held> implements Named<Held> {
  readonly #places: ReadonlyMap<string, number>;
  readonly #held: readonly Held[];

  constructor(places: ReadonlyMap<string, number>, held: readonly Held[]) {
    this.#places = places;
    this.#held = held;
  }

  get(id: string): Held | undefined {
    return this.#held[this.#places.get(id) ?? -1];
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  *[Symbol.iterator](): Iterator<readonly [string, Held]> {
    for (const [id, place] of this.#places) yield [id, this.#held[place] as Held];
  }
}
