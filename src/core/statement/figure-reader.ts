// Reads the values of cells off a payee's calculation, as a statement needs them.
// In: a calculation and the id of a cell. Out: its value; a statement calculates nothing itself.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { Exact } from '../exact-number.ts';
import { type Money, money } from '../money.ts';

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
}
