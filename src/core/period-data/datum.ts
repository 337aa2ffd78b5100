// Reads one cell of a table as a datum of a stated unit. Blank is "not known", never zero.
// In: the cell's text and the unit. Out: the datum, or the issue with its remedy.

import { readIsoDate } from '../calendar.ts';
import { dateIssue, type LeafIssue, numberIssue } from '../document/leaf-issues.ts';
import { percentText, readPercentage } from '../document/leaves.ts';
import { type Exact, exact, exactText, isDecimalText } from '../exact-number.ts';
import type { Datum, Unit } from '../worksheet/operations.ts';

const FLAG_WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

/** A `figure` is a number or a percentage: what it should be is known once its plan is. */
export type CellUnit = Unit | 'figure';

/** What a measure that is no ratio is said to be. */
const AMOUNT_WORDS: Partial<Record<Unit, string>> = {
  money: 'an amount of money',
  number: 'a plain number',
  count: 'a count',
  days: 'a number of days',
};

const HUNDRED = exact('100');
/** Nobody means ten times the whole by `10`: it is a percentage without its sign. */
const PLAIN_RATIO_BELOW = '10';

export function readDatum(text: string, unit: CellUnit): { readonly datum: Datum } | LeafIssue {
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
      const ratio = readFigure(text);
      return ratio ? (plainRatioIssue(text) ?? { datum: ratio }) : numberIssue(text);
    }
    case 'figure': {
      const found = readFigure(text);
      return found ? { datum: found } : numberIssue(text);
    }
    default:
      return isDecimalText(text) ? { datum: exact(text) } : numberIssue(text);
  }
}

function readFigure(text: string): Exact | undefined {
  return readPercentage(text) ?? (isDecimalText(text) ? exact(text) : undefined);
}

/** What is wrong with a figure, as written, for something measured in this unit. */
export function figureIssue(text: string, unit: Unit, of: string): LeafIssue | undefined {
  if (unit === 'ratio') return plainRatioIssue(text);
  if (readPercentage(text) === undefined) return undefined;
  const what = `\`${text}\` is a percentage, and \`${of}\` is ${AMOUNT_WORDS[unit] ?? unit}`;
  return { code: 'data/unit', what, remedy: 'write a number without `%`' };
}

function plainRatioIssue(text: string): LeafIssue | undefined {
  if (!isDecimalText(text) || exact(text).abs().lt(PLAIN_RATIO_BELOW)) return undefined;
  const ratio = exact(text);
  return {
    code: 'document/percentage',
    what: `\`${text}\` without a percent sign is ${percentText(ratio)}`,
    remedy: `write \`${text}%\`, or \`${exactText(ratio.div(HUNDRED))}\``,
  };
}

function flagIssue(text: string): LeafIssue {
  const what = `\`${text}\` is neither yes nor no`;
  return { code: 'data/flag', what, remedy: 'write `yes` or `no` (or true/false, 1/0)' };
}
