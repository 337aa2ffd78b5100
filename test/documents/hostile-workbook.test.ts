// Workbooks that are broken, or built to exhaust or fool whoever opens them.

import { describe, expect, test } from '@jest/globals';
import { readWorkbook } from '../../src/documents/read-workbook.ts';
import { textRow, workbook, workbookParts, zip } from './build-workbook.ts';
import { findingsIn, readerIn, tableIn } from './read-built.ts';
import { tempFiles } from './temp-files.ts';

const files = tempFiles();
const read = readerIn(files);

describe('a hostile or broken file is refused', () => {
  test.each([
    ['text', Buffer.from('payee,amount\nAnn,1\n'), '`deals.xlsx`: it is not an Excel workbook'],
    [
      'old Excel',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '`deals.xlsx`: it has a password or the old .xls format',
    ],
    [
      'another zip',
      zip([{ name: 'a.txt', content: 'x' }]),
      '`deals.xlsx`: it is a zip file without a workbook in it',
    ],
    [
      'half a file',
      workbook([{ rows: textRow(1, ['a']) }]).subarray(0, 300),
      /^`deals.xlsx`: the zip file is damaged/,
    ],
    ['broken XML', workbook([{ rows: '<row r="1"><c>' }]), /^`deals.xlsx`: it cannot be parsed/],
    [
      'two parts of one name',
      zip([...workbookParts([{ rows: '' }]), ...workbookParts([{ rows: '' }])]),
      '`deals.xlsx`: two parts have one name',
    ],
  ])('%s', async (_name, bytes, what) => {
    const outcome = await read(bytes);
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics).toHaveLength(1);
    expect(outcome.diagnostics[0]?.code).toBe('workbook/not-readable');
    expect(outcome.diagnostics[0]?.what).toEqual(
      typeof what === 'string' ? what : expect.stringMatching(what),
    );
  });

  test('a zip bomb, by its declared size', async () => {
    const parts = workbookParts([{ rows: textRow(1, ['a']) }]);
    const bomb = { name: 'xl/worksheets/sheet2.xml', content: '', claimedSize: 520_000_000 };
    expect(findingsIn(await read(zip([...parts, bomb])))).toEqual([
      '1:1 workbook/too-large: `deals.xlsx` unpacks to 520 MB; at most 100 MB are read',
    ]);
  });

  test('a zip bomb, by its ratio', async () => {
    const content = Buffer.alloc(20_000_000, ' ');
    const bytes = zip([...workbookParts([]), { name: 'xl/worksheets/sheet1.xml', content }]);
    expect(bytes.length).toBeLessThan(30_000);
    expect(findingsIn(await read(bytes))).toEqual([
      '1:1 workbook/too-large: `deals.xlsx` unpacks `xl/worksheets/sheet1.xml` ' +
        'to over 200 times its size',
    ]);
  });

  test('a zip bomb with forged headers', async () => {
    const content = Buffer.alloc(20_000_000, ' ');
    const bomb = { name: 'xl/worksheets/sheet1.xml', content, claimedSize: 1000 };
    const outcome = await read(zip([...workbookParts([]), bomb]));
    expect(outcome.diagnostics[0]?.code).toBe('workbook/not-readable');
    expect(outcome.diagnostics[0]?.what).toContain('too many bytes in the stream');
  });

  test('too many parts', async () => {
    const many = Array.from({ length: 501 }, (_, index) => ({ name: `p${index}`, content: '' }));
    expect(findingsIn(await read(zip(many)))).toEqual([
      '1:1 workbook/too-large: `deals.xlsx` has more than 500 parts',
    ]);
  });

  test('a small file that claims every cell there can be is read by its real cells', async () => {
    const rows = `${textRow(1, ['a'])}<row r="1048576"><c r="A1048576"><v>7</v></c></row>`;
    const before =
      '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>';
    const after =
      '<dataValidations count="1"><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
    const bytes = workbook([{ rows, before, after }]);
    expect(bytes.length).toBeLessThan(2500);
    const table = tableIn(await read(bytes));
    expect(table.rows).toEqual([['7']]);
    expect(table.placeOf(0, 0).line).toBe(1_048_576);
  });

  test('a few cells that stand far apart', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => {
      return `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`;
    });
    const limits = { cellsMax: 100_000 };
    expect(findingsIn(await read(workbook([{ rows: rows.join('') }]), { limits }))).toEqual([
      '1:1 workbook/too-large: `deals.xlsx` holds more cells ' +
        'than fit into the memory allowed for it',
    ]);
  });

  test('one long text in many cells', async () => {
    const shared = `<si><t>${'x'.repeat(10_000)}</t></si>`;
    const cells = Array.from({ length: 100 }, (_, index) => {
      return `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c></row>`;
    });
    const bytes = workbook([{ rows: cells.join('') }], shared);
    const outcome = await read(bytes, { limits: { charactersMax: 500_000 } });
    expect(outcome.diagnostics[0]?.code).toBe('workbook/too-large');
  });

  test('one merge over every cell: the memory limit holds', async () => {
    const after = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const bytes = workbook([{ rows: textRow(1, ['a']), after }]);
    const outcome = await read(bytes, { limits: { memoryMegabytesMax: 64 } });
    expect(outcome.diagnostics[0]?.code).toBe('workbook/too-large');
  });

  test('one merge over every cell: the time limit holds', async () => {
    const after = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const bytes = workbook([{ rows: textRow(1, ['a']), after }]);
    expect(findingsIn(await read(bytes, { limits: { secondsMax: 0.05 } }))).toEqual([
      '1:1 workbook/too-large: `deals.xlsx` was not read within 0.05 seconds',
    ]);
  });

  test('`__proto__` as name of a column, a sheet and a style reaches no prototype', async () => {
    const bytes = workbook([{ name: '__proto__', rows: textRow(1, ['__proto__', 'constructor']) }]);
    expect(tableIn(await read(bytes)).columns).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('a file that is not there', async () => {
    const outcome = await readWorkbook(files.path('none.xlsx'), 'none.xlsx');
    expect(findingsIn(outcome)).toEqual(['1:1 file/not-found: there is no file `none.xlsx`']);
  });
});
