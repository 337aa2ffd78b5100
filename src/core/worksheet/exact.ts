// The exact view: the only source of paid money. A worksheet is prepared once (formulas become
// closures), then evaluated for each payee's inputs and deals; all values are kept, so that any
// number can be explained later without calculating again.
// What is not known stays unknown: it never becomes a zero. Source: ENGINE.md sections 1 and 3.

import { compareExact, decided, type Exact, exactInteger, ZERO } from '../exact-number.ts';
import { roundTo } from '../rounding.ts';
import type { Datum, Formula, OperationTable, Relation } from './operations.ts';
import { interpolateAt, marginalAt, retroactiveAt, steppedAt } from './tables.ts';
import type { Worksheet } from './worksheet.ts';

/** One deal as the worksheet sees it: its attributes by name. */
export type DealRow = ReadonlyMap<string, Datum>;

/** All values of one evaluation: cells by id, columns by id with one datum per deal. */
export interface Values {
  readonly cells: ReadonlyMap<string, Datum>;
  readonly columns: ReadonlyMap<string, readonly Datum[]>;
}

/** Why a cell has no value. `deal` is the row whose attribute was missing. */
export interface Gap {
  readonly cell: string;
  readonly reason: 'divided-by-zero' | 'deal-incomplete' | 'input-missing';
  readonly deal?: number;
}

export interface Evaluation extends Values {
  readonly gaps: readonly Gap[];
}

export type ExactView = (
  inputs: ReadonlyMap<string, Datum>,
  deals: readonly DealRow[],
) => Evaluation;

interface Scope {
  readonly inputs: ReadonlyMap<string, Datum>;
  readonly cells: Map<string, Datum>;
  readonly columns: Map<string, readonly Datum[]>;
  readonly gaps: Gap[];
  cell: string;
  row: DealRow | undefined;
  rowIndex: number;
}

type Run = (scope: Scope) => Datum;

/** Prepares a worksheet for exact evaluation. */
export function prepareExact(worksheet: Worksheet): ExactView {
  const columns = worksheet.columns.map(({ id, formula }) => ({ id, run: prepare(formula) }));
  const cells = worksheet.cells.map(({ id, formula }) => ({ id, run: prepare(formula) }));
  return (inputs, deals) => {
    const scope: Scope = {
      inputs,
      cells: new Map(),
      columns: new Map(),
      gaps: [],
      cell: '',
      row: undefined,
      rowIndex: -1,
    };
    for (const { id, run } of columns) {
      scope.cell = id;
      const data = new Array<Datum>(deals.length);
      scope.columns.set(id, data);
      deals.forEach((row, index) => {
        scope.row = row;
        scope.rowIndex = index;
        data[index] = run(scope);
      });
    }
    for (const { id, run } of cells) {
      scope.cell = id;
      scope.cells.set(id, run(scope));
    }
    return { cells: scope.cells, columns: scope.columns, gaps: scope.gaps };
  };
}

/** Prepares one per-deal formula outside a worksheet: a derived column at import. */
export function prepareDealFormula(formula: Formula): (row: DealRow) => Datum {
  const run = prepare(formula);
  return (row) =>
    run({
      inputs: new Map(),
      cells: new Map(),
      columns: new Map(),
      gaps: [],
      cell: '',
      row,
      rowIndex: 0,
    });
}

function prepare(formula: Formula): Run {
  // The table has one entry per operation; TypeScript cannot see that node and entry correspond.
  const entry = operations[formula.op] as (node: Formula) => Run;
  return entry(formula);
}

const operations: OperationTable<Run> = {
  constant:
    ({ datum }) =>
    () =>
      datum,
  input:
    ({ name }) =>
    (scope) => {
      return scope.inputs.get(name);
    },
  cell:
    ({ id }) =>
    (scope) =>
      scope.cells.get(id),
  column:
    ({ id }) =>
    (scope) =>
      scope.columns.get(id)?.[scope.rowIndex],
  attribute:
    ({ name }) =>
    (scope) =>
      scope.row?.get(name),
  add: ({ terms }) => folding(terms, (left, right) => left.plus(right)),
  multiply: ({ factors }) => folding(factors, (left, right) => left.times(right)),
  minimum: ({ of }) => folding(of, (a, b) => (compareExact(b, a) < 0 ? b : a)),
  maximum: ({ of }) => folding(of, (a, b) => (compareExact(b, a) > 0 ? b : a)),
  subtract: ({ left, right }) => folding([left, right], (a, b) => a.minus(b)),
  divide: ({ left, right, whenZero }) => {
    const [over, under] = [prepare(left), prepare(right)];
    const otherwise = whenZero && prepare(whenZero);
    return (scope) => {
      const divisor = under(scope) as Exact | undefined;
      if (divisor === undefined) return undefined;
      // Decided first: twelve twelfths less one is dust, not a divisor.
      if (!decided(divisor).eq(ZERO)) return (over(scope) as Exact | undefined)?.div(divisor);
      return otherwise ? otherwise(scope) : noted(scope, 'divided-by-zero');
    };
  },
  round: ({ of, places, mode }) => numeric(of, (number) => roundTo(number, places, mode)),
  compare: ({ left, relation, right }) => {
    const [first, second] = [prepare(left), prepare(right)];
    return (scope) => related(first(scope), relation, second(scope));
  },
  all: ({ of }) => deciding(of, false),
  any: ({ of }) => deciding(of, true),
  not: ({ of }) => {
    const run = prepare(of);
    return (scope) => {
      const flag = run(scope);
      return flag === undefined ? undefined : !flag;
    };
  },
  choose: ({ when, yes, no }) => {
    const [condition, ifTrue, ifFalse] = [prepare(when), prepare(yes), prepare(no)];
    return (scope) => {
      const flag = condition(scope);
      if (flag === undefined) return undefined;
      return flag ? ifTrue(scope) : ifFalse(scope);
    };
  },
  known: ({ of }) => {
    const run = prepare(of);
    return (scope) => run(scope) !== undefined;
  },
  daysBetween: ({ from, to }) => {
    const [start, end] = [prepare(from), prepare(to)];
    return (scope) => {
      const [first, last] = [start(scope), end(scope)];
      if (typeof first !== 'number' || typeof last !== 'number') return undefined;
      return exactInteger(last - first);
    };
  },
  sum:
    ({ column, where }) =>
    (scope) => {
      let total = ZERO;
      return eachCounted(scope, where, column, (datum) => {
        total = total.plus(datum as Exact);
      })
        ? total
        : undefined;
    },
  count:
    ({ where }) =>
    (scope) => {
      let deals = 0;
      return eachCounted(scope, where, where, () => {
        deals += 1;
      })
        ? exactInteger(deals)
        : undefined;
    },
  distinct:
    ({ column, where }) =>
    (scope) => {
      const seen = new Set<string>();
      return eachCounted(scope, where, column, (datum) => {
        seen.add(typeof datum === 'object' ? datum.toFixed() : String(datum));
      })
        ? exactInteger(seen.size)
        : undefined;
    },
  interpolate: ({ on, points, below, above, owns }) =>
    numeric(on, (number) => interpolateAt(number, points, below, above, owns)),
  lookup: ({ on, points, below, owns }) =>
    numeric(on, (number) => steppedAt(number, points, below, owns)),
  marginalTiers: ({ on, points }) => numeric(on, (number) => marginalAt(number, points)),
  retroactiveTiers: ({ on, points, owns }) =>
    numeric(on, (number) => retroactiveAt(number, points, owns)),
};

function noted(scope: Scope, reason: Gap['reason'], deal?: number): undefined {
  scope.gaps.push({ cell: scope.cell, reason, ...(deal !== undefined && { deal }) });
  return undefined;
}

function numeric(of: Formula, apply: (number: Exact) => Exact): Run {
  const run = prepare(of);
  return (scope) => {
    const number = run(scope) as Exact | undefined;
    return number === undefined ? undefined : apply(number);
  };
}

function folding(of: readonly Formula[], combine: (left: Exact, right: Exact) => Exact): Run {
  const runs = of.map(prepare);
  return (scope) => {
    let total: Exact | undefined;
    for (const run of runs) {
      const next = run(scope) as Exact | undefined;
      if (next === undefined) return undefined;
      total = total === undefined ? next : combine(total, next);
    }
    return total;
  };
}

/** Kleene logic: one decisive operand settles it, whatever else is unknown. */
function deciding(of: readonly Formula[], decisive: boolean): Run {
  const runs = of.map(prepare);
  return (scope) => {
    let unknown = false;
    for (const run of runs) {
      const flag = run(scope);
      if (flag === decisive) return decisive;
      if (flag === undefined) unknown = true;
    }
    return unknown ? undefined : !decisive;
  };
}

/** Visits the deals where the flag is true; false when a needed figure is not known. */
function eachCounted(
  scope: Scope,
  where: string,
  column: string,
  visit: (datum: Exclude<Datum, undefined>) => void,
): boolean {
  const flags = scope.columns.get(where) ?? [];
  const data = scope.columns.get(column) ?? [];
  let complete = true;
  for (let index = 0; index < flags.length; index += 1) {
    const flag = flags[index];
    const datum = data[index];
    if (flag === false) continue;
    if (flag === undefined || datum === undefined) {
      noted(scope, 'deal-incomplete', index);
      complete = false;
    } else visit(datum);
  }
  return complete;
}

function related(left: Datum, relation: Relation, right: Datum): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  const order = orderOf(left, right);
  switch (relation) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function orderOf(left: Exclude<Datum, undefined>, right: Exclude<Datum, undefined>): number {
  if (typeof left === 'object') return compareExact(left, right as Exact);
  if (left === right) return 0;
  return left < (right as typeof left) ? -1 : 1;
}
