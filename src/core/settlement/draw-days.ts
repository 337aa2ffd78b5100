// The days on which a payee has a draw. In: the plan's draw and the day from which it counts for
// the payee. Out: the days; none for a payee without such a day, where the draw counts from one.

import {
  addMonths,
  type DayNumber,
  type FiscalCalendar,
  monthsIn,
  periodAround,
} from '../calendar.ts';
import { OPEN_END, OPEN_START, type Span } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';

export function drawDays(
  { draw, payoutPeriod }: Plan,
  since: DayNumber | undefined,
  calendar: FiscalCalendar,
): Span | undefined {
  if (!draw) return undefined;
  const { lasts } = draw;
  if (!lasts) return { from: OPEN_START, to: OPEN_END };
  if ('until' in lasts) return { from: OPEN_START, to: lasts.until };
  if (since === undefined) return undefined;
  if ('months' in lasts) return { from: since, to: addMonths(since, lasts.months) - 1 };
  const { from } = periodAround(since, payoutPeriod, calendar);
  return { from: since, to: addMonths(from, lasts.periods * monthsIn(payoutPeriod)) - 1 };
}
