// Reads the values of cells off a payee's calculation, as a statement needs them.
// In: a calculation and the id of a cell. Out: its value; a statement calculates nothing itself.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { CompiledSegment } from '../calculate/compile-segment.ts';
import type { Exact } from '../exact-number.ts';
import { type Money, money } from '../money.ts';
import type { Span } from '../period-data/period-data.ts';

export class FigureReader {
  readonly calculation: PayeeCalculation;

  constructor(calculation: PayeeCalculation) {
    this.calculation = calculation;
  }

  exact(cell: string): Exact {
    return this.calculation.values.cells.get(cell) as Exact;
  }

  money(cell: string): Money {
    return money(this.exact(cell), this.calculation.compiled.plan.currency);
  }

  flag(cell: string): boolean {
    return this.calculation.values.cells.get(cell) as boolean;
  }

  has(cell: string): boolean {
    return this.calculation.values.cells.has(cell);
  }

  /** The days of a segment from the start of the year on, where there are several segments. */
  days({ segment }: CompiledSegment): Span | undefined {
    if (segment === undefined) return undefined;
    const { segments, period } = this.calculation;
    const parts = segments[segment]?.parts ?? [];
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) throw new Error(`segment ${segment} has no days`);
    return { from: first.from, to: Math.min(last.to, period.to) };
  }
}
