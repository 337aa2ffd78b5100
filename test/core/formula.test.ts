// The formula language: what it gives, which units it refuses, where each problem stands.

import { describe, expect, test } from '@jest/globals';
import { exact, exactText } from '../../src/core/exact-number.ts';
import { parseFormula } from '../../src/core/formula/parse.ts';
import { typeFormula } from '../../src/core/formula/typing.ts';
import { prepareDealFormula } from '../../src/core/worksheet/exact.ts';
import type { Datum, Unit } from '../../src/core/worksheet/operations.ts';

const UNITS = new Map<string, Unit>([
  ['amount', 'money'],
  ['price', 'money'],
  ['seats', 'count'],
  ['discount', 'ratio'],
  ['stage', 'text'],
  ['fit', 'flag'],
  ['opened', 'date'],
  ['closed', 'date'],
  ['score', 'number'],
]);
const DEAL = new Map<string, Datum>([
  ['amount', exact('90')],
  ['price', exact('120')],
  ['seats', exact('3')],
  ['discount', exact('0.25')],
  ['stage', 'won'],
  ['fit', true],
  ['opened', 20000],
  ['closed', 20014],
]);

function typed(text: string) {
  const parsed = parseFormula(text);
  if (!parsed.ok) return { problems: [parsed.problem] };
  const outcome = typeFormula(parsed.expression, UNITS);
  return outcome.ok ? { typed: outcome.typed } : { problems: outcome.problems };
}

function resultOf(text: string): string {
  const { typed: found, problems } = typed(text);
  if (!found) throw new Error(JSON.stringify(problems));
  const datum = prepareDealFormula(found.formula)(DEAL);
  return `${typeof datum === 'object' ? exactText(datum) : String(datum)} ${found.unit}`;
}

test.each([
  ['1 - amount / price', '0.25 ratio'],
  ['amount * 10%', '9 money'],
  ['amount / seats', '30 money'],
  ['amount + price * 2', '330 money'],
  ['2 + 3 * 4 - 6 / 2', '11 number'],
  ['-(amount - price)', '30 money'],
  ['days(opened, closed)', '14 days'],
  ["stage = 'won' and discount <= 25%", 'true flag'],
  ["stage in ['lost', 'open'] or not fit", 'false flag'],
  ['closed >= 2024-10-01', 'true flag'],
  ['if(discount > 15%, amount * 50%, amount)', '45 money'],
  ['min(amount, price, 50)', '50 money'],
  ['max(amount, price)', '120 money'],
  ['known(score)', 'false flag'],
  // Nothing is known of the score: what depends on it is not known either, what does not, is.
  ['score > 3', 'undefined flag'],
  ["score > 3 or stage = 'won'", 'true flag'],
  ["score > 3 and stage = 'lost'", 'false flag'],
  ['amount / (price - price)', 'undefined ratio'],
  // A third times three less one is dust of a carried division: a divisor of zero.
  ['amount / (1 / 3 * 3 - 1)', 'undefined money'],
])('%s is %s', (text, expected) => {
  expect(resultOf(text)).toBe(expected);
});

describe('refused, at its place', () => {
  test.each([
    ['amount * price', 7, 'money times money'],
    ['amount < 15%', 7, 'cannot be compared'],
    ['amount + opened', 9, 'date is not a number'],
    ['amount + discount', 7, 'do not add up'],
    ["stage > 'won'", 6, 'has no order'],
    ['amont > 1', 0, 'no deal has an attribute `amont`'],
    ['fit and amount', 8, 'where yes or no is needed'],
    ['days(amount, closed)', 0, 'needs two dates'],
    ['round(amount)', 0, 'no function `round`'],
    ['min(amount)', 0, 'wrong number of inputs'],
    ['if(fit, amount, discount)', 0, 'do not fit together'],
    ['closed > 2026-02-30', 9, 'there is no day `2026-02-30`'],
    ['1 <', 3, 'ends too early'],
    ['(amount', 7, '`)` is missing'],
    ['amount price', 7, 'where the formula should end'],
    ['1 < amount < 3', 11, 'two comparisons in a row'],
    ["stage = 'won", 8, 'never ends'],
    ['amount.constructor', 6, 'means nothing here'],
    ['amount ** 2', 8, 'out of place'],
    ['constructor(1)', 0, 'no function `constructor`'],
    ['__proto__', 0, 'no deal has an attribute'],
    ['stage in []', 6, 'the list is empty'],
  ])('%s (column %i): %s', (text, offset, what) => {
    const { problems } = typed(text);
    expect(problems?.[0]).toMatchObject({ offset, what: expect.stringContaining(what) });
  });

  test('all problems of one formula at once', () => {
    expect(typed('amount * price > foo and bar = 1').problems).toHaveLength(3);
  });

  test('hostile sizes stop at a limit: depth, parts, length', () => {
    expect(typed(`${'('.repeat(40)}1${')'.repeat(40)}`).problems?.[0]?.what).toContain('nesting');
    expect(typed(Array(400).fill('1').join('+')).problems?.[0]?.what).toContain('parts');
    expect(typed('1'.repeat(3000)).problems?.[0]?.what).toContain('characters');
    expect(typed(`${'not '.repeat(600)}fit`).problems?.[0]?.what).toMatch(/nesting|characters/);
  });
});
