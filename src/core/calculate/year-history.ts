// A payee's fiscal year as it went, and as it would have gone without some deals: each is
// calculated once, in order of its periods. In: the payee's year and its clawback events.
// Out: what the periods before one paid.

import type { DayNumber, Period } from '../calendar.ts';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostic.ts';
import type { Balances } from '../settlement/balances.ts';
import type { EarlierPayout } from './calculate.ts';
import { calculatePeriod, type PayeeYear, payoutOf } from './calculate-period.ts';
import { type ClawbackEvent, clawbackEvents } from './clawback-events.ts';
import { NOTHING_HELD } from './held-back.ts';
import { type HeldDeal, heldDeals } from './held-deals.ts';
import { isInPeriod } from './segments.ts';
import { NOTHING_TAKEN } from './taken-back.ts';

const NONE: ReadonlySet<string> = new Set();
/** As-if calculations end where the events of deals are settled. */
const UNSETTLED = { takenBack: NOTHING_TAKEN, held: NOTHING_HELD };
/** And begin with nothing: what was kept of other years and is lost in this one was not its pay. */
const NO_BALANCES: Balances = new Map();

export class YearHistory {
  readonly year: PayeeYear;
  readonly events: readonly ClawbackEvent[];
  /** By holds that events of deals release. */
  readonly heldDeals: ReadonlyMap<string, readonly HeldDeal[]>;
  /** Why the events are not all known. */
  readonly diagnostics: readonly Diagnostic[];
  /** By the deals left out: the periods calculated so far, by their places in the year. */
  readonly #paid = new Map<string, Map<number, EarlierPayout>>();

  constructor(year: PayeeYear) {
    this.year = year;
    const { events, diagnostics } = clawbackEvents(year);
    const held = heldDeals(year);
    this.events = events;
    this.heldDeals = held.byHold;
    this.diagnostics = [...diagnostics, ...held.diagnostics];
  }

  /** Ids of the deals whose event has come by a day. */
  withdrawnBy(day: DayNumber): ReadonlySet<string> {
    const passed = this.events.filter(({ on }) => on <= day);
    return passed.length === 0 ? NONE : new Set(passed.map(({ deal }) => deal.id));
  }

  /** Places of the periods before one in which the payee is on a plan. */
  paidBefore(index: number): readonly number[] {
    const { periods, segments } = this.year;
    return periods
      .map((_, place) => place)
      .filter((place) => place < index && segments.some((each) => isInPeriod(each, place)));
  }

  /** What the periods before one would have paid if some deals had never been. */
  before(index: number, withdrawn: ReadonlySet<string>): Outcome<readonly EarlierPayout[]> {
    const paid = this.#without(withdrawn);
    const sofar: EarlierPayout[] = [];
    for (const place of this.paidBefore(index)) {
      const found = paid.get(place);
      const made = found ? outcomeOf(found, []) : this.#calculate(place, sofar, withdrawn);
      if (!made.ok) return made;
      paid.set(place, made.product);
      sofar.push(made.product);
    }
    return outcomeOf<readonly EarlierPayout[]>(sofar, []);
  }

  /** What a period paid: without the deals whose event came by its end. */
  paidIn(place: number): Outcome<EarlierPayout> {
    const { to } = this.year.periods[place] as Period;
    const outcome = this.before(place + 1, this.withdrawnBy(to));
    return outcome.ok ? outcomeOf(outcome.product.at(-1), []) : outcome;
  }

  /** The day before the year. */
  get eve(): DayNumber {
    return (this.year.periods[0] as Period).from - 1;
  }

  /** The last day that the payment of the period before one looked at. */
  lookedAtBefore(index: number): DayNumber {
    const last = this.paidBefore(index).at(-1);
    return last === undefined ? this.eve : (this.year.periods[last] as Period).to;
  }

  #calculate(
    place: number,
    earlier: readonly EarlierPayout[],
    withdrawn: ReadonlySet<string>,
  ): Outcome<EarlierPayout> {
    const balances = earlier.at(-1)?.balances ?? NO_BALANCES;
    const context = { earlier, asIf: earlier, withdrawn, balances, ...UNSETTLED };
    const outcome = calculatePeriod(this.year, place, context);
    return outcome.ok ? outcomeOf(payoutOf(outcome.product), []) : outcome;
  }

  #without(withdrawn: ReadonlySet<string>): Map<number, EarlierPayout> {
    const key = JSON.stringify([...withdrawn].sort());
    const found = this.#paid.get(key) ?? new Map<number, EarlierPayout>();
    this.#paid.set(key, found);
    return found;
  }
}
