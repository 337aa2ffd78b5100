// The fiscal years of a payee before this one that clawbacks and holds may reach into.
// In: this year and the plans. Out: their histories, or what stands in the way of calculating them.

import { periodAround, periodsOfYear } from '../calendar.ts';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostic.ts';
import { isEventHold, type Plan } from '../plan/plan.ts';
import type { Plans } from '../plan/plans.ts';
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
  const { company, data, payee, periods } = year;
  const { plans } = request;
  const assignments = data.assignments.filter((each) => each.payee === payee);
  const sources = { plans, quotas: data.quotas, calendar: company.calendar };
  const histories: YearHistory[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const fiscalYear of yearsWithEvents(year, plans)) {
    const kind = periods[0]?.kind ?? 'year';
    const past = periodsOfYear(fiscalYear, kind, company.calendar);
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

/** Fiscal years before this one, from the first on whose deals may still have events. */
function yearsWithEvents(
  { company: { calendar }, data, payee, periods }: PayeeYear,
  plans: Plans,
): readonly number[] {
  const [first] = periods;
  if (!first) return [];
  const starts = data.assignments.flatMap((each) => {
    const versions = each.payee === payee ? (plans.get(each.plan) ?? []) : [];
    const awaiting = versions.filter(awaitsEvents);
    return awaiting.map(({ effective }) => Math.max(each.from, effective.from));
  });
  const years = starts.map((day) => periodAround(day, first.kind, calendar).fiscalYear);
  const since = Math.min(first.fiscalYear, ...years);
  return Array.from({ length: first.fiscalYear - since }, (_, index) => since + index);
}

/** Whether something may happen to deals after they were paid. */
function awaitsEvents({ clawback, holds }: Plan): boolean {
  return clawback !== undefined || holds.some(isEventHold);
}
