// What each operation does to columns: a table of steps. A step is exact or has no result; those
// that are not made for columns have none. In: columns of a formula's operands, in the order in
// which operations.ts lists them. Out: a column in the room that is given.

import type { DayNumber } from '../calendar.ts';
import { ZERO } from '../exact-number.ts';
import type { DealColumns } from './deal-columns.ts';
import { type DealData, Figures, Flags, type Texts } from './deal-data.ts';
import { comparedLong, LongNumbers } from './long-numbers.ts';
import {
  type Datum,
  type Formula,
  type FormulaOf,
  type OperationTable,
  operandsOf,
  type Relation,
} from './operations.ts';
import { packData } from './pack-data.ts';
import * as comparisons from './vector-comparisons.ts';
import * as flagSteps from './vector-flags.ts';
import type { Room } from './vector-room.ts';
import * as steps from './vector-steps.ts';
import { lookedUp, onMarginalTiers, onRetroactiveTiers, type TierStep } from './vector-tiers.ts';

export type Vector = Figures | Flags | LongNumbers;

export type VectorStep = (
  deals: DealColumns,
  room: Room,
  first?: Vector,
  second?: Vector,
  third?: Vector,
) => Vector | undefined;

/** The step of one operation. */
export function vectorStep(formula: Formula): VectorStep {
  // One entry per operation; TypeScript cannot see that node and entry correspond.
  const entry = table[formula.op] as (node: Formula) => VectorStep;
  return entry(formula);
}

const dealByDeal = (): VectorStep => () => undefined;

const table: OperationTable<VectorStep> = {
  constant: constantStep,
  attribute:
    ({ name }) =>
    (deals) =>
      asVector(deals.get(name)),
  add: () => ofFigures(steps.added),
  subtract: () => ofFigures(steps.subtracted),
  multiply: () => ofFigures(steps.multiplied),
  minimum: () => ofFigures(steps.smaller),
  maximum: () => ofFigures(steps.larger),
  daysBetween: () => ofFigures((from, to, room) => steps.subtracted(to, from, room)),
  compare: comparing,
  // The bits of unknown lie between those of false and of true.
  all: () => ofFlags(flagSteps.bothTrue),
  any: () => ofFlags(flagSteps.eitherTrue),
  not: () => (_, room, flags) =>
    flags instanceof Flags ? flagSteps.negated(flags, room) : undefined,
  known: () => (_, room, data) =>
    data instanceof LongNumbers
      ? flagSteps.areKnown(comparedLong(data, '=', ZERO, room.scratch), room)
      : data && flagSteps.known(data, room),
  choose: () => chooseStep,
  lookup: (node) => ofNumbers(lookedUp(node)),
  marginalTiers: (node) => ofNumbers(onMarginalTiers(node)),
  retroactiveTiers: (node) => ofNumbers(onRetroactiveTiers(node)),
  // Of another column the register is read.
  column: dealByDeal,
  input: dealByDeal,
  cell: dealByDeal,
  divide: dealByDeal,
  round: dealByDeal,
  sum: dealByDeal,
  count: dealByDeal,
  distinct: dealByDeal,
  interpolate: dealByDeal,
};

const MIRRORED: Readonly<Record<Relation, Relation>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/**
 * The operands of which a step reads a column. Nearly all comparisons are with a constant, of which
 * no column is made.
 */
export function columnsRead(formula: Formula): readonly Formula[] {
  const operands = operandsOf(formula);
  if (formula.op !== 'compare') return operands;
  const [column = formula.left] = operands.filter(({ op }) => op !== 'constant');
  return operands.some(({ op }) => op === 'constant') ? [column] : operands;
}

function comparing({ left, relation, right }: FormulaOf<'compare'>): VectorStep {
  if (right.op === 'constant') {
    return (deals, room, column) => comparedWith(column, relation, right.datum, deals, room);
  }
  if (left.op === 'constant') {
    const mirrored = MIRRORED[relation];
    return (deals, room, column) => comparedWith(column, mirrored, left.datum, deals, room);
  }
  return (_, room, first, second) => {
    const [one, other] = [comparable(first, room), comparable(second, room)];
    return one && other && comparisons.compared(one, relation, other, room);
  };
}

function comparedWith(
  found: Vector | undefined,
  relation: Relation,
  datum: Exclude<Datum, undefined>,
  { texts }: DealColumns,
  room: Room,
): Flags | undefined {
  if (found instanceof LongNumbers) {
    return typeof datum === 'object' ? comparedLong(found, relation, datum, room) : undefined;
  }
  const figures = comparable(found, room);
  if (!figures) return undefined;
  if (typeof datum === 'object')
    return comparisons.comparedWithNumber(figures, relation, datum, room);
  return comparisons.comparedWith(figures, relation, unitsOf(datum, texts), room);
}

function unitsOf(datum: DayNumber | string | boolean, texts: Texts): number {
  if (typeof datum === 'string') return texts.codeOf(datum);
  if (typeof datum === 'boolean') return datum ? 1 : 0;
  return datum;
}

const chooseStep: VectorStep = (_, room, when, yes, no) => {
  if (!(when instanceof Flags)) return undefined;
  if (yes instanceof Figures && no instanceof Figures) return steps.chosen(when, yes, no, room);
  if (yes instanceof Flags && no instanceof Flags)
    return flagSteps.chosenFlags(when, yes, no, room);
  return undefined;
};

function ofFigures(combine: steps.Combine): VectorStep {
  return (_, room, first, second) =>
    first instanceof Figures && second instanceof Figures
      ? combine(first, second, room)
      : undefined;
}

function ofFlags(combine: flagSteps.CombineFlags): VectorStep {
  return (_, room, first, second) =>
    first instanceof Flags && second instanceof Flags ? combine(first, second, room) : undefined;
}

function ofNumbers(read: TierStep): VectorStep {
  return (_, room, on) => (on instanceof Figures ? read(on, room) : undefined);
}

/** What all deals have alike, written out once for as many as there ever were. */
function constantStep({ datum }: FormulaOf<'constant'>): VectorStep {
  if (typeof datum === 'object' && datum.wide !== undefined) return dealByDeal();
  let held: Vector | undefined;
  return ({ length, texts }) => {
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
  if (found instanceof Figures) return found;
  return found instanceof Flags ? flagSteps.inFigures(found, scratch) : undefined;
}

export function asVector(data: DealData | undefined): Vector | undefined {
  if (data instanceof Figures || data instanceof Flags) return data;
  return data instanceof LongNumbers ? data : undefined;
}
