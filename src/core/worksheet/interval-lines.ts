// Weighted sums of what moves, beside the bounds of intervals. Bounds alone forget that a cap
// takes away what a sum has too much: `sum + min(0, cap - sum)` is the cap, and not anything
// around it. What is no weighted sum is moved by itself. In: a formula's operands. Out: a weighted
// sum, or none. Source: affine arithmetic (Comba, Stolfi).

import type { Interval } from './intervals.ts';
import type { Formula } from './operations.ts';

/** A constant, and by name what moves: its weight and its bounds. */
export interface Line {
  readonly at: number;
  readonly terms: ReadonlyMap<string, Term>;
}

interface Term {
  readonly weight: number;
  readonly low: number;
  readonly high: number;
}

/** Something that moves by itself. */
export function moving(name: string, { low, high }: Interval): Line {
  return { at: 0, terms: new Map([[name, { weight: 1, low, high }]]) };
}

export function lineOf(formula: Formula, of: readonly Interval[]): Line | undefined {
  const [first, second, third] = of;
  switch (formula.op) {
    case 'add':
      return of.map(asLine).reduce((sum, each) => plus(sum, each, 1));
    case 'subtract':
      return first && second && plus(asLine(first), asLine(second), -1);
    case 'multiply':
      return productOf(of);
    case 'divide':
      return second && isPoint(second) && second.low !== 0
        ? times(first, 1 / second.low)
        : undefined;
    case 'minimum':
      return of.find((each) => of.every((other) => other === each || each.high <= other.low))?.line;
    case 'maximum':
      return of.find((each) => of.every((other) => other === each || each.low >= other.high))?.line;
    case 'choose':
      if (first?.low === 1) return second?.line;
      return first?.high === 0 ? third?.line : undefined;
    default:
      return undefined;
  }
}

/** Bounds of a weighted sum, a little wide. */
export function rangeOf({ at, terms }: Line): { readonly low: number; readonly high: number } {
  let [low, high, size] = [at, at, Math.abs(at)];
  for (const { weight, low: least, high: most } of terms.values()) {
    const ends = [weight * least, weight * most];
    low += Math.min(...ends);
    high += Math.max(...ends);
    size += Math.max(Math.abs(ends[0] as number), Math.abs(ends[1] as number));
  }
  const hair = size * 1e-13 + 1e-10;
  return { low: low - hair, high: high + hair };
}

function isPoint({ low, high }: Interval): boolean {
  return low === high;
}

function asLine(of: Interval): Line | undefined {
  return isPoint(of) ? { at: of.low, terms: new Map() } : of.line;
}

function productOf(of: readonly Interval[]): Line | undefined {
  const movingOnes = of.filter((each) => !isPoint(each));
  const factor = of.filter(isPoint).reduce((product, { low }) => product * low, 1);
  return movingOnes.length === 1 ? times(movingOnes[0], factor) : undefined;
}

function times(of: Interval | undefined, factor: number): Line | undefined {
  const line = of && asLine(of);
  return line && plus({ at: 0, terms: new Map() }, line, factor);
}

function plus(left: Line | undefined, right: Line | undefined, factor: number): Line | undefined {
  if (!left || !right) return undefined;
  const terms = new Map(left.terms);
  for (const [name, { weight, low, high }] of right.terms) {
    const sum = (terms.get(name)?.weight ?? 0) + weight * factor;
    // What all but cancels out has cancelled out.
    if (Math.abs(sum) <= Math.abs(weight * factor) * 1e-12) terms.delete(name);
    else terms.set(name, { weight: sum, low, high });
  }
  return { at: left.at + right.at * factor, terms };
}
