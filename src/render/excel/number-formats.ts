// Number formats: how a spreadsheet program shows a number that the cell holds unrounded.
// In: a unit, a currency and the figure. Out: format codes; the reader's program puts in its own
// separators. Source: ECMA-376 part 1, 18.8.31. Minor digits are the core's, see currency.ts.

import { type Exact, exactText, minorDigits, type Quantity } from '../../core/index.ts';

type Unit = Quantity['unit'];

const PERCENT_PLACES = 2;
const PERCENT_PLACES_MAX = 10;

export const dateFormat = 'yyyy-mm-dd';
export const plainFormat = '#,##0';
const fractionFormat = '#,##0.00';
/** A small figure would look like zero. */
const smallFormat = '#,##0.00##';
const SMALL = '0.1';
const PLACES_MIN = 2;
/** A figure of few digits, such as a rate, was stated and not divided: it shows all of them. */
const STATED_PLACES_MAX = 6;

/** `#,##0.00`, in red when negative. */
export function moneyFormat(currency: string): string {
  const digits = `#,##0${places(minorDigits(currency))}`;
  return `${digits};[Red]-${digits}`;
}

/** `USD 2,340.00`: for the one figure that stands alone. */
export function moneyWithCurrencyFormat(currency: string): string {
  const digits = `[$${currency}] #,##0${places(minorDigits(currency))}`;
  return `${digits};[Red]-${digits}`;
}

/** `0.00 %`, with as many places as it takes not to look like a bound that it is not at. */
export function percentFormat(ratio?: Exact, ...bounds: readonly Exact[]): string {
  if (!ratio) return `0${places(PERCENT_PLACES)} %`;
  const looksLike = (bound: Exact | string, shown: number): boolean =>
    !ratio.eq(bound) && ratio.round(shown + 2).eq(bound);
  let shown = PERCENT_PLACES;
  while (shown < PERCENT_PLACES_MAX && ['1', ...bounds].some((each) => looksLike(each, shown))) {
    shown += 1;
  }
  return `0${places(shown)} %`;
}

/** One format for all figures of a column, so that their decimal points line up. */
export function unitFormat(unit: Unit, currency: string, figures: readonly Exact[]): string {
  if (unit === 'money') return moneyFormat(currency);
  if (unit === 'ratio') return percentFormat();
  if (unit === 'date') return dateFormat;
  if (unit === 'flag' || unit === 'text') return '';
  const fractions = figures.filter((each) => exactText(each).includes('.'));
  if (fractions.length === 0) return plainFormat;
  const stated = Math.max(...fractions.map((each) => exactText(each).split('.')[1]?.length ?? 0));
  const isStated = unit === 'number' && stated > PLACES_MIN && stated <= STATED_PLACES_MAX;
  if (isStated) return `${plainFormat}${places(stated)}`;
  return fractions.some((each) => each.abs().lt(SMALL)) ? smallFormat : fractionFormat;
}

export function quantityFormat(
  { number, unit }: Quantity,
  currency: string,
  ...bounds: readonly Exact[]
): string {
  if (unit === 'ratio') return percentFormat(number, ...bounds);
  const format = unitFormat(unit, currency, [number]);
  return unit === 'days' ? `${format}" days"` : format;
}

function places(count: number): string {
  return count > 0 ? `.${'0'.repeat(count)}` : '';
}
