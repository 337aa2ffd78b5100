// How an argument of a curve is said in a message: as the result that a person sees (deals worth
// 124,999) where the worksheet shows that results and attainments lie on one straight line, as the
// attainment itself where they do not or no quota is known, as a score where it is one.
// In: a component under the lens. Out: results for arguments and back, and the words for them.

import { compareExact, type Exact, exact, ONE } from '../exact-number.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { ComponentLook } from './component-look.ts';
import { figureWords, stepOf, stepWords } from './spoken-figures.ts';

/** attainment = at + (result - from) x slope */
interface Line {
  readonly from: Exact;
  readonly at: Exact;
  readonly slope: Exact;
}

export class ResultScale {
  readonly #look: ComponentLook;
  readonly #line: Line | undefined;

  constructor(look: ComponentLook) {
    this.#look = look;
    this.#line = lineOf(look);
  }

  resultAt(argument: Exact): Exact {
    const line = this.#line;
    return line ? argument.minus(line.at).div(line.slope).plus(line.from) : argument;
  }

  argumentAt(result: Exact): Exact {
    const line = this.#line;
    return line ? result.minus(line.from).times(line.slope).plus(line.at) : result;
  }

  get isLowerBetter(): boolean {
    return this.#line?.slope.lt('0') ?? false;
  }

  /** One step towards more pay. */
  get step(): Exact {
    const size = stepOf(this.#unit);
    return this.isLowerBetter ? size.times('-1') : size;
  }

  get stepWords(): string {
    return stepWords(this.#unit, this.#look.plan.currency);
  }

  words(result: Exact): string {
    return `${this.#noun} of ${figureWords(result, this.#unit, this.#look.plan.currency)}`;
  }

  get #noun(): string {
    const { isScore, cells, isPerDeal } = this.#look;
    if (isPerDeal) return 'a deal';
    if (isScore) return 'a score';
    return this.#line || cells.attainment === undefined ? 'a result' : 'an attainment';
  }

  get #unit(): Unit {
    const { cells, unit } = this.#look;
    return this.#line ? (cells.resultUnit ?? 'number') : unit;
  }
}

/** Through the attainments at the quota and at twice the quota; checked at half-way. */
function lineOf(look: ComponentLook): Line | undefined {
  const from = look.quota;
  if (from === undefined || look.isScore) return undefined;
  const [at, far] = [from, from.times('2')].map((result) => look.attainmentOf(result));
  if (!at || !far || at.eq(far)) return undefined;
  const line = { from, at, slope: far.minus(at).div(from) };
  const half = look.attainmentOf(from.times(exact('1.5')));
  const between = at.plus(from.times(exact('0.5')).times(line.slope));
  return half && compareExact(half, between) === 0 && at.eq(ONE) ? line : undefined;
}
