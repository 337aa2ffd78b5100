// A deal as the hero test copies it: what the deal table and look-ups say of it, with its dates
// moved so that it counts on a day. What is calculated from others follows by itself, and of what a
// plan counts different ones, such as customers, each copy has its own.
// In: a deal and a day. Out: attributes by name, of which some may be changed.

import type { Company } from '../company/company.ts';
import type { Deal } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import type { Datum } from '../worksheet/operations.ts';
import { attributesIn } from '../worksheet/worksheet.ts';

/** What may be changed about a deal. */
export type Copied = ReadonlyMap<string, Datum>;

export class DealCopier {
  readonly #names: readonly string[];
  readonly #countsOn: string;
  readonly #company: Company;
  readonly #day: number;

  constructor(company: Company, { measures }: Pick<Plan, 'measures'>, day: number) {
    const own = [...measures.values()].flatMap((each) =>
      each.calculate === 'distinct' ? attributesIn([each.of.formula]) : [],
    );
    const others = new Set([...own, ...company.deals.derived.map(({ name }) => name)]);
    this.#names = [...company.model.units.keys()].filter((name) => !others.has(name));
    this.#countsOn = dayOf(company, measures);
    this.#company = company;
    this.#day = day;
  }

  copy(deal: Deal): Copied {
    return new Map(this.#names.map((name) => [name, this.read(deal, name)]));
  }

  /** Of a date, the day on which it falls when the deal counts on the copier's day. */
  read({ attributes }: Pick<Deal, 'attributes'>, name: string): Datum {
    const datum = attributes.get(name);
    if (this.#company.model.units.get(name) !== 'date' || typeof datum !== 'number') return datum;
    const counted = attributes.get(this.#countsOn);
    return typeof counted === 'number' ? datum + this.#day - counted : datum;
  }
}

/** The date by which a plan counts deals: the company's, unless no measure looks at that. */
export function dayOf({ model }: Company, measures: Plan['measures']): string {
  const dates = [...measures.values()].flatMap((each) => ('date' in each ? [each.date] : []));
  const [other = model.countsOn] = dates;
  return dates.includes(model.countsOn) ? model.countsOn : other;
}
