// A lever that is being moved: figures in doubles, fast enough for every frame, and never for pay.
// Scores, reported figures and results go into the worksheet as inputs that follow the lever on a
// straight line, so two exact calculations say how; the fast view does the rest. In: a what-if,
// its changes, the lever. Out: calculations to look at, or nothing where the lever moves deals.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { minorDigits } from '../currency.ts';
import { type Exact, exact } from '../exact-number.ts';
import type { Named } from '../worksheet/exact.ts';
import { prepareFast } from '../worksheet/fast.ts';
import type { Datum, Unit } from '../worksheet/operations.ts';
import type { Worksheet } from '../worksheet/worksheet.ts';
import { changesOf, type Lever } from './lever.ts';
import type { ScenarioChanges } from './scenario.ts';
import type { WhatIf } from './what-if.ts';

export interface MovedLever {
  /** What would be paid at about this figure. */
  readonly at: (figure: Exact) => PayeeCalculation;
}

/** More places of a ratio nobody reads while it moves. */
const PLACES = 8;

export function dragLever(
  whatIf: WhatIf,
  changes: ScenarioChanges,
  lever: Pick<Lever, 'lever' | 'from' | 'to'>,
): MovedLever | undefined {
  if (lever.lever.of === 'deals' || lever.lever.of === 'deal') return undefined;
  const [low, high] = [lever.from, lever.to].map((figure) =>
    whatIf.calculate(changes, changesOf(lever, figure)),
  );
  if (!low?.ok || !high?.ok) return undefined;
  const { worksheet } = low.product.compiled;
  const fast = prepareFast(worksheet);
  const [start, end] = [low.product, high.product].map(({ inputs }) => fast.inputsOf(inputs));
  if (!start || !end || worksheet.inputs.length !== high.product.inputs.size) return undefined;
  const counted = fast.countDeals(low.product.columns);
  const [from, to] = [lever.from.approximately(), lever.to.approximately()];
  const inputs = Float64Array.from(start);
  return {
    at: (figure) => {
      const part = (figure.approximately() - from) / (to - from || 1);
      start.forEach((at, index) => {
        const last = end[index] ?? at;
        inputs[index] = at === last ? at : at + (last - at) * part;
      });
      const figures = fast.evaluate(inputs, counted);
      const cells = new Approximated(worksheet, low.product, fast.cells, figures);
      return { ...low.product, values: { ...low.product.values, cells } };
    },
  };
}

/** The fast view's doubles as a statement reads cells: rounded to what is shown of them. */
class Approximated implements Named<Datum> {
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #figures: Float64Array;
  readonly #moneyPlaces: number;
  readonly #exactly: Named<Datum>;

  constructor(
    { cells }: Worksheet,
    { compiled, values }: PayeeCalculation,
    places: ReadonlyMap<string, number>,
    figures: Float64Array,
  ) {
    this.#units = new Map(cells.map(({ id, unit }) => [id, unit]));
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
