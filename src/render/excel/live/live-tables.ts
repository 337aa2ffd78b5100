// The rate tables and payout curves that live formulas look into: where rows start, what they pay,
// and the slope or the earnings before that follow, as formulas of their own, so that changing a
// row in the workbook changes the pay. In: the tables as formulas ask for them.
// Out: rows and named ranges.

import type { TableFormula, TableRanges } from '../../../core/index.ts';
import { double } from '../cells.ts';
import { cellAddress } from '../sheet-content.ts';
import type { NameGiver } from './live-names.ts';

export interface LiveTable {
  readonly title: string;
  readonly formula: TableFormula;
  readonly ranges: TableRanges;
}

/** Registers each table once, under the cell or column that it belongs to. */
export class LiveTables {
  readonly #names: NameGiver;
  readonly #tables = new Map<string, LiveTable>();

  constructor(names: NameGiver) {
    this.#names = names;
  }

  get all(): readonly LiveTable[] {
    return [...this.#tables.values()];
  }

  /** The ranges of a table; two cells with the same table share it. */
  rangesOf(formula: TableFormula, owner: { readonly id: string; readonly label: string }) {
    const key = keyOf(formula);
    const known = this.#tables.get(key);
    if (known) return known.ranges;
    const nth = this.all.filter(({ title }) => title === owner.label).length + 1;
    const table = nth === 1 ? owner.id : `${owner.id}.${nth}`;
    const named = (part: string): string => this.#names.nameOf(`${table}.${part}`);
    const ranges = { starts: named('starts'), pays: named('pays'), carried: named('carried') };
    this.#tables.set(key, { title: owner.label, formula, ranges });
    return ranges;
  }
}

/** Letters of a table's columns. */
export interface TableColumns {
  readonly starts: number;
  readonly pays: number;
  readonly carried: number;
}

/** What a row's third column says, as a formula over the rows around it; nothing for steps. */
export function carriedFormula(
  formula: TableFormula,
  index: number,
  row: number,
  { starts, pays, carried }: TableColumns,
): string | undefined {
  const [start, from] = [cellAddress(starts, row), cellAddress(starts, row - 1)];
  const [next, last] = [formula.points.length > index + 1, cellAddress(carried, row - 1)];
  if (formula.op === 'marginalTiers') {
    return index === 0 ? '0' : `${last}+(${start}-${from})*${cellAddress(pays, row - 1)}`;
  }
  if (formula.op !== 'interpolate') return undefined;
  if (!next) return formula.above === 'extend' ? last : '0';
  const run = `${cellAddress(starts, row + 1)}-${start}`;
  const rise = `${cellAddress(pays, row + 1)}-${cellAddress(pays, row)}`;
  return `IF(${run}=0,0,(${rise})/(${run}))`;
}

/** What that formula comes to, for programs that show a workbook without calculating it. */
export function carriedFigure(formula: TableFormula, index: number): number {
  const rows = formula.points.map(({ at, pays }) => ({ at: double(at), pays: double(pays) }));
  const [row, next, before] = [rows[index], rows[index + 1], rows[index - 1]];
  if (!row) return 0;
  if (formula.op === 'marginalTiers') {
    return before ? carriedFigure(formula, index - 1) + (row.at - before.at) * before.pays : 0;
  }
  const goesOn = formula.op === 'interpolate' && formula.above === 'extend';
  if (!next) return goesOn && before ? carriedFigure(formula, index - 1) : 0;
  return next.at === row.at ? 0 : (next.pays - row.pays) / (next.at - row.at);
}

function keyOf(formula: TableFormula): string {
  const points = formula.points.map(({ at, pays }) => `${at.toFixed()}=${pays.toFixed()}`);
  const above = formula.op === 'interpolate' ? formula.above : '';
  return [formula.op, above, formula.onUnit, ...points].join(' ');
}
