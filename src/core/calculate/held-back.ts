// What holds keep for deals whose event has not come: a share of what the periods have paid, minus
// what they would have paid without those deals, by the same worksheets; so it holds for tiers,
// gates and caps alike, as clawbacks do. A deal that is taken back leaves its hold with that: what
// was held for it covers the clawback. In: a payee's year. Out: what a period does to each hold.
// Source: ENGINE.md section 7.

import type { DayNumber } from '../calendar.ts';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, largest, sumOf, ZERO } from '../exact-number.ts';
import { type EventHold, isEventHold, type Plan } from '../plan/plan.ts';
import { roundMoney } from '../rounding.ts';
import type { EarlierPayout } from './calculate.ts';
import type { HeldDeal } from './held-deals.ts';
import type { EventSpan, YearSoFar } from './taken-back.ts';
import type { YearHistory } from './year-history.ts';

/** What a period does to a hold that events of deals release. */
export interface HeldBack {
  /** Held before the period. */
  readonly before: Exact;
  /** What the period pays for deals that wait, or are forfeited with it; not yet rounded. */
  readonly waiting: Exact;
  /** What of all that is held falls due, is forfeited, or was held for deals taken back. */
  readonly due: Exact;
  readonly lapsed: Exact;
  readonly takenBack: Exact;
  readonly released: readonly EndedHold[];
  readonly forfeited: readonly EndedHold[];
  readonly keptFor: readonly string[];
}

/** A deal for which a hold has ended. */
export interface EndedHold {
  readonly deal: string;
  readonly on: DayNumber;
}

/** By hold. */
export type HeldBacks = ReadonlyMap<string, HeldBack>;

export const NOTHING_HELD: HeldBacks = new Map();

/** What the holds of a plan keep and let go in a period, of what one year pays by then. */
export function heldBack({ history, index }: YearSoFar, span: EventSpan): Outcome<HeldBacks> {
  const held = [...history.heldDeals].map(([id, deals]) => {
    const year = new HeldYear(history, id, deals);
    const moved = year.moved(index, span);
    return { id, moved, diagnostics: year.diagnostics };
  });
  const diagnostics = held.flatMap((each) => each.diagnostics);
  const moves = new Map(held.map(({ id, moved }) => [id, moved]));
  return outcomeOf<HeldBacks>(diagnostics.length > 0 ? undefined : moves, diagnostics);
}

/** What was forfeited by a day of what the periods before one paid, without some deals. */
export function forfeitedBy(
  day: DayNumber,
  history: YearHistory,
  index: number,
  withdrawn: ReadonlySet<string>,
): Outcome<Exact> {
  const years = [...history.heldDeals].map(([id, deals]) => new HeldYear(history, id, deals));
  const lost = years.map((year) => year.forfeited(index, withdrawn, day));
  const diagnostics = years.flatMap((year) => year.diagnostics);
  return outcomeOf(diagnostics.length > 0 ? undefined : sumOf(lost), diagnostics);
}

/** Several years of a payee held together. */
export function heldTogether(all: readonly HeldBacks[]): HeldBacks {
  const ids = new Set(all.flatMap((each) => [...each.keys()]));
  return new Map([...ids].map((id) => [id, together(all.flatMap((each) => each.get(id) ?? []))]));
}

function together(moves: readonly HeldBack[]): HeldBack {
  const sum = (read: (each: HeldBack) => Exact): Exact => sumOf(moves.map(read));
  return {
    before: sum(({ before }) => before),
    waiting: sum(({ waiting }) => waiting),
    due: sum(({ due }) => due),
    lapsed: sum(({ lapsed }) => lapsed),
    takenBack: sum(({ takenBack }) => takenBack),
    released: moves.flatMap(({ released }) => released),
    forfeited: moves.flatMap(({ forfeited }) => forfeited),
    keptFor: moves.flatMap(({ keptFor }) => keptFor),
  };
}

/** Deals by what has become of a hold on them. */
interface Standing {
  readonly takenBack: ReadonlySet<string>;
  readonly forfeited: ReadonlySet<string>;
  readonly waiting: ReadonlySet<string>;
}

/** One hold over one fiscal year of a payee. */
class HeldYear {
  readonly diagnostics: Diagnostic[] = [];
  readonly #history: YearHistory;
  readonly #hold: string;
  readonly #deals: readonly HeldDeal[];

  constructor(history: YearHistory, hold: string, deals: readonly HeldDeal[]) {
    this.#history = history;
    this.#hold = hold;
    this.#deals = deals;
  }

  /** Deals leave one after the other: taken back, forfeited, released. */
  moved(index: number, span: EventSpan): HeldBack {
    const [was, is] = [this.#standing(span.after), this.#standing(span.until)];
    const before = this.#kept(index, was);
    const untaken = this.#kept(index, { ...was, takenBack: is.takenBack });
    const unforfeited = this.#kept(index, { ...is, waiting: was.waiting });
    const own = this.#ofPeriod(index, is);
    return {
      before,
      waiting: own.waiting,
      due: unforfeited.minus(this.#kept(index, is)),
      lapsed: untaken.minus(unforfeited).plus(own.lapsed),
      takenBack: before.minus(untaken),
      ...this.#behind(is, span),
    };
  }

  /** Of what the periods before one paid without some deals, by the end of a day. */
  forfeited(index: number, withdrawn: ReadonlySet<string>, day: DayNumber): Exact {
    return shareOf(this.#paidFor(index, withdrawn, this.#standing(day).forfeited));
  }

  #behind(
    { takenBack, waiting }: Standing,
    { after, until }: EventSpan,
  ): Pick<HeldBack, 'released' | 'forfeited' | 'keptFor'> {
    const isNow = (day: DayNumber | undefined): boolean =>
      day !== undefined && after < day && day <= until;
    const ended = this.#deals.flatMap(({ id, end }) =>
      end && isNow(end.on) && !takenBack.has(id) ? [{ deal: id, ...end }] : [],
    );
    const kept = this.#deals.filter(({ id, dated }) => isNow(dated) && waiting.has(id));
    return {
      released: ended.filter(({ isReleased }) => isReleased),
      forfeited: ended.filter(({ isReleased }) => !isReleased),
      keptFor: kept.map(({ id }) => id),
    };
  }

  #standing(day: DayNumber): Standing {
    const isOver = ({ end }: HeldDeal): boolean => end !== undefined && end.on <= day;
    const lost = this.#deals.filter((each) => isOver(each) && !each.end?.isReleased);
    return {
      takenBack: this.#history.withdrawnBy(day),
      forfeited: new Set(lost.map(({ id }) => id)),
      waiting: new Set(this.#deals.filter((each) => !isOver(each)).map(({ id }) => id)),
    };
  }

  /** What is still held of what the periods before one paid. */
  #kept(index: number, { takenBack, forfeited, waiting }: Standing): Exact {
    const unpaid = this.#paidFor(index, takenBack, joined(forfeited, waiting));
    return shareOf(unpaid).minus(shareOf(this.#paidFor(index, takenBack, forfeited)));
  }

  /** What the period itself pays for deals that wait, and what of its share is lost at once. */
  #ofPeriod(
    index: number,
    { takenBack, forfeited, waiting }: Standing,
  ): Pick<HeldBack, 'waiting' | 'lapsed'> {
    const added = (deals: ReadonlySet<string>) => {
      const upTo = this.#paidFor(index + 1, takenBack, deals);
      const own = upTo.find(({ place }) => place === index);
      return { own, share: shareOf(upTo).minus(shareOf(this.#paidFor(index, takenBack, deals))) };
    };
    const { own, share } = added(joined(forfeited, waiting));
    const lapsed = added(forfeited).share;
    if (!own) return { waiting: ZERO, lapsed };
    // Where a deal lowered what was paid together, less is held than the share of what it pays now.
    return { waiting: shareOf([own]).eq(share) ? own.paid : share.div(own.hold.share), lapsed };
  }

  /** What each period before one paid for some deals, beside those that are withdrawn anyway. */
  #paidFor(
    index: number,
    withdrawn: ReadonlySet<string>,
    deals: ReadonlySet<string>,
  ): readonly PaidFor[] {
    const without = joined(withdrawn, deals);
    if (without.size === withdrawn.size) return [];
    const [all, rest] = [this.#before(index, withdrawn), this.#before(index, without)];
    return all.flatMap(({ plan, period, bases }, at) => {
      const hold = plan.holds.find(({ id }) => id === this.#hold);
      const [paid, unpaid] = [bases.get(this.#hold), rest[at]?.bases.get(this.#hold)];
      if (!hold || !isEventHold(hold) || !paid || !unpaid) return [];
      return [{ place: period.index, hold, plan, paid: paid.minus(unpaid) }];
    });
  }

  #before(index: number, withdrawn: ReadonlySet<string>): readonly EarlierPayout[] {
    const outcome = this.#history.before(index, withdrawn);
    if (outcome.ok) return outcome.product;
    if (this.diagnostics.length === 0) this.diagnostics.push(...outcome.diagnostics);
    return [];
  }
}

/** What a period paid for some deals, of that what a hold keeps a share of. */
interface PaidFor {
  readonly place: number;
  readonly hold: EventHold;
  readonly plan: Plan;
  /** Below zero where the period would have paid more without them. */
  readonly paid: Exact;
}

/** Rounded once for each period, as its worksheet does; over all of them never below nothing. */
function shareOf(parts: readonly PaidFor[]): Exact {
  const shares = parts.map(({ hold, plan, paid }) => roundMoney(paid.times(hold.share), plan));
  return largest(sumOf(shares), ZERO);
}

function joined(left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...left, ...right]);
}
