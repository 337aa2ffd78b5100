// The closed set of operations that every number of every plan is made of. A view (exact, fast,
// Excel, explanation) is one table over this set; adding an operation here makes the compiler
// name the views that lack it. In: nothing. Out: the formula tree's types and its constructors.
// Source: ENGINE.md section 1.

import type { DayNumber } from '../calendar.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import type { Rounding } from '../rounding.ts';

/** What a number means. `number` is a figure without a unit, such as a head count in a table. */
export const units = ['money', 'ratio', 'count', 'days', 'number', 'flag', 'text', 'date'] as const;
export type Unit = (typeof units)[number];

/** What a cell or a deal's column can hold: dates are day numbers; undefined is "not known". */
export type Datum = Exact | DayNumber | string | boolean | undefined;

export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Whether a relation holds for what is less, equal and greater. */
export const HOLDS: Readonly<Record<Relation, readonly [boolean, boolean, boolean]>> = {
  '=': [false, true, false],
  '!=': [true, false, true],
  '<': [true, false, false],
  '<=': [true, true, false],
  '>': [false, false, true],
  '>=': [false, true, true],
};

/** A boundary belongs to the row that starts there (`lower` bound owned) or to the one before. */
export type BoundaryOwner = 'lower' | 'upper';

/** A corner of a payout curve or a row of a rate table. */
export interface TablePoint {
  readonly at: Exact;
  readonly pays: Exact;
}

/** Outside a table's points: nothing is paid, the last figure holds, or the line goes on. */
export type Outside = 'nothing' | 'hold' | 'extend';

/** Fields of each operation. A cell's formula reads cells; a column's formula reads one deal. */
export interface Operations {
  constant: { readonly datum: Exclude<Datum, undefined>; readonly unit: Unit };
  input: { readonly name: string };
  cell: { readonly id: string };
  column: { readonly id: string };
  attribute: { readonly name: string };
  add: { readonly terms: readonly Formula[] };
  subtract: { readonly left: Formula; readonly right: Formula };
  multiply: { readonly factors: readonly Formula[] };
  /** `whenZero` is what a zero divisor yields; without it a zero divisor is a reported problem. */
  divide: { readonly left: Formula; readonly right: Formula; readonly whenZero?: Formula };
  minimum: { readonly of: readonly Formula[] };
  maximum: { readonly of: readonly Formula[] };
  round: Rounding & { readonly of: Formula };
  compare: { readonly left: Formula; readonly relation: Relation; readonly right: Formula };
  all: { readonly of: readonly Formula[] };
  any: { readonly of: readonly Formula[] };
  not: { readonly of: Formula };
  choose: { readonly when: Formula; readonly yes: Formula; readonly no: Formula };
  known: { readonly of: Formula };
  daysBetween: { readonly from: Formula; readonly to: Formula };
  /** Over the payee's deals for which the flag column `where` is true. */
  sum: { readonly column: string; readonly where: string };
  count: { readonly where: string };
  distinct: { readonly column: string; readonly where: string };
  /** Straight lines between points; where two points share one `at`, `owns` says which pays. */
  interpolate: Table & { readonly below: Outside; readonly above: Outside };
  /** The figure of the last row whose `at` is reached. */
  lookup: Table & { readonly below: Outside };
  /** Each slice of the number at its own row's rate, summed. */
  marginalTiers: Table;
  /** The whole number at the rate of the last row whose `at` is reached. */
  retroactiveTiers: Table;
}

interface Table {
  /** Which row a number exactly on a boundary belongs to; the upper one owns its start. */
  readonly owns?: BoundaryOwner;
  readonly on: Formula;
  /** Unit of what the table runs on: of each point's `at`. */
  readonly onUnit: Unit;
  /** Unit of what a point pays; a ratio unless stated. */
  readonly pays?: Unit;
  readonly points: readonly TablePoint[];
}

export type OperationName = keyof Operations;
export type Formula = {
  [Name in OperationName]: { readonly op: Name } & Operations[Name];
}[OperationName];
/** One operation's node. */
export type FormulaOf<Name extends OperationName> = Extract<Formula, { op: Name }>;

/** A view's table: what it does with each operation. */
export type OperationTable<Result> = {
  readonly [Name in OperationName]: (node: FormulaOf<Name>) => Result;
};

export const constant = (datum: Exclude<Datum, undefined>, unit: Unit): Formula => ({
  op: 'constant',
  datum,
  unit,
});
/** No money: what sums start from and limits compare with. */
export const NO_MONEY: Formula = constant(ZERO, 'money');
export const attribute = (name: string): Formula => ({ op: 'attribute', name });
export const column = (id: string): Formula => ({ op: 'column', id });
export const add = (...terms: readonly Formula[]): Formula => ({ op: 'add', terms });
export const subtract = (left: Formula, right: Formula): Formula => ({
  op: 'subtract',
  left,
  right,
});
export const multiply = (...factors: readonly Formula[]): Formula => ({ op: 'multiply', factors });
export const divide = (left: Formula, right: Formula, whenZero?: Formula): Formula => ({
  op: 'divide',
  left,
  right,
  ...(whenZero && { whenZero }),
});
export const minimum = (...of: readonly Formula[]): Formula => ({ op: 'minimum', of });
export const maximum = (...of: readonly Formula[]): Formula => ({ op: 'maximum', of });
export const round = (of: Formula, rounding: Rounding): Formula => ({
  op: 'round',
  of,
  ...rounding,
});
export const compare = (left: Formula, relation: Relation, right: Formula): Formula => ({
  op: 'compare',
  left,
  relation,
  right,
});
export const all = (...of: readonly Formula[]): Formula => ({ op: 'all', of });
export const choose = (when: Formula, yes: Formula, no: Formula): Formula => ({
  op: 'choose',
  when,
  yes,
  no,
});
export const known = (of: Formula): Formula => ({ op: 'known', of });

/** The formulas directly inside one formula, left to right. */
export function operandsOf(formula: Formula): readonly Formula[] {
  switch (formula.op) {
    case 'constant':
    case 'input':
    case 'cell':
    case 'column':
    case 'attribute':
    case 'sum':
    case 'count':
    case 'distinct':
      return [];
    case 'add':
      return formula.terms;
    case 'multiply':
      return formula.factors;
    case 'subtract':
    case 'compare':
      return [formula.left, formula.right];
    case 'divide':
      return [formula.left, formula.right, ...(formula.whenZero ? [formula.whenZero] : [])];
    case 'minimum':
    case 'maximum':
    case 'all':
    case 'any':
      return formula.of;
    case 'round':
    case 'not':
    case 'known':
      return [formula.of];
    case 'choose':
      return [formula.when, formula.yes, formula.no];
    case 'daysBetween':
      return [formula.from, formula.to];
    case 'interpolate':
    case 'lookup':
    case 'marginalTiers':
    case 'retroactiveTiers':
      return [formula.on];
  }
}

/** The same formula over changed operands. */
export function mapOperands(formula: Formula, change: (operand: Formula) => Formula): Formula {
  const each = (of: readonly Formula[]): readonly Formula[] => of.map(change);
  switch (formula.op) {
    case 'add':
      return { ...formula, terms: each(formula.terms) };
    case 'multiply':
      return { ...formula, factors: each(formula.factors) };
    case 'subtract':
    case 'compare':
      return { ...formula, left: change(formula.left), right: change(formula.right) };
    case 'divide': {
      const { whenZero } = formula;
      const changed = { ...formula, left: change(formula.left), right: change(formula.right) };
      return whenZero ? { ...changed, whenZero: change(whenZero) } : changed;
    }
    case 'minimum':
    case 'maximum':
    case 'all':
    case 'any':
      return { ...formula, of: each(formula.of) };
    case 'round':
    case 'not':
    case 'known':
      return { ...formula, of: change(formula.of) };
    case 'choose':
      return {
        ...formula,
        when: change(formula.when),
        yes: change(formula.yes),
        no: change(formula.no),
      };
    case 'daysBetween':
      return { ...formula, from: change(formula.from), to: change(formula.to) };
    case 'interpolate':
    case 'lookup':
    case 'marginalTiers':
    case 'retroactiveTiers':
      return { ...formula, on: change(formula.on) };
    default:
      return formula;
  }
}
