// Which of a payee's deals are taken back, when, and how much of what they paid: by the plan that
// they were paid under. In: a payee's fiscal year. Out: events in order of time; a deal of which
// that cannot be told is a finding. Source: ENGINE.md section 7.

import type { DayNumber } from '../calendar.ts';
import { compareText, type Diagnostic } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import type { Clawback, Plan } from '../plan/plan.ts';
import type { CreditedDeal } from './credit.ts';
import {
  dayOf,
  dealsOfYear,
  firstLook,
  type Untold,
  untold,
  type YearOfDeals,
} from './deal-events.ts';

/** The day on which a deal is taken back, and the part of what it paid. */
export interface ClawbackEvent {
  readonly deal: CreditedDeal['deal'];
  /** The first day on which the plan looks at the deal. */
  readonly dated: DayNumber;
  readonly on: DayNumber;
  readonly share: Exact;
}

interface ClawbackEvents {
  readonly events: readonly ClawbackEvent[];
  readonly diagnostics: readonly Diagnostic[];
}

export function clawbackEvents(year: YearOfDeals): ClawbackEvents {
  const found = new Map<string, ClawbackEvent>();
  const diagnostics: Diagnostic[] = [];
  for (const segment of year.segments) {
    const { clawback } = segment.plan;
    for (const credited of clawback ? dealsOfYear(year, segment) : []) {
      const event = eventOf(credited, segment.plan, clawback as Clawback);
      if (event && 'missing' in event) diagnostics.push(untold(credited, 'is taken back', event));
      else if (event && !found.has(event.deal.id)) found.set(event.deal.id, event);
    }
  }
  return { events: [...found.values()].sort(byTime), diagnostics };
}

function eventOf(
  credited: CreditedDeal,
  plan: Plan,
  clawback: Clawback,
): ClawbackEvent | Untold | undefined {
  const { deal, row } = credited;
  const { takes } = clawback;
  const on = dayOf(credited, clawback);
  if (typeof on !== 'number') return on;
  const dated = firstLook(plan, credited) ?? on;
  if (!('schedule' in takes)) return { deal, dated, on, share: takes };
  const since = row.get(takes.since);
  if (typeof since !== 'number') return { missing: [takes.since] };
  const share = takes.schedule.find(({ withinDays }) => on - since <= withinDays)?.share;
  return share && { deal, dated, on, share };
}

function byTime(left: ClawbackEvent, right: ClawbackEvent): number {
  return (
    left.on - right.on || right.share.cmp(left.share) || compareText(left.deal.id, right.deal.id)
  );
}
