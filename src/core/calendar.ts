// Dates and fiscal periods as plain data: a date is a whole number of days since 1970-01-01, so
// that no time zone, clock or Date object takes part in pay.
// In: ISO dates and period names as text. Out: day numbers and periods. Source: ENGINE.md, 4.

/** Days since 1970-01-01. */
export type DayNumber = number;

export const payoutPeriodKinds = ['month', 'quarter', 'half-year', 'year'] as const;
export type PayoutPeriodKind = (typeof payoutPeriodKinds)[number];

/** A payout period: both days belong to it. `index` counts from 0 within its fiscal year. */
export interface Period {
  readonly id: string;
  readonly kind: PayoutPeriodKind;
  readonly fiscalYear: number;
  readonly index: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** A fiscal year starts in this month and is named after the calendar year in which it ends. */
export interface FiscalCalendar {
  readonly startMonth: number;
}

/** Months of each kind of payout period. */
const MONTHS_IN = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
const PREFIX = { month: 'M', quarter: 'Q', 'half-year': 'H', year: '' } as const;
const PERIOD_ID = /^(\d{4})(?:-([MQH])(\d{1,2}))?$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Day number of a civil date. Source: Howard Hinnant, "chrono-compatible low-level algorithms". */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + dayOfEra + dayOfYear - 719_468;
}

/** Reads `2026-03-31`; undefined when the text is not a day that exists (1900 to 2199). */
export function readIsoDate(text: string): DayNumber | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists && year >= 1900 && year <= 2199 ? dayNumber(year, month, day) : undefined;
}

export function isoDate(date: DayNumber): string {
  const { year, month, day } = civilDate(date);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function civilDate(date: DayNumber): { year: number; month: number; day: number } {
  const shifted = date + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const centuries = Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + centuries) / 365);
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function monthsIn(kind: PayoutPeriodKind): number {
  return MONTHS_IN[kind];
}

/** The same day some months later; the month's last one where it has no such day. */
export function addMonths(date: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilDate(date);
  const passed = month - 1 + months;
  const [later, inMonth] = [year + Math.floor(passed / 12), (passed % 12) + 1];
  return dayNumber(later, inMonth, Math.min(day, daysInMonth(later, inMonth)));
}

/** All payout periods of a fiscal year, in order. */
export function periodsOfYear(
  fiscalYear: number,
  kind: PayoutPeriodKind,
  calendar: FiscalCalendar,
): readonly Period[] {
  const months = MONTHS_IN[kind];
  return Array.from({ length: 12 / months }, (_, index) => ({
    id: periodId(fiscalYear, kind, index),
    kind,
    fiscalYear,
    index,
    from: firstOfMonth(fiscalYear, index * months, calendar),
    to: firstOfMonth(fiscalYear, (index + 1) * months, calendar) - 1,
  }));
}

/** Reads `2026-Q3`, `2026-M07`, `2026-H1` or `2026`; undefined when there is no such period. */
export function readPeriod(text: string, calendar: FiscalCalendar): Period | undefined {
  const match = PERIOD_ID.exec(text);
  if (!match) return undefined;
  const kind = payoutPeriodKinds.find((each) => PREFIX[each] === (match[2] ?? ''));
  const index = match[3] === undefined ? 0 : Number(match[3]) - 1;
  return kind && periodsOfYear(Number(match[1]), kind, calendar)[index];
}

/** The payout period of a kind that a day falls in. */
export function periodAround(
  date: DayNumber,
  kind: PayoutPeriodKind,
  calendar: FiscalCalendar,
): Period {
  const { year, month } = civilDate(date);
  const fiscalYear = calendar.startMonth > 1 && month >= calendar.startMonth ? year + 1 : year;
  const found = periodsOfYear(fiscalYear, kind, calendar).find(
    (period) => period.from <= date && date <= period.to,
  );
  if (!found) throw new Error(`no ${kind} around ${isoDate(date)}`);
  return found;
}

function periodId(fiscalYear: number, kind: PayoutPeriodKind, index: number): string {
  if (kind === 'year') return pad(fiscalYear, 4);
  const place = kind === 'month' ? pad(index + 1, 2) : String(index + 1);
  return `${pad(fiscalYear, 4)}-${PREFIX[kind]}${place}`;
}

function firstOfMonth(
  fiscalYear: number,
  monthOffset: number,
  calendar: FiscalCalendar,
): DayNumber {
  const startYear = calendar.startMonth > 1 ? fiscalYear - 1 : fiscalYear;
  const month = calendar.startMonth - 1 + monthOffset;
  return dayNumber(startYear + Math.floor(month / 12), (month % 12) + 1, 1);
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
