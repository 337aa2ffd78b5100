// What a lever pays at each of its figures: along inputs of the worksheet, where bounds say at once
// what a stretch of figures can pay; or deal by deal, where each number of deals is calculated.
// In: a what-if and a lever. Out: payments.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, exactInteger, ONE, ZERO } from '../exact-number.ts';
import { changesOf, type Lever } from '../what-if/lever.ts';
import { LeverView } from '../what-if/lever-view.ts';
import type { WhatIf } from '../what-if/what-if.ts';
import { Figures } from './figures.ts';
import { firstReaching, highestOf, type Row } from './search.ts';

/** The figures of a lever as a row of places, and what is paid at each. */
export class LeverPay {
  readonly lever: Lever;
  readonly figures: Figures;
  readonly #whatIf: WhatIf;
  readonly #view: LeverView | undefined;
  readonly #exact = new Map<number, Outcome<PayeeCalculation>>();

  static open(whatIf: WhatIf, lever: Lever): Outcome<LeverPay> {
    if (lever.lever.of === 'deals') return outcomeOf(new LeverPay(whatIf, lever, undefined), []);
    const view = LeverView.open(whatIf, [lever]);
    return view.ok ? outcomeOf(new LeverPay(whatIf, lever, view.product), []) : view;
  }

  private constructor(whatIf: WhatIf, lever: Lever, view: LeverView | undefined) {
    this.lever = lever;
    this.figures = new Figures(lever);
    this.#whatIf = whatIf;
    this.#view = view;
  }

  /** The calculation at a place; every one is kept. */
  at(place: number): Outcome<PayeeCalculation> {
    const found =
      this.#exact.get(place) ??
      this.#whatIf.calculate(changesOf(this.lever, this.figures.at(place)));
    this.#exact.set(place, found);
    return found;
  }

  /** A cell at a place, exactly; what cannot be calculated reaches nothing. */
  read(place: number, cell: string): Exact | undefined {
    const found = this.at(place);
    const datum = found.ok ? found.product.values.cells.get(cell) : undefined;
    if (typeof datum === 'boolean') return datum ? ONE : ZERO;
    return typeof datum === 'object' ? datum : undefined;
  }

  /** Why a place cannot be calculated. */
  problems(place: number): readonly Diagnostic[] {
    const found = this.at(place);
    return found.ok ? [] : found.diagnostics;
  }

  /** The place nearest to where the lever stands at which a cell reaches a goal, on either side. */
  nearest(cell: string, goal: Exact): number | undefined {
    const { present } = this.lever;
    const row = this.#row(cell, goal);
    const wanted = goal.approximately();
    const { last } = this.figures;
    const [up, down] = [this.figures.above(present), this.figures.below(present)];
    const above = up > last ? undefined : firstReaching(row, wanted, up, last);
    const below = down < 0 ? undefined : firstReaching(row, wanted, down, 0);
    if (above === undefined || below === undefined || !present) return above ?? below;
    const rise = this.figures.at(above).minus(present);
    return rise.lte(present.minus(this.figures.at(below))) ? above : below;
  }

  /** The most that a cell comes to, and the place nearest to where the lever stands. */
  most(cell: string): number {
    const { last } = this.figures;
    const row = this.#row(cell, ZERO);
    const top = highestOf(row.highest, (place) => this.#nearly(cell, place), last);
    const near = this.#row(cell, ZERO, (figure) => figure.approximately() >= top - 1e-6);
    const from = Math.max(0, Math.min(last, this.figures.below(this.lever.present)));
    const places = [firstReaching(near, top, from, last), firstReaching(near, top, from, 0)].filter(
      (place) => place !== undefined,
    );
    return places.sort((one, other) => Math.abs(one - from) - Math.abs(other - from))[0] ?? last;
  }

  #row(cell: string, goal: Exact, isReached = (figure: Exact): boolean => figure.gte(goal)): Row {
    return {
      highest: (first, last) => this.#highest(cell, first, last),
      reaches: (place) => {
        const figure = this.read(place, cell);
        return figure !== undefined && isReached(figure);
      },
    };
  }

  #highest(cell: string, first: number, last: number): number {
    const view = this.#view;
    if (!view) return first === last ? this.#nearly(cell, first) : Number.POSITIVE_INFINITY;
    const [low, high] = [first, last].map((place) => this.figures.at(place).approximately());
    return view.between(cell, [{ low: low as number, high: high as number }]).high;
  }

  #nearly(cell: string, place: number): number {
    const view = this.#view;
    if (view) return view.nearly(cell, [this.figures.at(place).approximately()]);
    return this.read(place, cell)?.approximately() ?? Number.NEGATIVE_INFINITY;
  }
}

/** More deals than this are no next step. */
export const DEALS_MOST = exactInteger(60);
