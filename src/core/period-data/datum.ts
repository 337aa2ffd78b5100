// Reads one cell of a table as a datum of a stated unit. Blank is "not known", never zero.
// In: the cell's text and the unit. Out: the datum, or the issue with its remedy.

import { readIsoDate } from '../calendar.ts';
import { dateIssue, type LeafIssue, numberIssue, readPercentage } from '../document/leaves.ts';
import { exact, isDecimalText } from '../exact-number.ts';
import type { Datum, Unit } from '../worksheet/operations.ts';

const FLAG_WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

export function readDatum(text: string, unit: Unit): { readonly datum: Datum } | LeafIssue {
  if (text === '') return { datum: undefined };
  switch (unit) {
    case 'text':
      return { datum: text };
    case 'date': {
      const day = readIsoDate(text);
      return day === undefined ? dateIssue(text) : { datum: day };
    }
    case 'flag': {
      const flag = FLAG_WORDS.get(text.toLowerCase());
      return flag === undefined ? flagIssue(text) : { datum: flag };
    }
    case 'ratio': {
      const ratio = readPercentage(text) ?? (isDecimalText(text) ? exact(text) : undefined);
      return ratio ? { datum: ratio } : numberIssue(text);
    }
    default:
      return isDecimalText(text) ? { datum: exact(text) } : numberIssue(text);
  }
}

function flagIssue(text: string): LeafIssue {
  const what = `\`${text}\` is neither yes nor no`;
  return { code: 'data/flag', what, remedy: 'write `yes` or `no` (or true/false, 1/0)' };
}
