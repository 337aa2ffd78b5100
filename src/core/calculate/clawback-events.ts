// Which of a payee's deals are taken back, when, and how much of what they paid: by the plan that
// they were paid under. In: a payee's fiscal year. Out: events in order of time; a deal of which
// that cannot be told is a finding. Source: ENGINE.md section 7.

import type { DayNumber } from '../calendar.ts';
import { compareText, type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import type { Clawback, Plan } from '../plan/plan.ts';
import { prepareDealFormula } from '../worksheet/exact.ts';
import { attributesIn } from '../worksheet/worksheet.ts';
import type { PayeeYear } from './calculate-period.ts';
import { type CreditedDeal, creditedDeals } from './credit.ts';
import type { Segment } from './segments.ts';

/** The day on which a deal is taken back, and the part of what it paid. */
export interface ClawbackEvent {
  readonly deal: CreditedDeal['deal'];
  /** The first day on which the plan looks at the deal. */
  readonly dated: DayNumber;
  readonly on: DayNumber;
  readonly share: Exact;
}

export interface ClawbackEvents {
  readonly events: readonly ClawbackEvent[];
  readonly diagnostics: readonly Diagnostic[];
}

export function clawbackEvents(year: PayeeYear): ClawbackEvents {
  const found = new Map<string, ClawbackEvent>();
  const diagnostics: Diagnostic[] = [];
  for (const segment of year.segments) {
    const { clawback } = segment.plan;
    for (const credited of clawback ? dealsOfYear(year, segment) : []) {
      const event = eventOf(credited, segment.plan, clawback as Clawback);
      if (event && 'missing' in event) diagnostics.push(incomplete(credited, event.missing));
      else if (event && !found.has(event.deal.id)) found.set(event.deal.id, event);
    }
  }
  return { events: [...found.values()].sort(byTime), diagnostics };
}

/** The payee's deals on the days of a segment, whatever a measure makes of them. */
function dealsOfYear(
  { payee, periods, data, dealIndex }: PayeeYear,
  segment: Segment,
): readonly CreditedDeal[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const span = { from: first.from, to: last.to };
  const request = {
    payee,
    span,
    segments: [segment],
    attributes: [],
    withdrawn: new Set<string>(),
  };
  return creditedDeals(data, dealIndex, request).deals;
}

function eventOf(
  { deal, row }: CreditedDeal,
  plan: Plan,
  { on: attribute, where, takes }: Clawback,
): ClawbackEvent | { readonly missing: readonly string[] } | undefined {
  const on = row.get(attribute);
  if (typeof on !== 'number') return undefined;
  const holds = where ? prepareDealFormula(where.formula)(row) : true;
  if (where && holds === undefined) {
    return { missing: attributesIn([where.formula]).filter((name) => row.get(name) === undefined) };
  }
  if (!holds) return undefined;
  const dated = firstLook(plan, deal) ?? on;
  if (!('schedule' in takes)) return { deal, dated, on, share: takes };
  const since = row.get(takes.since);
  if (typeof since !== 'number') return { missing: [takes.since] };
  const share = takes.schedule.find(({ withinDays }) => on - since <= withinDays)?.share;
  return share && { deal, dated, on, share };
}

function firstLook({ measures }: Plan, { attributes }: CreditedDeal['deal']) {
  const days = [...measures.values()].flatMap((measure) => {
    const day = 'deals' in measure ? attributes.get(measure.date) : undefined;
    return typeof day === 'number' ? [day] : [];
  });
  return days.length > 0 ? Math.min(...days) : undefined;
}

function incomplete({ deal }: CreditedDeal, missing: readonly string[]): Diagnostic {
  return diagnose(
    'calculation/deal-incomplete',
    deal.place,
    `whether deal \`${deal.id}\` is taken back cannot be told: it lacks ${missing.join(', ')}`,
    'fill in the cell, or clear the date of the clawback',
  );
}

function byTime(left: ClawbackEvent, right: ClawbackEvent): number {
  return (
    left.on - right.on || right.share.cmp(left.share) || compareText(left.deal.id, right.deal.id)
  );
}
