// Proration: the part of a payout period that an assignment covers, by the plan's stated basis.
// Nothing is rounded on the way: a daily rate never exists. In: a period and the days covered.
// Out: a ratio from 0 to 1. Source: ENGINE.md section 4.

import { civilDate, dayNumber, daysInMonth, type Period } from '../calendar.ts';
import { type Exact, exactInteger, ONE, sumOf, ZERO } from '../exact-number.ts';
import { overlaps, type Span } from '../period-data/period-data.ts';
import type { Window } from '../plan/document.ts';
import type { PeriodWeights, Proration } from '../plan/plan.ts';
import { periodsIn, type Timeframe } from './timeframe.ts';

/** How many units of a basis lie between two days, both included. */
const unitsBetween: Readonly<Record<Proration, (span: Span) => number>> = {
  'calendar-days': ({ from, to }) => Math.max(0, to - from + 1),
  workdays: countWorkdays,
  'whole-months': countWholeMonths,
};

/** An assignment's cover of a period; whole periods, and none of one, need no basis. */
export function coverOf(period: Period, covered: Span, basis: Proration | undefined): Exact {
  const span = {
    from: Math.max(period.from, covered.from),
    to: Math.min(period.to, covered.to),
  };
  if (span.from > span.to) return ZERO;
  if (span.from === period.from && span.to === period.to) return ONE;
  if (!basis) throw new Error(`no basis to prorate ${period.id}; the selection refuses it`);
  const count = unitsBetween[basis];
  return exactInteger(count(span)).div(exactInteger(count(period)));
}

/** Whether an assignment has any part of a period; a part without a basis is refused elsewhere. */
export function countsAtAll(period: Period, covered: Span, basis: Proration | undefined): boolean {
  const overlaps = covered.from <= period.to && covered.to >= period.from;
  const isWhole = covered.from <= period.from && covered.to >= period.to;
  if (!overlaps || isWhole || !basis) return overlaps;
  return coverOf(period, covered, basis).gt('0');
}

/** How many payout periods of a window an assignment covers: 2.5 for two and a half. */
export function periodsCovered(
  timeframe: Timeframe,
  window: Window,
  covered: Span,
  basis: Proration | undefined,
): Exact {
  return sumOf(periodsIn(timeframe, window).map((period) => coverOf(period, covered, basis)));
}

/** The part of the whole year that an assignment covers, the time to come included. */
export function yearCovered(
  timeframe: Timeframe,
  covered: Span,
  basis: Proration | undefined,
): Exact {
  const { periods } = timeframe;
  const even = periods.map(() => ONE.div(exactInteger(periods.length)));
  return weighedYear(timeframe, even, covered, basis);
}

/**
 * The part of an annual figure that falls on all of an assignment's time of the year; a part of a
 * coming period without a basis counts whole until it is reached, and is refused then.
 */
export function weighedYear(
  { periods }: Timeframe,
  weights: readonly Exact[],
  covered: Span,
  basis: Proration | undefined,
): Exact {
  const parts = periods.map((period) => {
    const weight = weights[period.index] as Exact;
    if (basis) return weight.times(coverOf(period, covered, basis));
    return overlaps(covered, period) ? weight : ZERO;
  });
  return sumOf(parts);
}

/** The part of an annual figure that falls into a window, by the part of each period covered. */
export function partOfYear(
  timeframe: Timeframe,
  window: Window,
  weights: PeriodWeights[keyof PeriodWeights],
  covered: Span,
  basis: Proration | undefined,
): Exact {
  const parts = periodsIn(timeframe, window).map((period) =>
    (weights[period.index] as Exact).times(coverOf(period, covered, basis)),
  );
  return sumOf(parts);
}

/** Monday to Friday; public holidays differ by place and are not known here. */
function countWorkdays({ from, to }: Span): number {
  let workdays = 0;
  // 1970-01-01, day 0, was a Thursday: Monday is day 4 of the week that starts with it.
  for (let day = from; day <= to; day += 1) if ((((day + 3) % 7) + 7) % 7 < 5) workdays += 1;
  return workdays;
}

/** Calendar months of which every day lies in the span. */
function countWholeMonths({ from, to }: Span): number {
  let months = 0;
  let { year, month } = civilDate(from);
  for (;;) {
    const last = dayNumber(year, month, daysInMonth(year, month));
    if (last > to) return months;
    if (dayNumber(year, month, 1) >= from) months += 1;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
