// Single cells of a worksheet: the text that Excel shows, or the finding that there is none.

import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Outcome, SourceTable } from '../../src/core/index.ts';
import { type SheetXml, textRow, workbook } from './build-workbook.ts';
import { dealsSheet, readerIn, tableIn } from './read-built.ts';
import { tempFiles } from './temp-files.ts';

const read = readerIn(tempFiles());

interface CellCase {
  readonly name: string;
  /** The cell as XML, with `@` where its address stands. */
  readonly xml: string;
  readonly code?: string;
  readonly expected: string;
}

/** All cases as rows of one sheet, each with a neighbour, so that one reading serves them all. */
function sheetOf(cases: readonly CellCase[]): Pick<SheetXml, 'rows'> {
  const rows = cases.map(({ xml }, index) => {
    const number = index + 2;
    const neighbour = `<c r="B${number}"><v>1</v></c>`;
    return `<row r="${number}">${xml.replace('@', `A${number}`)}${neighbour}</row>`;
  });
  return { rows: textRow(1, ['A', 'B']) + rows.join('') };
}

describe('a cell becomes the text that Excel shows', () => {
  const cases: readonly CellCase[] = [
    { name: 'a number', xml: '<c r="@"><v>1311461.45</v></c>', expected: '1311461.45' },
    { name: 'a small number', xml: '<c r="@"><v>1.5E-7</v></c>', expected: '0.00000015' },
    {
      name: 'a large number',
      xml: '<c r="@"><v>-1.5E+22</v></c>',
      expected: '-15000000000000000000000',
    },
    {
      name: 'a sum of doubles, as stored',
      xml: '<c r="@"><v>0.30000000000000004</v></c>',
      expected: '0.30000000000000004',
    },
    { name: 'a date', xml: '<c r="@" s="1"><v>46112</v></c>', expected: '2026-03-31' },
    {
      name: 'a date with time',
      xml: '<c r="@" s="2"><v>46112.604166666664</v></c>',
      expected: '2026-03-31T14:30:00',
    },
    {
      name: 'an ISO date',
      xml: '<c r="@" s="1" t="d"><v>2026-03-31T00:00:00</v></c>',
      expected: '2026-03-31',
    },
    { name: 'true', xml: '<c r="@" t="b"><v>1</v></c>', expected: 'true' },
    { name: 'a result', xml: '<c r="@"><f>1+1</f><v>2</v></c>', expected: '2' },
    { name: 'false as result', xml: '<c r="@" t="b"><f>1=2</f><v>0</v></c>', expected: 'false' },
    { name: 'zero as result', xml: '<c r="@"><f>1-1</f><v>0</v></c>', expected: '0' },
    {
      name: 'a date as result',
      xml: '<c r="@" s="1"><f>TODAY()</f><v>46112</v></c>',
      expected: '2026-03-31',
    },
    {
      name: 'an empty text as result',
      xml: '<c r="@" s="1" t="str"><f>IF(B2,"")</f><v></v></c>',
      expected: '',
    },
    {
      name: 'a text as result under a date format',
      xml: '<c r="@" s="1" t="str"><f>B2</f><v>TBD</v></c>',
      expected: 'TBD',
    },
    { name: 'a number cell without number', xml: '<c r="@"><v></v></c>', expected: '' },
    {
      name: 'rich text',
      xml: '<c r="@" t="s"><v>0</v></c>',
      expected: 'Ann Lee',
    },
    {
      name: 'a text with blanks around it',
      xml: '<c r="@" t="inlineStr"><is><t> Ann </t></is></c>',
      expected: 'Ann',
    },
    {
      name: 'a guarded formula text',
      xml: `<c r="@" t="inlineStr"><is><t>'=1+1</t></is></c>`,
      expected: '=1+1',
    },
    {
      name: 'another apostrophe',
      xml: `<c r="@" t="inlineStr"><is><t>'s-Graven</t></is></c>`,
      expected: "'s-Graven",
    },
  ];
  let texts: readonly (string | undefined)[] = [];
  beforeAll(async () => {
    const shared = '<si><r><t>Ann </t></r><r><rPr><b/></rPr><t>Lee</t></r></si>';
    texts = tableIn(await read(dealsSheet(sheetOf(cases), shared))).rows.map((row) => row[0]);
  });

  test.each(cases.map((each, row) => ({ ...each, row })))('$name', ({ row, expected }) => {
    expect(texts[row]).toBe(expected);
  });
});

describe('a cell without sure text is a finding', () => {
  const cases: readonly CellCase[] = [
    {
      name: 'a formula without result',
      xml: '<c r="@"><f>B2*2</f></c>',
      code: 'workbook/formula-without-result',
      expected: 'the formula `=B2*2` has no calculated result in the file',
    },
    {
      name: 'a formula with an empty result that is no text',
      xml: '<c r="@"><f>B3*2</f><v></v></c>',
      code: 'workbook/formula-without-result',
      expected: 'the formula `=B3*2` has no calculated result in the file',
    },
    {
      name: 'an error',
      xml: '<c r="@" t="e"><v>#N/A</v></c>',
      code: 'workbook/error-value',
      expected: 'the cell shows the error `#N/A`',
    },
    {
      name: 'a formula’s error under a date format',
      xml: '<c r="@" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      code: 'workbook/error-value',
      expected: 'the cell shows the error `#DIV/0!`',
    },
    {
      name: 'a duration',
      xml: '<c r="@" s="3"><v>1.5</v></c>',
      code: 'workbook/cell-not-readable',
      expected: 'the cell with the number format `[h]:mm` shows no day of the calendar',
    },
    {
      name: 'a price whose currency sign looks like a date',
      xml: '<c r="@" s="4"><v>46112</v></c>',
      code: 'workbook/cell-not-readable',
      expected: 'the cell with the number format `#,##0.00 dm` shows no day of the calendar',
    },
    {
      name: 'a number beyond numbers',
      xml: '<c r="@"><v>1E999</v></c>',
      code: 'workbook/cell-not-readable',
      expected: 'the cell holds `Infinity`, which is no decimal number',
    },
  ];
  let outcome: Outcome<SourceTable>;
  beforeAll(async () => {
    outcome = await read(dealsSheet(sheetOf(cases)));
  });

  test.each(cases.map((each, row) => ({ ...each, row })))('$name', ({ row, code, expected }) => {
    const { code: actual, place, what } = outcome.diagnostics[row] ?? {};
    expect([actual, what]).toEqual([code, expected]);
    expect(place).toMatchObject({ line: row + 2, column: 1, path: `Deals!A${row + 2}` });
  });
});

test.each(['1', 'true'])('the calendar of 1904, switched on by "%s"', async (written) => {
  const rows = `${textRow(1, ['day'])}<row r="2"><c r="A2" s="1"><v>44650</v></c></row>`;
  const bytes = workbook([{ rows }], '', `<workbookPr date1904="${written}"/>`);
  expect(tableIn(await read(bytes)).rows).toEqual([['2026-03-31']]);
});
