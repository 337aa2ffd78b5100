// The JSON statement: exact decimal text, ISO dates, and keys in one order.
// In: statements. Out: plain objects.

import { expect, test } from '@jest/globals';
import { exactText, type Statement } from '../../src/core/index.ts';
import { statementJson } from '../../src/render/json.ts';
import { builtInStatements } from './company-statements.ts';
import { exampleStatement } from './statement-example.ts';

test('money has the currency’s digits, ratios every digit, dates are ISO', () => {
  const json = statementJson(exampleStatement());
  expect(json).toMatchObject({
    period: { id: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
    payment: '7000.00',
    limits: [
      {
        id: 'plan-cap',
        title: 'Plan cap',
        kind: 'cap',
        over: 'period',
        limit: '7000.00',
        adds: '-234.56',
      },
    ],
    components: [
      {
        id: 'new-deals',
        result: { number: '99999.99', unit: 'money' },
        quota: { number: '100000.00', unit: 'money' },
        attainment: '0.9999999',
        payout: '6000.00',
      },
      { id: 'care', parts: [{ result: { number: '50.5', unit: 'days' }, score: '0.617' }] },
    ],
    gates: [
      { effect: { capFactor: '1' }, judged: { met: false, cost: '300.00' } },
      { effect: 'zero', required: { number: '3', unit: 'count' } },
    ],
    deals: {
      rows: [
        { id: 'D-1', shown: ['Initech', '2026-04-01', '1000.50', '0.075', true] },
        { id: 'D-2', shown: ['Globex', null, '-20.00', null, false] },
      ],
    },
  });
  expect(json.gates[1]).not.toHaveProperty('judged');
  expect(json.components[1]).not.toHaveProperty('curve');
});

test('what is carried beyond the minor digits is kept, not rounded', () => {
  const whole = statementJson(exampleStatement('JPY'));
  expect(whole.components[0]?.result?.number).toBe('99999.99');
  expect(whole.payment).toBe('7000');
  expect(statementJson(exampleStatement('KWD')).payment).toBe('7000.000');
});

test('the order of keys does not depend on how a statement was built', () => {
  const statement = exampleStatement();
  const turned = turnedAround(statement) as Statement;
  expect(Object.keys(turned)).not.toEqual(Object.keys(statement));
  expect(JSON.stringify(statementJson(turned))).toBe(JSON.stringify(statementJson(statement)));
});

test('every statement of the built-in company survives being written and read', async () => {
  for (const statement of await builtInStatements('2026-Q4')) {
    const json = statementJson(statement);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(Number(json.payment)).toBe(Number(exactText(statement.payment.exact)));
    const { cells: _, worksheet: __, ...rest } = statement;
    expect(JSON.stringify(json)).not.toMatch(/\de[+-]\d|NaN|undefined|\[object/);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(Object.keys(rest)));
  }
});

/** Every plain object with its keys in the opposite order; numbers and lists as they are. */
function turnedAround(found: unknown): unknown {
  if (Array.isArray(found)) return found.map(turnedAround);
  if (typeof found !== 'object' || found === null) return found;
  if (Object.getPrototypeOf(found) !== Object.prototype) return found;
  const entries = Object.entries(found).map(([key, each]) => [key, turnedAround(each)]);
  return Object.fromEntries(entries.toReversed());
}
