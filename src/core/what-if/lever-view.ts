// One or several levers and the cells that move with them. An input follows a lever along a line,
// so a worksheet whose results are supposed says what the payment is at any figure: between bounds
// (intervals), nearly (doubles), and to the cent (the exact view, which decides). In: a what-if
// and its levers. Out: figures of a cell, and what a slider shows while it moves.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, ONE, ZERO } from '../exact-number.ts';
import { type FastView, prepareFast } from '../worksheet/fast.ts';
import { moving } from '../worksheet/interval-lines.ts';
import { exactly, type Interval, Intervals, type LeafNode } from '../worksheet/intervals.ts';
import { type Formula, operandsOf } from '../worksheet/operations.ts';
import type { Cell, Worksheet } from '../worksheet/worksheet.ts';
import { approximated } from './approximate-cells.ts';
import { changesOf, type Lever, standing } from './lever.ts';
import type { ScenarioChanges } from './scenario.ts';
import type { WhatIf } from './what-if.ts';

/** How an input follows a lever: what it is at zero, and what one more makes of it. */
interface Line {
  readonly input: string;
  readonly at: number;
  readonly slope: number;
}

export class LeverView {
  readonly levers: readonly Lever[];
  readonly #whatIf: WhatIf;
  /** As it stands, with every lever supposed where it is. */
  readonly base: PayeeCalculation;
  readonly #fast: FastView;
  readonly #inputs: Float64Array;
  readonly #counted: Float64Array;
  /** By lever. */
  readonly #lines: readonly (readonly Line[])[];
  readonly #moving: readonly Cell[];
  readonly #still: Float64Array;
  readonly #intervals = new Intervals();

  static open(whatIf: WhatIf, levers: readonly Lever[]): Outcome<LeverView> {
    const at = (figures: readonly Exact[]): Outcome<PayeeCalculation> =>
      whatIf.calculate(...levers.map((lever, index) => changesOf(lever, figures[index] as Exact)));
    const present = levers.map(standing);
    const base = at(present);
    if (!base.ok) return base;
    const moved: PayeeCalculation[] = [];
    for (const [index, lever] of levers.entries()) {
      const one = at(present.map((each, other) => (other === index ? otherFigure(lever) : each)));
      if (!one.ok) return one;
      moved.push(one.product);
    }
    return outcomeOf(new LeverView(whatIf, levers, base.product, moved), []);
  }

  private constructor(
    whatIf: WhatIf,
    levers: readonly Lever[],
    base: PayeeCalculation,
    moved: readonly PayeeCalculation[],
  ) {
    const { worksheet } = base.compiled;
    this.levers = levers;
    this.base = base;
    this.#whatIf = whatIf;
    this.#fast = prepareFast(worksheet);
    this.#inputs = this.#fast.inputsOf(base.inputs);
    this.#counted = this.#fast.countDeals(base.columns);
    this.#lines = levers.map((lever, index) =>
      linesOf(lever, base, moved[index] as PayeeCalculation),
    );
    const inputs = new Set(this.#lines.flat().map(({ input }) => input));
    this.#moving = movingWith(worksheet, inputs);
    this.#still = this.#fast.evaluate(this.#inputs, this.#counted).slice();
  }

  get total(): string {
    return this.base.compiled.total;
  }

  /** A cell while each lever lies within bounds. */
  between(cell: string, bounds: readonly Interval[]): Interval {
    const inputs = new Map<string, Interval>();
    this.#lines.forEach((lines, lever) => {
      const { low, high } = bounds[lever] as Interval;
      for (const { input, at, slope } of lines) {
        const ends = [at + slope * low, at + slope * high];
        const ranged = { low: Math.min(...ends), high: Math.max(...ends) };
        inputs.set(input, named(input, ranged));
      }
    });
    const cells = new Map<string, Interval>();
    const read = (node: LeafNode): Interval => {
      if (node.op === 'input') return inputs.get(node.name) ?? this.#stillInput(node.name);
      if (node.op === 'cell') return cells.get(node.id) ?? this.#stillCell(node.id);
      return this.#stillLeaf(node);
    };
    for (const { id, formula } of this.#moving) {
      cells.set(id, named(id, this.#intervals.of(formula, read)));
      if (id === cell) break;
    }
    return cells.get(cell) ?? this.#stillCell(cell);
  }

  /** A cell in doubles, each lever at a figure. */
  nearly(cell: string, figures: readonly number[]): number {
    return this.#evaluate(figures)[this.#fast.cells.get(cell) as number] as number;
  }

  /** The calculation in doubles, to look at until the next one is asked for. */
  shown(figures: readonly number[]): PayeeCalculation {
    return approximated(this.base, this.#fast.cells, this.#evaluate(figures));
  }

  #evaluate(figures: readonly number[]): Float64Array {
    const inputs = this.#inputs.slice();
    this.#lines.forEach((lines, lever) => {
      for (const { input, at, slope } of lines) {
        inputs[this.#fast.inputs.get(input) as number] = at + slope * (figures[lever] as number);
      }
    });
    return this.#fast.evaluate(inputs, this.#counted);
  }

  /** The calculation to the cent, each lever at a figure. */
  exactly(figures: readonly Exact[]): Outcome<PayeeCalculation> {
    return this.#whatIf.calculate(...this.changes(figures));
  }

  changes(figures: readonly Exact[]): readonly ScenarioChanges[] {
    return this.levers.map((lever, index) => changesOf(lever, figures[index] as Exact));
  }

  #stillInput(name: string): Interval {
    return exactly(this.#inputs[this.#fast.inputs.get(name) as number] as number);
  }

  #stillCell(id: string): Interval {
    return exactly(this.#still[this.#fast.cells.get(id) as number] as number);
  }

  #stillLeaf(node: LeafNode): Interval {
    if (node.op !== 'constant') throw new Error(`a ${node.op} does not move with an input`);
    const { datum } = node;
    if (typeof datum === 'object') return exactly(datum.approximately());
    if (typeof datum === 'string') throw new Error('a text does not move with an input');
    if (typeof datum === 'boolean') return exactly(datum ? 1 : 0);
    return exactly(datum);
  }
}

/** What is no weighted sum of others moves by itself. */
function named(name: string, bounds: Interval): Interval {
  const isPlain = bounds.line !== undefined || bounds.low === bounds.high;
  return isPlain || !Number.isFinite(bounds.high - bounds.low)
    ? bounds
    : { ...bounds, line: moving(name, bounds) };
}

/** Another figure that the lever may have. */
function otherFigure(lever: Lever): Exact {
  const here = standing(lever);
  const { levels } = lever;
  if (levels) return levels.find((level) => !level.eq(here)) ?? here;
  return here.eq(ZERO) ? ONE : ZERO;
}

/** Inputs that are others at another figure of the lever. */
function linesOf(lever: Lever, base: PayeeCalculation, moved: PayeeCalculation): readonly Line[] {
  const [here, there] = [standing(lever), otherFigure(lever)].map((each) => each.approximately());
  return [...base.inputs].flatMap(([input, datum]): readonly Line[] => {
    const other = moved.inputs.get(input);
    if (typeof datum !== 'object' || typeof other !== 'object' || datum.eq(other)) return [];
    const [one, two] = [datum.approximately(), other.approximately()];
    const slope = (two - one) / ((there as number) - (here as number));
    return [{ input, slope, at: one - slope * (here as number) }];
  });
}

/** Cells that read some inputs, directly or through others, in order. */
function movingWith({ cells }: Worksheet, inputs: ReadonlySet<string>): readonly Cell[] {
  const moving = new Set<string>();
  const moves = (node: Formula): boolean => {
    if (node.op === 'input') return inputs.has(node.name);
    if (node.op === 'cell') return moving.has(node.id);
    return operandsOf(node).some(moves);
  };
  return cells.filter(({ id, formula }) => {
    const does = moves(formula);
    if (does) moving.add(id);
    return does;
  });
}
