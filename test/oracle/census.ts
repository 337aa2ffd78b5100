// How many generated scenarios had each mechanism: so that a reader sees that the generator does not
// only make trivial plans, and no law silently tests nothing. In: names of mechanisms.
// Out: a table, and the names that were never seen.

import { MECHANISMS } from './mechanisms.ts';

/** Mechanisms by number of scenarios; those at zero were never generated. */
export type Census = Map<string, number>;

export function newCensus(): Census {
  return new Map(MECHANISMS.map((name) => [name, 0]));
}

export function enter(census: Census, names: Iterable<string>): void {
  for (const name of new Set(names)) {
    const known = census.get(name);
    if (known === undefined) throw new Error(`the census has no line for ${name}`);
    census.set(name, known + 1);
  }
}

const COLUMNS = 3;

/** In columns, since there are many. */
export function censusText(census: Census, scenarios: number): string {
  const entries = [...census].map(([name, count]) => {
    const percent = ((100 * count) / scenarios).toFixed(1);
    return `${name.padEnd(30)} ${percent.padStart(5)} %`;
  });
  const height = Math.ceil(entries.length / COLUMNS);
  const lines = Array.from({ length: height }, (_, row) =>
    entries.filter((_each, index) => index % height === row).join('   '),
  );
  return `of ${scenarios} generated scenarios, so many had:\n  ${lines.join('\n  ')}\n`;
}

export function neverSeen(census: Census): readonly string[] {
  return [...census].flatMap(([name, count]) => (count === 0 ? [name] : []));
}
