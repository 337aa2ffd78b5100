// Exact figures as plain decimal text for programs (JSON, CSV): a point, no grouping, no exponent.
// In: exact numbers. Out: text that gives the same number back; people read format.ts instead.

import { type Exact, exactText, minorDigits } from '../core/index.ts';

/** At least the currency's minor digits; what is carried beyond them is kept, never rounded. */
export function moneyText(figure: Exact, currency: string): string {
  const plain = exactText(figure);
  const [whole, decimals = ''] = plain.split('.');
  const digits = minorDigits(currency);
  return decimals.length >= digits ? plain : `${whole}.${decimals.padEnd(digits, '0')}`;
}
