// Which deals a payee's worksheet sees, and the payee's share of each: own deals, those of the team
// under the payee on the day of the deal, and the company's. A deal with several of the team on it
// counts for the team once, unless the measure counts it for each. A deal belongs to the segment on
// whose days it falls. In: period data, its index of deals, a payee with segments and days.
// Out: deals in order of their ids. Source: ENGINE.md sections 4 and 5 (credit, rollup).

import { type Exact, ONE, smallest, sumOf, ZERO } from '../exact-number.ts';
import { type DealLook, payoutAttribute, shareAttribute } from '../measures/deal-shares.ts';
import type { CreditShare, Deal, PeriodData, Person, Span } from '../period-data/period-data.ts';
import { isWithin } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import type { DealColumns, DealRow } from '../worksheet/deal-columns.ts';
import type { DealData } from '../worksheet/deal-data.ts';
import type { Datum } from '../worksheet/operations.ts';
import { inSegment } from '../worksheet/worksheet.ts';
import type { DealIndex } from './deal-index.ts';

/** A deal as one payee's worksheet sees it. */
export interface CreditedDeal {
  readonly deal: Deal;
  readonly row: DealRow;
}

/** All of a payee's deals, one by one and as columns. */
export interface CreditedDeals {
  readonly deals: readonly CreditedDeal[];
  readonly columns: DealColumns;
}

/** A plan and the days on which it holds. */
interface CreditedSegment {
  readonly plan: Plan;
  readonly parts: readonly Span[];
}

interface CreditRequest {
  readonly payee: string;
  /** The window's days. */
  readonly span: Span;
  /** In order of time, as on the worksheet. */
  readonly segments: readonly CreditedSegment[];
  /** Deals that no longer count: their shares are nothing. */
  readonly withdrawn: ReadonlySet<string>;
  /** What the worksheet reads of a deal. */
  readonly attributes: readonly string[];
}

type CreditData = Pick<PeriodData, 'deals' | 'dealColumns' | 'people' | 'isPaidApart'>;

export function creditedDeals(
  { deals, dealColumns, people, isPaidApart }: CreditData,
  index: Pick<DealIndex, 'candidates'>,
  { payee, span, segments, attributes, withdrawn }: CreditRequest,
): CreditedDeals {
  const looks = segments.flatMap((each, at) =>
    segmentLooks(each, segments.length > 1 ? at : undefined, dealColumns),
  );
  const scopes = new Set(looks.map(({ look }) => look.deals));
  const places = index.candidates(payee, scopes).filter((place) => {
    if (!looks.some(({ days }) => isDatedIn(days?.at(place), span))) return false;
    const deal = deals[place] as Deal;
    const shares = looks.map((each) => shareIn(each, place, deal, { payee, people }));
    if (shares.every(({ share }) => share.isZero)) return false;
    const isWithdrawn = withdrawn.has(deal.id);
    looks.forEach((each, at) => {
      each.shares.push(isWithdrawn ? NO_SHARE : (shares[at] as DealShare));
    });
    return true;
  });
  const own = looks.flatMap((each) => shareColumns(each, isPaidApart));
  const columns = dealColumns.take(places, attributes, own);
  return {
    columns,
    deals: places.map((place, at) => new DealInColumns(deals[place] as Deal, columns, at)),
  };
}

/** The columns hold what the worksheet reads; the deal has all its attributes. */
class DealInColumns implements CreditedDeal, DealRow {
  readonly deal: Deal;
  readonly #columns: DealColumns;
  readonly #at: number;

  constructor(deal: Deal, columns: DealColumns, at: number) {
    this.deal = deal;
    this.#columns = columns;
    this.#at = at;
  }

  get row(): DealRow {
    return this;
  }

  get(name: string): Datum {
    return this.#columns.get(name)?.at(this.#at) ?? this.deal.attributes.get(name);
  }
}

/** What of a deal is the payee's: of its credit, and of its payout. */
type DealShare = Pick<CreditShare, 'share' | 'payout' | 'paidBefore'>;

const NO_SHARE: DealShare = { share: ZERO, payout: ZERO };
const WHOLE: DealShare = { share: ONE, payout: ONE };

/** One way of a segment to look at deals, and the payee's shares of them. */
interface SegmentLook extends Pick<CreditedSegment, 'parts'> {
  readonly look: DealLook;
  /** The day of each deal that it looks at. */
  readonly days: DealData | undefined;
  readonly named: (attribute: string) => string;
  readonly shares: DealShare[];
}

/** The attributes that carry a payee's shares; those of payouts where any is split by itself. */
function shareColumns(
  { look, named, shares }: SegmentLook,
  isPaidApart: boolean,
): readonly (readonly [string, readonly Datum[]])[] {
  const column = (name: string, read: (share: DealShare) => Datum) =>
    [named(name), shares.map(read)] as const;
  const credited = column(shareAttribute(look), ({ share }) => share);
  if (!isPaidApart) return [credited];
  return [
    credited,
    column(payoutAttribute.part(look), ({ payout }) => payout),
    column(payoutAttribute.before(look), ({ paidBefore }) => paidBefore),
    column(payoutAttribute.upTo(look), ({ paidBefore, payout }) => paidBefore?.plus(payout)),
  ];
}

function segmentLooks(
  { plan, parts }: CreditedSegment,
  segment: number | undefined,
  columns: DealColumns,
): readonly SegmentLook[] {
  return looksOf(plan).map((look) => {
    const days = columns.get(look.date);
    return { look, days, parts, named: (name) => inSegment(name, segment), shares: [] };
  });
}

/** The ways in which a plan's measures look at deals, each once. */
function looksOf(plan: Plan): readonly DealLook[] {
  const looks = new Map<string, DealLook>();
  for (const measure of plan.measures.values()) {
    if ('deals' in measure) looks.set(shareAttribute(measure), measure);
  }
  return [...looks.values()];
}

/** A deal without a date stays: whether that matters is for the measure's condition to say. */
function isDatedIn(day: Datum, span: Span): boolean {
  return typeof day !== 'number' || isWithin(day, span);
}

/** The part of a deal that falls to a payee within a scope, by the teams of that day. */
function shareIn(
  { look: { deals: scope, sharedDeals }, days, parts }: SegmentLook,
  place: number,
  { credits }: Deal,
  { payee, people }: Pick<CreditRequest, 'payee'> & Pick<CreditData, 'people'>,
): DealShare {
  const day = days?.at(place) as number | undefined;
  if (!parts.some((part) => isDatedIn(day, part))) return NO_SHARE;
  if (scope === 'company') return WHOLE;
  if (scope === 'own') return togetherOf(creditsOf(payee, credits));
  const team = credits.filter((each) => isInTeam(each.payee, payee, day, people));
  const { share, payout } = togetherOf(team);
  const counted = (part: Exact): Exact => (sharedDeals === 'once' ? smallest(part, ONE) : part);
  return { share: counted(share), payout: counted(payout) };
}

function creditsOf(payee: string, credits: readonly CreditShare[]): readonly CreditShare[] {
  const [only] = credits;
  if (only && credits.length === 1) return only.payee === payee ? credits : [];
  return credits.filter((each) => each.payee === payee);
}

function togetherOf(credits: readonly CreditShare[]): DealShare {
  const [only] = credits;
  if (!only) return NO_SHARE;
  if (credits.length === 1) return only;
  const share = sumOf(credits.map((each) => each.share));
  return { share, payout: sumOf(credits.map(({ payout }) => payout)) };
}

/** Whether a person is the payee or reported to the payee, directly or over others, on a day. */
function isInTeam(
  person: string,
  payee: string,
  day: number | undefined,
  people: PeriodData['people'],
): boolean {
  let current: string | undefined = person;
  // Of an undated deal the latest managers are taken, and those of two people may be each other.
  for (let passed = 0; current !== undefined && passed <= people.size; passed += 1) {
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
