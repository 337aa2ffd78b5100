// The payout periods that a company has something to show for, and the one to open first.
// In: an opened company. Out: periods, newest last.

import {
  allPlans,
  type Period,
  periodAround,
  periodsOfYear,
  readPeriod,
} from '../../core/index.ts';
import type { OpenCompany } from '../open-company.ts';

/** All payout periods of the fiscal years that deals, scores or reported figures fall into. */
export function payoutPeriods({ company, plans, data }: OpenCompany): readonly Period[] {
  const { calendar } = company;
  const kinds = [...new Set(allPlans(plans).map(({ payoutPeriod }) => payoutPeriod))];
  const years = new Set<number>();
  for (const { attributes } of data.deals) {
    const day = attributes.get(company.model.countsOn);
    if (typeof day === 'number') years.add(periodAround(day, 'year', calendar).fiscalYear);
  }
  for (const { period } of [...data.scores, ...data.reported]) {
    const found = readPeriod(period, calendar);
    if (found) years.add(found.fiscalYear);
  }
  if (years.size === 0) {
    const [first] = data.assignments;
    if (first) years.add(periodAround(first.from, 'year', calendar).fiscalYear);
  }
  const inOrder = [...years].sort((a, b) => a - b);
  return kinds.flatMap((kind) => inOrder.flatMap((year) => periodsOfYear(year, kind, calendar)));
}

/** The last period that somebody has been scored for or figures were reported for. */
export function periodToOpen(
  { company, data }: OpenCompany,
  periods: readonly Period[],
): Period | undefined {
  const isKnown = new Set([...data.scores, ...data.reported].map(({ period }) => period));
  const days = data.deals.flatMap(({ attributes }) => {
    const day = attributes.get(company.model.countsOn);
    return typeof day === 'number' ? [day] : [];
  });
  const hasDeals = ({ from, to }: Period): boolean => days.some((day) => from <= day && day <= to);
  return (
    periods.findLast(({ id }) => isKnown.has(id)) ?? periods.findLast(hasDeals) ?? periods.at(-1)
  );
}
