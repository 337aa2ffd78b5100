// The worksheet: a plan compiled for one payout period, as named cells in dependency order and
// columns computed per deal. It holds no payee's numbers; those come in as inputs, so that one
// worksheet serves every payee of the plan. Source: ENGINE.md section 1.

import type { Place } from '../diagnostic.ts';
import { type Formula, type FormulaOf, operandsOf, type Unit } from './operations.ts';

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

/** What events of deals do to a hold: see the calculation of what is held back. */
export type HeldFigure = 'before' | 'waiting' | 'due' | 'lapsed' | 'takenBack';

/**
 * Where an input cell's number comes from; the calculation resolves it for each payee. A `part` is
 * one of several whose quotas and target incentives are added up; all of them where none is named.
 */
export type InputSource =
  | { readonly from: 'targetIncentive'; readonly part?: number }
  | { readonly from: 'ramp'; readonly of: 'quota' | 'targetIncentive'; readonly part?: number }
  | { readonly from: 'quota'; readonly component: string; readonly part?: number }
  /** Of an annual figure, or how many payout periods: what the payee's assignment covers. */
  | {
      readonly from: 'part';
      readonly of: 'quota' | 'targetIncentive' | 'targetOfYear' | 'periods' | 'year';
      readonly window: string;
      readonly part?: number;
    }
  /** What a payee's share of a pool stands on beside the payee's own points. */
  | {
      readonly from: 'pool';
      readonly component: string;
      readonly of: 'money' | 'allPoints' | 'sharers' | 'cents';
    }
  /** What one unit of the plan's currency is worth in another. */
  | { readonly from: 'rate'; readonly currency: string }
  | { readonly from: 'score'; readonly component: string; readonly goal: string }
  | { readonly from: 'reported'; readonly measure: string; readonly window: string }
  /** A result that a what-if supposes in place of counting it. */
  | { readonly from: 'supposed'; readonly measure: string; readonly window: string }
  | { readonly from: 'paidEarlier'; readonly component: string }
  | { readonly from: 'paidThisYear' }
  | { readonly from: 'balance'; readonly balance: string }
  | { readonly from: 'heldDue'; readonly hold: string }
  /** What events of deals do to a hold in the period. */
  | { readonly from: 'held'; readonly hold: string; readonly of: HeldFigure }
  | { readonly from: 'drawPeriods' }
  | { readonly from: 'drawEnds' }
  | { readonly from: 'leaves' }
  | { readonly from: 'ends' }
  | { readonly from: 'takenBack' }
  | { readonly from: 'adjustments' };

export interface Input {
  readonly name: string;
  /** The segment it is for, where there are several; the whole payment where none is named. */
  readonly segment?: number;
  readonly source: InputSource;
  readonly clause: Place;
}

export interface Worksheet {
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
  readonly inputs: readonly Input[];
  /** The attributes of deals that its columns read. */
  readonly attributes: readonly string[];
}

/** An id, or the name of a deal's attribute, of one segment where there are several. */
export function inSegment(id: string, segment: number | undefined): string {
  return segment === undefined ? id : `segment-${segment + 1}.${id}`;
}

/** What is on a worksheet so far. */
class Contents {
  readonly cells = new Map<string, Cell>();
  readonly columns = new Map<string, Column>();
  readonly inputs = new Map<string, Input>();
}

/**
 * Builds a worksheet; a cell may only read what was added before it, so order is dependency. Ids
 * are given as within the segment that it builds; the formulas that it returns hold in all.
 */
export class WorksheetBuilder {
  readonly segment: number | undefined;
  readonly #contents: Contents;

  constructor(segment?: number, contents = new Contents()) {
    this.segment = segment;
    this.#contents = contents;
  }

  /** A builder for one of several segments, on the same worksheet. */
  within(segment: number): WorksheetBuilder {
    return new WorksheetBuilder(segment, this.#contents);
  }

  /** Adds a cell and returns the formula that reads it. Adding an id twice is a bug. */
  cell(cell: Cell): Formula {
    const added = this.#named(cell);
    if (this.#contents.cells.has(added.id)) throw new Error(`cell ${added.id} exists already`);
    this.#assertReadable(added.id, cell.formula, 'cell');
    this.#contents.cells.set(added.id, added);
    return { op: 'cell', id: added.id };
  }

  /** Adds a cell that takes a payee's own number. */
  input(cell: Omit<Cell, 'formula'>, source: InputSource): Formula {
    const { segment } = this;
    const name = inSegment(cell.id, segment);
    const { clause } = cell;
    const input = { name, source, clause, ...(segment !== undefined && { segment }) };
    this.#contents.inputs.set(name, input);
    return this.cell({ ...cell, formula: { op: 'input', name } });
  }

  /** Adds a per-deal column. */
  column(column: Column): FormulaOf<'column'> {
    const added = this.#named(column);
    if (this.#contents.columns.has(added.id)) throw new Error(`column ${added.id} exists already`);
    this.#assertReadable(added.id, column.formula, 'column');
    this.#contents.columns.set(added.id, added);
    return { op: 'column', id: added.id };
  }

  /** The formula that reads a cell, once it was added. */
  found(id: string): Formula | undefined {
    const full = inSegment(id, this.segment);
    return this.#contents.cells.has(full) ? { op: 'cell', id: full } : undefined;
  }

  foundColumn(id: string): FormulaOf<'column'> | undefined {
    const full = inSegment(id, this.segment);
    return this.#contents.columns.has(full) ? { op: 'column', id: full } : undefined;
  }

  build(): Worksheet {
    const { cells, columns, inputs } = this.#contents;
    return {
      cells: [...cells.values()],
      columns: [...columns.values()],
      inputs: [...inputs.values()],
      attributes: attributesIn([...columns.values()].map(({ formula }) => formula)),
    };
  }

  #named(cell: Cell): Cell {
    const { segment } = this;
    if (segment === undefined) return cell;
    const label = `${cell.label}, segment ${segment + 1}`;
    return { ...cell, id: inSegment(cell.id, segment), label };
  }

  #assertReadable(id: string, formula: Formula, kind: 'cell' | 'column'): void {
    const { cells, columns } = this.#contents;
    const fail = (what: string): never => {
      throw new Error(`${kind} ${id} reads ${what}`);
    };
    if (formula.op === 'cell' && (kind === 'column' || !cells.has(formula.id))) {
      fail(`cell ${formula.id}`);
    }
    if (formula.op === 'column' && (kind === 'cell' || !columns.has(formula.id))) {
      fail(`column ${formula.id}`);
    }
    if ('where' in formula && !columns.has(formula.where)) fail(`column ${formula.where}`);
    for (const operand of operandsOf(formula)) this.#assertReadable(id, operand, kind);
  }
}

/** The attributes that formulas read, each once. */
export function attributesIn(formulas: readonly Formula[]): readonly string[] {
  const found = new Set<string>();
  const visit = (node: Formula): void => {
    if (node.op === 'attribute') found.add(node.name);
    operandsOf(node).forEach(visit);
  };
  formulas.forEach(visit);
  return [...found];
}

/** Places of cells or columns in their list, by their ids. */
export function placesOf(named: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(named.map(({ id }, place) => [id, place]));
}
