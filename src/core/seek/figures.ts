// The figures that a lever can have, counted from its least in its own steps: cents of an amount,
// one deal, a tenth of a percent of a score, or the levels of a scale. In: a lever. Out: figures by
// their numbers, and numbers by figures.

import { compareExact, type Exact, exactInteger, ONE, wholeCount } from '../exact-number.ts';
import type { Lever } from '../what-if/lever.ts';

export class Figures {
  readonly #lever: Lever;
  /** The number of the last figure; the first is 0. */
  readonly last: number;

  constructor(lever: Lever) {
    this.#lever = lever;
    const { levels, least, most, step } = lever;
    this.last = levels
      ? levels.length - 1
      : wholeCount(most.minus(least).div(step).round(0, 'down'));
  }

  at(place: number): Exact {
    const { levels, least, step } = this.#lever;
    return levels ? (levels[place] as Exact) : least.plus(step.times(exactInteger(place)));
  }

  /** The first figure above another, or the first at all. */
  above(figure: Exact | undefined): number {
    if (figure === undefined) return 0;
    const below = this.#reached(figure);
    return below + 1;
  }

  /** The last figure below another; -1 where there is none. */
  below(figure: Exact | undefined): number {
    if (figure === undefined) return -1;
    const reached = this.#reached(figure);
    const isAt = reached >= 0 && compareExact(this.at(reached), figure) === 0;
    return Math.min(isAt ? reached - 1 : reached, this.last);
  }

  /** The last figure that another reaches; -1 below all. */
  #reached(figure: Exact): number {
    const { levels, least, step } = this.#lever;
    if (levels) return levels.findLastIndex((level) => compareExact(level, figure) <= 0);
    if (figure.lt(least)) return -1;
    const steps = figure.minus(least).div(step);
    const whole = steps.round(0, 'down');
    // A quotient that does not end may lie a hair below the whole number that it is.
    const isNext = compareExact(steps, whole.plus(ONE)) === 0;
    return wholeCount(isNext ? whole.plus(ONE) : whole);
  }
}
