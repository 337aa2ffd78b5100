// Where a payout period stands in its fiscal year, and which days each window covers. In: the
// year's periods, the index of this one, and the first one for which the payee is on the plan.
// Out: bounds. Source: ENGINE.md section 4.

import { type FiscalCalendar, type Period, periodsOfYear } from '../calendar.ts';
import type { Span } from '../period-data/period-data.ts';
import type { Window } from '../plan/document.ts';

export interface Timeframe {
  readonly periods: readonly Period[];
  readonly index: number;
  /** Index of the first period of the year in which the payee is on the plan. */
  readonly since: number;
  /** Index of the last one of the year: earlier than the year's last for somebody who leaves. */
  readonly until: number;
}

export function timeframeOf(
  period: Period,
  { since, until }: Pick<Timeframe, 'since' | 'until'>,
  calendar: FiscalCalendar,
): Timeframe {
  const periods = periodsOfYear(period.fiscalYear, period.kind, calendar);
  return { periods, index: period.index, since, until };
}

export function periodOf({ periods, index }: Timeframe): Period {
  return periods[index] as Period;
}

/** The payout periods that a window has covered so far, in order. */
export function periodsIn({ periods, index, since }: Timeframe, window: Window): readonly Period[] {
  return periods.slice(window === 'period' ? index : since, index + 1);
}

export function boundsOf(timeframe: Timeframe, window: Window): Span {
  const covered = periodsIn(timeframe, window);
  return { from: (covered[0] as Period).from, to: (covered.at(-1) as Period).to };
}

/** What is measured over the whole year is known with the payee's last period of it. */
export function isJudged({ index, until }: Timeframe, window: Window): boolean {
  return window !== 'year' || index >= until;
}
