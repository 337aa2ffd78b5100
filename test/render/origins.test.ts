// How each number of a statement was made: every line, every step once, in figures, to the clause.
// In: the built-in company's statements. Out: rows of text.

import { expect, test } from '@jest/globals';
import type { Statement } from '../../src/core/index.ts';
import { statementView } from '../../src/render/statement-view.ts';
import { builtInStatements } from './company-statements.ts';
import { exampleStatement } from './statement-example.ts';

function originsOf(statement: Statement) {
  const { origins } = statementView(statement, { locale: 'en-US' });
  if (!origins) throw new Error('the statement has its worksheet');
  const rows = origins.groups.flatMap(({ head, rows: rest }) => [head, ...rest]);
  return { ...origins, rows, made: new Map(rows.map((row) => [row.label, row])) };
}

async function statementOf(payee: string): Promise<Statement> {
  const statements = await builtInStatements('2026-Q3');
  const found = statements.find((each) => each.payee.id === payee);
  if (!found) throw new Error(`no ${payee}`);
  return found;
}

test('each line opens into its steps, with figures, deals and the line of the plan', async () => {
  const { groups, note, made } = originsOf(await statementOf('marcus-bell'));
  expect(groups.slice(0, 5).map(({ head }) => [head.label, head.figure])).toEqual([
    ['Payout of New ARR', '12,431.25'],
    ['Payout of How we sell', '1,125.00'],
    ['Payout of Forecast and handover', '6,000.00'],
    ['Payout of Commission on credited ARR', '421.88'],
    ['Payment', '19,978.13'],
  ]);
  expect(note).toContain('Lines are those of account-executive.yaml.');
  expect(made.get('Attainment of New ARR')).toMatchObject({
    figure: '150%',
    made: '675,000.00 ÷ 450,000.00',
    clause: '109',
  });
  expect(made.get('New ARR, this period')?.made).toContain('(12 deals)');
  expect(made.get('Target incentive of the year')?.made).toBe('given');
  expect(made.get('ICP fit: cost')).toMatchObject({
    figure: '20,718.75',
    made: '40,696.88 − 19,978.13',
  });
});

test('a step stands once, and all that the payment is made of is there', async () => {
  const statement = await statementOf('dana-whitfield');
  const { rows } = originsOf(statement);
  const { cells } = statement.worksheet.worksheet;
  const labels = new Set(cells.map(({ label }) => label));
  expect(rows.every(({ label }) => labels.has(label))).toBe(true);
  for (const { id, label } of cells) {
    const isPayout = statement.components.some((each) => each.cells.payout === id);
    if (isPayout) expect(rows.filter((row) => row.label === label)).toHaveLength(1);
  }
});

test('a statement without cells has none of it', () => {
  expect(statementView(exampleStatement()).origins).toBeUndefined();
});
