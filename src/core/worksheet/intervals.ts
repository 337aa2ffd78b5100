// The interval view: between which bounds every cell lies while some inputs move within bounds.
// What it rules out needs no search: no figure of that range reaches a goal. Bounds are doubles, a
// little wide, and never paid; the exact view decides. In: bounds of inputs and of what is
// counted. Out: bounds of cells. Source: interval arithmetic (Moore), over ENGINE.md section 1's
// operations.

import { orderOf, rounded } from './fast-number.ts';
import { stepOf } from './fast-steps.ts';
import { type Line, lineOf, rangeOf } from './interval-lines.ts';
import {
  type Formula,
  type FormulaOf,
  HOLDS,
  type OperationName,
  type OperationTable,
  operandsOf,
  type Relation,
} from './operations.ts';

/** Flags are 0 or 1, and both where it may be either. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** What it is a weighted sum of, where it is one: what cancels out is then known to. */
  readonly line?: Line;
}

/** What a formula reads, as bounds; undefined is not known. */
type ReadInterval = (node: LeafNode) => Interval;

export type LeafNode = FormulaOf<
  'constant' | 'input' | 'cell' | 'column' | 'attribute' | 'sum' | 'count' | 'distinct'
>;

const ANYTHING: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const EITHER: Interval = { low: 0, high: 1 };
/** Far above what doubles lose on the way, far below a cent. */
const RELATIVE = 1e-12;
const ABSOLUTE = 1e-10;

export const exactly = (figure: number): Interval =>
  Number.isNaN(figure) ? ANYTHING : { low: figure, high: figure };

type OfBounds = (of: readonly Interval[]) => Interval;

/** Bounds of formulas, each prepared once. */
export class Intervals {
  readonly #prepared = new Map<Formula, OfBounds>();

  of(formula: Formula, read: ReadInterval): Interval {
    if (isLeaf(formula)) return read(formula);
    const operands = operandsOf(formula).map((each) => this.of(each, read));
    const found = this.#prepared.get(formula) ?? boundsOf(formula);
    this.#prepared.set(formula, found);
    return found(operands);
  }
}

/** What does not move is decided as the fast view decides it. */
function boundsOf(formula: Formula): OfBounds {
  // One entry per operation; TypeScript cannot see that node and entry correspond.
  const entry = table[formula.op] as (node: Formula) => OfBounds;
  const [between, at] = [entry(formula), pointOf(formula)];
  return (of) => {
    if (of.every(({ low, high }) => low === high)) return exactly(at(of));
    const bounds = between(of);
    const line = lineOf(formula, of);
    if (!line) return { low: bounds.low, high: bounds.high };
    const along = rangeOf(line);
    const [low, high] = [Math.max(bounds.low, along.low), Math.min(bounds.high, along.high)];
    return { low: Math.min(low, high), high: Math.max(low, high), line };
  };
}

/** A formula's figure in doubles, operands as they are. */
function pointOf(formula: Formula): (of: readonly Interval[]) => number {
  const count = operandsOf(formula).length;
  const registers = new Float64Array(count + 1);
  const step = stepOf(formula)([...registers.subarray(1).keys()], count);
  return (of) => {
    for (const [place, { low }] of of.entries()) registers[place] = low;
    step(registers);
    return registers[count] as number;
  };
}

function isLeaf(formula: Formula): formula is LeafNode {
  return LEAVES.has(formula.op);
}

const LEAVES: ReadonlySet<OperationName> = new Set([
  'constant',
  'input',
  'cell',
  'column',
  'attribute',
  'sum',
  'count',
  'distinct',
]);

const table: OperationTable<OfBounds> = {
  constant: leaf,
  input: leaf,
  cell: leaf,
  column: leaf,
  attribute: leaf,
  sum: leaf,
  count: leaf,
  distinct: leaf,
  add: () => (of) =>
    of.reduce((left, right) => widened(left.low + right.low, left.high + right.high)),
  subtract:
    () =>
    ([left = ANYTHING, right = ANYTHING]) =>
      widened(left.low - right.high, left.high - right.low),
  daysBetween:
    () =>
    ([from = ANYTHING, to = ANYTHING]) => ({ low: to.low - from.high, high: to.high - from.low }),
  multiply: () => (of) => of.reduce(product),
  divide:
    () =>
    ([over = ANYTHING, under = ANYTHING, otherwise = ANYTHING]) =>
      quotient(over, under, otherwise),
  minimum: () => (of) => ({
    low: Math.min(...of.map(({ low }) => low)),
    high: Math.min(...of.map(({ high }) => high)),
  }),
  maximum: () => (of) => ({
    low: Math.max(...of.map(({ low }) => low)),
    high: Math.max(...of.map(({ high }) => high)),
  }),
  round:
    ({ places, mode }) =>
    ([of = ANYTHING]) => {
      const { low, high } = widened(of.low, of.high);
      return { low: roundedOrNot(low, places, mode), high: roundedOrNot(high, places, mode) };
    },
  compare:
    ({ relation }) =>
    ([left = ANYTHING, right = ANYTHING]) =>
      compared(left, relation, right),
  all: () => (of) => ({
    low: of.every(({ low }) => low === 1) ? 1 : 0,
    high: of.every(({ high }) => high !== 0) ? 1 : 0,
  }),
  any: () => (of) => ({
    low: of.some(({ low }) => low === 1) ? 1 : 0,
    high: of.some(({ high }) => high !== 0) ? 1 : 0,
  }),
  not:
    () =>
    ([of = EITHER]) => ({ low: 1 - Math.min(of.high, 1), high: 1 - Math.max(of.low, 0) }),
  choose:
    () =>
    ([when = EITHER, yes = ANYTHING, no = ANYTHING]) => {
      if (when.low === 1) return yes;
      return when.high === 0 ? no : hull(yes, no);
    },
  known: () => () => EITHER,
  interpolate: overTable,
  lookup: overTable,
  marginalTiers: overTable,
  retroactiveTiers: overTable,
};

function leaf({ op }: Formula): OfBounds {
  throw new Error(`the ${op} is read, not calculated`);
}

function hull(left: Interval, right: Interval): Interval {
  return { low: Math.min(left.low, right.low), high: Math.max(left.high, right.high) };
}

function widened(low: number, high: number): Interval {
  return {
    low: low - Math.abs(low) * RELATIVE - ABSOLUTE,
    high: high + Math.abs(high) * RELATIVE + ABSOLUTE,
  };
}

function product(left: Interval, right: Interval): Interval {
  const corners = [left.low, left.high].flatMap((one) =>
    [right.low, right.high].map((other) => (one === 0 || other === 0 ? 0 : one * other)),
  );
  return widened(Math.min(...corners), Math.max(...corners));
}

function quotient(over: Interval, under: Interval, otherwise: Interval): Interval {
  if (under.low === 0 && under.high === 0) return otherwise;
  const holdsZero = under.low <= 0 && under.high >= 0;
  if (!holdsZero) return product(over, { low: 1 / under.high, high: 1 / under.low });
  if (under.low < 0) return ANYTHING;
  // From just above zero on: the quotient is as large as any, and no smaller than at the end.
  return hull(product(over, { low: 1 / under.high, high: Number.POSITIVE_INFINITY }), otherwise);
}

function roundedOrNot(figure: number, places: number, mode: FormulaOf<'round'>['mode']): number {
  return Number.isFinite(figure) ? rounded(figure, places, mode) : figure;
}

function compared(left: Interval, relation: Relation, right: Interval): Interval {
  const lowest = orderOf(left.low, right.high);
  const highest = orderOf(left.high, right.low);
  const [less, equal, greater] = HOLDS[relation];
  if (Number.isNaN(lowest) || Number.isNaN(highest)) return EITHER;
  const may = [
    ...(lowest < 0 ? [less] : []),
    ...(lowest <= 0 && highest >= 0 ? [equal] : []),
    ...(highest > 0 ? [greater] : []),
  ];
  return { low: may.every(Boolean) ? 1 : 0, high: may.some(Boolean) ? 1 : 0 };
}

type TableNode = FormulaOf<'interpolate' | 'lookup' | 'marginalTiers' | 'retroactiveTiers'>;

/** Between its points a table is a line: its ends and both sides of every point are its bounds. */
function overTable(node: TableNode): OfBounds {
  const registers = new Float64Array(2);
  const step = stepOf(node)([0], 1);
  const at = (figure: number): number => {
    registers[0] = figure;
    step(registers);
    return registers[1] as number;
  };
  return ([on = ANYTHING]) => {
    if (!Number.isFinite(on.low) || !Number.isFinite(on.high)) return ANYTHING;
    const corners = node.points.map((point) => point.at.approximately());
    const inside = corners.filter((corner) => on.low <= corner && corner <= on.high);
    const sides = inside.flatMap((corner) => {
      const hair = Math.max(Math.abs(corner), 1) * 1e-9;
      return [corner - hair, corner, corner + hair];
    });
    const seen = [on.low, on.high, ...sides].map(at).map((each) => (Number.isNaN(each) ? 0 : each));
    return widened(Math.min(...seen), Math.max(...seen));
  };
}
