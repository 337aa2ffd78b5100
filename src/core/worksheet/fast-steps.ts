// What each operation does in doubles: a table of makers of steps. A step reads some registers and
// writes one; it makes nothing, so that a simulation does not wait for garbage to be collected.
// In: registers of a formula's operands, in the order in which operations.ts lists them.
// Out: steps. How doubles decide is stated in fast-number.ts.

import { orderOf, plus, quotient, rounded } from './fast-number.ts';
import {
  interpolateFast,
  lookupFast,
  marginalFast,
  retroactiveFast,
  type TableStep,
} from './fast-tables.ts';
import { type Formula, HOLDS, type OperationTable, type Relation } from './operations.ts';

export type Step = (registers: Float64Array) => void;
/** Makes the step that writes to the register `into`. */
type MakeStep = (operands: readonly number[], into: number) => Step;

/** The maker of one operation's step. */
export function stepOf(formula: Formula): MakeStep {
  // One entry per operation; TypeScript cannot see that node and entry correspond.
  const entry = table[formula.op] as (node: Formula) => MakeStep;
  return entry(formula);
}

const table: OperationTable<MakeStep> = {
  constant: copying,
  input: copying,
  cell: copying,
  sum: copying,
  count: copying,
  distinct: copying,
  attribute: ofOneDeal,
  column: ofOneDeal,
  add: () =>
    folding((left, right, into) => (r) => {
      r[into] = plus(r[left] as number, r[right] as number);
    }),
  subtract: () =>
    folding((left, right, into) => (r) => {
      r[into] = plus(r[left] as number, -(r[right] as number));
    }),
  multiply: () =>
    folding((left, right, into) => (r) => {
      r[into] = (r[left] as number) * (r[right] as number);
    }),
  minimum: () =>
    folding((left, right, into) => (r) => {
      r[into] = Math.min(r[left] as number, r[right] as number);
    }),
  maximum: () =>
    folding((left, right, into) => (r) => {
      r[into] = Math.max(r[left] as number, r[right] as number);
    }),
  // Kleene's logic: one operand may settle it, whatever else is unknown.
  all: () =>
    folding((left, right, into) => (r) => {
      const isSettled = r[left] === 0 || r[right] === 0;
      r[into] = isSettled ? 0 : (r[left] as number) * (r[right] as number);
    }),
  any: () =>
    folding((left, right, into) => (r) => {
      const isSettled = r[left] === 1 || r[right] === 1;
      r[into] = isSettled ? 1 : (r[left] as number) + (r[right] as number);
    }),
  daysBetween:
    () =>
    ([from = 0, to = 0], into) =>
    (r) => {
      r[into] = (r[to] as number) - (r[from] as number);
    },
  divide:
    () =>
    ([over = 0, under = 0, otherwise], into) =>
    (r) => {
      const whenZero = otherwise === undefined ? Number.NaN : (r[otherwise] as number);
      r[into] = quotient(r[over] as number, r[under] as number, whenZero);
    },
  round:
    ({ places, mode }) =>
    ([on = 0], into) =>
    (r) => {
      r[into] = rounded(r[on] as number, places, mode);
    },
  compare: ({ relation }) => comparing(relation),
  not:
    () =>
    ([flag = 0], into) =>
    (r) => {
      r[into] = 1 - (r[flag] as number);
    },
  choose:
    () =>
    ([when = 0, yes = 0, no = 0], into) =>
    (r) => {
      const flag = r[when] as number;
      const chosen = (flag === 0 ? r[no] : r[yes]) as number;
      r[into] = Number.isNaN(flag) ? flag : chosen;
    },
  known:
    () =>
    ([of = 0], into) =>
    (r) => {
      r[into] = Number.isNaN(r[of]) ? 0 : 1;
    },
  interpolate: (node) => reading(interpolateFast(node)),
  lookup: (node) => reading(lookupFast(node)),
  marginalTiers: (node) => reading(marginalFast(node)),
  retroactiveTiers: (node) => reading(retroactiveFast(node)),
};

function comparing(relation: Relation): MakeStep {
  const [less = 0, equal = 0, greater = 0] = HOLDS[relation].map((holds) => (holds ? 1 : 0));
  return ([left = 0, right = 0], into) =>
    (r) => {
      const order = orderOf(r[left] as number, r[right] as number);
      const unequal = order < 0 ? less : greater;
      const known = order === 0 ? equal : unequal;
      r[into] = Number.isNaN(order) ? order : known;
    };
}

function copying(): MakeStep {
  return ([from = 0], into) =>
    (r) => {
      r[into] = r[from] as number;
    };
}

function ofOneDeal({ op }: Formula): MakeStep {
  throw new Error(`a cell does not read the ${op} of one deal`);
}

function reading(read: TableStep): MakeStep {
  return ([on = 0], into) =>
    (r) =>
      read(r, on, into);
}

/** Two operands at a time, from the left. */
function folding(two: (left: number, right: number, into: number) => Step): MakeStep {
  return ([first = 0, ...others], into) => {
    const steps = others.map((right, at) => two(at === 0 ? first : into, right, into));
    const [only] = steps;
    if (!only) return copying()([first], into);
    if (steps.length === 1) return only;
    return (r) => {
      for (const step of steps) step(r);
    };
  };
}
