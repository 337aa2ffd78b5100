// A statement's worksheet as a live workbook: which cell stands on which sheet, under which name,
// with which formula and cached figure. In: a statement. Out: rows of steps, links to cells, and
// formulas for the rows of deals.

import {
  type Datum,
  exact,
  exactText,
  type Formula,
  type HelperStep,
  mapOperands,
  prepareDealFormula,
  type StatementWorksheet,
  type Unit,
  type WorksheetCell,
} from '../../../core/index.ts';
import { type CellFormula, LiveFormulas } from './live-formulas.ts';

/** Where a cell of the worksheet stands in the workbook. */
export type LivePlace = 'inputs' | 'measures' | 'component' | 'gates' | 'payment';

const SHARE_UNIT: Unit = 'ratio';
/** What sets the cells of one part of a period apart from those of another. */
const SEGMENT = /^segment-\d+\./;
/** How ids start of cells that judge gates, links and modifiers, or find out what they cost. */
const CONDITIONS: ReadonlySet<string> = new Set([
  'gate',
  'gates',
  'link',
  'modifier',
  'without',
  'without-gates',
  'deferring',
]);

export class LiveWorkbook {
  readonly source: StatementWorksheet;
  readonly formulas: LiveFormulas;
  readonly #components: readonly string[];
  readonly #cells: ReadonlyMap<LivePlace, readonly WorksheetCell[]>;
  readonly #labels: ReadonlyMap<string, string>;

  constructor(source: StatementWorksheet, components: readonly string[]) {
    this.source = source;
    this.#components = components;
    const { cells } = source.worksheet;
    this.#cells = Map.groupBy(cells, (cell) => this.#placeOf(cell));
    this.#labels = new Map(cells.map(({ id, label }) => [id, label]));
    const { units } = source.attributes;
    this.formulas = new LiveFormulas(source.worksheet, (name) => units.get(name) ?? SHARE_UNIT);
  }

  /** The name of a cell, if the worksheet has it. */
  nameOf(id: string | undefined): string | undefined {
    return id !== undefined && this.source.values.cells.has(id)
      ? this.formulas.names.nameOf(id)
      : undefined;
  }

  cellsAt(place: LivePlace, component?: string): readonly WorksheetCell[] {
    const cells = this.#cells.get(place) ?? [];
    return component === undefined
      ? cells
      : cells.filter(({ id }) => id.startsWith(`${component}.`));
  }

  /** What a cell is called; its id, if the worksheet does not have it. */
  labelOf(id: string): string {
    return this.#labels.get(id) ?? id;
  }

  formulaOf(cell: WorksheetCell): CellFormula {
    return this.formulas.cellFormula(cell);
  }

  datumOf({ id }: WorksheetCell): Datum {
    return this.source.values.cells.get(id);
  }

  /** What a helper row comes to, for programs that show a workbook without calculating it. */
  helperFigure(helper: HelperStep): number | undefined {
    if (helper.step !== 'row') {
      const figure = this.#figure(helper.of);
      const scale = helper.step === 'minorUnits' ? 10 ** helper.places : 1;
      return figure === undefined ? undefined : Number(figure) * scale;
    }
    const { table, cleanPlaces } = helper;
    const figure = this.#figure(table.on);
    if (figure === undefined) return undefined;
    // The row that the workbook finds: what is calculated is freed there of the noise of doubles.
    const on = cleanPlaces === undefined ? exact(figure) : exact(figure).round(cleanPlaces);
    const isPassed = table.owns === 'upper' ? on.gt.bind(on) : on.gte.bind(on);
    return Math.max(1, table.points.filter(({ at }) => isPassed(at)).length);
  }

  #figure(formula: Formula): string | undefined {
    const datum = prepareDealFormula(this.#withFigures(formula))(new Map());
    return typeof datum === 'object' ? exactText(datum) : undefined;
  }

  /** The formula with what its cells hold in place of the cells. */
  #withFigures(formula: Formula): Formula {
    if (formula.op !== 'cell' && formula.op !== 'input') {
      return mapOperands(formula, (each) => this.#withFigures(each));
    }
    const id = formula.op === 'cell' ? formula.id : formula.name;
    const datum = this.source.values.cells.get(id);
    return datum === undefined ? formula : { op: 'constant', datum, unit: 'number' };
  }

  #placeOf({ id, formula }: WorksheetCell): LivePlace {
    if (formula.op === 'input') return 'inputs';
    if (this.#components.some((each) => id.startsWith(`${each}.`))) return 'component';
    const [head = ''] = id.replace(SEGMENT, '').split('.');
    if (head === 'measure') return 'measures';
    return CONDITIONS.has(head) ? 'gates' : 'payment';
  }
}
