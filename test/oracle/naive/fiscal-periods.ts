// The oracle's calendar: fiscal periods as spans of days, counted by the JavaScript date in UTC.
// A fiscal year is named by the calendar year it ends in. In: the year, its first month, a length.
// Out: periods; the part of a period that a span covers. Source: ENGINE.md section 4.

import type { PeriodKind } from '../plan-document.ts';
import { Fraction, ONE } from './fraction.ts';

const DAY = 86_400_000;

/** Both days belong to it. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export interface FiscalPeriod extends Days {
  readonly id: string;
}

export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The same day of a later month, or the month's last one where there is no such day. */
export function monthsLater(iso: string, months: number): number {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(day, last)) / DAY;
}

const LENGTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
const LETTERS = { month: 'M', quarter: 'Q', 'half-year': 'H', year: '' } as const;

export function fiscalPeriods(
  fiscalYear: number,
  startMonth: number,
  kind: PeriodKind,
): readonly FiscalPeriod[] {
  const months = LENGTHS[kind];
  const firstYear = startMonth === 1 ? fiscalYear : fiscalYear - 1;
  const firstDay = (offset: number): number =>
    Date.UTC(firstYear, startMonth - 1 + offset, 1) / DAY;
  return Array.from({ length: 12 / months }, (_, index) => ({
    id: periodName(fiscalYear, kind, index),
    from: firstDay(index * months),
    to: firstDay((index + 1) * months) - 1,
  }));
}

function periodName(fiscalYear: number, kind: PeriodKind, index: number): string {
  if (kind === 'year') return String(fiscalYear);
  const number = String(index + 1).padStart(kind === 'month' ? 2 : 1, '0');
  return `${fiscalYear}-${LETTERS[kind]}${number}`;
}

export function isIn(day: number, { from, to }: Days): boolean {
  return from <= day && day <= to;
}

export function overlap(one: Days, other: Days): Days {
  return { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
}

/** The part of a period that a span covers, from 0 to 1, by the plan's basis. */
export function coverOf(period: Days, covered: Days, basis: string | undefined): Fraction {
  const both = overlap(period, covered);
  if (both.from === period.from && both.to === period.to) return ONE;
  if (both.from > both.to) return Fraction.whole(0);
  if (basis === undefined) throw new Error('a part of a period without a basis');
  const counts = {
    'calendar-days': countDays,
    workdays: countWorkdays,
    'whole-months': countMonths,
  };
  const count = counts[basis as keyof typeof counts];
  return Fraction.whole(count(both)).dividedBy(Fraction.whole(count(period)));
}

function eachDay({ from, to }: Days): readonly Date[] {
  return Array.from({ length: to - from + 1 }, (_, index) => new Date((from + index) * DAY));
}

function countDays(days: Days): number {
  return eachDay(days).length;
}

function countWorkdays(days: Days): number {
  return eachDay(days).filter((day) => day.getUTCDay() >= 1 && day.getUTCDay() <= 5).length;
}

/** Months of which the first and the last day are there; spans have no holes. */
function countMonths(days: Days): number {
  const all = eachDay(days);
  const firsts = all.filter((day) => day.getUTCDate() === 1);
  return firsts.filter((day) => {
    const last = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0) / DAY;
    return last <= days.to;
  }).length;
}
