// The run's workbook: every payee once, sums that a spreadsheet comes to as well, what changed since
// the run before, and what to look at. In: the built-in company's run. Out: workbooks.

import { expect, test } from '@jest/globals';
import { exact } from '../../src/core/exact-number.ts';
import { exactText, type Statement, ZERO } from '../../src/core/index.ts';
import { type PreviousPayments, renderRunWorkbook } from '../../src/render/excel/run-workbook.ts';
import { builtInStatements } from './company-statements.ts';
import { rowsOf, valuesOf } from './read-workbook-back.ts';
import { openWorkbook, recalculate, writtenFormulas } from './recalculate.ts';
import { exampleStatement } from './statement-example.ts';

type Run = readonly [Statement, ...Statement[]];

async function rendered(run: Run, previous: PreviousPayments = new Map()) {
  return openWorkbook(await renderRunWorkbook(run, previous));
}

async function builtInRun(): Promise<Run> {
  const [first, ...others] = await builtInStatements('2026-Q3');
  if (!first) throw new Error('no statement');
  return [first, ...others];
}

const sumOf = (run: Run): number =>
  Number(exactText(run.reduce((sum, { payment }) => sum.plus(payment.exact), ZERO)));

test('every payee has one row, and the total is what the statements pay', async () => {
  const run = await builtInRun();
  const book = await rendered(run);
  const sheet = book.getWorksheet('Payouts');
  if (!sheet) throw new Error('no sheet');
  for (const { payee } of run) expect(rowsOf(sheet, payee.id)).toHaveLength(1);
  const { at } = recalculate(book);
  for (const { place, result } of writtenFormulas(book)) {
    expect(Number(at(place)).toFixed(2)).toBe(Number(result).toFixed(2));
  }
  const header = valuesOf(sheet, 4);
  const payment = header.indexOf('Payment (USD)') + 1;
  const [total] = rowsOf(sheet, 'Total');
  expect(sheet.getCell(total ?? 0, payment).result).toBe(sumOf(run));
  expect(header).not.toContain('Run before');
});

test('against the run before, each difference is a formula and a line to look at', async () => {
  const run = await builtInRun();
  const [first, second] = run;
  const previous = new Map(run.map(({ payee, payment }) => [payee.id, payment.exact]));
  previous.set(first.payee.id, first.payment.exact.minus(exact('100.01')));
  const book = await rendered(run, previous);
  const sheet = book.getWorksheet('Payouts');
  const exceptions = book.getWorksheet('To look at');
  if (!sheet || !exceptions) throw new Error('no sheet');
  const difference = valuesOf(sheet, 4).length;
  const differenceOf = (payee: string): unknown =>
    sheet.getCell(rowsOf(sheet, payee)[0] ?? 0, difference).result;
  expect(differenceOf(first.payee.id)).toBe(100.01);
  expect(differenceOf(second?.payee.id ?? '')).toBe(0);
  const told = rowsOf(exceptions, first.payee.id).map((row) => valuesOf(exceptions, row));
  expect(told).toContainEqual(expect.arrayContaining(['Difference from the run before', 100.01]));
});

test('gates that cost somebody something are to be looked at, those that were met are not', async () => {
  const run = await builtInRun();
  const exceptions = (await rendered(run)).getWorksheet('To look at');
  if (!exceptions) throw new Error('no sheet');
  const costly = run.flatMap(({ gates }) =>
    gates.filter(({ judged }) => judged && !judged.cost.exact.eq(ZERO)),
  );
  const amounts = Array.from(
    { length: exceptions.rowCount },
    (_, row) => exceptions.getCell(row + 1, 5).value,
  );
  for (const { judged } of costly) {
    expect(amounts).toContain(Number(exactText(judged?.cost.exact ?? ZERO)));
  }
  expect(costly.length).toBeGreaterThan(2);
});

test('currencies do not add up: each has its own table and total', async () => {
  const book = await rendered([exampleStatement('USD'), exampleStatement('JPY')]);
  const sheet = book.getWorksheet('Payouts');
  if (!sheet) throw new Error('no sheet');
  expect(rowsOf(sheet, 'Total')).toHaveLength(2);
  expect(sheet.getCell('A4').value).toBe('Payee id');
});
