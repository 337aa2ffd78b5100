// Rate tables and payout curves in doubles, as tables.ts has them exactly. A table is prepared
// once, so that reading it makes nothing. In: tables with their points in ascending order.
// Out: steps from a register to what its number is paid.

import { orderOf, plus } from './fast-number.ts';
import type { BoundaryOwner, FormulaOf, Outside, TablePoint } from './operations.ts';

/** Reads the register `on` and writes the register `into`; what is not known stays so. */
export type TableStep = (registers: Float64Array, on: number, into: number) => void;

export function interpolateFast({
  points,
  below,
  above,
  owns,
}: FormulaOf<'interpolate'>): TableStep {
  const table = new Points(points);
  return (r, from, into) => {
    const on = r[from] as number;
    const upper = table.above(on);
    const edge = owns === 'upper' ? table.at(on) : -1;
    if (edge >= 0) r[into] = table.pays(edge);
    else if (upper === 0) r[into] = table.outside(on, 0, 1, below);
    else if (upper < table.length) r[into] = table.onLine(on, upper - 1, upper);
    else if (table.order(on, upper - 1) === 0) r[into] = table.pays(upper - 1);
    else r[into] = table.outside(on, upper - 1, upper - 2, above);
  };
}

export function lookupFast({ points, below, owns }: FormulaOf<'lookup'>): TableStep {
  const table = new Points(points);
  return (r, from, into) => {
    const on = r[from] as number;
    const row = table.reached(on, owns);
    r[into] = row < 0 ? table.outside(on, 0, -1, below) : table.pays(row);
  };
}

export function marginalFast({ points }: FormulaOf<'marginalTiers'>): TableStep {
  const table = new Points(points);
  return (r, from, into) => {
    const on = r[from] as number;
    let total = table.length === 0 ? 0 : table.slice(on, 0);
    for (let row = 1; row < table.length && table.order(on, row) > 0; row += 1) {
      total = plus(total, table.slice(on, row));
    }
    r[into] = total;
  };
}

export function retroactiveFast({ points, owns }: FormulaOf<'retroactiveTiers'>): TableStep {
  const table = new Points(points);
  return (r, from, into) => {
    const on = r[from] as number;
    const row = Math.max(0, table.reached(on, owns));
    r[into] = table.length === 0 ? 0 : on * table.pays(row);
  };
}

/** A table's points in doubles. */
class Points {
  readonly length: number;
  readonly #at: Float64Array;
  readonly #pays: Float64Array;

  constructor(points: readonly TablePoint[]) {
    this.length = points.length;
    this.#at = Float64Array.from(points, ({ at }) => at.approximately());
    this.#pays = Float64Array.from(points, ({ pays }) => pays.approximately());
  }

  pays(point: number): number {
    return this.#pays[point] as number;
  }

  order(on: number, point: number): number {
    return orderOf(on, this.#at[point] as number);
  }

  /** The first point that the number lies below; as many as there are, where it lies above all. */
  above(on: number): number {
    let point = 0;
    while (point < this.length && !(this.order(on, point) < 0)) point += 1;
    return point;
  }

  /** The first point that the number lies on, if it lies on one. */
  at(on: number): number {
    for (let point = 0; point < this.length; point += 1) {
      if (this.order(on, point) === 0) return point;
    }
    return -1;
  }

  /** The last point reached; the first one's start is its own, whoever owns the others. */
  reached(on: number, owns: BoundaryOwner | undefined): number {
    for (let point = this.length - 1; point >= 0; point -= 1) {
      const order = this.order(on, point);
      if (order > 0 || (order === 0 && (owns !== 'upper' || point === 0))) return point;
    }
    return -1;
  }

  /** What the part of a number that lies in a row is paid. */
  slice(on: number, row: number): number {
    const isPassed = row + 1 < this.length && this.order(on, row + 1) > 0;
    const top = isPassed ? (this.#at[row + 1] as number) : on;
    return plus(top, -(this.#at[row] as number)) * this.pays(row);
  }

  outside(on: number, edge: number, inner: number, rule: Outside): number {
    if (rule === 'nothing' || this.length === 0) return on * 0;
    const isLine = rule === 'extend' && inner >= 0 && inner < this.length;
    return isLine ? this.onLine(on, edge, inner) : this.pays(edge) + on * 0;
  }

  onLine(on: number, from: number, to: number): number {
    const start = this.#at[from] as number;
    const run = (this.#at[to] as number) - start;
    const rise = this.pays(to) - this.pays(from);
    return plus(this.pays(from), (plus(on, -start) * rise) / run);
  }
}
