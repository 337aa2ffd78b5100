// Which assignments are paid for a period, and since which period of the year each payee is on the
// plan. In: a request. Out: assignments with their plans; what cannot be paid exactly (a change in
// the middle of a period) is a finding, never a guess.

import { isoDate, type Period, periodsOfYear } from '../calendar.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { nearestWord } from '../document/nearest-word.ts';
import type { Assignment, Span } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import type { CalculationRequest } from './calculate.ts';
import { countsAtAll } from './proration.ts';

export interface SelectedAssignment {
  readonly assignment: Assignment;
  readonly plan: Plan;
  /** The days for which the payee is on the plan. */
  readonly covered: Span;
  /** Indexes of the first and last period of the year that the assignment has a part of. */
  readonly since: number;
  readonly until: number;
}

interface Selection {
  readonly assignments: readonly SelectedAssignment[];
  readonly diagnostics: readonly Diagnostic[];
}

export function selectAssignments(request: CalculationRequest): Selection {
  const { data, plans, period, payee } = request;
  const wanted = data.assignments.filter((each) => payee === undefined || each.payee === payee);
  const touching = wanted.filter((each) => touches(each, period));
  const paid = touching.filter((each) => plans.get(each.plan)?.payoutPeriod === period.kind);
  if (paid.length === 0) return { assignments: [], diagnostics: [nobody(request, touching)] };
  const all = paid.map((each) => selectedOf(each, request));
  const diagnostics = all.flatMap((each, index) => [
    ...partsOfPeriods(each, request),
    ...twiceInPeriod(each.assignment, paid.slice(0, index), period),
    ...changedInYear(each.assignment, each.plan, request),
  ]);
  if (diagnostics.length > 0) return { assignments: [], diagnostics };
  const assignments = all.filter(
    ({ since, until }) => since <= period.index && period.index <= until,
  );
  return {
    assignments,
    diagnostics: [
      ...all.filter((each) => !assignments.includes(each)).map((each) => uncovered(each, period)),
      ...otherPeriods(
        touching.filter((each) => !paid.includes(each)),
        request,
      ),
    ],
  };
}

function selectedOf(assignment: Assignment, request: CalculationRequest): SelectedAssignment {
  const { plans, period, company } = request;
  const plan = plans.get(assignment.plan) as Plan;
  const covered = {
    from: Math.max(assignment.from, plan.effective.from),
    to: Math.min(assignment.to, plan.effective.to),
  };
  const periods = periodsOfYear(period.fiscalYear, period.kind, company.calendar);
  const counts = (each: Period): boolean => countsAtAll(each, covered, plan.proration);
  return {
    assignment,
    plan,
    covered,
    since: periods.findIndex(counts),
    until: periods.findLastIndex(counts),
  };
}

/** By whole months, a hire on the 16th has no part of that month's period if it is all there is. */
function uncovered({ assignment, plan }: SelectedAssignment, period: Period): Diagnostic {
  const what = `\`${assignment.payee}\` has no part of ${period.id} by ${plan.proration}`;
  const remedy = 'nothing needs to be done if that is agreed; else choose another `proration`';
  return diagnose('assignment/nothing-covered', assignment.place, what, remedy);
}

/** Whoever is paid by another length is named, so that nobody is missed without a word. */
function otherPeriods(
  others: readonly Assignment[],
  { plans, period, company }: CalculationRequest,
): readonly Diagnostic[] {
  const byKind = Map.groupBy(others, ({ plan }) => plans.get(plan)?.payoutPeriod);
  return [...byKind].map(([kind, assignments]) => {
    const names = assignments.map(({ payee }) => `\`${payee}\``).join(', ');
    const what = `paid by ${kind}, not by ${period.kind}, and not in this run: ${names}`;
    const place = company.placeOf(['data', 'assignments']);
    return diagnose('calculation/other-period', place, what, 'calculate their own periods as well');
  });
}

function touches(span: Span, period: Period): boolean {
  return span.from <= period.to && span.to >= period.from;
}

/** Periods of the year so far that are covered in part, where the plan states no basis for it. */
function partsOfPeriods(
  { assignment, plan, covered, since }: SelectedAssignment,
  { period, company }: CalculationRequest,
): readonly Diagnostic[] {
  const periods = periodsOfYear(period.fiscalYear, period.kind, company.calendar);
  const partly = periods
    .slice(Math.max(0, since), period.index + 1)
    .filter((each) => covered.from > each.from || covered.to < each.to);
  const [first] = partly;
  if (!first || (plan.proration && touches(covered, period))) return [];
  const isPlan = plan.effective.from > first.from || plan.effective.to < first.to;
  const whose = isPlan ? `plan \`${plan.id}\`` : `the assignment of \`${assignment.payee}\``;
  const days = `${isoDate(first.from)} to ${isoDate(first.to)}`;
  const part = touches(covered, first) ? 'covers only part of' : 'covers no day of';
  const what = `${whose} ${part} ${first.id} (${days})`;
  const place = isPlan ? plan.placeOf(['effective']) : assignment.place;
  const remedy =
    'state in the plan how a part is paid (`proration: calendar-days`, `workdays` or ' +
    '`whole-months`), or let it start and end with a payout period';
  return [diagnose('assignment/part-of-period', place, what, remedy)];
}

/** Two sets of figures within one payout period are not joined by guessing. */
function twiceInPeriod(
  assignment: Assignment,
  others: readonly Assignment[],
  period: Period,
): readonly Diagnostic[] {
  if (!others.some(({ payee }) => payee === assignment.payee)) return [];
  const what = `\`${assignment.payee}\` has two assignments within ${period.id}`;
  const remedy =
    'let the second one start with a payout period: changes within one are not paid yet';
  return [diagnose('assignment/changed-in-period', assignment.place, what, remedy)];
}

/** A year to date cannot run over two sets of figures without saying how. */
function changedInYear(
  assignment: Assignment,
  plan: Plan,
  { data, period, company }: CalculationRequest,
): readonly Diagnostic[] {
  if (!plan.components.some(({ window }) => window !== 'period')) return [];
  const year = periodsOfYear(period.fiscalYear, period.kind, company.calendar);
  const [first] = year;
  const before = data.assignments.find(
    (each) =>
      each.payee === assignment.payee &&
      each.plan === plan.id &&
      each !== assignment &&
      first !== undefined &&
      each.to >= first.from &&
      each.to < assignment.from,
  );
  if (!before) return [];
  const what =
    `the figures of \`${assignment.payee}\` change within ${period.fiscalYear}, and plan ` +
    `\`${plan.id}\` pays on the year to date`;
  return [
    diagnose(
      'assignment/changed-in-year',
      assignment.place,
      what,
      'keep one assignment per fiscal year, or pay by period: ' +
        'changes within a year to date are not paid yet',
    ),
  ];
}

function nobody(request: CalculationRequest, touching: readonly Assignment[]): Diagnostic {
  const { payee, data, period, company, plans } = request;
  const place = company.placeOf(['data', 'assignments']);
  if (payee !== undefined && !data.assignments.some((each) => each.payee === payee)) {
    const payees = [...new Set(data.assignments.map((each) => each.payee))];
    const near = nearestWord(payee, payees);
    return diagnose(
      'calculation/unknown-payee',
      place,
      `\`${payee}\` has no assignment`,
      near ? `did you mean \`${near}\`?` : `use one of: ${payees.join(', ')}`,
    );
  }
  const kinds = new Set(touching.flatMap(({ plan }) => plans.get(plan)?.payoutPeriod ?? []));
  const what =
    touching.length === 0
      ? `no assignment covers ${period.id}`
      : `no plan pays by ${period.kind}; in ${period.id} plans pay by ${[...kinds].join(' and ')}`;
  return diagnose(
    'calculation/nobody',
    place,
    what,
    touching.length === 0
      ? 'ask for a period in which somebody is assigned to a plan'
      : 'ask for a period of that length, such as `2026-Q3`, `2026-M07` or `2026`',
  );
}
