// The deals of a what-if: some imagined, some changed, some gone, the others as they are. What is
// calculated from other attributes is calculated anew. In: deals and changes. Out: deals in order
// of their ids, and their columns.

import type { Period } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import { compareText } from '../diagnostic.ts';
import { ONE } from '../exact-number.ts';
import type { CreditShare, Deal, PeriodData } from '../period-data/period-data.ts';
import { isWithin } from '../period-data/period-data.ts';
import { DealColumns } from '../worksheet/deal-columns.ts';
import { prepareDealFormula } from '../worksheet/exact.ts';
import type { Datum } from '../worksheet/operations.ts';
import type { DealAttributes, ImaginedDeal, ScenarioChanges } from './scenario.ts';

type Deals = Pick<PeriodData, 'deals' | 'dealColumns'>;
type DealChanges = Pick<ScenarioChanges, 'add' | 'edit' | 'drop'>;

/** A deal that is not as the data has it. */
interface Changed {
  readonly id: string;
  readonly credits: readonly CreditShare[];
  readonly place: Deal['place'];
  readonly attributes: DealAttributes;
}

export interface DealTableRequest {
  readonly company: Company;
  readonly data: Deals;
  /** Every deal of the company: an imagined one may be like somebody else's. */
  readonly all: PeriodData['deals'];
  readonly payee: string;
  readonly period: Period;
  /** Attributes of which every deal has its own, because the plan counts different ones. */
  readonly distinct: readonly string[];
}

const UNPLACED = { file: 'scenario', line: 1, column: 1 };

export class DealTable {
  readonly #request: DealTableRequest;
  readonly #names: readonly string[];
  readonly #derive: readonly (readonly [string, ReturnType<typeof prepareDealFormula>])[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #lists = new Map<string, readonly Datum[]>();

  constructor(request: DealTableRequest) {
    const { company, data } = request;
    this.#request = request;
    this.#names = [...company.model.units.keys()];
    this.#places = new Map(data.deals.map(({ id }, place) => [id, place]));
    this.#derive = company.deals.derived.map(({ name, formula }) => {
      return [name, prepareDealFormula(formula)] as const;
    });
  }

  changed({ add, edit, drop }: DealChanges): Deals {
    const { data } = this.#request;
    if (add.length + drop.length === 0) return edit.length === 0 ? data : this.#withEdits(edit);
    const instead = new Map([
      ...add.flatMap((each) => this.#imagined(each)).map((each) => [each.id, each] as const),
      ...edit.flatMap((each) => this.#edited(each.deal, each.attributes)),
    ]);
    const gone = new Set([...drop, ...instead.keys()]);
    const kept = data.deals.filter(({ id }) => !gone.has(id));
    const all = [...kept, ...instead.values()].sort((a, b) => compareText(a.id, b.id));
    const dealColumns = DealColumns.of(
      all.length,
      this.#names.map((name) => {
        const list = this.#list(name);
        const read = ({ id }: Pick<Deal, 'id'>): Datum => {
          const changed = instead.get(id);
          return changed ? changed.attributes.get(name) : list[this.#places.get(id) as number];
        };
        return [name, all.map(read)] as const;
      }),
    );
    const deals = all.map(({ id, credits, place }, at): Deal => {
      return { id, credits, place, attributes: dealColumns.row(at) };
    });
    return { deals, dealColumns };
  }

  /** The same deals in the same order: most columns stay as they are. */
  #withEdits(edit: DealChanges['edit']): Deals {
    const { data, company } = this.#request;
    const edited = new Map(edit.flatMap(({ deal, attributes }) => this.#edited(deal, attributes)));
    const names = new Set(edit.flatMap(({ attributes }) => [...attributes.keys()]));
    for (const { name } of company.deals.derived) names.add(name);
    const own = [...names].map((name) => {
      const list = [...this.#list(name)];
      for (const [id, { attributes }] of edited) {
        list[this.#places.get(id) as number] = attributes.get(name);
      }
      return [name, list] as const;
    });
    const others = this.#names.filter((name) => !names.has(name));
    const dealColumns = data.dealColumns.take([...data.deals.keys()], others, own);
    const deals = [...data.deals];
    for (const [id] of edited) {
      const at = this.#places.get(id) as number;
      deals[at] = { ...(deals[at] as Deal), attributes: dealColumns.row(at) };
    }
    return { deals, dealColumns };
  }

  /** All that is known of a deal. */
  attributesOf({ attributes }: Pick<Deal, 'attributes'>): DealAttributes {
    return new Map(this.#names.map((name) => [name, attributes.get(name)]));
  }

  find(id: string): Deal | undefined {
    return this.#request.data.deals[this.#places.get(id) ?? -1];
  }

  #ofOthers(id: string): Deal | undefined {
    return this.#request.all.find((each) => each.id === id);
  }

  #edited(id: string, attributes: DealAttributes): readonly (readonly [string, Changed])[] {
    const deal = this.find(id);
    if (!deal) return [];
    const all = this.#derived(new Map([...this.attributesOf(deal), ...attributes]));
    return [[id, { ...deal, attributes: all }]];
  }

  #imagined({ id, like, count, creditTo, attributes }: ImaginedDeal): readonly Changed[] {
    const { payee, distinct } = this.#request;
    const deal = like === undefined ? undefined : (this.find(like) ?? this.#ofOthers(like));
    const copied = deal ? this.#moved(this.attributesOf(deal)) : new Map<string, Datum>();
    const credits = [{ payee: creditTo ?? payee, share: ONE, payout: ONE }];
    return Array.from({ length: count }, (_, index) => {
      const own = count === 1 ? id : `${id}.${index + 1}`;
      const named = distinct.map((name) => [name, own] as const);
      const all = this.#derived(new Map([...copied, ...named, ...attributes]));
      return { id: own, credits, place: deal?.place ?? UNPLACED, attributes: all };
    });
  }

  /** As if the deal counted on the period's last day, unless it counts in the period already. */
  #moved(attributes: DealAttributes): DealAttributes {
    const { company, period } = this.#request;
    const day = attributes.get(company.model.countsOn);
    if (typeof day !== 'number' || isWithin(day, period)) return attributes;
    return new Map(
      [...attributes].map(([name, datum]) => {
        const isDate = typeof datum === 'number';
        return [name, isDate ? datum + period.to - day : datum];
      }),
    );
  }

  #derived(attributes: DealAttributes): DealAttributes {
    const all = new Map(attributes);
    for (const [name, run] of this.#derive) all.set(name, run(all));
    return all;
  }

  /** Taken out of its column once. */
  #list(name: string): readonly Datum[] {
    const { deals, dealColumns } = this.#request.data;
    const column = dealColumns.get(name);
    const list = this.#lists.get(name) ?? deals.map((_, place) => column?.at(place));
    this.#lists.set(name, list);
    return list;
  }
}
