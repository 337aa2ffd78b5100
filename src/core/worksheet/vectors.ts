// Evaluates formulas for all deals at once: operands first, then the operation's step, each a loop
// over a column. What stands in several columns, such as the days of a period, is evaluated once.
// Where a step has no result, the formula has none, and the caller takes it deal by deal.
// In: formulas that read deals. Out: columns. Source: ENGINE.md section 1.

import { Decimal } from '../decimal.ts';
import { type Formula, operandsOf } from './operations.ts';
import type { Room } from './vector-room.ts';
import { type Vector, type VectorFrame, type VectorStep, vectorStep } from './vector-table.ts';

/** The room is where the result goes: what is kept, or what is good until the column is done. */
export type VectorRun = (frame: VectorFrame, room: Room) => Vector | undefined;

/** Prepares the formulas of one worksheet's columns. */
export function prepareVectors(formulas: readonly Formula[]): readonly VectorRun[] {
  const repeated = repeatedIn(formulas);
  const prepare = (formula: Formula): VectorRun => {
    const [first, ...others] = pairOf(formula).map(prepare);
    const isAlone = first && others.length === 0 && isList(formula);
    const run = isAlone ? first : runOf(vectorStep(formula), first, ...others);
    const slot = repeated.get(textOf(formula));
    return slot === undefined ? run : evaluatedOnce(run, slot);
  };
  return formulas.map(prepare);
}

function runOf(
  step: VectorStep,
  first?: VectorRun,
  second?: VectorRun,
  third?: VectorRun,
): VectorRun {
  return (frame, room) => {
    const one = first?.(frame, room.scratch);
    if (first && !one) return undefined;
    const two = second?.(frame, room.scratch);
    if (second && !two) return undefined;
    return step(frame, room, one, two, third?.(frame, room.scratch));
  };
}

function evaluatedOnce(run: VectorRun, slot: number): VectorRun {
  return (frame) => {
    const known = frame.shared[slot];
    if (known !== undefined) return known ?? undefined;
    const found = run(frame, frame.kept);
    frame.shared[slot] = found ?? null;
    return found;
  };
}

/** Formulas over deals that occur more than once, each with a number of its own. */
function repeatedIn(formulas: readonly Formula[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const visit = (formula: Formula): void => {
    const operands = pairOf(formula);
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

/**
 * The operands, those of a long list as all but the last and the last: lists that start alike, such
 * as conditions of a period, are then alike as far as they go.
 */
function pairOf(formula: Formula): readonly Formula[] {
  const operands = operandsOf(formula);
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
