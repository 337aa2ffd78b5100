// Text that a spreadsheet would take for a formula, and characters that its XML refuses.
// In: texts from outside. Out: what is written in their place.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unguarded } from '../../src/documents/cell-text.ts';
import { safeText } from '../../src/render/safe-text.ts';

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

test.each(STARTS)('a text that starts with %j gets an apostrophe', (start) => {
  expect(safeText(`${start}cmd|' /C calc'!A0`)).toBe(`'${start}cmd|' /C calc'!A0`);
});

test('all other texts stay as they are', () => {
  for (const text of ['', 'Ada', '3-4', "O'Neill", 'a = b', ' =1', "'quoted'", 'Zoë 株式会社 🎉']) {
    expect(safeText(text)).toBe(text);
  }
});

test('nothing unprintable hides a formula from the guard', () => {
  expect(safeText('\u0000=1+1')).toBe("'=1+1");
  expect(safeText('\uFEFF\u0007@SUM(A1)')).toBe("'@SUM(A1)");
  expect(safeText('a\u0000b\u001Fc\uFFFE')).toBe('abc');
});

test('half a character and a text longer than a cell do not break the file', () => {
  expect(safeText('a\uD83D')).toBe('a\uFFFD');
  expect(safeText(`=${'x'.repeat(40_000)}`)).toHaveLength(32_767);
});

test('the importer takes off exactly what was put on', () => {
  const printable = fc.string({ unit: 'grapheme', maxLength: 50 }).filter(isPlain);
  const start = fc.constantFrom('', ...STARTS);
  fc.assert(
    fc.property(start, printable, (first, rest) => {
      expect(unguarded(safeText(first + rest))).toBe(first + rest);
    }),
  );
});

/** A text of its own with an apostrophe before `=` cannot be told from a guarded one. */
function isPlain(text: string): boolean {
  return !text.startsWith("'") && !/[\p{Cc}\p{Noncharacter_Code_Point}\uFEFF]/u.test(text);
}
