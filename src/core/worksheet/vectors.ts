// A worksheet's columns as steps over registers: each reads columns of figures or flags and leaves
// one, in a loop over all deals. What stands in several formulas, such as the days of a period, has
// one register and is calculated once. Where a step has no result, neither have those that read it,
// and the caller takes the column deal by deal. In: columns. Out: their steps. Source: ENGINE.md 1.

import { Decimal } from '../decimal.ts';
import type { DealColumns } from './deal-columns.ts';
import type { Formula } from './operations.ts';
import type { Room } from './vector-room.ts';
import { columnsRead, type Vector, type VectorStep, vectorStep } from './vector-table.ts';
import type { Column } from './worksheet.ts';

/** What has been calculated for some deals, by register. */
export type Registers = (Vector | undefined)[];

/** What a column takes beyond those before it, and the register that holds it then. */
export interface ColumnSteps {
  readonly steps: readonly RegisterStep[];
  readonly result: number;
}

/** A step with the registers that it reads, and the one that it fills. */
interface RegisterStep {
  readonly step: VectorStep;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly into: number;
  /** Whether its result is read when its column is done. */
  readonly isKept: boolean;
}

export function runSteps(
  { steps, result }: ColumnSteps,
  registers: Registers,
  deals: DealColumns,
  kept: Room,
): Vector | undefined {
  for (const { step, first, second, third, into, isKept } of steps) {
    const room = isKept ? kept : kept.scratch;
    registers[into] = step(deals, room, registers[first], registers[second], registers[third]);
  }
  return registers[result];
}

/** Prepares the columns of one worksheet. */
export function prepareVectors(columns: readonly Column[]): readonly ColumnSteps[] {
  const program = new VectorProgram(columns);
  return columns.map((column) => program.stepsOf(column));
}

/** What a step reads that has fewer operands than others: nothing is ever written there. */
const NO_OPERAND = 0;

class VectorProgram {
  readonly #repeated: ReadonlySet<string>;
  readonly #registers = new Map<string, number>();
  readonly #columns = new Map<string, number>();
  #used = NO_OPERAND + 1;

  constructor(columns: readonly Column[]) {
    this.#repeated = repeatedIn(columns.map(({ formula }) => formula));
  }

  stepsOf({ id, formula }: Column): ColumnSteps {
    const steps: RegisterStep[] = [];
    const result = this.#compile(formula, steps, true);
    this.#columns.set(id, result);
    return { steps, result };
  }

  /** Adds the steps to a formula; gives the register that holds it then. */
  #compile(formula: Formula, steps: RegisterStep[], isColumn = false): number {
    if (formula.op === 'column') return this.#columns.get(formula.id) ?? NO_OPERAND;
    const text = textOf(formula);
    const held = this.#registers.get(text);
    if (held !== undefined) return held;
    const pair = pairOf(formula);
    if (isList(formula) && pair.length === 1)
      return this.#compile(pair[0] as Formula, steps, isColumn);
    const operands = pair.map((each) => this.#compile(each, steps));
    const [first = NO_OPERAND, second = NO_OPERAND, third = NO_OPERAND] = operands;
    const into = this.#used;
    this.#used += 1;
    this.#registers.set(text, into);
    const isKept = isColumn || this.#repeated.has(text);
    steps.push({ step: vectorStep(formula), first, second, third, into, isKept });
    return into;
  }
}

/** Formulas that occur more than once. */
function repeatedIn(formulas: readonly Formula[]): ReadonlySet<string> {
  const found = new Set<string>();
  const repeated = new Set<string>();
  const visit = (formula: Formula): void => {
    const text = textOf(formula);
    (found.has(text) ? repeated : found).add(text);
    pairOf(formula).forEach(visit);
  };
  formulas.forEach(visit);
  return repeated;
}

function textOf(formula: Formula): string {
  return JSON.stringify(formula, (_, held) => (held instanceof Decimal ? held.toFixed() : held));
}

/**
 * The operands, those of a long list as all but the last and the last: lists that start alike, such
 * as conditions of a period, are then alike as far as they go.
 */
function pairOf(formula: Formula): readonly Formula[] {
  const operands = columnsRead(formula);
  const [last] = operands.slice(-1);
  if (!last || operands.length < 3) return operands;
  const others = operands.slice(0, -1);
  switch (formula.op) {
    case 'add':
      return [{ ...formula, terms: others }, last];
    case 'multiply':
      return [{ ...formula, factors: others }, last];
    case 'minimum':
    case 'maximum':
    case 'all':
    case 'any':
      return [{ ...formula, of: others }, last];
    default:
      return operands;
  }
}

/** One of a list of one is itself. */
function isList({ op }: Formula): boolean {
  const lists: readonly Formula['op'][] = ['add', 'multiply', 'minimum', 'maximum', 'all', 'any'];
  return lists.includes(op);
}
