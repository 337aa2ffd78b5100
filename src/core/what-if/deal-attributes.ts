// The attributes of deals that a payee's plan looks at, for imagined deals: those of the deal table
// and of look-ups, each with its unit, the figures that formulas compare it with, and what deals
// have so far. In: a calculation and the company. Out: attributes; those calculated from others
// follow.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { Company } from '../company/company.ts';
import { compareText } from '../diagnostic.ts';
import { compareExact, type Exact, largest, smallest } from '../exact-number.ts';
import { type Datum, type Formula, operandsOf, type Unit } from '../worksheet/operations.ts';
import { reachedFrom } from '../worksheet/reach.ts';

export interface DealAttribute {
  readonly name: string;
  readonly label: string;
  readonly unit: Unit;
  /** The formula of one that is calculated from others: it cannot be changed by itself. */
  readonly calculated?: string;
  /** Figures that a formula of the plan or of the company compares it with, in rising order. */
  readonly bounds: readonly Exact[];
  /** Of numbers: the smallest and the largest among the deals. */
  readonly seen?: { readonly from: Exact; readonly to: Exact };
  /** Of texts: the words that formulas name, then those that deals have. */
  readonly words: readonly string[];
}

export function dealAttributesOf(
  { compiled, deals }: Pick<PayeeCalculation, 'compiled' | 'deals'>,
  company: Company,
): readonly DealAttribute[] {
  const { worksheet, total } = compiled;
  const read = reachedFrom(worksheet, [total]).attributes;
  const formulas = formulasBehind(read, company);
  const columns = worksheet.columns.map(({ formula }) => formula);
  const compared = comparedIn([...columns, ...formulas.values()]);
  return [...formulas.keys(), ...attributesBehind(read, formulas)]
    .filter((name) => company.model.units.has(name))
    .map((name) => {
      const list = deals.map(({ deal }) => deal.attributes.get(name));
      return attributeOf(name, list, compared.get(name) ?? [], company);
    });
}

/** The formulas of calculated attributes that are read, directly or through each other. */
function formulasBehind(
  read: ReadonlySet<string>,
  { deals }: Company,
): ReadonlyMap<string, Formula> {
  const derived = new Map(deals.derived.map(({ name, formula }) => [name, formula]));
  const found = new Map<string, Formula>();
  const names = new Set(read);
  for (const name of names) {
    const formula = derived.get(name);
    if (!formula) continue;
    found.set(name, formula);
    for (const each of namesIn(formula)) names.add(each);
  }
  return found;
}

function attributesBehind(
  read: ReadonlySet<string>,
  formulas: ReadonlyMap<string, Formula>,
): readonly string[] {
  const names = new Set([...read, ...[...formulas.values()].flatMap(namesIn)]);
  return [...names].filter((name) => !formulas.has(name));
}

function namesIn(formula: Formula): readonly string[] {
  return formula.op === 'attribute' ? [formula.name] : operandsOf(formula).flatMap(namesIn);
}

/** What each attribute is compared with. */
export function comparedIn(
  formulas: readonly Formula[],
): ReadonlyMap<string, readonly NonNullable<Datum>[]> {
  const found = new Map<string, NonNullable<Datum>[]>();
  const visit = (node: Formula): void => {
    if (node.op === 'compare') {
      keep(node.left, node.right);
      keep(node.right, node.left);
    }
    operandsOf(node).forEach(visit);
  };
  const keep = (one: Formula, other: Formula): void => {
    if (one.op !== 'attribute' || other.op !== 'constant') return;
    const list = found.get(one.name) ?? [];
    list.push(other.datum);
    found.set(one.name, list);
  };
  formulas.forEach(visit);
  return found;
}

function attributeOf(
  name: string,
  list: readonly Datum[],
  compared: readonly Datum[],
  { model, deals }: Company,
): DealAttribute {
  const calculated = deals.derived.find((each) => each.name === name)?.text;
  const numbers = list.filter((datum): datum is Exact => typeof datum === 'object');
  const [first] = numbers;
  const isWord = (datum: Datum): datum is string => typeof datum === 'string';
  const stages = name === 'stage' ? [...(deals.stage?.stageOf.values() ?? [])] : [];
  const seen = [...new Set(list.filter(isWord))].sort(compareText);
  return {
    name,
    label: model.labels.get(name) ?? name,
    unit: model.units.get(name) as Unit,
    ...(calculated !== undefined && { calculated }),
    bounds: compared
      .filter((datum): datum is Exact => typeof datum === 'object')
      .toSorted(compareExact),
    ...(first && { seen: { from: smallest(first, ...numbers), to: largest(first, ...numbers) } }),
    words: [...new Set([...compared.filter(isWord), ...stages, ...seen])],
  };
}
