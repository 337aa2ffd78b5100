// The fast view's doubles as a statement reads cells: rounded to what is shown of them, and never
// for pay. In: a calculation by the exact view, and doubles for its cells. Out: the calculation
// with those figures.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { minorDigits } from '../currency.ts';
import { exact } from '../exact-number.ts';
import type { Named } from '../worksheet/exact.ts';
import type { Datum, Unit } from '../worksheet/operations.ts';

/** More places of a ratio nobody reads while it moves. */
const PLACES = 8;

/** `figures` may be written over later: what is read of them is read before. */
export function approximated(
  exactly: PayeeCalculation,
  places: ReadonlyMap<string, number>,
  figures: Float64Array,
): PayeeCalculation {
  const cells = new ApproximateCells(exactly, places, figures);
  return { ...exactly, values: { ...exactly.values, cells } };
}

class ApproximateCells implements Named<Datum> {
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #figures: Float64Array;
  readonly #moneyPlaces: number;
  readonly #exactly: Named<Datum>;

  constructor(
    { compiled, values }: PayeeCalculation,
    places: ReadonlyMap<string, number>,
    figures: Float64Array,
  ) {
    this.#units = new Map(compiled.worksheet.cells.map(({ id, unit }) => [id, unit]));
    this.#places = places;
    this.#figures = figures;
    this.#moneyPlaces = minorDigits(compiled.plan.currency);
    this.#exactly = values.cells;
  }

  get(id: string): Datum {
    const figure = this.#figures[this.#places.get(id) ?? -1];
    const unit = this.#units.get(id);
    if (figure === undefined || Number.isNaN(figure)) return undefined;
    if (unit === 'flag') return figure === 1;
    // Days and words do not move with a lever.
    if (unit === 'date' || unit === 'text') return this.#exactly.get(id);
    return exact(figure.toFixed(unit === 'money' ? this.#moneyPlaces : PLACES));
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  *[Symbol.iterator](): Iterator<readonly [string, Datum]> {
    for (const id of this.#places.keys()) yield [id, this.get(id)];
  }
}
