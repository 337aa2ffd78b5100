// What is wrong with a formula's part that means nothing: a name, a function, a day, a number.
// In: the part as written and its offset. Out: the problem with its remedy.

import { nearestWord } from '../document/nearest-word.ts';
import type { FormulaProblem } from './tokens.ts';

/** The functions that a formula may call. */
const usages: ReadonlyMap<string, string> = new Map([
  ['days', 'days(from, to)'],
  ['min', 'min(a, b)'],
  ['max', 'max(a, b)'],
  ['if', 'if(condition, then, otherwise)'],
  ['known', 'known(name)'],
]);

export function unknownFunction(name: string, offset: number): FormulaProblem {
  const near = nearestWord(name, [...usages.keys()]);
  const remedy =
    near === undefined
      ? `use one of: ${[...usages.values()].join(', ')}`
      : `write \`${usages.get(near)}\``;
  return { code: 'formula/syntax', offset, what: `there is no function \`${name}\``, remedy };
}

export function wrongCount(name: string, offset: number): FormulaProblem {
  const what = `\`${name}\` has the wrong number of inputs`;
  return { code: 'formula/syntax', offset, what, remedy: `write \`${usages.get(name)}\`` };
}

export function emptyList(offset: number): FormulaProblem {
  const remedy = "write what it may be, such as in ['a', 'b']";
  return { code: 'formula/syntax', offset, what: 'the list is empty', remedy };
}

export function unknownAttribute(
  name: string,
  offset: number,
  known: readonly string[],
): FormulaProblem {
  const near = nearestWord(name, known);
  const listed = `put a text in quotes: '${name}'; the attributes are: ${known.join(', ')}`;
  const remedy = near === undefined ? listed : `write \`${near}\``;
  const what = `no deal has an attribute \`${name}\``;
  return { code: 'company/unknown-attribute', offset, what, remedy };
}

export function noSuchDay(text: string, offset: number): FormulaProblem {
  const remedy = 'write a day that exists, such as `2026-02-28`';
  return { code: 'document/date', offset, what: `there is no day \`${text}\``, remedy };
}

export function tooLong(text: string, offset: number): FormulaProblem {
  const remedy = 'write at most 30 digits before and 30 after the decimal point';
  return { code: 'document/number', offset, what: `\`${text}\` has too many digits`, remedy };
}
