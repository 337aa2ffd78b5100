// How options take a locale. What is no language tag is wrong usage.
// In: the option's text. Out: the tag as Intl writes it.

import { InvalidArgumentError } from 'commander';

export function readLocale(text: string): string {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    throw new InvalidArgumentError('Write a language and a country, such as en-US or de-DE.');
  }
}
