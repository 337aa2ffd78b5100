// What clawbacks take in a period: of what was really paid for the deals whose event has come. That
// is what the periods before have paid, minus what they would have paid without those deals, by the
// same worksheets; so it holds for tiers, gates and caps alike. Deals of one day are taken out
// together and days in order, so that no part of a payment is taken twice. What was paid is never
// restated. In: a payee's years. Out: money and the deals behind it. Source: ENGINE.md section 7.

import { type DayNumber, isoDate, type Period } from '../calendar.ts';
import { type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, largest, smallest, sumOf, ZERO } from '../exact-number.ts';
import type { EarlierPayout } from './calculate.ts';
import type { ClawbackEvent } from './clawback-events.ts';
import { forfeitedBy } from './held-back.ts';
import { hasProvided, lapsedParts } from './lapsed-parts.ts';
import type { YearHistory } from './year-history.ts';

/** Deals of one day and share, and what was paid for them. */
export interface DealsTakenBack {
  readonly deals: readonly string[];
  readonly on: DayNumber;
  readonly share: Exact;
  readonly paid: Exact;
}

export interface TakenBack {
  /** What is taken, not yet rounded. */
  readonly due: Exact;
  readonly deals: readonly DealsTakenBack[];
}

export const NOTHING_TAKEN: TakenBack = { due: ZERO, deals: [] };

/** A fiscal year of the payee, up to a period. */
export interface YearSoFar {
  readonly history: YearHistory;
  readonly index: number;
}

/** Days after `after`, up to and with `until`. */
export interface EventSpan {
  /** The years that came after the one that is looked at, up to `after`. */
  readonly later: readonly YearSoFar[];
  readonly after: DayNumber;
  readonly until: DayNumber;
}

/** Taken back of what a year paid in its periods before `index`. */
export function takenBack(
  { history, index }: YearSoFar,
  { later, after, until }: EventSpan,
): Outcome<TakenBack> {
  const now = history.events.filter(({ on }) => after < on && on <= until);
  if (now.length === 0) return outcomeOf(NOTHING_TAKEN, []);
  const walk = new Walk(history);
  for (const place of history.paidBefore(index)) walk.pay(place);
  for (const year of later) walk.goOn(year, index);
  const counted = walk.takeOut(until, index).filter(({ paid }) => paid.gt(ZERO));
  if (walk.diagnostics.length > 0) return outcomeOf<TakenBack>(undefined, walk.diagnostics);
  const due = sumOf(counted.map(({ share, paid }) => share.times(paid)));
  const isCounted = (id: string): boolean => counted.some(({ deals }) => deals.includes(id));
  const unpaid = now.filter(({ deal, dated }) => dated <= after && !isCounted(deal.id));
  return outcomeOf({ due, deals: counted }, unpaid.map(nothingTaken));
}

/** Of several years of a payee. */
export function takenTogether(all: readonly TakenBack[]): TakenBack {
  return { due: sumOf(all.map(({ due }) => due)), deals: all.flatMap(({ deals }) => deals) };
}

/**
 * Goes through a year in order of time, and keeps what was paid and is not forfeited or taken out.
 * Without a deal a payment may also rise, because a gate is met: that pays nothing, and takes
 * nothing later.
 */
class Walk {
  readonly diagnostics: Diagnostic[] = [];
  readonly #history: YearHistory;
  /** The last day that a payment looked at. */
  #day: DayNumber;
  /** Payments of later years by then. */
  #later: readonly EarlierPayout[] = [];
  #withdrawn: ReadonlySet<string> = new Set();
  #stands: Exact = ZERO;

  constructor(history: YearHistory) {
    this.#history = history;
    this.#day = history.eve;
  }

  /** The payment of a period. */
  pay(place: number): void {
    this.#pass((this.#history.year.periods[place] as Period).to, { from: place, to: place + 1 });
  }

  /** A later year: nothing of this one is paid in it, but what it has kept may be forfeited. */
  goOn({ history, index: until }: YearSoFar, index: number): void {
    const paid = { from: index, to: index };
    this.#pass(history.eve, paid);
    const { periods, segments } = history.year;
    const mayLapse = segments.some(({ plan }) => hasProvided(plan));
    for (const place of history.paidBefore(until)) {
      const payment = mayLapse ? this.#known(history.paidIn(place)) : undefined;
      this.#pass((periods[place] as Period).to, paid, payment ? [payment] : []);
    }
  }

  /** A payment looks at a day: deals whose event came by it go, and what was forfeited does. */
  #pass(
    day: DayNumber,
    paid: { readonly from: number; readonly to: number },
    later: readonly EarlierPayout[] = [],
  ): void {
    this.takeOut(day, paid.from);
    const before = this.#entitled(paid.from);
    this.#day = day;
    this.#later = [...this.#later, ...later];
    this.#stands = this.#stands.plus(this.#entitled(paid.to).minus(before));
  }

  /** Takes out the deals whose event came by a day, of what the periods before one paid. */
  takeOut(until: DayNumber, index: number): readonly DealsTakenBack[] {
    const { events } = this.#history;
    const gone = events.filter(({ on, deal }) => on <= until && !this.#withdrawn.has(deal.id));
    return groupsOf(gone).map((group) => {
      this.#withdrawn = new Set([...this.#withdrawn, ...group.map(({ deal }) => deal.id)]);
      const rest = largest(this.#entitled(index), ZERO);
      const paid = largest(this.#stands.minus(smallest(this.#stands, rest)), ZERO);
      this.#stands = this.#stands.minus(paid);
      const { on, share } = group[0] as ClawbackEvent;
      return { deals: group.map(({ deal }) => deal.id), on, share, paid };
    });
  }

  /** What the periods before one paid, or may still pay, without the deals that have gone. */
  #entitled(index: number): Exact {
    const { year } = this.#history;
    const payouts = this.#known(this.#history.before(index, this.#withdrawn)) ?? [];
    const lost = this.#known(forfeitedBy(this.#day, this.#history, index, this.#withdrawn)) ?? ZERO;
    const kept = payouts.at(-1)?.balances ?? new Map();
    const lapsed = lapsedParts(kept, this.#later, year.company.calendar);
    return sumOf(payouts.map(({ entitled }) => entitled))
      .minus(lost)
      .minus(lapsed);
  }

  #known<T>(outcome: Outcome<T>): T | undefined {
    if (outcome.ok) return outcome.product;
    if (this.diagnostics.length === 0) this.diagnostics.push(...outcome.diagnostics);
    return undefined;
  }
}

/** Events in order of time, those of one day and share together. */
function groupsOf(events: readonly ClawbackEvent[]): readonly (readonly ClawbackEvent[])[] {
  const groups: ClawbackEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const [other] = last ?? [];
    if (other?.on === event.on && other.share.eq(event.share)) last?.push(event);
    else groups.push([event]);
  }
  return groups;
}

/** Often the deal was changed so that it counts for nothing, then and now. */
function nothingTaken({ deal, on }: ClawbackEvent): Diagnostic {
  const what = `nothing was paid for deal \`${deal.id}\`, which is taken back as of ${isoDate(on)}`;
  const remedy = 'let the deal stand as it was paid: its date alone takes it back';
  return diagnose('calculation/nothing-taken-back', deal.place, what, remedy);
}
