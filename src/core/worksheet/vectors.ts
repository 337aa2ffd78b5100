// Evaluates formulas for all deals at once, exactly: a table over the operations, each a loop over
// a column. Where a result cannot be shown to be exact, or an operation is not made for columns,
// there is none, and the caller takes the formula deal by deal.
// In: formulas that read deals. Out: columns. Source: ENGINE.md section 1.

import { Decimal } from '../decimal.ts';
import type { DealColumns } from './deal-columns.ts';
import { type DealData, Figures, Flags, type Texts } from './deal-data.ts';
import {
  type Datum,
  type Formula,
  type FormulaOf,
  type OperationTable,
  operandsOf,
} from './operations.ts';
import { packData } from './pack-data.ts';
import * as loops from './vector-loops.ts';
import type { Room } from './vector-room.ts';
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
import type { Column } from './worksheet.ts';

/** What a formula over deals reads. */
export interface VectorFrame {
  readonly deals: DealColumns;
  /** The columns before this one, by their place in the worksheet. */
  readonly columns: readonly DealData[];
  /** What formulas that stand in several places came to, or null where they came to nothing. */
  readonly shared: (Vector | null)[];
  readonly kept: Room;
}

type Vector = Figures | Flags;

/** The room is where the result goes: what is kept, or what is good until the column is done. */
export type VectorRun = (frame: VectorFrame, room: Room) => Vector | undefined;

/**
 * Prepares the columns of one worksheet. What stands in several of them, such as the days of a
 * period, is evaluated once.
 */
export class Vectors {
  readonly #placeOf: ReadonlyMap<string, number>;
  readonly #repeated: ReadonlyMap<string, number>;

  constructor(columns: readonly Column[], placeOf: ReadonlyMap<string, number>) {
    this.#placeOf = placeOf;
    this.#repeated = repeatedFormulas(columns.map(({ formula }) => formula));
  }

  prepare(formula: Formula): VectorRun {
    // One entry per operation; TypeScript cannot see that node and entry correspond.
    const entry = this.#table[formula.op] as (node: Formula) => VectorRun;
    const run = entry(formula);
    const slot = this.#repeated.get(textOf(formula));
    if (slot === undefined) return run;
    return (frame) => {
      const known = frame.shared[slot];
      if (known !== undefined) return known ?? undefined;
      const found = run(frame, frame.kept);
      frame.shared[slot] = found ?? null;
      return found;
    };
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
    return (frame, room) => {
      let total = figuresOf(runs[0]?.(frame, runs.length === 1 ? room : room.scratch));
      for (let at = 1; total && at < runs.length; at += 1) {
        const next = figuresOf(runs[at]?.(frame, room.scratch));
        total = next && combine(total, next, at === runs.length - 1 ? room : room.scratch);
      }
      return total;
    };
  }

  #comparing({ left, relation, right }: FormulaOf<'compare'>): VectorRun {
    const [first, second] = [this.prepare(left), this.prepare(right)];
    return (frame, room) => {
      const one = comparable(first(frame, room.scratch), room);
      const other = comparable(second(frame, room.scratch), room);
      return one && other && compared(one, relation, other, room);
    };
  }

  #joining(of: readonly Formula[], loop: loops.FlagLoop): VectorRun {
    const runs = of.map((each) => this.prepare(each));
    return (frame, room) => {
      let joint = flagsOf(runs[0]?.(frame, runs.length === 1 ? room : room.scratch));
      for (let at = 1; joint && at < runs.length; at += 1) {
        const next = flagsOf(runs[at]?.(frame, room.scratch));
        joint = next && joined(loop, joint, next, at === runs.length - 1 ? room : room.scratch);
      }
      return joint;
    };
  }

  #negating({ of }: FormulaOf<'not'>): VectorRun {
    const run = this.prepare(of);
    return (frame, room) => {
      const flags = flagsOf(run(frame, room.scratch));
      return flags && negated(flags, room);
    };
  }

  #knowing({ of }: FormulaOf<'known'>): VectorRun {
    const run = this.prepare(of);
    return (frame, room) => {
      const found = run(frame, room.scratch);
      return found && known(found, room);
    };
  }

  #choosing({ when, yes, no }: FormulaOf<'choose'>): VectorRun {
    const [condition, ifTrue, ifFalse] = [when, yes, no].map((each) => this.prepare(each));
    return (frame, room) => {
      const flags = flagsOf(condition?.(frame, room.scratch));
      const [one, other] = [ifTrue?.(frame, room.scratch), ifFalse?.(frame, room.scratch)];
      if (!flags || !one || !other) return undefined;
      if (one instanceof Figures) {
        return other instanceof Figures ? chosen(flags, one, other, room) : undefined;
      }
      return other instanceof Flags ? chosenFlags(flags, one, other, room) : undefined;
    };
  }
}

/** Formulas over deals that occur more than once, each with a number of its own. */
function repeatedFormulas(formulas: readonly Formula[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const visit = (formula: Formula): void => {
    const operands = operandsOf(formula);
    if (operands.length === 0) return;
    const text = textOf(formula);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    operands.forEach(visit);
  };
  formulas.forEach(visit);
  const repeated = [...counts].filter(([, count]) => count > 1);
  return new Map(repeated.map(([text], slot) => [text, slot]));
}

function textOf(formula: Formula): string {
  return JSON.stringify(formula, (_, held) => (held instanceof Decimal ? held.toFixed() : held));
}

const dealByDeal = (): VectorRun => () => undefined;

/** What all deals have alike, written out once for as many as there ever were. */
function constantRun({ datum }: FormulaOf<'constant'>): VectorRun {
  if (typeof datum === 'object' && datum.wide !== undefined) return dealByDeal();
  let held: Vector | undefined;
  return ({ deals: { length, texts } }) => {
    const isKnown = held !== undefined && held.length >= length;
    if (!isKnown || (typeof datum === 'string' && !isCodedBy(held, texts))) {
      held = asVector(packData(new Array<Datum>(length).fill(datum), texts));
    }
    return held?.length === length ? held : held?.part(0, length);
  };
}

/** A text's code is that of the deals it is compared with. */
function isCodedBy(held: Vector | undefined, texts: Texts): boolean {
  return held instanceof Figures && held.form.texts === texts;
}

function comparable(found: Vector | undefined, { scratch }: Room): Figures | undefined {
  return found instanceof Flags ? inFigures(found, scratch) : found;
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
