// Finds the deals that may fall to a payee without looking at all of them: by who is credited, and
// by who ever stood below whom. Built once per run, so that a company of twice the size takes twice
// as long. In: deals and people. Out: candidates; whether a deal falls to the payee on its day is
// for crediting to decide. Source: ENGINE.md section 5 (rollup).

import type { DealScope } from '../measures/document.ts';
import type { PeriodData } from '../period-data/period-data.ts';

export class DealIndex {
  readonly #all: readonly number[];
  /** Places in the list of deals, ascending, by who is credited. */
  readonly #creditedTo = new Map<string, number[]>();
  /** Who ever reported to a manager. */
  readonly #reportsOf = new Map<string, string[]>();

  constructor({ deals, people }: Pick<PeriodData, 'deals' | 'people'>) {
    this.#all = deals.map((_, at) => at);
    deals.forEach(({ credits }, at) => {
      for (const payee of payeesOf(credits)) append(this.#creditedTo, payee, at);
    });
    for (const { id, reporting } of people.values()) {
      for (const { manager } of reporting) append(this.#reportsOf, manager, id);
    }
  }

  /** Places of deals that may fall to a payee in any of these scopes, each once, ascending. */
  candidates(payee: string, scopes: ReadonlySet<DealScope>): readonly number[] {
    if (scopes.has('company')) return this.#all;
    if (!scopes.has('team')) return this.#creditedTo.get(payee) ?? [];
    const people = [...this.#everBelow(payee)];
    const places = new Set(people.flatMap((person) => this.#creditedTo.get(person) ?? []));
    return [...places].sort((a, b) => a - b);
  }

  /** The payee and whoever reported to them at any time, directly or over others. */
  #everBelow(payee: string): ReadonlySet<string> {
    const found = new Set([payee]);
    // A set goes on to what is added while it is walked.
    for (const person of found) {
      for (const report of this.#reportsOf.get(person) ?? []) found.add(report);
    }
    return found;
  }
}

/** Each once, however often a deal names them. */
function payeesOf(credits: PeriodData['deals'][number]['credits']): Iterable<string> {
  const [only] = credits;
  if (only && credits.length === 1) return [only.payee];
  return new Set(credits.map(({ payee }) => payee));
}

function append<Held>(groups: Map<string, Held[]>, key: string, held: Held): void {
  const group = groups.get(key);
  if (group) group.push(held);
  else groups.set(key, [held]);
}
