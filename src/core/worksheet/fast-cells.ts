// A worksheet's cells as steps over registers: one array of doubles that holds the cells first,
// then inputs, sums over deals, constants and what is calculated on the way.
// In: a worksheet. Out: registers, and the steps that fill them.

import { Texts } from './deal-data.ts';
import { type Step, stepOf } from './fast-steps.ts';
import { type Datum, type Formula, type FormulaOf, operandsOf } from './operations.ts';
import { placesOf, type Worksheet } from './worksheet.ts';

/** What cells read of deals. */
export type Counted = FormulaOf<'sum' | 'count' | 'distinct'>;

export class FastCells {
  readonly cells: ReadonlyMap<string, number>;
  readonly inputs: ReadonlyMap<string, number>;
  readonly counted: readonly Counted[];
  readonly steps: readonly Step[];
  readonly registers: Float64Array;
  readonly #constants = new Map<number, number>();
  readonly #texts = new Texts();
  #used: number;

  constructor({ cells, inputs }: Worksheet) {
    this.cells = placesOf(cells);
    this.inputs = new Map(inputs.map(({ name }, place) => [name, place]));
    this.counted = cells.flatMap(({ formula }) => countedIn(formula));
    this.#used = cells.length + inputs.length + this.counted.length;
    const steps: Step[] = [];
    cells.forEach(({ formula }, place) => {
      this.#compile(formula, steps, place);
    });
    this.steps = steps;
    this.registers = new Float64Array(this.#used);
    for (const [constant, register] of this.#constants) this.registers[register] = constant;
  }

  double(datum: Datum): number {
    if (datum === undefined) return Number.NaN;
    if (typeof datum === 'object') return datum.approximately();
    if (typeof datum === 'boolean') return datum ? 1 : 0;
    return typeof datum === 'string' ? this.#texts.codeOf(datum) : datum;
  }

  /** Adds the steps to a formula; gives the register that holds it then. */
  #compile(formula: Formula, steps: Step[], asked?: number): number {
    const held = this.#heldIn(formula);
    if (held !== undefined && asked === undefined) return held;
    const operands = operandsOf(formula).map((each) => this.#compile(each, steps));
    const into = asked ?? this.#take();
    steps.push(stepOf(formula)(held === undefined ? operands : [held], into));
    return into;
  }

  /** The register of what is there before any step, or of another cell. */
  #heldIn(formula: Formula): number | undefined {
    switch (formula.op) {
      case 'cell':
        return this.cells.get(formula.id);
      case 'input':
        return this.cells.size + (this.inputs.get(formula.name) ?? Number.NaN);
      case 'sum':
      case 'count':
      case 'distinct':
        return this.cells.size + this.inputs.size + this.counted.indexOf(formula);
      case 'constant':
        return this.#constantIn(this.double(formula.datum));
      default:
        return undefined;
    }
  }

  #constantIn(constant: number): number {
    const register = this.#constants.get(constant) ?? this.#take();
    this.#constants.set(constant, register);
    return register;
  }

  #take(): number {
    this.#used += 1;
    return this.#used - 1;
  }
}

function countedIn(formula: Formula): readonly Counted[] {
  const isCounted = formula.op === 'sum' || formula.op === 'count' || formula.op === 'distinct';
  return isCounted ? [formula] : operandsOf(formula).flatMap(countedIn);
}
