// Evaluates formulas for all deals at once, exactly: a table over the operations, each a loop over
// a column. Where a result cannot be shown to be exact, or an operation is not made for columns,
// there is none, and the caller takes the formula deal by deal.
// In: formulas that read deals. Out: columns. Source: ENGINE.md section 1.

import type { DealColumns } from './deal-columns.ts';
import { type DealData, FALSE, Figures, Flags, TRUE } from './deal-data.ts';
import type { Formula, FormulaOf, OperationTable } from './operations.ts';
import * as loops from './vector-loops.ts';
import type { VectorSpace } from './vector-space.ts';
import {
  added,
  type Combine,
  chosen,
  chosenFlags,
  compared,
  inFigures,
  joined,
  known,
  larger,
  multiplied,
  negated,
  smaller,
  subtracted,
} from './vector-steps.ts';

/** What a formula over deals reads. */
export interface VectorFrame {
  readonly deals: DealColumns;
  /** The columns before this one, by their place in the worksheet. */
  readonly columns: readonly DealData[];
  readonly space: VectorSpace;
}

type Vector = Figures | Flags;

/** Its result is kept, or is scratch: good until the column is done. */
export type VectorRun = (frame: VectorFrame, isKept: boolean) => Vector | undefined;

/** Prepares formulas of one worksheet; `placeOf` gives the place of a column in it. */
export class Vectors {
  readonly #placeOf: ReadonlyMap<string, number>;

  constructor(placeOf: ReadonlyMap<string, number>) {
    this.#placeOf = placeOf;
  }

  prepare(formula: Formula): VectorRun {
    // One entry per operation; TypeScript cannot see that node and entry correspond.
    const entry = this.#table[formula.op] as (node: Formula) => VectorRun;
    return entry(formula);
  }

  readonly #table: OperationTable<VectorRun> = {
    constant: constantRun,
    attribute:
      ({ name }) =>
      ({ deals }) =>
        asVector(deals.get(name)),
    column: ({ id }) => {
      const place = this.#placeOf.get(id) ?? -1;
      return ({ columns }) => asVector(columns[place]);
    },
    add: ({ terms }) => this.#folding(terms, added),
    multiply: ({ factors }) => this.#folding(factors, multiplied),
    minimum: ({ of }) => this.#folding(of, smaller),
    maximum: ({ of }) => this.#folding(of, larger),
    subtract: ({ left, right }) => this.#folding([left, right], subtracted),
    daysBetween: ({ from, to }) => this.#folding([to, from], subtracted),
    compare: (node) => this.#comparing(node),
    all: ({ of }) => this.#joining(of, loops.andLoop),
    any: ({ of }) => this.#joining(of, loops.orLoop),
    not: (node) => this.#negating(node),
    known: (node) => this.#knowing(node),
    choose: (node) => this.#choosing(node),
    input: dealByDeal,
    cell: dealByDeal,
    divide: dealByDeal,
    round: dealByDeal,
    sum: dealByDeal,
    count: dealByDeal,
    distinct: dealByDeal,
    interpolate: dealByDeal,
    lookup: dealByDeal,
    marginalTiers: dealByDeal,
    retroactiveTiers: dealByDeal,
  };

  #folding(of: readonly Formula[], combine: Combine): VectorRun {
    const runs = of.map((each) => this.prepare(each));
    return (frame, isKept) => {
      let total = figuresOf(runs[0]?.(frame, isKept && runs.length === 1));
      for (let at = 1; total && at < runs.length; at += 1) {
        const next = figuresOf(runs[at]?.(frame, false));
        const room = { space: frame.space, isKept: isKept && at === runs.length - 1 };
        total = next && combine(total, next, room);
      }
      return total;
    };
  }

  #comparing({ left, relation, right }: FormulaOf<'compare'>): VectorRun {
    const [first, second] = [this.prepare(left), this.prepare(right)];
    return (frame, isKept) => {
      const one = comparable(first(frame, false), frame);
      const other = comparable(second(frame, false), frame);
      return one && other && compared(one, relation, other, { space: frame.space, isKept });
    };
  }

  #joining(of: readonly Formula[], loop: loops.FlagLoop): VectorRun {
    const runs = of.map((each) => this.prepare(each));
    return (frame, isKept) => {
      let joint = flagsOf(runs[0]?.(frame, isKept && runs.length === 1));
      for (let at = 1; joint && at < runs.length; at += 1) {
        const next = flagsOf(runs[at]?.(frame, false));
        const room = { space: frame.space, isKept: isKept && at === runs.length - 1 };
        joint = next && joined(loop, joint, next, room);
      }
      return joint;
    };
  }

  #negating({ of }: FormulaOf<'not'>): VectorRun {
    const run = this.prepare(of);
    return (frame, isKept) => {
      const flags = flagsOf(run(frame, false));
      return flags && negated(flags, { space: frame.space, isKept });
    };
  }

  #knowing({ of }: FormulaOf<'known'>): VectorRun {
    const run = this.prepare(of);
    return (frame, isKept) => {
      const found = run(frame, false);
      return found && known(found, { space: frame.space, isKept });
    };
  }

  #choosing({ when, yes, no }: FormulaOf<'choose'>): VectorRun {
    const [condition, ifTrue, ifFalse] = [when, yes, no].map((each) => this.prepare(each));
    return (frame, isKept) => {
      const flags = flagsOf(condition?.(frame, false));
      const [one, other] = [ifTrue?.(frame, false), ifFalse?.(frame, false)];
      const room = { space: frame.space, isKept };
      if (!flags || !one || !other) return undefined;
      if (one instanceof Figures) {
        return other instanceof Figures ? chosen(flags, one, other, room) : undefined;
      }
      return other instanceof Flags ? chosenFlags(flags, one, other, room) : undefined;
    };
  }
}

const dealByDeal = (): VectorRun => () => undefined;

/** What all deals have alike; texts get their codes from the deals. */
function constantRun({ datum }: FormulaOf<'constant'>): VectorRun {
  if (typeof datum === 'boolean') {
    const bytes = Uint8Array.of(datum ? TRUE : FALSE);
    return ({ deals }) => new Flags(bytes, { from: 0, mask: 0, length: deals.length }, true);
  }
  if (typeof datum === 'string') {
    return ({ deals: { texts, length }, space }, isKept) => {
      const form = { means: 'text', texts, places: 0, bound: 0, isFull: true } as const;
      const code = space.figures(isKept, 0, length, form);
      code.units[code.from] = texts.codeOf(datum);
      return code;
    };
  }
  const [means, places] =
    typeof datum === 'number' ? (['day', 0] as const) : (['exact', datum.places] as const);
  const units = Float64Array.of(typeof datum === 'number' ? datum : datum.unitsAt(places));
  const bound = Math.abs(units[0] as number);
  if (Number.isNaN(bound)) return () => undefined;
  const form = { means, places, bound, isFull: true };
  return ({ deals }) => new Figures(units, { from: 0, mask: 0, length: deals.length }, form);
}

function comparable(found: Vector | undefined, { space }: VectorFrame): Figures | undefined {
  return found instanceof Flags ? inFigures(found, space) : found;
}

function asVector(data: DealData | undefined): Vector | undefined {
  return data instanceof Figures || data instanceof Flags ? data : undefined;
}

function figuresOf(found: Vector | undefined): Figures | undefined {
  return found instanceof Figures ? found : undefined;
}

function flagsOf(found: Vector | undefined): Flags | undefined {
  return found instanceof Flags ? found : undefined;
}
