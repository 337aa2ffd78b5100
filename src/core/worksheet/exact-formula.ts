// The exact value of one formula: of a cell, or of one deal's figure. A table over the operations
// turns formulas into closures once; they are run for each payee or deal. What is not known stays
// unknown: it never becomes a zero. In: formulas. Out: data. Source: ENGINE.md sections 1 and 3.

import { compareExact, decided, type Exact, exactInteger } from '../exact-number.ts';
import { roundTo } from '../rounding.ts';
import type { DealRow } from './deal-columns.ts';
import type { DealData } from './deal-data.ts';
import {
  type Datum,
  type Formula,
  HOLDS,
  type OperationTable,
  type Relation,
} from './operations.ts';
import { countOver, distinctOver, sumOver } from './over-deals.ts';
import { interpolateAt, marginalAt, retroactiveAt, steppedAt } from './tables.ts';

/** Why a cell has no value. `deal` is the row whose attribute was missing. */
export interface Gap {
  readonly cell: string;
  readonly reason: 'divided-by-zero' | 'deal-incomplete' | 'input-missing';
  readonly deal?: number;
}

/** An evaluation under way: what formulas read, and what could not be known. */
export interface ExactFrame {
  readonly inputs: ReadonlyMap<string, Datum>;
  /** By place in the worksheet, as far as they are evaluated. */
  readonly cells: readonly Datum[];
  readonly columns: readonly DealData[];
  readonly gaps: Gap[];
  /** The cell or column being evaluated. */
  evaluating: string;
  /** The deal that a column's formula is run for. */
  row?: DealRow;
  deal: number;
}

export type ExactRun = (frame: ExactFrame) => Datum;

/** Places of a worksheet's cells and columns by their ids. */
export interface Places {
  readonly cells: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
}

/** Prepares the formulas of one worksheet. */
export class ExactFormulas {
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  prepare(formula: Formula): ExactRun {
    // One entry per operation; TypeScript cannot see that node and entry correspond.
    const entry = this.#table[formula.op] as (node: Formula) => ExactRun;
    return entry(formula);
  }

  readonly #table: OperationTable<ExactRun> = {
    constant:
      ({ datum }) =>
      () =>
        datum,
    input:
      ({ name }) =>
      ({ inputs }) =>
        inputs.get(name),
    cell: ({ id }) => {
      const place = this.#places.cells.get(id) ?? -1;
      return ({ cells }) => cells[place];
    },
    column: ({ id }) => {
      const place = this.#places.columns.get(id) ?? -1;
      return ({ columns, deal }) => columns[place]?.at(deal);
    },
    attribute:
      ({ name }) =>
      ({ row }) =>
        row?.get(name),
    add: ({ terms }) => this.#folding(terms, (left, right) => left.plus(right)),
    multiply: ({ factors }) => this.#folding(factors, (left, right) => left.times(right)),
    minimum: ({ of }) => this.#folding(of, (a, b) => (compareExact(b, a) < 0 ? b : a)),
    maximum: ({ of }) => this.#folding(of, (a, b) => (compareExact(b, a) > 0 ? b : a)),
    subtract: ({ left, right }) => this.#folding([left, right], (a, b) => a.minus(b)),
    divide: ({ left, right, whenZero }) => {
      const [over, under] = [this.prepare(left), this.prepare(right)];
      const otherwise = whenZero && this.prepare(whenZero);
      return (frame) => {
        const divisor = under(frame) as Exact | undefined;
        if (divisor === undefined) return undefined;
        // Decided first: twelve twelfths less one is dust, not a divisor.
        if (!decided(divisor).isZero) return (over(frame) as Exact | undefined)?.div(divisor);
        return otherwise ? otherwise(frame) : noted(frame, 'divided-by-zero');
      };
    },
    round: ({ of, places, mode }) => this.#numeric(of, (number) => roundTo(number, places, mode)),
    compare: ({ left, relation, right }) => {
      const [first, second] = [this.prepare(left), this.prepare(right)];
      return (frame) => related(first(frame), relation, second(frame));
    },
    all: ({ of }) => this.#deciding(of, false),
    any: ({ of }) => this.#deciding(of, true),
    not: ({ of }) => {
      const run = this.prepare(of);
      return (frame) => {
        const flag = run(frame);
        return flag === undefined ? undefined : !flag;
      };
    },
    choose: ({ when, yes, no }) => {
      const [condition, ifTrue, ifFalse] = [
        this.prepare(when),
        this.prepare(yes),
        this.prepare(no),
      ];
      return (frame) => {
        const flag = condition(frame);
        if (flag === undefined) return undefined;
        return flag ? ifTrue(frame) : ifFalse(frame);
      };
    },
    known: ({ of }) => {
      const run = this.prepare(of);
      return (frame) => run(frame) !== undefined;
    },
    daysBetween: ({ from, to }) => {
      const [start, end] = [this.prepare(from), this.prepare(to)];
      return (frame) => {
        const [first, last] = [start(frame), end(frame)];
        if (typeof first !== 'number' || typeof last !== 'number') return undefined;
        return exactInteger(last - first);
      };
    },
    sum: ({ column, where }) => this.#overDeals(column, where, sumOver),
    count: ({ where }) => this.#overDeals(where, where, (_, flags, note) => countOver(flags, note)),
    distinct: ({ column, where }) => this.#overDeals(column, where, distinctOver),
    interpolate: ({ on, points, below, above, owns }) =>
      this.#numeric(on, (number) => interpolateAt(number, points, below, above, owns)),
    lookup: ({ on, points, below, owns }) =>
      this.#numeric(on, (number) => steppedAt(number, points, below, owns)),
    marginalTiers: ({ on, points }) => this.#numeric(on, (number) => marginalAt(number, points)),
    retroactiveTiers: ({ on, points, owns }) =>
      this.#numeric(on, (number) => retroactiveAt(number, points, owns)),
  };

  #numeric(of: Formula, apply: (number: Exact) => Exact): ExactRun {
    const run = this.prepare(of);
    return (frame) => {
      const number = run(frame) as Exact | undefined;
      return number === undefined ? undefined : apply(number);
    };
  }

  #folding(of: readonly Formula[], combine: (left: Exact, right: Exact) => Exact): ExactRun {
    const runs = of.map((each) => this.prepare(each));
    return (frame) => {
      let total: Exact | undefined;
      for (const run of runs) {
        const next = run(frame) as Exact | undefined;
        if (next === undefined) return undefined;
        total = total === undefined ? next : combine(total, next);
      }
      return total;
    };
  }

  /** Kleene logic: one decisive operand settles it, whatever else is unknown. */
  #deciding(of: readonly Formula[], decisive: boolean): ExactRun {
    const runs = of.map((each) => this.prepare(each));
    return (frame) => {
      let unknown = false;
      for (const run of runs) {
        const flag = run(frame);
        if (flag === decisive) return decisive;
        if (flag === undefined) unknown = true;
      }
      return unknown ? undefined : !decisive;
    };
  }

  #overDeals(
    column: string,
    where: string,
    over: (column: DealData, where: DealData, note: (deal: number) => void) => Datum,
  ): ExactRun {
    const [figures, flags] = [column, where].map((id) => this.#places.columns.get(id) ?? -1);
    return (frame) => {
      const [data, counted] = [frame.columns[figures as number], frame.columns[flags as number]];
      if (!data || !counted) throw new Error(`no column ${column} or ${where}`);
      return over(data, counted, (deal) => noted(frame, 'deal-incomplete', deal));
    };
  }
}

function noted(frame: ExactFrame, reason: Gap['reason'], deal?: number): undefined {
  frame.gaps.push({ cell: frame.evaluating, reason, ...(deal !== undefined && { deal }) });
  return undefined;
}

function related(left: Datum, relation: Relation, right: Datum): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  return HOLDS[relation][orderOf(left, right) + 1];
}

function orderOf(left: Exclude<Datum, undefined>, right: Exclude<Datum, undefined>): number {
  if (typeof left === 'object') return compareExact(left, right as Exact);
  if (left === right) return 0;
  return left < (right as typeof left) ? -1 : 1;
}
