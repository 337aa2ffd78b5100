// The worksheet: a plan compiled for one payout period, as named cells in dependency order and
// columns computed per deal. It holds no payee's numbers; those come in as inputs, so that one
// worksheet serves every payee of the plan. Source: ENGINE.md section 1.

import type { Place } from '../diagnostic.ts';
import { type Formula, operandsOf, type Unit } from './operations.ts';

/** One number of the calculation. Its place is the clause of the plan that it comes from. */
export interface Cell {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly clause: Place;
  readonly formula: Formula;
}

/** One figure per deal. */
export type Column = Cell;

/** Where an input cell's number comes from; the calculation resolves it for each payee. */
export type InputSource =
  | { readonly from: 'targetIncentive' }
  | { readonly from: 'quota'; readonly component: string }
  /** Of an annual figure, or how many payout periods: what the payee's assignment covers. */
  | {
      readonly from: 'part';
      readonly of: 'quota' | 'targetIncentive' | 'periods';
      readonly window: string;
    }
  | { readonly from: 'score'; readonly component: string; readonly goal: string }
  | { readonly from: 'reported'; readonly measure: string; readonly window: string }
  | { readonly from: 'paidEarlier'; readonly component: string }
  | { readonly from: 'paidThisYear' }
  | { readonly from: 'balance'; readonly balance: string }
  | { readonly from: 'adjustments' };

export interface Input {
  readonly name: string;
  readonly source: InputSource;
  readonly clause: Place;
}

export interface Worksheet {
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
  readonly inputs: readonly Input[];
}

/** Builds a worksheet; a cell may only read what was added before it, so order is dependency. */
export class WorksheetBuilder {
  readonly #cells = new Map<string, Cell>();
  readonly #columns = new Map<string, Column>();
  readonly #inputs = new Map<string, Input>();

  /** Adds a cell and returns the formula that reads it. Adding an id twice is a bug. */
  cell(cell: Cell): Formula {
    if (this.#cells.has(cell.id)) throw new Error(`cell ${cell.id} exists already`);
    this.#assertReadable(cell.id, cell.formula, 'cell');
    this.#cells.set(cell.id, cell);
    return { op: 'cell', id: cell.id };
  }

  /** Adds a cell that takes a payee's own number. */
  input(cell: Omit<Cell, 'formula'>, source: InputSource): Formula {
    this.#inputs.set(cell.id, { name: cell.id, source, clause: cell.clause });
    return this.cell({ ...cell, formula: { op: 'input', name: cell.id } });
  }

  /** Adds a per-deal column. */
  column(column: Column): Formula {
    if (this.#columns.has(column.id)) throw new Error(`column ${column.id} exists already`);
    this.#assertReadable(column.id, column.formula, 'column');
    this.#columns.set(column.id, column);
    return { op: 'column', id: column.id };
  }

  hasCell(id: string): boolean {
    return this.#cells.has(id);
  }

  hasColumn(id: string): boolean {
    return this.#columns.has(id);
  }

  build(): Worksheet {
    return {
      cells: [...this.#cells.values()],
      columns: [...this.#columns.values()],
      inputs: [...this.#inputs.values()],
    };
  }

  #assertReadable(id: string, formula: Formula, kind: 'cell' | 'column'): void {
    const fail = (what: string): never => {
      throw new Error(`${kind} ${id} reads ${what}`);
    };
    if (formula.op === 'cell' && (kind === 'column' || !this.#cells.has(formula.id))) {
      fail(`cell ${formula.id}`);
    }
    if (formula.op === 'column' && (kind === 'cell' || !this.#columns.has(formula.id))) {
      fail(`column ${formula.id}`);
    }
    if ('where' in formula && !this.#columns.has(formula.where)) fail(`column ${formula.where}`);
    for (const operand of operandsOf(formula)) this.#assertReadable(id, operand, kind);
  }
}
