// The explanation view: writes a cell as a sentence, once with names and once with figures, and
// opens it down to the deals behind it. Nothing is calculated again: the values were kept.
// In: a worksheet, its values and a way to write a figure. Out: a tree. Source: ENGINE.md, 8.

import type { Values } from './exact.ts';
import { type ExplainedDeals, explainDeals } from './explain-deals.ts';
import { formulaWords } from './formula-words.ts';
import { type Datum, type Formula, operandsOf, type Unit } from './operations.ts';
import type { Cell, Worksheet } from './worksheet.ts';

/** Writes a figure for a reader; the core itself formats nothing. */
export type WriteFigure = (datum: Datum, unit: Unit) => string;

/** One number and what is behind it. */
export interface Explanation {
  readonly cell: Cell;
  readonly datum: Datum;
  /** The formula with the names of what it reads; absent where there is nothing to add. */
  readonly inWords?: string;
  /** The same with the figures put in. */
  readonly inFigures?: string;
  /** The cells it reads, in the order it reads them. */
  readonly behind: readonly Explanation[];
  /** The deals it was counted from. */
  readonly deals?: ExplainedDeals;
}

/** Explains a cell; undefined when the worksheet has none of this id. */
export function explainCell(
  worksheet: Worksheet,
  values: Values,
  id: string,
  write: WriteFigure,
): Explanation | undefined {
  const cell = worksheet.cells.find((each) => each.id === id);
  return cell && explain(cell, worksheet, values, write);
}

function explain(
  cell: Cell,
  worksheet: Worksheet,
  values: Values,
  write: WriteFigure,
): Explanation {
  const read = cellsRead(cell.formula);
  const behind = read.flatMap((id) => explainCell(worksheet, values, id, write) ?? []);
  const units = new Map(behind.map((each) => [each.cell.id, each.cell]));
  const named = (id: string): string => units.get(id)?.label ?? id;
  const figure = (id: string): string =>
    write(values.cells.get(id), units.get(id)?.unit ?? 'number');
  const isPlain = cell.formula.op === 'input' || cell.formula.op === 'cell';
  const deals = explainDeals(cell.formula, worksheet, values);
  return {
    cell,
    datum: values.cells.get(cell.id),
    behind,
    ...(!isPlain && {
      inWords: formulaWords(cell.formula, named, worksheet, write),
      ...(read.length > 0 && { inFigures: formulaWords(cell.formula, figure, worksheet, write) }),
    }),
    ...(deals && { deals }),
  };
}

/** Ids of the cells a formula reads, each once, in reading order. */
function cellsRead(formula: Formula): readonly string[] {
  const found = new Set<string>();
  const visit = (node: Formula): void => {
    if (node.op === 'cell') found.add(node.id);
    operandsOf(node).forEach(visit);
  };
  visit(formula);
  return [...found];
}
