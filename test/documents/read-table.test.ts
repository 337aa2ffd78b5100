// Tables by the ending of their name.

import { expect, test } from '@jest/globals';
import { readTable } from '../../src/documents/read-table.ts';
import { textRow, workbook } from './build-workbook.ts';
import { tempFiles } from './temp-files.ts';

const files = tempFiles();
const XLSX = workbook([
  { name: 'A', rows: textRow(1, ['x']) },
  { name: 'B', rows: textRow(1, ['a', 'b']) + textRow(2, ['1', '2']) },
]);

test.each([
  ['deals.csv', 'a,b\n1,2'],
  ['DEALS.CSV', 'a;b\n1;2'],
  ['deals.tsv', 'a\tb\n1\t2'],
  ['deals.xlsx', XLSX],
])('%s', async (name, content) => {
  const path = await files.write('upload', content);
  const outcome = await readTable(path, name, { maxBytes: 100_000, sheet: 'B' });
  expect(outcome).toMatchObject({
    ok: true,
    product: { file: name, columns: ['a', 'b'], rows: [['1', '2']] },
  });
});

test('a tab separates in .tsv whatever else the header holds', async () => {
  const path = await files.write('upload', 'a, b, c\td\n1\t2');
  const outcome = await readTable(path, 'deals.tsv', { maxBytes: 100 });
  expect(outcome).toMatchObject({ product: { columns: ['a, b, c', 'd'] } });
});

test.each(['deals.xls', 'deals.ods', 'deals', 'csv'])('%s is refused', async (name) => {
  const path = await files.write('upload', 'a,b\n1,2');
  expect(await readTable(path, name, { maxBytes: 100 })).toMatchObject({
    ok: false,
    diagnostics: [
      {
        code: 'file/unknown-format',
        what: `\`${name}\` does not end in .csv, .tsv or .xlsx`,
        remedy: 'save it in Excel as `CSV UTF-8` or `Excel Workbook (.xlsx)`',
      },
    ],
  });
});

test.each([
  ['a workbook named .csv', 'deals.csv', XLSX, 'file/not-text'],
  ['a text named .xlsx', 'deals.xlsx', 'a,b\n1,2', 'workbook/not-readable'],
  ['a workbook above the limit', 'deals.xlsx', Buffer.alloc(100_001), 'file/too-large'],
  ['a text above the limit', 'deals.csv', Buffer.alloc(100_001, 'x'), 'file/too-large'],
  ['an empty workbook', 'deals.xlsx', '', 'file/empty'],
])('%s is refused', async (_name, name, content, code) => {
  const path = await files.write('upload', content);
  const outcome = await readTable(path, name, { maxBytes: 100_000 });
  expect(outcome).toMatchObject({ ok: false, diagnostics: [{ code }] });
});
