// The oracle's measures: which deals count for a payee in a span of days, how much of each, and
// the figure they make. In: a scenario, a payee, the periods of a window. Out: a figure, or a
// refusal, where a figure that is needed is not known. Source: ENGINE.md section 5; README.

import { type Fact, type Facts, workOut } from './deal-formula.ts';
import { type Days, dayOf, type FiscalPeriod, isIn } from './fiscal-periods.ts';
import { Fraction, ONE, total } from './fraction.ts';
import { ATTRIBUTES, DERIVED, type MeasureDocument, type Row, type Scenario } from './scenario.ts';

/** Nothing can be paid: a figure that is needed is missing or does not exist. */
export class Refusal extends Error {}

/** What a payee's measures are looked at with. */
export interface Look {
  readonly scenario: Scenario;
  readonly payee: string;
  /** The days on which the payee is on the plan. */
  readonly covered: Days;
  /** The payout periods of the window, in order. */
  readonly periods: readonly FiscalPeriod[];
}

/** A deal that counts: the facts about it, and the payee's share of it. */
interface Counted {
  readonly facts: Facts;
  readonly share: Fraction;
}

export function measured(id: string, look: Look): Fraction {
  const measure = measureNamed(id, look);
  const { calculate, whenNone = '0' } = measure;
  if (calculate === 'reported') return reported(id, measure, look);
  if (calculate === 'ratio') {
    const over = measured(measure.numerator ?? '', look);
    const under = measured(measure.denominator ?? '', look);
    return under.isZero ? Fraction.of(whenNone) : over.dividedBy(under);
  }
  if (calculate === 'sum') return total(creditedFigures(id, look));
  const deals = countedDeals(measure, look);
  const number = Fraction.whole(deals.length);
  if (calculate === 'count') return number;
  const facts = deals.map((deal) => needed(workOut(measure.of ?? '', deal.facts), id));
  if (calculate === 'distinct') return Fraction.whole(new Set(facts.map(String)).size);
  if (calculate === 'average' && measure.weightedBy !== undefined) {
    const weights = deals.map((deal) => needed(workOut(measure.weightedBy ?? '', deal.facts), id));
    return weightedMean(facts as Fraction[], weights as Fraction[], Fraction.of(whenNone));
  }
  if (deals.length === 0) return Fraction.of(whenNone);
  const over =
    calculate === 'share'
      ? Fraction.whole(facts.filter((fact) => fact === true).length)
      : total(facts as Fraction[]);
  return over.dividedBy(number);
}

function weightedMean(
  figures: readonly Fraction[],
  weights: readonly Fraction[],
  whenNone: Fraction,
): Fraction {
  const over = total(figures.map((figure, index) => figure.times(weights[index] as Fraction)));
  const under = total(weights);
  return under.isZero ? whenNone : over.dividedBy(under);
}

/** What each deal that counts is worth to the payee: its figure, its credit, the payee's share. */
export function creditedFigures(id: string, look: Look): readonly Fraction[] {
  const measure = measureNamed(id, look);
  return countedDeals(measure, look).map(({ facts, share }) => {
    const figure = needed(workOut(measure.of ?? '', facts), id) as Fraction;
    return figure.times(share).times(creditOf(measure, facts, id));
  });
}

function creditOf({ crediting }: MeasureDocument, facts: Facts, id: string): Fraction {
  if (!crediting) return ONE;
  for (const { when, credit } of crediting) {
    if (when === undefined || needed(workOut(when, facts), id)) return Fraction.of(credit);
  }
  throw new Error('no crediting rule holds');
}

function measureNamed(id: string, { scenario }: Look): MeasureDocument {
  const measure = scenario.plan.measures[id];
  if (!measure) throw new Error(`no measure ${id}`);
  return measure;
}

function needed(fact: Fact, measure: string): Exclude<Fact, undefined> {
  if (fact === undefined) throw new Refusal(`a deal of ${measure} is incomplete`);
  return fact;
}

/** Deals of the payee's scope, dated in the window while the payee is on the plan, as asked. */
function countedDeals(measure: MeasureDocument, look: Look): readonly Counted[] {
  const { scenario, covered, periods } = look;
  const window = { from: periods[0]?.from ?? 0, to: periods.at(-1)?.to ?? -1 };
  return scenario.tables.deals.flatMap((row) => {
    const day = dayOf(row[measure.date ?? 'closed'] ?? '');
    const share = shareOf(row, measure.deals ?? '', day, look);
    if (share.isZero || !isIn(day, covered) || !isIn(day, window)) return [];
    const facts = factsOf(row);
    if (measure.where !== undefined && !needed(workOut(measure.where, facts), 'where')) return [];
    return [{ facts, share }];
  });
}

function shareOf(deal: Row, scope: string, day: number, { scenario, payee }: Look): Fraction {
  if (scope === 'company') return ONE;
  const shares = scenario.tables.splits.filter((row) => row['deal'] === deal['id']);
  const credits = shares.length > 0 ? shares : [{ payee: deal['owner'] ?? '', share: '100%' }];
  const counting = credits.filter(({ payee: credited }) =>
    scope === 'own' ? credited === payee : isUnder(credited ?? '', payee, day, scenario),
  );
  return total(counting.map(({ share }) => Fraction.of(share ?? '')));
}

/** The payee, those who report to the payee on that day, and those who report to them. */
function isUnder(person: string, payee: string, day: number, scenario: Scenario): boolean {
  if (person === payee) return true;
  const row = scenario.tables.people.find(
    ({ id, manager, from, to }) =>
      id === person && manager && isIn(day, { from: orElse(from, 0), to: orElse(to, Infinity) }),
  );
  return row !== undefined && isUnder(row['manager'] ?? '', payee, day, scenario);
}

function orElse(iso: string | undefined, day: number): number {
  return iso ? dayOf(iso) : day;
}

function factsOf(row: Row): Facts {
  const facts = new Map<string, Fact>();
  for (const [name, unit] of Object.entries(ATTRIBUTES)) {
    facts.set(name, factOf(row[name] ?? '', unit));
  }
  for (const [name, formula] of Object.entries(DERIVED)) facts.set(name, workOut(formula, facts));
  return facts;
}

function factOf(text: string, unit: string): Fact {
  if (text === '') return undefined;
  if (unit === 'text') return text;
  if (unit === 'flag') return text === 'yes';
  return unit === 'date' ? Fraction.whole(dayOf(text)) : Fraction.of(text);
}

/** A payee's own figure goes before the one for everybody. */
function reported(id: string, { combine }: MeasureDocument, look: Look): Fraction {
  const { scenario, payee, periods } = look;
  const figureOf = ({ id: period }: FiscalPeriod): Fraction => {
    const rows = scenario.tables.reported.filter(
      (row) => row['measure'] === id && row['period'] === period,
    );
    const row = rows.find((each) => each['payee'] === payee) ?? rows.find((each) => !each['payee']);
    if (!row) throw new Refusal(`${id} is not reported in ${period}`);
    return Fraction.of(row['figure'] ?? '');
  };
  return total((combine === 'sum' ? periods : periods.slice(-1)).map(figureOf));
}
