// Where a payout period stands in its fiscal year, which days each window covers, and which parts
// of a segment lie in it. In: the year's periods, the index of this one, and the periods in which
// the payee is on the plan. Out: bounds. Source: ENGINE.md section 4.

import { type FiscalCalendar, type Period, periodsOfYear } from '../calendar.ts';
import type { Span } from '../period-data/period-data.ts';
import type { Window } from '../plan/document.ts';

/** The first and the last period of the year in which something holds, as indexes. */
export interface PeriodRange {
  readonly since: number;
  readonly until: number;
}

/** From the payee's first period of the year on the plan to the last. */
export interface Timeframe extends PeriodRange {
  readonly periods: readonly Period[];
  readonly index: number;
  /** The parts whose figures are added up; the one whole where nothing changes. */
  readonly parts: readonly PeriodRange[];
}

export function timeframeOf(
  period: Period,
  { since, until, parts }: Pick<Timeframe, 'since' | 'until' | 'parts'>,
  calendar: FiscalCalendar,
): Timeframe {
  const periods = periodsOfYear(period.fiscalYear, period.kind, calendar);
  return { periods, index: period.index, since, until, parts };
}

export function periodOf({ periods, index }: Timeframe): Period {
  return periods[index] as Period;
}

/** The payout periods that a window has covered so far, in order. */
export function periodsIn({ periods, index, since }: Timeframe, window: Window): readonly Period[] {
  return periods.slice(window === 'period' ? index : since, index + 1);
}

/** Numbers, from 0, of the parts that a window reaches into. */
export function partsIn({ parts, index }: Timeframe, window: Window): readonly number[] {
  return parts.flatMap(({ since, until }, part) => {
    const reaches = since <= index && (window !== 'period' || until >= index);
    return reaches ? [part] : [];
  });
}

export function boundsOf(timeframe: Timeframe, window: Window): Span {
  const covered = periodsIn(timeframe, window);
  return { from: (covered[0] as Period).from, to: (covered.at(-1) as Period).to };
}

/** What is measured over the whole year is known with the payee's last period of it. */
export function isJudged({ index, until }: Timeframe, window: Window): boolean {
  return window !== 'year' || index >= until;
}
