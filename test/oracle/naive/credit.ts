// The oracle's credit: which deals count for a payee in a window, the part of each that is credited,
// and the part that is paid. A deal counts once for a team, however many of it share the deal.
// In: a measure, a window. Out: the deals with their shares. Source: ENGINE.md section 5; README
// ("A deal is shared by rows of `deal, payee, share, of`").

import type { MeasureDocument, RuleDocument } from '../plan-document.ts';
import { ATTRIBUTES, CURRENCY_OF_DEALS, DERIVED, type Row, type Scenario } from '../scenario.ts';
import { rateOn } from './currencies.ts';
import { type Fact, type Facts, workOut } from './deal-formula.ts';
import { dayOf, isIn } from './fiscal-periods.ts';
import { Fraction, lowest, ONE, total, ZERO } from './fraction.ts';
import { isCovered, type Window } from './time.ts';

/** Nothing can be paid: a figure that is needed is missing or does not exist. */
export class Refusal extends Error {}

/** A deal that counts. */
export interface Counted {
  readonly facts: Facts;
  /** The part of it that is credited, before crediting rules. */
  readonly credit: Fraction;
  readonly paid: PaidShare;
}

/** The part of a deal's pay: of one that is shared out, from one part of the whole to another. */
export interface PaidShare {
  readonly share: Fraction;
  /** Where the shares of those before end; only where rows split the payout. */
  readonly after?: Fraction;
}

interface Share {
  readonly payee: string;
  readonly credit: Fraction;
  readonly paid: PaidShare;
}

/** Deals of the payee's scope, dated in the window while the payee is on the plan, as asked. */
export function countedDeals(measure: MeasureDocument, window: Window): readonly Counted[] {
  const { scenario, periods } = window;
  const days = { from: periods[0]?.from ?? 0, to: periods.at(-1)?.to ?? -1 };
  return scenario.tables.deals.flatMap((row) => {
    const day = dayOf(row[measure.date ?? 'closed'] ?? '');
    if (!isCovered(day, window) || !isIn(day, days)) return [];
    const { credit, paid } = sharesIn(row, measure, day, window);
    if (credit.isZero) return [];
    const facts = factsOf(row, scenario);
    if (measure.where !== undefined && !needed(workOut(measure.where, facts), 'where')) return [];
    return [{ facts, credit, paid }];
  });
}

export function needed(fact: Fact, where: string): Exclude<Fact, undefined> {
  if (fact === undefined) throw new Refusal(`a deal of ${where} is incomplete`);
  return fact;
}

/** The figure of the first rule that holds. */
export function byRule(
  rules: readonly RuleDocument[] | undefined,
  figure: 'credit' | 'rate' | 'factor',
  facts: Facts,
): Fraction {
  if (!rules) return ONE;
  for (const rule of rules) {
    const holds = rule.when === undefined || needed(workOut(rule.when, facts), figure);
    if (holds) return Fraction.of(rule[figure] ?? '');
  }
  throw new Error('no rule holds');
}

function sharesIn(
  deal: Row,
  { deals: scope, sharedDeals }: MeasureDocument,
  day: number,
  { scenario, payee }: Window,
): { readonly credit: Fraction; readonly paid: PaidShare } {
  if (scope === 'company') return { credit: ONE, paid: { share: ONE } };
  const shares = sharesOf(deal, scenario);
  if (scope === 'own') {
    const own = shares.find((each) => each.payee === payee);
    return own ?? { credit: ZERO, paid: { share: ZERO } };
  }
  const under = shares.filter((each) => isUnder(each.payee, payee, day, scenario));
  const sum = (parts: readonly Fraction[]): Fraction =>
    sharedDeals === 'each' ? total(parts) : lowest(ONE, total(parts));
  return {
    credit: sum(under.map(({ credit }) => credit)),
    paid: { share: sum(under.map(({ paid }) => paid.share)) },
  };
}

/** By payees' ids. What no row splits, everybody named in a split has in full. */
function sharesOf(deal: Row, { tables }: Scenario): readonly Share[] {
  const rows = tables.splits.filter((row) => row['deal'] === deal['id']);
  const of = (kind: string): readonly Row[] => rows.filter((row) => row['of'] === kind);
  const [both, credits, payouts] = [of('both'), of('credit'), of('payout')];
  const named = [...both, ...credits, ...payouts].map(({ payee = '' }) => payee);
  const split = named.length > 0 ? [...new Set(named)].sort() : [deal['owner'] ?? ''];
  const shareIn = (among: readonly Row[], payee: string): Fraction =>
    total(
      among.filter((row) => row['payee'] === payee).map(({ share = '' }) => Fraction.of(share)),
    );
  let after = ZERO;
  const shares = split.map((payee) => {
    if (both.length > 0) {
      const share = shareIn(both, payee);
      return { payee, credit: share, paid: { share } };
    }
    const credit = credits.length > 0 ? shareIn(credits, payee) : ONE;
    if (payouts.length === 0) return { payee, credit, paid: { share: ONE } };
    const share = shareIn(payouts, payee);
    const paid = { share, after };
    after = after.plus(share);
    return { payee, credit, paid };
  });
  const overlays = of('overlay').map(({ payee = '', share: part = '' }) => {
    const share = Fraction.of(part);
    return { payee, credit: share, paid: { share } };
  });
  return [...shares, ...overlays];
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

function factsOf(row: Row, scenario: Scenario): Facts {
  const facts = new Map<string, Fact>();
  for (const [name, unit] of Object.entries(ATTRIBUTES)) {
    facts.set(
      name,
      factOf(row[name] ?? '', unit, () => converted(row, scenario)),
    );
  }
  for (const [name, formula] of Object.entries(DERIVED)) facts.set(name, workOut(formula, facts));
  return facts;
}

function factOf(text: string, unit: string, rate: () => Fraction | undefined): Fact {
  if (text === '') return undefined;
  if (unit === 'text') return text;
  if (unit === 'flag') return text === 'yes';
  if (unit === 'money') {
    const worth = rate();
    return worth && Fraction.of(text).times(worth);
  }
  return unit === 'date' ? Fraction.whole(dayOf(text)) : Fraction.of(text);
}

/** What one unit of a deal's money is worth in the company's currency; not known without one. */
function converted(row: Row, scenario: Scenario): Fraction | undefined {
  const { currency, dealRateOn } = scenario;
  if (!dealRateOn) return ONE;
  const sold = row[CURRENCY_OF_DEALS];
  if (!sold) return undefined;
  return sold === currency ? ONE : rateOn(sold, currency, dayOf(row[dealRateOn] ?? ''), scenario);
}
