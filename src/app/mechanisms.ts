// What cases prove: each mechanism of the plan language with the cases that name it.
// In: cases that ran. Out: mechanisms in order, each with the ids of its cases.

import { type CaseResult, compareText } from '../core/index.ts';

export interface ProvenMechanism {
  readonly mechanism: string;
  readonly cases: readonly string[];
}

/** One case of a mechanism may hold by chance, so that two are asked for. */
export const CASES_MIN = 2;

export function mechanismsOf(cases: readonly CaseResult[]): readonly ProvenMechanism[] {
  const named = cases.flatMap(({ id, mechanisms }) =>
    mechanisms.map((mechanism) => ({ mechanism, id })),
  );
  const groups = Map.groupBy(named, ({ mechanism }) => mechanism);
  return [...groups]
    .map(([mechanism, proving]) => ({ mechanism, cases: proving.map(({ id }) => id) }))
    .toSorted((a, b) => compareText(a.mechanism, b.mechanism));
}
