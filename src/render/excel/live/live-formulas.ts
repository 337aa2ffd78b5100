// Formulas of a payee's worksheet as a workbook has them: one name per cell, one column per deal
// figure, one table per curve. In: a calculation. Out: texts for cells and for deal rows; what a
// sheet is called or looks like is not decided here.

import {
  type Formula,
  formulaText,
  type HelperStep,
  type SpreadsheetNames,
  type Unit,
  type Worksheet,
  type WorksheetCell,
} from '../../../core/index.ts';
import { NameGiver } from './live-names.ts';
import { LiveTables } from './live-tables.ts';

/** A part of a formula that stands on a row of its own, above the cell that needs it. */
export interface HelperRow {
  readonly name: string;
  readonly step: HelperStep;
  readonly formula: string;
}

export interface CellFormula {
  readonly name: string;
  readonly formula: string;
  readonly helpers: readonly HelperRow[];
}

/** Stands for the row's number in the formula of a deal column. */
export const ROW = '{row}';

/** Letters of the columns on the sheet of deals. */
export interface DealLetters {
  readonly attribute: (name: string) => string;
  readonly column: (id: string) => string;
}

export class LiveFormulas {
  readonly names = new NameGiver();
  readonly tables = new LiveTables(this.names);
  readonly #cells: ReadonlyMap<string, WorksheetCell>;
  readonly #columns: ReadonlyMap<string, WorksheetCell>;
  readonly #attributeUnit: (name: string) => Unit;

  constructor(worksheet: Worksheet, attributeUnit: (name: string) => Unit) {
    this.#cells = new Map(worksheet.cells.map((cell) => [cell.id, cell]));
    this.#columns = new Map(worksheet.columns.map((column) => [column.id, column]));
    this.#attributeUnit = attributeUnit;
  }

  cellFormula(cell: WorksheetCell): CellFormula {
    const helpers: HelperRow[] = [];
    const names: SpreadsheetNames = {
      ...this.#common(cell),
      column: (id) => this.#refuse(`column ${id}`, cell),
      attribute: (name) => this.#refuse(`attribute ${name}`, cell),
      helper: (step, formula) => {
        const same = helpers.find((each) => each.formula === formula);
        if (same) return same.name;
        const name = this.names.nameOf(`${cell.id}.${step.step}${helpers.length || ''}`);
        helpers.push({ name, step, formula });
        return name;
      },
    };
    const formula = formulaText(cell.formula, names);
    return { name: this.names.nameOf(cell.id), formula, helpers };
  }

  /** A deal column's formula; `{row}` stands for the number of the row. */
  columnFormula(column: WorksheetCell, letters: DealLetters): string {
    return formulaText(column.formula, {
      ...this.#common(column),
      column: (id) => `$${letters.column(id)}${ROW}`,
      attribute: (name) => `$${letters.attribute(name)}${ROW}`,
    });
  }

  /** Name of all figures of a deal column. */
  columnRange(id: string): string {
    return this.names.nameOf(`deals.${id}`);
  }

  /** Name of the flags that mark the first deal of its kind. */
  firstsRange(column: string, where: string): string {
    return this.names.nameOf(`deals.${column}.first.${where}`);
  }

  #common(owner: WorksheetCell): Omit<SpreadsheetNames, 'column' | 'attribute'> {
    return {
      cell: (id) => this.names.nameOf(id),
      columnRange: (id) => this.columnRange(id),
      firsts: ({ column, where }) => this.firstsRange(column, where),
      table: (formula) => this.tables.rangesOf(formula, owner),
      unitOf: (formula) => this.#unitOf(formula),
    };
  }

  #refuse(what: string, cell: WorksheetCell): never {
    throw new Error(`cell ${cell.id} reads ${what}`);
  }

  /** The unit of a formula where its operands tell it. */
  #unitOf(formula: Formula): Unit | undefined {
    switch (formula.op) {
      case 'constant':
        return formula.unit;
      case 'cell':
        return this.#cells.get(formula.id)?.unit;
      case 'input':
        return this.#cells.get(formula.name)?.unit;
      case 'column':
        return this.#columns.get(formula.id)?.unit;
      case 'attribute':
        return this.#attributeUnit(formula.name);
      case 'choose':
        return this.#unitOf(formula.yes);
      case 'minimum':
      case 'maximum':
        return this.#unitOf(formula.of[0] as Formula);
      default:
        return undefined;
    }
  }
}
