// The payroll file: its shape, its sums, and texts that would be formulas.
// In: statements. Out: CSV, read back with csv-parse.

import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exact, exactText, sumOf } from '../../src/core/exact-number.ts';
import { renderPayoutsCsv } from '../../src/render/csv.ts';
import { builtInStatements } from './company-statements.ts';
import { exampleStatement } from './statement-example.ts';

interface PayoutRow {
  readonly payee: string;
  readonly name: string;
  readonly line_title: string;
  readonly payout: string;
  readonly currency: string;
}

function readBack(csv: string): readonly PayoutRow[] {
  return parse(csv, { columns: true, record_delimiter: '\r\n' });
}

test('one row per line of the payment, as RFC 4180 writes it', () => {
  expect(renderPayoutsCsv([exampleStatement()])).toBe(
    [
      'company,period,payee,name,plan,plan_version,line,line_title,payout,currency',
      'acme,2026-Q2,jo,"Jo ""Ace"" Hill",ae,2026.1,new-deals,New deals,6000.00,USD',
      'acme,2026-Q2,jo,"Jo ""Ace"" Hill",ae,2026.1,care,Care,1234.56,USD',
      'acme,2026-Q2,jo,"Jo ""Ace"" Hill",ae,2026.1,plan-cap,Plan cap,-234.56,USD',
      '',
    ].join('\r\n'),
  );
});

test('without statements there is a header alone', () => {
  expect(renderPayoutsCsv([])).toMatch(/^company,[a-z_,]+,currency\r\n$/);
});

test.each([
  ['JPY', ['6000', '7', '-7']],
  ['USD', ['6000.00', '7.00', '-7.00']],
  ['KWD', ['6000.000', '7.000', '-7.000']],
])('%s has its own minor digits', (currency, expected) => {
  const statement = exampleStatement(currency);
  const figures = ['6000', '7', '-7'].map(exact);
  const lines = statement.lines.map((line, index) => ({
    ...line,
    payout: { ...line.payout, exact: figures[index] ?? exact('0') },
  }));
  const rows = readBack(renderPayoutsCsv([{ ...statement, lines }]));
  expect(rows.map(({ payout }) => payout)).toEqual(expected);
});

test('a name that would be a formula is text, a negative payout stays a number', () => {
  const hostile = exampleStatement('USD', (text) => `=HYPERLINK("http://x.example","${text}")\r\n`);
  const rows = readBack(renderPayoutsCsv([hostile]));
  expect(rows).toHaveLength(3);
  for (const { payee, name } of rows) {
    expect(payee).toMatch(/^'=HYPERLINK/);
    expect(name).toMatch(/^'=HYPERLINK.*\r\n$/);
  }
  expect(rows[2]?.payout).toBe('-234.56');
});

test('the rows of each payee of the built-in company add up to the payment', async () => {
  const statements = await builtInStatements('2026-Q3');
  const rows = readBack(renderPayoutsCsv(statements));
  expect(statements.length).toBeGreaterThan(3);
  for (const { payee, payment } of statements) {
    const own = rows.filter((row) => row.payee === payee.id);
    const sum = sumOf(own.map(({ payout }) => exact(payout)));
    expect([payee.id, exactText(sum)]).toEqual([payee.id, exactText(payment.exact)]);
  }
});
