// What becomes of the pay held for each deal, and on which day: its event releases it, or it is
// forfeited, whichever day is earlier; on one day it is released. In: a payee's fiscal year.
// Out: deals by hold; one of which that cannot be told is a finding. Source: ENGINE.md section 7.

import type { DayNumber } from '../calendar.ts';
import { compareText, type Diagnostic } from '../diagnostic.ts';
import { type EventHold, isEventHold } from '../plan/plan.ts';
import type { PayeeYear } from './calculate-period.ts';
import type { CreditedDeal } from './credit.ts';
import { dayOf, dealsOfYear, firstLook, isCounted, type Untold, untold } from './deal-events.ts';
import type { Segment } from './segments.ts';

/** The end of a hold for one deal. */
interface HoldEnd {
  readonly on: DayNumber;
  readonly isReleased: boolean;
}

export interface HeldDeal {
  readonly id: string;
  /** The first day on which the plan looks at the deal. */
  readonly dated: DayNumber | undefined;
  /** Undefined while nothing ends it. */
  readonly end: HoldEnd | undefined;
}

interface HeldDeals {
  readonly byHold: ReadonlyMap<string, readonly HeldDeal[]>;
  readonly diagnostics: readonly Diagnostic[];
}

export function heldDeals(year: PayeeYear): HeldDeals {
  const found = year.segments.flatMap((segment) => heldIn(year, segment));
  const byHold = Map.groupBy(found, ({ hold }) => hold);
  return {
    byHold: new Map([...byHold].map(([id, deals]) => [id, eachOnce(deals)])),
    diagnostics: found.flatMap(({ finding }) => finding ?? []),
  };
}

interface FoundDeal extends HeldDeal {
  readonly hold: string;
  readonly finding?: Diagnostic;
}

function heldIn(year: PayeeYear, segment: Segment): readonly FoundDeal[] {
  const { plan } = segment;
  const holds = plan.holds.filter(isEventHold);
  const deals = holds.length > 0 ? dealsOfYear(year, segment) : [];
  const counted = deals.filter((each) => isCounted(plan, each));
  return holds.flatMap((hold) =>
    counted.map((credited): FoundDeal => {
      const about = { hold: hold.id, id: credited.deal.id, dated: firstLook(plan, credited) };
      const end = endOf(credited, hold);
      if (!end || !('missing' in end)) return { ...about, end };
      return { ...about, end: undefined, finding: untold(credited, question(hold), end) };
    }),
  );
}

function endOf(credited: CreditedDeal, { release, forfeit }: EventHold) {
  const released = dayOf(credited, release);
  if (typeof released === 'object') return released;
  const lost = lostOn(credited, forfeit);
  if (typeof lost === 'object') return lost;
  if (released === undefined && lost === undefined) return undefined;
  const isReleased = released !== undefined && (lost === undefined || released <= lost);
  return { on: (isReleased ? released : lost) as DayNumber, isReleased };
}

/** The earlier of both days. */
function lostOn(
  credited: CreditedDeal,
  { event, after }: EventHold['forfeit'],
): DayNumber | Untold | undefined {
  const happened = event && dayOf(credited, event);
  if (typeof happened === 'object') return happened;
  const since = after && credited.row.get(after.since);
  if (after && typeof since !== 'number') return { missing: [after.since] };
  const passed = after && (since as DayNumber) + after.days;
  return happened === undefined || passed === undefined
    ? (happened ?? passed)
    : Math.min(happened, passed);
}

function question({ title }: EventHold): string {
  return `ends “${title}”`;
}

/** A deal is held by the plan that first looks at it. */
function eachOnce(deals: readonly HeldDeal[]): readonly HeldDeal[] {
  const first = new Map(deals.toReversed().map((each) => [each.id, each]));
  return [...first.values()].sort((left, right) => compareText(left.id, right.id));
}
