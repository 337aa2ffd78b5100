// The fiscal years of a payee before this one that clawbacks and holds may reach into.
// In: this year and the plans. Out: their histories, or what stands in the way of calculating them.

import { periodAround, periodsOfYear } from '../calendar.ts';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostic.ts';
import type { Assignment } from '../period-data/period-data.ts';
import { isEventHold, type Plan } from '../plan/plan.ts';
import type { CalculationRequest } from './calculate.ts';
import type { PayeeYear } from './calculate-period.ts';
import { partsOfYear } from './parts.ts';
import { segmentFindings } from './segment-findings.ts';
import { segmentsOf } from './segments.ts';
import { YearHistory } from './year-history.ts';

export function earlierYears(
  year: PayeeYear,
  request: CalculationRequest,
): Outcome<readonly YearHistory[]> {
  const { company, data, payee } = year;
  const { plans } = request;
  const assignments = data.assignments.filter((each) => each.payee === payee);
  const sources = { plans, quotas: data.quotas, calendar: company.calendar };
  const histories: YearHistory[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const fiscalYear of fiscalYearsSince(assignments, request, awaitsEvents).slice(0, -1)) {
    const past = periodsOfYear(fiscalYear, request.period.kind, company.calendar);
    const parts = partsOfYear(assignments, sources, past);
    const period = past.at(-1);
    if (!period || parts.length === 0) continue;
    diagnostics.push(...segmentFindings(parts, assignments, { period, company, plans }));
    const pools = year.pools.inYearOf(period);
    const segments = segmentsOf(parts);
    const history = new YearHistory({ ...year, segments, periods: past, pools });
    diagnostics.push(...history.diagnostics);
    histories.push(history);
  }
  return outcomeOf(diagnostics.length > 0 ? undefined : histories, diagnostics);
}

/** Fiscal years up to that of a period, from the first in which somebody was on such a plan. */
export function fiscalYearsSince(
  rows: readonly Assignment[],
  { plans, period, company: { calendar } }: CalculationRequest,
  isMeant: (plan: Plan) => boolean,
): readonly number[] {
  const starts = rows.flatMap(({ plan, from }) => {
    const meant = (plans.get(plan) ?? []).filter(isMeant);
    return meant.map(({ effective }) => Math.max(from, effective.from));
  });
  const since = periodAround(Math.min(period.from, ...starts), period.kind, calendar).fiscalYear;
  return Array.from({ length: period.fiscalYear - since + 1 }, (_, index) => since + index);
}

/** Whether something may happen to deals after they were paid. */
function awaitsEvents({ clawback, holds }: Plan): boolean {
  return clawback !== undefined || holds.some(isEventHold);
}
