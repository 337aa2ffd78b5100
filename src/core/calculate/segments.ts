// What a payee is paid by in a fiscal year, as dated data: parts (days on which nothing of it
// changes) and segments (parts that are measured and paid as one). In: the payee's assignments and
// plans. Out: segments in order of time. A plan states whether its parts are segments of their own
// or blended into one. Source: ENGINE.md section 4.

import type { Period } from '../calendar.ts';
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
import type { PeriodRange } from './timeframe.ts';

/** Days of one fiscal year on which nothing changes, and the payout periods they count in. */
export interface Part extends Span, PeriodRange {
  readonly assignment: Assignment;
  readonly plan: Plan;
  /** Annual quotas (or levels) of the components whose quota is assigned, by id. */
  readonly quotas: ReadonlyMap<string, Exact>;
  /** The row that says what holds from the first day on. */
  readonly place: Place;
}

/** Parts of one plan that are measured and paid as one. */
export interface Segment extends PeriodRange {
  readonly plan: Plan;
  /** In order of time; at least one. */
  readonly parts: readonly Part[];
}

/** The parts of a payee's year that are paid by such periods, in order of time. */
export function partsOfYear(
  assignments: readonly Assignment[],
  { plans, quotas }: { readonly plans: Plans; readonly quotas: readonly DatedQuota[] },
  periods: readonly Period[],
): readonly Part[] {
  const year = { from: (periods[0] as Period).from, to: (periods.at(-1) as Period).to };
  const dated = assignments.flatMap((assignment) =>
    (plans.get(assignment.plan) ?? []).flatMap((plan) => {
      const within = common(common(assignment, plan.effective), year);
      const counts = within.from <= within.to && plan.payoutPeriod === periods[0]?.kind;
      return counts ? datedParts(within, assignment, plan, quotas) : [];
    }),
  );
  return joined(dated).map((each) => ({ ...each, ...rangeOf(each, periods) }));
}

/** The segments that parts make, those without a day that counts left out. */
export function segmentsOf(parts: readonly Part[]): readonly Segment[] {
  const counting = parts.filter(({ since }) => since >= 0);
  const groups = Map.groupBy(counting, (part) =>
    part.plan.segments === 'blended' ? part.plan : part,
  );
  return [...groups.values()].map((group) => ({
    plan: (group[0] as Part).plan,
    parts: group,
    since: Math.min(...group.map(({ since }) => since)),
    until: Math.max(...group.map(({ until }) => until)),
  }));
}

/** Whether a segment has a day that counts in a period. */
export function isInPeriod({ parts }: Segment, index: number): boolean {
  return parts.some(({ since, until }) => since <= index && index <= until);
}

type DatedPlan = Omit<Part, 'since' | 'until'>;

/** The days of an assignment under one version of its plan, apart where a dated quota changes. */
function datedParts(
  days: Span,
  assignment: Assignment,
  plan: Plan,
  quotas: readonly DatedQuota[],
): readonly DatedPlan[] {
  const taking = plan.components.filter(takesQuota).map(({ id }) => id);
  const own = quotas.filter(
    ({ payee, component }) => payee === assignment.payee && taking.includes(component),
  );
  const starts = own.flatMap(({ from, to }) => [from, to + 1]);
  const firsts = [days.from, ...starts.filter((day) => day > days.from && day <= days.to)];
  const inOrder = [...new Set(firsts)].sort((a, b) => a - b);
  return inOrder.map((from, index) => {
    const holding = own.filter((each) => isWithin(from, each));
    const assigned = taking.flatMap((id): [string, Exact][] => {
      const dated = holding.find(({ component }) => component === id);
      const quota = dated?.quota ?? assignment.quotas.get(id);
      return quota ? [[id, quota]] : [];
    });
    const started = holding.find((each) => each.from === from);
    return {
      from,
      to: (inOrder[index + 1] ?? days.to + 1) - 1,
      assignment,
      plan,
      quotas: new Map(assigned),
      place: (from > days.from && started?.place) || assignment.place,
    };
  });
}

/** Two rows that follow each other and say the same are one part: nothing changes between them. */
function joined(dated: readonly DatedPlan[]): readonly DatedPlan[] {
  const parts: DatedPlan[] = [];
  for (const part of dated) {
    const last = parts.at(-1);
    const goesOn = last && last.to + 1 === part.from && areAlike(last, part);
    if (goesOn) parts[parts.length - 1] = { ...last, to: part.to };
    else parts.push(part);
  }
  return parts;
}

function areAlike(left: DatedPlan, right: DatedPlan): boolean {
  const [before, after] = [left.assignment, right.assignment];
  return (
    left.plan === right.plan &&
    before.targetIncentive.eq(after.targetIncentive) &&
    left.quotas.size === right.quotas.size &&
    [...left.quotas].every(([id, quota]) => right.quotas.get(id)?.eq(quota) === true)
  );
}

function rangeOf(part: DatedPlan, periods: readonly Period[]): PeriodRange {
  const counts = (period: Period): boolean =>
    overlaps(part, period) && countsAtAll(period, part, part.plan.proration);
  return { since: periods.findIndex(counts), until: periods.findLastIndex(counts) };
}

function common(left: Span, right: Span): Span {
  return { from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) };
}
