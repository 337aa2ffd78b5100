// Deals of payees who have left that are taken back in a period: there is no payment to take it
// from, so that whoever runs the payroll has to know. In: a request. Out: warnings at the deals.

import { isoDate, periodsOfYear } from '../calendar.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { type Assignment, isWithin } from '../period-data/period-data.ts';
import type { CalculationRequest } from './calculate.ts';
import { type ClawbackEvent, clawbackEvents } from './clawback-events.ts';
import { dealsOfYear, isCounted, type YearOfDeals } from './deal-events.ts';
import { DealIndex } from './deal-index.ts';
import { partsOfYear } from './parts.ts';
import { fiscalYearsSince } from './payee-years.ts';
import { segmentsOf } from './segments.ts';

export function leaverFindings(request: CalculationRequest): readonly Diagnostic[] {
  const { data, plans, period, payee: only } = request;
  const asked = data.assignments.filter(({ payee }) => only === undefined || payee === only);
  const left = [...Map.groupBy(asked, ({ payee }) => payee)].filter(
    ([, rows]) =>
      rows.every(({ to }) => to < period.from) &&
      rows.some(({ plan }) => plans.get(plan)?.some(({ clawback }) => clawback)),
  );
  const dealIndex = left.length > 0 ? new DealIndex(data) : undefined;
  if (!dealIndex) return [];
  return left.flatMap(([payee, rows]) =>
    yearsOf(request, payee, rows, dealIndex)
      .flatMap(eventsOf)
      .filter(({ on }) => isWithin(on, period))
      .map((event) => finding(payee, rows, event)),
  );
}

/** The fiscal years in which somebody was on a plan whose deals may be taken back. */
function yearsOf(
  request: CalculationRequest,
  payee: string,
  rows: readonly Assignment[],
  dealIndex: DealIndex,
): readonly YearOfDeals[] {
  const { plans, data, period, company } = request;
  const { calendar } = company;
  const years = fiscalYearsSince(rows, request, ({ clawback }) => clawback !== undefined);
  return years.map((fiscalYear) => {
    const periods = periodsOfYear(fiscalYear, period.kind, calendar);
    const segments = segmentsOf(
      partsOfYear(rows, { plans, quotas: data.quotas, calendar }, periods),
    );
    return { payee, periods, segments, data, dealIndex };
  });
}

/** Of deals that were paid for, as far as a measure counts them. */
function eventsOf(year: YearOfDeals): readonly ClawbackEvent[] {
  const paid = year.segments.flatMap((segment) =>
    dealsOfYear(year, segment).filter((each) => isCounted(segment.plan, each)),
  );
  const ids = new Set(paid.map(({ deal }) => deal.id));
  return clawbackEvents(year).events.filter(({ deal }) => ids.has(deal.id));
}

function finding(
  payee: string,
  rows: readonly Assignment[],
  { deal, on }: ClawbackEvent,
): Diagnostic {
  const last = isoDate(Math.max(...rows.map(({ to }) => to)));
  const what =
    `deal \`${deal.id}\` is taken back as of ${isoDate(on)}, and \`${payee}\` left on ${last}: ` +
    'there is no payment to take it from';
  const remedy = 'settle it with them outside of this run, or hold pay as long as deals can fall';
  return diagnose('calculation/taken-back-late', deal.place, what, remedy);
}
