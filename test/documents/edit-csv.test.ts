// Edits of cells of a CSV text: what they change, and that every other byte stays.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editCells } from '../../src/documents/edit-csv.ts';
import { parseCsv } from '../../src/documents/read-csv.ts';

const edit = (text: string, row: number, column: number, before: string, cell: string) =>
  editCells(text, 'data/a.csv', [{ row, column, before, text: cell }]);

function must(outcome: ReturnType<typeof edit>): string {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.product;
}

test.each([
  ['plain', 'a,b\n1,2\n', 'a,b\n1,9\n'],
  ['at the end without a line break', 'a,b\n1,2', 'a,b\n1,9'],
  ['quoted', 'a,b\n1,"2"\n', 'a,b\n1,"9"\n'],
  ['with spaces around', 'a;b\r\n1; 2 \r\n', 'a;b\r\n1; 9 \r\n'],
  ['below an empty line and a text of two lines', 'a,b\n\n"1\nx",2\n', 'a,b\n\n"1\nx",9\n'],
  ['behind an umlaut', 'ä,b\nü€😀,2\n', 'ä,b\nü€😀,9\n'],
])('%s', (_name, before, after) => {
  expect(must(edit(before, 0, 1, '2', '9'))).toBe(after);
});

test('what would mean something else is quoted', () => {
  expect(must(edit('a,b\n1,2\n', 0, 1, '2', '1,5'))).toBe('a,b\n1,"1,5"\n');
  expect(must(edit('a,b\n1,\n', 0, 1, '', '7'))).toBe('a,b\n1,7\n');
  expect(
    must(editCells('a\tb\n1\t2\n', 'data/a.tsv', [{ row: 0, column: 1, before: '2', text: '9' }])),
  ).toBe('a\tb\n1\t9\n');
});

test('several cells at once, and none of them where one reads something else now', () => {
  const cells = [
    { row: 0, column: 0, before: '1', text: '1000' },
    { row: 0, column: 1, before: '2', text: '20' },
    { row: 1, column: 0, before: '3', text: '' },
  ];
  const text = 'a,b\n1,2\n3,4\n';
  expect(must(editCells(text, 'a.csv', cells))).toBe('a,b\n1000,20\n,4\n');
  const stale = editCells(text, 'a.csv', [...cells, { row: 1, column: 1, before: '5', text: '6' }]);
  expect(stale.diagnostics.map(({ code, place }) => [code, place.line])).toEqual([
    ['file/changed', 3],
  ]);
});

test('what cannot be read back as meant is refused', () => {
  const refused = edit('a,b\n1,2\n', 0, 1, '2', "'=1");
  expect(refused.diagnostics.map(({ code }) => code)).toEqual(['csv/syntax']);
});

/** Never empty: rows of nothing are no rows. */
const quoted = (text: string): string => `"x${text.replaceAll('"', '""')}"`;

test('any text can be written into any cell, and back again', () => {
  const cell = fc.string().map((text) => text.trim().replace(/^'+/, ''));
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, cell, fc.nat(), (cells, text, at) => {
      const lines = cells.map((row) => row.map(quoted).join(','));
      const source = `a,b\n${lines.join('\n')}\n`;
      const read = parseCsv(source, 'a.csv');
      if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
      const row = at % read.product.rows.length;
      const before = read.product.rows[row]?.[1] ?? '';
      const after = must(edit(source, row, 1, before, `x${text}`));
      expect(must(edit(after, row, 1, `x${text}`, before))).toBe(source);
    }),
    { numRuns: 200 },
  );
});
