// Figures as the JSON of a statement writes them: decimal strings, and nothing where nothing is.
// In: exact figures. Out: texts, and fields that are there only with a figure.

import { type Exact, exactText, type Quantity, type Statement } from '../core/index.ts';
import { moneyText } from './decimal-text.ts';

export type Payable = Statement['payment'];

export function quantityJson({ number, unit }: Quantity, currency: string) {
  return { number: figureText(number, unit, currency), unit };
}

export function figureText(
  figure: Exact,
  unit: Quantity['unit'] | undefined,
  currency: string,
): string {
  return unit === 'money' ? moneyText(figure, currency) : exactText(figure);
}

export const paid = ({ exact, currency }: Payable): string => moneyText(exact, currency);

/** `{ key: json }`, or nothing where there is no such figure. */
export function given<Key extends string, Found, Json = Found>(
  key: Key,
  found: Found | undefined,
  write?: (found: Found) => Json,
): { readonly [Each in Key]?: Json } {
  if (found === undefined) return {};
  return { [key]: write ? write(found) : found } as { readonly [Each in Key]?: Json };
}
