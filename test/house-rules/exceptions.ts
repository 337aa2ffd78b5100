// Files that may break one rule, each with its reason. The list is a ratchet: an exception that
// excuses nothing any more fails the test, so it can only get shorter by itself.

import type { RuleName } from './rules.ts';

export interface Exception {
  readonly rule: RuleName;
  readonly file: string;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    rule: 'no-double-in-core',
    file: 'src/core/calendar.ts',
    reason: 'years, months and days are whole numbers of four digits, read from checked text',
  },
  {
    rule: 'no-double-in-core',
    file: 'src/core/decimal.ts',
    reason: 'a decimal that fits is a safe integer and its places; each step is checked to fit',
  },
  {
    rule: 'no-double-in-core',
    file: 'src/core/worksheet/vector-loops.ts',
    reason: 'columns hold safe integers in doubles; Number makes 0 or 1 of a comparison',
  },
  {
    rule: 'no-double-in-core',
    file: 'src/core/exact-number.ts',
    reason: 'wholeCount is the one way from digits to a count or an index, checked to be whole',
  },
];
