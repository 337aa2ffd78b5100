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

/** One number by itself: what it was made of. */
export interface ExplainedCell {
  readonly cell: Cell;
  readonly datum: Datum;
  /** The formula with the names of what it reads; absent where there is nothing to add. */
  readonly inWords?: string;
  /** The same with the figures put in. */
  readonly inFigures?: string;
  /** Ids of the cells it reads, in the order it reads them. */
  readonly reads: readonly string[];
  /** The deals it was counted from. */
  readonly deals?: ExplainedDeals;
}

/** One number and what is behind it. */
export interface Explanation extends ExplainedCell {
  readonly behind: readonly Explanation[];
}

/** A number among others, with how many others stand between it and the first of its group. */
export interface ExplainedStep extends ExplainedCell {
  readonly depth: number;
}

/** Explains a cell; undefined when the worksheet has none of this id. */
export function explainCell(
  worksheet: Worksheet,
  values: Values,
  id: string,
  write: WriteFigure,
): Explanation | undefined {
  return explainTree(id, new Explainer(worksheet, values, write));
}

function explainTree(id: string, explainer: Explainer): Explanation | undefined {
  const explained = explainer.explain(id);
  const behind = (explained?.reads ?? []).flatMap((each) => explainTree(each, explainer) ?? []);
  return explained && { ...explained, behind };
}

/** A cell to start from; `isOpened` where all that is behind it is wanted too. */
interface StepsRoot {
  readonly id: string;
  readonly isOpened: boolean;
}

/** Steps for each root, in the order in which a tree opens them; each cell stands once. */
export function explainSteps(
  worksheet: Worksheet,
  values: Values,
  roots: readonly StepsRoot[],
  write: WriteFigure,
): readonly (readonly ExplainedStep[])[] {
  const explainer = new Explainer(worksheet, values, write);
  const seen = new Set<string>();
  return roots.map(({ id: root, isOpened }) => {
    const steps: ExplainedStep[] = [];
    const open = (id: string, depth: number): void => {
      const explained = seen.has(id) ? undefined : explainer.explain(id);
      if (!explained) return;
      seen.add(id);
      steps.push({ ...explained, depth });
      if (isOpened) for (const each of explained.reads) open(each, depth + 1);
    };
    open(root, 0);
    return steps;
  });
}

class Explainer {
  readonly #worksheet: Worksheet;
  readonly #values: Values;
  readonly #write: WriteFigure;
  readonly #cells: ReadonlyMap<string, Cell>;

  constructor(worksheet: Worksheet, values: Values, write: WriteFigure) {
    this.#worksheet = worksheet;
    this.#values = values;
    this.#write = write;
    this.#cells = new Map(worksheet.cells.map((cell) => [cell.id, cell]));
  }

  explain(id: string): ExplainedCell | undefined {
    const cell = this.#cells.get(id);
    if (!cell) return undefined;
    const reads = cellsRead(cell.formula);
    const isPlain = cell.formula.op === 'input' || cell.formula.op === 'cell';
    const deals = explainDeals(cell.formula, this.#worksheet, this.#values);
    const words = (read: (each: string) => string): string =>
      formulaWords(cell.formula, read, this.#worksheet, this.#write);
    return {
      cell,
      datum: this.#values.cells.get(id),
      reads,
      ...(!isPlain && {
        inWords: words((each) => this.#cells.get(each)?.label ?? each),
        ...(reads.length > 0 && { inFigures: words((each) => this.#figure(each)) }),
      }),
      ...(deals && { deals }),
    };
  }

  #figure(id: string): string {
    return this.#write(this.#values.cells.get(id), this.#cells.get(id)?.unit ?? 'number');
  }
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
