// The parts of a payee's year: days on which nothing changes of what they are paid by, be it the
// assignment, the version of the plan, a dated quota or a step of a ramp. In: assignments, plans,
// dated quotas. Out: parts in order of time. Source: ENGINE.md section 4 ("everything dated").

import type { DayNumber, FiscalCalendar, Period } from '../calendar.ts';
import { takesQuota } from '../components/kinds.ts';
import type { Place } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import {
  type Assignment,
  type DatedQuota,
  isWithin,
  overlaps,
  type Span,
} from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import type { Plans } from '../plan/plans.ts';
import { countsAtAll } from './proration.ts';
import { NOT_RAMPED, type Ramped, rampSteps } from './ramp.ts';
import type { PeriodRange } from './timeframe.ts';

/** Days of one fiscal year on which nothing changes, and the payout periods they count in. */
export interface Part extends Span, PeriodRange {
  readonly assignment: Assignment;
  readonly plan: Plan;
  /** Annual quotas (or levels) of the components whose quota is assigned, by id. */
  readonly quotas: ReadonlyMap<string, Exact>;
  /** What of quota and target incentive a ramp leaves. */
  readonly ramp: Ramped;
  /** The row that says what holds from the first day on. */
  readonly place: Place;
}

/** What a company's parts are made of. */
export interface Sources {
  readonly plans: Plans;
  readonly quotas: readonly DatedQuota[];
  readonly calendar: FiscalCalendar;
}

/** The parts of a payee's year that are paid by such periods, in order of time. */
export function partsOfYear(
  assignments: readonly Assignment[],
  sources: Sources,
  periods: readonly Period[],
): readonly Part[] {
  const year = { from: (periods[0] as Period).from, to: (periods.at(-1) as Period).to };
  const dated = assignments.flatMap((assignment, index) => {
    const rampFrom = rampStart(assignment, assignments.slice(0, index));
    return (sources.plans.get(assignment.plan) ?? []).flatMap((plan) => {
      const days = common(common(assignment, plan.effective), year);
      const counts = days.from <= days.to && plan.payoutPeriod === periods[0]?.kind;
      return counts ? partsOf({ days, assignment, plan, rampFrom }, sources) : [];
    });
  });
  return joined(dated).map((each) => ({ ...each, ...rangeOf(each, periods) }));
}

/** A ramp goes on where a later row to the same plan says nothing of it. */
function rampStart(
  { rampFrom, plan }: Assignment,
  before: readonly Assignment[],
): DayNumber | undefined {
  const last = before.findLast((each) => each.plan === plan && each.rampFrom !== undefined);
  return rampFrom ?? last?.rampFrom;
}

type DatedPart = Omit<Part, keyof PeriodRange>;

/** The days of an assignment under one version of its plan. */
interface AssignedDays {
  readonly days: Span;
  readonly assignment: Assignment;
  readonly plan: Plan;
  readonly rampFrom: DayNumber | undefined;
}

/** Apart where a dated quota or a step of the ramp begins or ends. */
function partsOf(
  { days, assignment, plan, rampFrom }: AssignedDays,
  { quotas, calendar }: Sources,
): readonly DatedPart[] {
  const taking = plan.components.filter(takesQuota).map(({ id }) => id);
  const own = quotas.filter(
    ({ payee, component }) => payee === assignment.payee && taking.includes(component),
  );
  const steps = rampSteps(plan, rampFrom, calendar);
  return firstDays(days, [...own, ...steps]).map((from, index, all) => {
    const holding = own.filter((each) => isWithin(from, each));
    const started = holding.find((each) => each.from === from);
    return {
      from,
      to: (all[index + 1] ?? days.to + 1) - 1,
      assignment,
      plan,
      quotas: quotasOn(taking, holding, assignment),
      ramp: steps.find((step) => isWithin(from, step)) ?? NOT_RAMPED,
      place: (from > days.from && started?.place) || assignment.place,
    };
  });
}

/** The first day of all, and each on which one of the spans begins or has ended. */
function firstDays(days: Span, spans: readonly Span[]): readonly DayNumber[] {
  const changes = spans.flatMap(({ from, to }) => [from, to + 1]);
  const inside = changes.filter((day) => day > days.from && day <= days.to);
  return [...new Set([days.from, ...inside])].sort((a, b) => a - b);
}

/** A dated quota goes before the assignment's own. */
function quotasOn(
  components: readonly string[],
  holding: readonly DatedQuota[],
  assignment: Assignment,
): ReadonlyMap<string, Exact> {
  const assigned = components.flatMap((id): [string, Exact][] => {
    const dated = holding.find(({ component }) => component === id);
    const quota = dated?.quota ?? assignment.quotas.get(id);
    return quota ? [[id, quota]] : [];
  });
  return new Map(assigned);
}

/** Two rows that follow each other and say the same are one part: nothing changes between them. */
function joined(dated: readonly DatedPart[]): readonly DatedPart[] {
  const parts: DatedPart[] = [];
  for (const part of dated) {
    const last = parts.at(-1);
    const goesOn = last && last.to + 1 === part.from && areAlike(last, part);
    if (goesOn) parts[parts.length - 1] = { ...last, to: part.to };
    else parts.push(part);
  }
  return parts;
}

function areAlike(left: DatedPart, right: DatedPart): boolean {
  const [before, after] = [left.assignment, right.assignment];
  return (
    left.plan === right.plan &&
    before.targetIncentive.eq(after.targetIncentive) &&
    before.payoutCurrency === after.payoutCurrency &&
    left.ramp.quota.eq(right.ramp.quota) &&
    left.ramp.targetIncentive.eq(right.ramp.targetIncentive) &&
    left.quotas.size === right.quotas.size &&
    [...left.quotas].every(([id, quota]) => right.quotas.get(id)?.eq(quota) === true)
  );
}

function rangeOf(part: DatedPart, periods: readonly Period[]): PeriodRange {
  const counts = (period: Period): boolean =>
    overlaps(part, period) && countsAtAll(period, part, part.plan.proration);
  return { since: periods.findIndex(counts), until: periods.findLastIndex(counts) };
}

function common(left: Span, right: Span): Span {
  return { from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) };
}
