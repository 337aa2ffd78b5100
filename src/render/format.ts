// Numbers, money and dates as the reader's locale writes them, from exact decimal text: nothing
// passes through a double, and a figure is never rounded onto a bound that it did not reach.
// In: a locale and a currency. Out: a formatter. The minor units are the core's, not Intl's, whose
// data are wrong for HUF and IDR (measured).

import { type Exact, exactText, minorDigits, type Period, type Quantity } from '../core/index.ts';
import { english, type Wording } from './wording.ts';

/** Money as the statement carries it. */
interface Payable {
  readonly exact: Exact;
}

type Datum = Exact | number | string | boolean | undefined;
type Unit = Quantity['unit'];

export interface FigureOptions {
  /** Show as many digits as it takes to tell the figure from this one, if they differ. */
  readonly apartFrom?: Exact;
  /**
   * `full` keeps trailing zeros (for columns), `short` drops them, of money only all of them;
   * `exact` is short and leaves out no digit that was written.
   */
  readonly digits?: 'short' | 'full' | 'exact';
}

export interface Formatter {
  readonly locale: string;
  readonly currency: string;
  /** `2,340.00`: the currency is said once per page. */
  readonly money: (figure: Exact | Payable) => string;
  /** `$2,340.00`, `2.340,00 €` */
  readonly moneyWithCurrency: (figure: Exact | Payable) => string;
  /** `94.26%`; tells 99.999% from 100%. */
  readonly percent: (ratio: Exact, options?: FigureOptions) => string;
  readonly quantity: (quantity: Quantity, options?: FigureOptions) => string;
  /** A deal's figure of any unit; what is not known is a dash. */
  readonly datum: (datum: Datum, unit: Unit, options?: FigureOptions) => string;
  /** An exchange rate with all of its digits. */
  readonly rate: (rate: Exact) => string;
  /** A place on a chart's axis: `70%`, `1.2M`. */
  readonly tick: (place: number, unit: Unit) => string;
  readonly count: (count: number) => string;
  /** `Jul 3, 2017` */
  readonly date: (day: number) => string;
  /** `Jul 1 – Sep 30, 2017` */
  readonly days: (from: number, to: number) => string;
  /** `Q3 2017`; `Q3 FY2018` where the fiscal year is not the calendar's. */
  readonly period: (period: Period) => string;
  /** `Q3`, `Jul`: within a table about one year. */
  readonly shortPeriod: (period: Period) => string;
  /** `Bookings, Win rate and Customers` */
  readonly list: (names: readonly string[]) => string;
}

const FRACTION_DIGITS = 2;
const FRACTION_DIGITS_MAX = 10;
const WHOLE = { maximumFractionDigits: 0 };
const MS_PER_DAY = 86_400_000;

export function formatter(locale: string, currency: string, words: Wording = english): Formatter {
  const write = numberWriter(locale);
  const minor = minorDigits(currency);
  const places = { minimumFractionDigits: minor, maximumFractionDigits: minor };
  const exactOf = (figure: Exact | Payable): Exact => ('exact' in figure ? figure.exact : figure);
  const percent: Formatter['percent'] = (ratio, options = {}) =>
    write(ratio, { style: 'percent', ...fractionDigits(ratio, 2, options) });
  const quantity: Formatter['quantity'] = ({ number, unit }, options = {}) => {
    if (unit === 'money') return write(number, moneyDigits(number, minor, options));
    if (unit === 'ratio') return percent(number, options);
    const text = write(number, statedDigits(number, unit) ?? plainDigits(number, options));
    return unit === 'days' ? words.days(text, exactText(number) === '1') : text;
  };
  const withCurrency = (figure: Exact): string => {
    const options = { style: 'currency', currency, ...places } as const;
    const text = write(figure, options);
    return OTHER_SCRIPT.test(text) ? write(figure, { ...options, currencyDisplay: 'code' }) : text;
  };
  const calendar = dateWriter(regional(words.language, locale));
  const counts = new Intl.NumberFormat(locale, LATIN_DIGITS);
  const lists = new Intl.ListFormat(words.language, { type: 'conjunction' });
  return {
    locale,
    currency,
    money: (figure) => write(exactOf(figure), places),
    moneyWithCurrency: (figure) => withCurrency(exactOf(figure)),
    percent,
    quantity,
    datum: (datum, unit, options) =>
      datumText(datum, unit, { quantity, date: calendar.date, words, options }),
    rate: (rate) => write(rate, { maximumFractionDigits: 20 }),
    tick: tickWriter(locale, words),
    count: (count) => counts.format(count),
    ...calendar,
    period: (period) => words.period(period, calendar.month(period.from)),
    shortPeriod: (period) => words.shortPeriod(period, calendar.shortMonth(period.from)),
    list: (names) => lists.format(names),
  };
}

/** The texts and the font are Latin, so the digits are too, and symbols that are not give way. */
const LATIN_DIGITS = { numberingSystem: 'latn' } as const;
const OTHER_SCRIPT = /[\u0590-\u1dff\u2e80-\uffff]/;

/** `en-DE` for English texts and a German reader: 1 Jul 2026. */
function regional(language: string, locale: string): string {
  const { language: own, region } = new Intl.Locale(locale).maximize();
  if (own === language || region === undefined) return own === language ? locale : language;
  return new Intl.Locale(language, { region }).toString();
}

/** The places of ticks are round numbers that a scale chose, not figures of pay; `1.2M` is text. */
function tickWriter(locale: string, { language }: Wording): Formatter['tick'] {
  const percent = { ...LATIN_DIGITS, style: 'percent', maximumFractionDigits: 1 } as const;
  const compact = { ...LATIN_DIGITS, notation: 'compact', maximumFractionDigits: 2 } as const;
  const [ratios, others] = [
    new Intl.NumberFormat(locale, percent),
    new Intl.NumberFormat(language, compact),
  ];
  return (place, unit) => (unit === 'ratio' ? ratios : others).format(place);
}

/** Intl reads decimal text exactly; formatters are costly to make, so each is made once. */
function numberWriter(locale: string) {
  const made = new Map<string, Intl.NumberFormat>();
  return (number: Exact, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    const all = { ...LATIN_DIGITS, signDisplay: 'negative', ...options } as const;
    const known = made.get(key) ?? new Intl.NumberFormat(locale, all);
    made.set(key, known);
    return known.format(exactText(number) as Intl.StringNumericLiteral);
  };
}

function dateWriter(locale: string) {
  const writer = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...LATIN_DIGITS, ...options, timeZone: 'UTC' });
  const [medium, month, shortMonth] = [
    writer({ dateStyle: 'medium' }),
    writer({ month: 'long', year: 'numeric' }),
    writer({ month: 'short' }),
  ];
  return {
    date: (day: number) => medium.format(day * MS_PER_DAY),
    days: (from: number, to: number) => medium.formatRange(from * MS_PER_DAY, to * MS_PER_DAY),
    month: (day: number) => month.format(day * MS_PER_DAY),
    shortMonth: (day: number) => shortMonth.format(day * MS_PER_DAY),
  };
}

function moneyDigits(
  number: Exact,
  minor: number,
  { digits }: FigureOptions,
): Intl.NumberFormatOptions {
  const isWhole = number.round(0, 'down').eq(number);
  if (isWhole && (digits === 'short' || digits === 'exact')) return WHOLE;
  const most = digits === 'exact' ? Math.max(minor, writtenPlaces(number)) : minor;
  return { minimumFractionDigits: minor, maximumFractionDigits: most };
}

/** Decimal places as written; a quotient has more than anybody wrote. */
function writtenPlaces(number: Exact): number {
  const [, decimals = ''] = exactText(number).split('.');
  return Math.min(decimals.length, FRACTION_DIGITS_MAX);
}

interface DatumWriters extends Pick<Formatter, 'quantity' | 'date'> {
  readonly words: Wording;
  readonly options: FigureOptions | undefined;
}

function datumText(
  datum: Datum,
  unit: Unit,
  { quantity, date, words, options }: DatumWriters,
): string {
  if (datum === undefined || datum === '') return words.notKnown;
  if (typeof datum === 'boolean') return datum ? words.yes : words.no;
  if (typeof datum === 'number') return date(datum);
  return typeof datum === 'string' ? datum : quantity({ number: datum, unit }, options);
}

/** A ratio is shown in percent: two digits of the ratio come before its decimal point. */
function fractionDigits(
  number: Exact,
  shift: number,
  { apartFrom, digits = 'short' }: FigureOptions,
): Intl.NumberFormatOptions {
  if (digits === 'exact')
    return { maximumFractionDigits: Math.max(0, writtenPlaces(number) - shift) };
  const bounds = [...(shift > 0 ? ['1'] : []), ...(apartFrom ? [exactText(apartFrom)] : [])];
  const most = placesApart(number, bounds, shift) - shift;
  return { minimumFractionDigits: digits === 'full' ? most : 0, maximumFractionDigits: most };
}

const STATED_DIGITS_MAX = 6;

/** A plain figure of few digits, such as a rate, was stated and not divided: it shows them all. */
function statedDigits(number: Exact, unit: Unit): Intl.NumberFormatOptions | undefined {
  const digits = exactText(number).split('.')[1]?.length ?? 0;
  const isStated = unit === 'number' && digits <= STATED_DIGITS_MAX;
  return isStated ? { maximumFractionDigits: digits } : undefined;
}

/** Counts and days; a small number shows three figures rather than 0.00. */
function plainDigits(number: Exact, options: FigureOptions): Intl.NumberFormatOptions {
  if (options.digits === 'exact') return fractionDigits(number, 0, options);
  const digits = fractionDigits(number, 0, { ...options, digits: 'short' });
  return { ...digits, maximumSignificantDigits: 3, roundingPriority: 'morePrecision' };
}

/** The fewest places, from two on, at which a number does not look like a bound it is not at. */
function placesApart(number: Exact, bounds: readonly string[], shift: number): number {
  let places = FRACTION_DIGITS + shift;
  const looksLike = (bound: string): boolean => !number.eq(bound) && number.round(places).eq(bound);
  while (places < FRACTION_DIGITS_MAX + shift && bounds.some(looksLike)) places += 1;
  return places;
}
