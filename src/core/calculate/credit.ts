// Which deals a payee's worksheet sees, and the payee's share of each: own deals, those of the team
// under the payee on the day of the deal, and the company's. In: period data, a payee, a span.
// Out: deal rows in order of their ids. Source: ENGINE.md section 5 (credit, rollup).

import { type Exact, ONE, ZERO } from '../exact-number.ts';
import type { DealScope } from '../measures/document.ts';
import { shareAttribute } from '../measures/measure-cells.ts';
import type { CreditShare, Deal, PeriodData, Person, Span } from '../period-data/period-data.ts';
import { isWithin } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import type { DealRow } from '../worksheet/exact.ts';

/** A deal as one payee's worksheet sees it. */
export interface CreditedDeal {
  readonly deal: Deal;
  readonly row: DealRow;
}

export function creditedDeals(
  data: PeriodData,
  plan: Plan,
  payee: string,
  span: Span,
): readonly CreditedDeal[] {
  const looks = looksOf(plan);
  return data.deals.flatMap((deal) => {
    if (!mayFallInto(deal, looks.dates, span)) return [];
    const shares = sharesOf(deal, payee, data.people, looks);
    if (shares.every(([, share]) => share.eq(ZERO))) return [];
    const row = new Map(deal.attributes);
    for (const [scope, share] of shares) row.set(shareAttribute(scope), share);
    return [{ deal, row }];
  });
}

interface Looks {
  readonly dates: readonly string[];
  readonly scopes: readonly DealScope[];
}

/** The dates and scopes that a plan's measures look at. */
function looksOf(plan: Plan): Looks {
  const measures = [...plan.measures.values()].filter((measure) => 'deals' in measure);
  return {
    dates: [...new Set(measures.map(({ date }) => date))],
    scopes: [...new Set(measures.map(({ deals }) => deals))],
  };
}

/** A deal without a date stays: whether that matters is for the measure's condition to say. */
function mayFallInto(deal: Deal, dates: readonly string[], span: Span): boolean {
  return dates.some((name) => {
    const day = deal.attributes.get(name);
    return typeof day !== 'number' || isWithin(day, span);
  });
}

function sharesOf(
  deal: Deal,
  payee: string,
  people: PeriodData['people'],
  { scopes, dates }: Looks,
): readonly (readonly [DealScope, Exact])[] {
  const day = dates
    .map((name) => deal.attributes.get(name))
    .find((each) => typeof each === 'number');
  const credited = (counts: (credit: CreditShare) => boolean): Exact =>
    deal.credits.reduce((sum, each) => (counts(each) ? sum.plus(each.share) : sum), ZERO);
  const share = {
    own: () => credited((credit) => credit.payee === payee),
    team: () =>
      credited((credit) => isInTeam(credit.payee, payee, day as number | undefined, people)),
    company: () => ONE,
  } satisfies Record<DealScope, () => Exact>;
  return scopes.map((scope) => [scope, share[scope]()] as const);
}

/** Whether a person is the payee or reported to the payee, directly or over others, on a day. */
function isInTeam(
  person: string,
  payee: string,
  day: number | undefined,
  people: PeriodData['people'],
): boolean {
  let current: string | undefined = person;
  while (current !== undefined) {
    if (current === payee) return true;
    current = managerOn(people.get(current), day);
  }
  return false;
}

function managerOn(person: Person | undefined, day: number | undefined): string | undefined {
  const reporting = person?.reporting ?? [];
  const current =
    day === undefined ? reporting.at(-1) : reporting.find((each) => isWithin(day, each));
  return current?.manager;
}
