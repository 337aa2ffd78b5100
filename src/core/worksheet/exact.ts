// The exact view: the only source of paid money. A worksheet is prepared once, then evaluated for
// each payee's inputs and deals: each column for all deals at once where that is exact, else deal
// by deal; then the cells in their order. All values are kept, so that any number can be explained
// later without calculating again. Source: ENGINE.md sections 1 and 3.

import type { DealColumns, DealRow } from './deal-columns.ts';
import type { DealData } from './deal-data.ts';
import { ExactFormulas, type ExactFrame, type ExactRun, type Gap } from './exact-formula.ts';
import type { Datum, Formula } from './operations.ts';
import { packData } from './pack-data.ts';
import { VectorSpace } from './vector-space.ts';
import { type VectorRun, Vectors } from './vectors.ts';
import type { Worksheet } from './worksheet.ts';

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

interface PreparedColumn {
  readonly id: string;
  readonly forAll: VectorRun;
  readonly forOne: ExactRun;
}

/** Prepares a worksheet for exact evaluation. */
export function prepareExact(worksheet: Worksheet): ExactView {
  const places = { cells: placesOf(worksheet.cells), columns: placesOf(worksheet.columns) };
  const [formulas, vectors] = [new ExactFormulas(places), new Vectors(places.columns)];
  const columns = worksheet.columns.map(({ id, formula }): PreparedColumn => {
    return { id, forAll: vectors.prepare(formula), forOne: formulas.prepare(formula) };
  });
  const cells = worksheet.cells.map(({ id, formula }) => ({ id, run: formulas.prepare(formula) }));
  const space = new VectorSpace();
  return (inputs, deals) => {
    const frame: ExactFrame = { inputs, cells: [], columns: [], gaps: [], evaluating: '', deal: 0 };
    for (const column of columns) {
      frame.columns.push(evaluateColumn(column, frame, deals, space));
    }
    for (const { id, run } of cells) {
      frame.evaluating = id;
      frame.cells.push(run(frame));
    }
    return {
      cells: new NamedList(places.cells, frame.cells),
      columns: new NamedList(places.columns, frame.columns),
      gaps: frame.gaps,
    };
  };
}

function evaluateColumn(
  { id, forAll, forOne }: PreparedColumn,
  frame: ExactFrame,
  deals: DealColumns,
  space: VectorSpace,
): DealData {
  space.reuseScratch();
  const vector = forAll({ deals, columns: frame.columns, space }, true);
  if (vector) return vector;
  frame.evaluating = id;
  const data = Array.from({ length: deals.length }, (_, deal) => {
    frame.row = deals.row(deal);
    frame.deal = deal;
    return forOne(frame);
  });
  return packData(data, deals.texts);
}

/** Prepares one per-deal formula outside a worksheet: a derived column at import. */
export function prepareDealFormula(formula: Formula): (row: DealRow) => Datum {
  const run = new ExactFormulas({ cells: new Map(), columns: new Map() }).prepare(formula);
  return (row) =>
    run({ inputs: new Map(), cells: [], columns: [], gaps: [], evaluating: '', row, deal: 0 });
}

function placesOf(named: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(named.map(({ id }, place) => [id, place]));
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
