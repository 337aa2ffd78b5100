// Sheets of Excel workbooks as tables: columns, rows, places, and which sheet is read.

import { describe, expect, test } from '@jest/globals';
import { textRow, workbook } from './build-workbook.ts';
import { dealsSheet, findingsIn, readerIn, tableIn } from './read-built.ts';
import { tempFiles } from './temp-files.ts';

const read = readerIn(tempFiles());

describe('a sheet becomes a table', () => {
  test('with columns, rows and the places Excel shows', async () => {
    const number = '<row r="9"><c r="B9"><v>12.5</v></c></row>';
    const rows = textRow(2, ['payee', 'amount']) + textRow(5, ['Ann', 'x']) + number;
    const table = tableIn(await read(dealsSheet({ rows })));
    expect(table.columns).toEqual(['payee', 'amount']);
    expect(table.rows).toEqual([
      ['Ann', 'x'],
      ['', '12.5'],
    ]);
    expect(table.placeOf(1, 1)).toEqual({
      file: 'deals.xlsx',
      line: 9,
      column: 2,
      path: 'Deals!B9',
    });
    expect(table.placeOf(-1, 0)).toMatchObject({ line: 2, column: 1 });
    expect(table.placeOf(0, -1)).toMatchObject({ line: 5, column: 1 });
  });

  test('with a header alone, without rows', async () => {
    expect(tableIn(await read(dealsSheet({ rows: textRow(1, ['payee']) }))).rows).toEqual([]);
  });

  test('the sheet is found by name, whatever its case', async () => {
    const bytes = workbook([
      { name: 'Notes', rows: textRow(1, ['x']) },
      { name: 'Deals', rows: textRow(1, ['payee']) },
    ]);
    expect(tableIn(await read(bytes, { sheet: 'deals' })).columns).toEqual(['payee']);
    expect(findingsIn(await read(bytes))).toEqual([
      '1:1 workbook/which-sheet: 2 sheets have content, and none is named',
    ]);
    const missing = await read(bytes, { sheet: 'Q1' });
    expect(findingsIn(missing)).toEqual(['1:1 workbook/no-sheet: the workbook has no sheet `Q1`']);
    expect(missing.diagnostics[0]?.remedy).toBe('name one of its sheets: `Notes`, `Deals`');
  });

  test('without a name, the one visible sheet with content is read', async () => {
    const bytes = workbook([
      { name: 'Lists', rows: textRow(1, ['x']), isHidden: true },
      { name: 'Empty', rows: '' },
      { name: 'Deals', rows: textRow(1, ['payee']) },
    ]);
    expect(tableIn(await read(bytes)).columns).toEqual(['payee']);
  });

  test('an empty sheet has no header', async () => {
    expect(findingsIn(await read(dealsSheet({})))).toEqual([
      '1:1 table/no-header: the sheet `Deals` has no text in it',
    ]);
  });

  test('blank and double column names are all found', async () => {
    const rows = textRow(1, ['a', '', 'a']) + textRow(2, ['1', '2', '3', '4']);
    expect(findingsIn(await read(dealsSheet({ rows })))).toEqual([
      '1:2 table/no-header: column 2 has no name',
      '1:3 table/duplicate-column: columns 1 and 3 are both named `a`',
      '1:4 table/no-header: column 4 has no name',
    ]);
  });

  test('a merged cell is found once, with what it is merged into', async () => {
    const rows = textRow(1, ['a', 'b']) + textRow(2, ['Ann', '1']) + textRow(3, ['', '2']);
    const after = '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>';
    expect(findingsIn(await read(dealsSheet({ rows, after })))).toEqual([
      '3:1 workbook/merged-cell: the cell is merged into `A2`',
    ]);
  });
});
