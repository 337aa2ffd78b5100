// Whom a run pays, and by which segments of the year. In: a request. Out: payees with the segments
// of the fiscal year that are paid by periods of this length; what cannot be paid exactly is a
// finding, never a guess.

import { type PayoutPeriodKind, type Period, periodsOfYear } from '../calendar.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { type Assignment, type DatedQuota, overlaps } from '../period-data/period-data.ts';
import { versionsIn } from '../plan/plans.ts';
import type { CalculationRequest } from './calculate.ts';
import { type Part, partsOfYear } from './parts.ts';
import { segmentFindings } from './segment-findings.ts';
import { isInPeriod, type Segment, segmentsOf } from './segments.ts';

export interface SelectedPayee {
  readonly payee: string;
  /** Of the whole fiscal year, in order of time. */
  readonly segments: readonly Segment[];
}

interface Selection {
  readonly payees: readonly SelectedPayee[];
  readonly diagnostics: readonly Diagnostic[];
}

export function selectPayees(request: CalculationRequest): Selection {
  const { data, period, payee } = request;
  const wanted = data.assignments.filter((each) => payee === undefined || each.payee === payee);
  const touching = wanted.filter((each) => overlaps(each, period));
  const paid = touching.filter((each) => kindsOf(each, request).includes(period.kind));
  if (paid.length === 0) return { payees: [], diagnostics: [nobody(request, touching)] };
  const payeeIds = new Set(paid.map((each) => each.payee));
  const quotas = Map.groupBy(data.quotas, (each) => each.payee);
  const all = [...Map.groupBy(wanted, (each) => each.payee)]
    .filter(([id]) => payeeIds.has(id))
    .map(([id, assignments]) => payeeOf(id, assignments, quotas.get(id) ?? [], request));
  const diagnostics = all.flatMap(({ parts, assignments }) =>
    segmentFindings(parts, assignments, request),
  );
  if (diagnostics.length > 0) return { payees: [], diagnostics };
  const isCovered = ({ segments }: SelectedPayee): boolean =>
    segments.some((each) => isInPeriod(each, period.index));
  const isPaid = new Set(paid);
  const others = touching.filter((each) => !isPaid.has(each));
  return {
    payees: all.filter(isCovered),
    diagnostics: [
      ...all.filter((each) => !isCovered(each)).flatMap((each) => uncovered(each, period)),
      ...otherPeriods(others, request),
    ],
  };
}

interface PayeeYear extends SelectedPayee {
  readonly assignments: readonly Assignment[];
  readonly parts: readonly Part[];
}

function payeeOf(
  payee: string,
  all: readonly Assignment[],
  quotas: readonly DatedQuota[],
  request: CalculationRequest,
): PayeeYear {
  const { plans, period, company } = request;
  const assignments = all.filter((each) => kindsOf(each, request).includes(period.kind));
  const periods = periodsOfYear(period.fiscalYear, period.kind, company.calendar);
  const parts = partsOfYear(all, { plans, quotas, calendar: company.calendar }, periods);
  return { payee, assignments, parts, segments: segmentsOf(parts) };
}

/** By whole months, a hire on the 16th has no part of that month's period if it is all there is. */
function uncovered({ parts }: PayeeYear, period: Period): readonly Diagnostic[] {
  const touching = parts.filter((part) => overlaps(part, period));
  return touching.map(({ assignment, plan }) => {
    const what = `\`${assignment.payee}\` has no part of ${period.id} by ${plan.proration}`;
    const remedy = 'nothing needs to be done if that is agreed; else choose another `proration`';
    return diagnose('assignment/nothing-covered', assignment.place, what, remedy);
  });
}

/** By which lengths the versions of an assignment's plan pay that hold in a period. */
function kindsOf(
  { plan }: Assignment,
  { plans, period }: CalculationRequest,
): readonly PayoutPeriodKind[] {
  return versionsIn(plans, plan, period).map(({ payoutPeriod }) => payoutPeriod);
}

/** Whoever is paid by another length is named, so that nobody is missed without a word. */
function otherPeriods(
  others: readonly Assignment[],
  request: CalculationRequest,
): readonly Diagnostic[] {
  const { period, company } = request;
  const byKind = Map.groupBy(others, (each) => kindsOf(each, request)[0]);
  return [...byKind].map(([kind, assignments]) => {
    const names = assignments.map(({ payee }) => `\`${payee}\``).join(', ');
    const what = `paid by ${kind}, not by ${period.kind}, and not in this run: ${names}`;
    const place = company.placeOf(['data', 'assignments']);
    return diagnose('calculation/other-period', place, what, 'calculate their own periods as well');
  });
}

function nobody(request: CalculationRequest, touching: readonly Assignment[]): Diagnostic {
  const { payee, data, period, company } = request;
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
  const kinds = new Set(touching.flatMap((each) => kindsOf(each, request)));
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
