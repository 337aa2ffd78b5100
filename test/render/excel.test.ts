// The workbook as another program reads it: figures, formats, sums, names, print set-up; nothing
// that a document or a CRM says becomes a formula; one statement gives one sequence of bytes.
// In: statements. Out: workbooks, read back with exceljs.

import { afterEach, expect, jest, test } from '@jest/globals';
import type { Worksheet } from 'exceljs';
import { exactText, type Statement } from '../../src/core/index.ts';
import { fixZipDates } from '../../src/render/excel/zip-dates.ts';
import { renderStatementWorkbook } from '../../src/render/excel.ts';
import { builtInStatements } from './company-statements.ts';
import { type ReadBack, readBack, rowsOf, valuesOf } from './read-workbook-back.ts';
import { exampleStatement } from './statement-example.ts';

const SHEETS = [
  'Summary',
  'Components',
  'Gates',
  'Calculation',
  'Deals',
  'Plan tables',
  'Inputs',
  'Year to date',
  'About',
] as const;

async function rendered(statement: Statement): Promise<ReadBack> {
  return readBack(await renderStatementWorkbook(statement));
}

function rowOf(sheet: Worksheet, first: string, place = 0): number {
  const row = rowsOf(sheet, first)[place];
  if (row === undefined) throw new Error(`no row ${first} in ${sheet.name}`);
  return row;
}

afterEach(() => {
  jest.useRealTimers();
});

test('the payment stands on top and is the live sum of the lines', async () => {
  const { book, sheet, named } = await rendered(exampleStatement());
  expect(book.worksheets.map(({ name }) => name)).toEqual(SHEETS);
  const summary = sheet('Summary');
  const payment = named('Payment');
  expect(payment.address).toBe('C4');
  expect(payment.value).toBe(7000);
  const total = summary.getCell(rowOf(summary, 'Payment'), 3);
  const first = rowOf(summary, 'New deals');
  expect(total.formula).toBe(`SUM(C${first}:C${first + 2})`);
  expect(total.result).toBe(7000);
  const lines = [0, 1, 2].map((line) => summary.getCell(first + line, 3).value);
  expect(lines).toEqual([6000, 1234.56, -234.56]);
  expect(valuesOf(summary, rowOf(summary, 'Payee'))[1]).toBe('Jo "Ace" Hill, Account Executive');
});

test('a gate is a sentence with what it cost; one that waits for the year costs nothing yet', async () => {
  const { sheet } = await rendered(exampleStatement());
  const summary = sheet('Summary');
  expect(valuesOf(summary, rowOf(summary, 'ICP fit'))).toEqual([
    'ICP fit',
    expect.stringMatching(/77\.9999%.*at least 78%: not met.*This cost you 300\.00\.$/),
    300,
  ]);
  expect(summary.getCell(rowOf(summary, 'Churn'), 3).value).toBeNull();
  const gates = sheet('Gates');
  const row = rowOf(gates, 'ICP fit');
  expect(valuesOf(gates, row).slice(3, 9)).toEqual([
    0.779999,
    'at least',
    0.78,
    'Not met',
    'New deals',
    300,
  ]);
  expect(gates.getCell(row, 4).numFmt).toBe('0.0000 %');
  expect(gates.getCell(row, 6).numFmt).toBe('0.00 %');
  expect(gates.getCell(rowOf(gates, 'Churn'), 7).value).toBe('Not judged yet');
});

test('a component has one row from weight to payout', async () => {
  const { sheet } = await rendered(exampleStatement());
  const components = sheet('Components');
  const row = rowOf(components, 'New deals');
  const payouts = [1, 0.9999999, 1.05, 1, 12000, 12000, 6000, 6000];
  expect(valuesOf(components, row).slice(5)).toEqual([0.75, 99999.99, 100000, ...payouts.slice(1)]);
  expect(components.getCell(row, 9).numFmt).toBe('0.00000 %');
  expect(components.getCell(row, 15).numFmt).toBe('#,##0.00;[Red]-#,##0.00');
  const total = components.getCell(rowOf(components, 'Payment'), 15);
  expect(total.formula).toBe(`SUM(O${row}:O${row + 2})`);
  expect(total.result).toBe(7000);
});

test('key results stand below with what was asked, found, scored and shown', async () => {
  const { sheet } = await rendered(exampleStatement());
  const components = sheet('Components');
  expect(valuesOf(components, rowOf(components, 'Care', 1)).slice(0, 10)).toEqual([
    'Care',
    'Key result',
    'Onboarding from 60 days to 45',
    'Survey of June',
    'Head of Care',
    1,
    50.5,
    60,
    45,
    0.617,
  ]);
  const result = components.getCell(rowOf(components, 'Care', 1), 7);
  expect(result.numFmt).toBe('#,##0.00" days"');
});

test('every deal is a row of real dates, numbers and words, and of formulas over them', async () => {
  const { sheet, book } = await rendered(exampleStatement());
  const deals = sheet('Deals');
  const header = rowOf(deals, 'Deal');
  const april = new Date(Date.UTC(2026, 3, 1));
  expect(valuesOf(deals, header + 1)).toEqual([
    ...['D-1', 'counts in full', 'term >= 24'],
    ...['Initech', april, 1000.5, 0.075, true, 0.5, true, 500.25],
  ]);
  expect(valuesOf(deals, header + 2)).toEqual([
    ...['D-2', expect.stringMatching(/^not counted/), null],
    ...['Globex', null, -20, null, false, 1, false, 0],
  ]);
  const formats = [5, 6, 7].map((column) => deals.getCell(header + 1, column).numFmt);
  expect(formats).toEqual(['yyyy-mm-dd', '#,##0.00;[Red]-#,##0.00', '0.00 %']);
  expect(deals.autoFilter).toBe(`A${header}:K${header + 7}`);
  const formulas = [10, 11].map((column) => deals.getCell(header + 1, column).formula);
  expect(formulas).toEqual(['$H8', 'IF($J8,$F8*$I8,0)']);
  const counted = book.definedNames.getRanges('deals_bookings_figure').ranges;
  expect(counted).toEqual([`Deals!$K$${header + 1}:$K$${header + 7}`]);
});

test('the year adds up by row and by column', async () => {
  const { sheet } = await rendered(exampleStatement());
  const year = sheet('Year to date');
  expect(valuesOf(year, rowOf(year, 'Q1 2026')).slice(3)).toEqual([6000, null, 0, 6000]);
  expect(valuesOf(year, rowOf(year, 'Q2 2026')).slice(3)).toEqual([6000, 1234.56, -234.56, 7000]);
  expect(valuesOf(year, rowOf(year, 'Total')).slice(3)).toEqual([12000, 1234.56, -234.56, 13000]);
  expect(year.getCell(rowOf(year, 'Q2 2026'), 7).formula).toBe('SUM(D6:F6)');
});

test.each([
  ['JPY', '#,##0;[Red]-#,##0', '[$JPY] #,##0;[Red]-[$JPY] #,##0'],
  ['USD', '#,##0.00;[Red]-#,##0.00', '[$USD] #,##0.00;[Red]-[$USD] #,##0.00'],
  ['KWD', '#,##0.000;[Red]-#,##0.000', '[$KWD] #,##0.000;[Red]-[$KWD] #,##0.000'],
])('money of %s shows its minor digits', async (currency, format, alone) => {
  const { sheet, named } = await rendered(exampleStatement(currency));
  const components = sheet('Components');
  expect(components.getCell(rowOf(components, 'New deals'), 15).numFmt).toBe(format);
  expect(named('Payment').numFmt).toBe(alone);
  expect(sheet('Deals').getCell('F8').numFmt).toBe(format);
});

/** All that formulas may call; none of them reaches outside the workbook. */
const FUNCTIONS =
  'ABS AND COUNTIF DATE EXACT FALSE IF IFERROR INDEX INT ISBLANK LOG10 MATCH MAX MIN NOT OR ROUND SUM SUMIF TRUE TRUNC';

function functionsIn(formula: string): readonly string[] {
  const outsideTexts = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
  return [...outsideTexts.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name = '']) => name);
}
const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

test.each(FORMULA_STARTS)('no text that starts with %j becomes a formula', async (start) => {
  const hostile = exampleStatement('USD', (text) => `${start}${text}`);
  const { book, cells } = await rendered(hostile);
  const texts = cells().flatMap(([, { value }]) => (typeof value === 'string' ? [value] : []));
  expect(texts.filter((each) => each.startsWith(`'${start.trim()}`)).length).toBeGreaterThan(20);
  expect(texts.filter((each) => /^[=+\-@\t\r\n＝＋－＠]/.test(each))).toEqual([]);
  const formulas = cells().flatMap(([place, { formula }]) => (formula ? [[place, formula]] : []));
  expect(formulas.length).toBeGreaterThan(6);
  const called = new Set(formulas.flatMap(([, formula = '']) => functionsIn(formula)));
  expect([...called].filter((name) => !FUNCTIONS.split(' ').includes(name))).toEqual([]);
  expect(book.creator).toMatch(/^'/);
});

test('codes, markup and unprintable characters come back as the text they were', async () => {
  const odd = ['_x003D_1+1', '<b>&amp;</b>', ']]>', '🎉 株式会社', '&P of &N'];
  for (const text of odd) {
    const statement = exampleStatement();
    const payee = { ...statement.payee, id: text, name: text };
    const { sheet } = await rendered({ ...statement, payee });
    const about = sheet('About');
    expect(about.getCell(rowOf(about, 'Payee id'), 2).value).toBe(text);
  }
  const { book } = await rendered({
    ...exampleStatement(),
    company: { id: 'x', name: '5 & Sons &G\u0000' },
  });
  expect(book.worksheets[0]?.headerFooter.oddFooter).toContain('&C&8 5 && Sons &&G&R');
});

test('pages print landscape, one page wide, with their headers repeated and kept in view', async () => {
  const { sheet } = await rendered(exampleStatement());
  for (const name of SHEETS) {
    expect(sheet(name).pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
    expect(sheet(name).pageSetup.paperSize).toBe(9);
  }
  expect(sheet('Deals').pageSetup.printTitlesRow).toBe('6:7');
  expect(sheet('Components').pageSetup.printTitlesRow).toBe('4:4');
  expect(sheet('Deals').views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 7 });
  const american = await rendered({ ...exampleStatement(), locale: 'en-US' });
  expect(american.sheet('Summary').pageSetup.paperSize).toBeUndefined();
});

test('the same statement gives the same bytes, whatever the clock says', async () => {
  const renderedAt = async (now: string): Promise<Uint8Array> => {
    jest.useFakeTimers({
      now: new Date(now),
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval', 'queueMicrotask'],
    });
    return renderStatementWorkbook(exampleStatement());
  };
  const early = await renderedAt('1999-12-31T23:59:59Z');
  const late = await renderedAt('2044-02-29T11:22:33Z');
  expect(Buffer.compare(early, late)).toBe(0);
  const { book } = await readBack(late);
  expect([book.created, book.modified]).toEqual(Array(2).fill(new Date(Date.UTC(2026, 5, 30))));
  const other = await renderStatementWorkbook(exampleStatement('EUR'));
  expect(Buffer.compare(early, other)).not.toBe(0);
});

test('only whole zip files are dated', async () => {
  const bytes = await renderStatementWorkbook(exampleStatement());
  expect(Buffer.compare(fixZipDates(bytes), bytes)).toBe(0);
  expect(() => fixZipDates(bytes.slice(0, -1))).toThrow('zip');
});

test('a statement without gates, deals, key results or a contact is a whole workbook', async () => {
  const { company, components, deals, worksheet, ...rest } = exampleStatement();
  const [first] = components;
  if (!first) throw new Error('no component');
  const { sheet, cells } = await rendered({
    ...rest,
    company: { id: company.id, name: company.name },
    components: [
      {
        id: first.id,
        kind: 'kpi',
        title: 'Bare',
        window: 'period',
        isDue: false,
        payout: first.payout,
        cells: {},
        modifiers: [],
        rules: [],
        parts: [],
      },
    ],
    gates: [],
    limits: [],
    links: [],
    deals: { ...deals, rows: [] },
    worksheet: { ...worksheet, deals: [] },
  });
  expect(sheet('Deals').getCell('A4').value).toBe('The calculation saw no deals.');
  expect(sheet('Gates').getCell('A5').value).toBe('The plan has no gates.');
  for (const [, { value }] of cells()) expect(value).not.toBeUndefined();
});

test('the workbooks of the built-in company hold what was calculated', async () => {
  const statements = await builtInStatements('2026-Q3');
  expect(statements.length).toBeGreaterThan(3);
  for (const statement of statements) {
    const { named, sheet, book } = await rendered(statement);
    expect(named('Payment').result).toBe(Number(exactText(statement.payment.exact)));
    for (const { id, payout } of statement.components) {
      const name = `${id.replaceAll('-', '_')}_payout`;
      expect(named(name).result).toBe(Number(exactText(payout.exact)));
    }
    const deals = sheet('Deals');
    const header = rowOf(deals, 'Deal');
    for (const [index, { id }] of statement.worksheet.deals.entries()) {
      expect(deals.getCell(header + 1 + index, 1).value).toBe(id);
    }
    expect(book.definedNames.model.map(({ ranges }) => ranges.length)).not.toContain(0);
  }
});
