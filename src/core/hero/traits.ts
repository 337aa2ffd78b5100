// The traits of a deal: what the plan or the company's wants look at in it, beside its size and
// its day, each with figures of the company's own deals that are worth trying: the smallest, the
// middle, the largest, and the nearest on both sides of every bound that the plan names. In: a
// what-if, what is wanted, deals. Out: traits with deals that have them.

import type { Company, Wants } from '../company/company.ts';
import { compareText } from '../diagnostic.ts';
import { compareExact, type Exact } from '../exact-number.ts';
import type { Deal } from '../period-data/period-data.ts';
import { comparedIn } from '../what-if/deal-attributes.ts';
import type { WhatIf } from '../what-if/what-if.ts';
import type { Datum, Formula, Unit } from '../worksheet/operations.ts';
import { reachedFrom } from '../worksheet/reach.ts';
import { attributesIn } from '../worksheet/worksheet.ts';
import { dayOf } from './deal-copy.ts';

export interface Trait {
  readonly name: string;
  readonly label: string;
  readonly unit: Unit;
  /** The attributes behind it, without those that make the size and the day. */
  readonly sources: readonly string[];
  /** Deals whose trait is tried; the first is the model. */
  readonly donors: readonly Deal[];
}

export interface Looks {
  readonly traits: readonly Trait[];
  /** The attributes that make a deal's size. */
  readonly sizedBy: ReadonlySet<string>;
  /** Money that grows with the size, such as the list price that a discount is read from. */
  readonly scaled: ReadonlySet<string>;
  /** Sizes that the plan names. */
  readonly sizeBounds: readonly Exact[];
}

export function looksOf(
  { present, request: { company } }: WhatIf,
  wants: Wants,
  model: Deal,
  deals: readonly Deal[],
): Looks {
  const { worksheet, total, plan } = present.compiled;
  const day = dayOf(company, plan.measures);
  const derived = new Map(company.deals.derived.map(({ name, formula }) => [name, formula]));
  const sizedBy = new Set(
    attributesIn([wants.of.formula]).flatMap((name) => behind(name, derived)),
  );
  const read = reachedFrom(worksheet, [total]).attributes;
  const names = [...new Set([...read, ...attributesIn([wants.where.formula])])].filter((name) => {
    const unit = company.model.units.get(name);
    return unit !== undefined && unit !== 'date' && !sizedBy.has(name);
  });
  const columns = worksheet.columns.map(({ formula }) => formula);
  const compared = comparedIn([...columns, wants.where.formula, ...derived.values()]);
  const priced = names.filter((name) => behind(name, derived).some((each) => sizedBy.has(each)));
  const scaled = priced
    .flatMap((name) => behind(name, derived))
    .filter((name) => {
      return company.model.units.get(name) === 'money' && !sizedBy.has(name);
    });
  const isFree = (name: string): boolean => !sizedBy.has(name) && name !== day;
  const traits = names.flatMap((name): readonly Trait[] => {
    const sources = behind(name, derived).filter(isFree);
    const bounds = compared.get(name) ?? [];
    const donors = donorsOf(name, sources, [model, ...deals], bounds);
    if (sources.length === 0 || donors.length < 2) return [];
    return [{ name, ...wordsOf(name, company), sources, donors }];
  });
  const sizeBounds = [...sizedBy].flatMap((name) => compared.get(name) ?? []).filter(isExact);
  return { traits, sizedBy, scaled: new Set(scaled), sizeBounds };
}

function wordsOf(name: string, { model }: Company): Pick<Trait, 'label' | 'unit'> {
  return { label: model.labels.get(name) ?? name, unit: model.units.get(name) as Unit };
}

/** The attributes of the deal table and of look-ups that one is calculated from, or is. */
function behind(name: string, derived: ReadonlyMap<string, Formula>): readonly string[] {
  const formula = derived.get(name);
  if (!formula) return [name];
  return [...new Set(attributesIn([formula]).flatMap((each) => behind(each, derived)))];
}

/** Deals of which everything is known that makes the trait, each with another one. */
function donorsOf(
  name: string,
  sources: readonly string[],
  deals: readonly Deal[],
  bounds: readonly Datum[],
): readonly Deal[] {
  const known = deals.filter(
    ({ attributes }) =>
      attributes.get(name) !== undefined &&
      sources.every((each) => attributes.get(each) !== undefined),
  );
  const [model] = deals;
  if (!model || known[0] !== model) return [];
  const isNumber = isExact(model.attributes.get(name));
  const picked = isNumber
    ? numbersWorth(name, known, bounds.filter(isExact))
    : wordsWorth(name, known, bounds);
  return distinct(name, [model, ...picked]);
}

const isExact = (datum: Datum): datum is Exact => typeof datum === 'object';

/** The ends first, then both sides of each bound, then the middle. */
function numbersWorth(
  name: string,
  deals: readonly Deal[],
  bounds: readonly Exact[],
): readonly Deal[] {
  const figure = ({ attributes }: Deal): Exact => attributes.get(name) as Exact;
  const inOrder = deals.toSorted(
    (one, other) => compareExact(figure(one), figure(other)) || compareText(one.id, other.id),
  );
  const sides = bounds.flatMap((bound) => [
    inOrder.findLast((each) => figure(each).lt(bound)),
    inOrder.find((each) => figure(each).gte(bound)),
    inOrder.find((each) => figure(each).gt(bound)),
  ]);
  const middle = inOrder[Math.floor(inOrder.length / 2)];
  const all = [inOrder[0], inOrder.at(-1), ...sides, middle];
  return all.filter((each) => each !== undefined);
}

/** Flags both ways; of words those that formulas name, and one that none names. */
function wordsWorth(
  name: string,
  deals: readonly Deal[],
  named: readonly Datum[],
): readonly Deal[] {
  const isNamed = ({ attributes }: Deal): boolean => named.includes(attributes.get(name));
  const isFlag = ({ attributes }: Deal): boolean => typeof attributes.get(name) === 'boolean';
  const other = deals.find((each) => !isNamed(each));
  return [...deals.filter((each) => isNamed(each) || isFlag(each)), ...(other ? [other] : [])];
}

function distinct(name: string, deals: readonly Deal[]): readonly Deal[] {
  const byFigure = new Map<string, Deal>();
  for (const deal of deals) {
    const key = String(deal.attributes.get(name));
    if (!byFigure.has(key)) byFigure.set(key, deal);
  }
  return [...byFigure.values()];
}
