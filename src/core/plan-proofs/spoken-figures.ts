// Figures in messages about a plan, in one plain form whatever the reader's country: digits in
// groups of three, money with its currency. In: exact figures and what they mean. Out: text.

import { minorDigits } from '../currency.ts';
import { percentText } from '../document/leaves.ts';
import { type Exact, exact, exactText } from '../exact-number.ts';
import { roundTo } from '../rounding.ts';
import type { Unit } from '../worksheet/operations.ts';

/** Places to which a figure that is no money is shown. */
const SHOWN_PLACES = 4;

/** `9,750.00 USD` */
export function moneyWords(money: Exact, currency: string): string {
  const places = minorDigits(currency);
  const [whole = '', digits = ''] = exactText(roundTo(money, places, 'half-up')).split('.');
  const fraction = places === 0 ? '' : `.${digits.padEnd(places, '0')}`;
  return `${grouped(whole)}${fraction} ${currency}`;
}

/** `3,599,999 USD`, `99.99%`, `89 days`, `480`; no more digits than needed. */
export function figureWords(figure: Exact, unit: Unit, currency: string): string {
  if (unit === 'ratio') return percentText(roundTo(figure, SHOWN_PLACES + 2, 'half-up'));
  const places = unit === 'money' ? minorDigits(currency) : SHOWN_PLACES;
  const text = grouped(exactText(roundTo(figure, places, 'half-up')));
  if (unit === 'money') return `${text} ${currency}`;
  return unit === 'days' ? `${text} days` : text;
}

/** One step more of a unit, as a person would count it: a dollar, a day, a hundredth of a point. */
export function stepOf(unit: Unit): Exact {
  return unit === 'ratio' ? exact('0.0001') : exact(unit === 'number' ? '0.01' : '1');
}

export function stepWords(unit: Unit, currency: string): string {
  if (unit === 'ratio') return '0.01%';
  if (unit === 'money') return `1 ${currency}`;
  if (unit === 'days') return '1 day';
  return exactText(stepOf(unit));
}

/** Commas between groups of three digits before the point. */
function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}
