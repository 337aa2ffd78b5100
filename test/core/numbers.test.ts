// Exact numbers, rounding, money and allocation: facts from FACTS.md and laws as properties.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minorDigits } from '../../src/core/currency.ts';
import {
  compareExact,
  decided,
  exact,
  exactInteger,
  exactText,
  isDecimalText,
  sumOf,
} from '../../src/core/exact-number.ts';
import { addMoney, allocate, money, roundMoney } from '../../src/core/money.ts';
import { roundingModes, roundTo } from '../../src/core/rounding.ts';

describe('rounding', () => {
  test.each([
    // 3,167.60 x 8.75 % is 277.165: doubles give 277.16.
    [exact('3167.60').times(exact('0.0875')), 'half-up', '277.17'],
    [exact('3167.60').times(exact('0.0875')), 'half-even', '277.16'],
    [exact('74896.145'), 'half-up', '74896.15'],
    [exact('-2.345'), 'half-up', '-2.35'],
    [exact('-2.345'), 'half-even', '-2.34'],
    [exact('2.355'), 'half-even', '2.36'],
  ] as const)('%s %s is %s', (number, mode, expected) => {
    expect(exactText(roundTo(number, 2, mode))).toBe(expected);
  });

  test('a quotient near a half is rounded as the decided number is', () => {
    const thirds = fc.integer({ min: -1e9, max: 1e9 });
    const finer = fc.constantFrom('1', '1000', '1000000000', '1000000000000000000000000000000');
    fc.assert(
      fc.property(thirds, thirds, finer, fc.nat(4), (halves, off, by, places) => {
        const near = exactInteger(halves).div('20').plus(exactInteger(off).div('3').div(by));
        for (const mode of roundingModes) {
          const expected = decided(near).round(places, mode);
          expect(exactText(roundTo(near, places, mode))).toBe(exactText(expected));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a half that passed through a division by three is still a half', () => {
    const third = exact('1').div(exact('3'));
    expect(exactText(roundTo(third.times(exact('0.015')), 2, 'half-up'))).toBe('0.01');
    expect(compareExact(third.times(exact('3')), exact('1'))).toBe(0);
  });
});

test('decimal text has a grammar: exponents, separators and blanks are refused', () => {
  const refused = ['1e5', '1,054', ' 1', '1.', '.5', '+1', '', 'NaN', '0x10', '1e1000000'];
  expect(refused.filter(isDecimalText)).toEqual([]);
  expect(['0', '-0.10', '1054.50'].every(isDecimalText)).toBe(true);
});

test('currencies have the digits of ISO 4217, not those of Intl', () => {
  const digits = ['USD', 'JPY', 'KWD', 'HUF', 'IDR', 'CLF'].map(minorDigits);
  expect(digits).toEqual([2, 0, 3, 2, 2, 4]);
});

describe('money', () => {
  test('two currencies do not add, even where the types are not known', () => {
    const [dollars, yen] = [money(exact('1'), 'USD' as string), money(exact('1'), 'JPY' as string)];
    expect(() => addMoney(dollars, yen)).toThrow('USD and JPY do not add');
  });

  test('rounds to the minor unit of its currency', () => {
    const rounded = ['JPY', 'USD', 'KWD'].map((code) =>
      exactText(roundMoney(money(exact('10.5555'), code), 'half-up').exact),
    );
    expect(rounded).toEqual(['11', '10.56', '10.556']);
  });

  test('allocate: a hundred in three parts, the left-over cent to the first id', () => {
    const shares = ['c', 'a', 'b'].map((id) => ({ id, weight: exact('1') }));
    const parts = allocate(money(exact('100'), 'USD'), shares);
    expect(['a', 'b', 'c'].map((id) => exactText(parts.get(id)?.exact ?? exact('0')))).toEqual([
      '33.34',
      '33.33',
      '33.33',
    ]);
  });

  test('allocate refuses weights that share out nothing', () => {
    const shares = [{ id: 'a', weight: exact('0') }];
    expect(() => allocate(money(exact('1'), 'USD'), shares)).toThrow('sum above zero');
  });

  const weights = fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0));
  test('law: parts sum to the whole, none has the wrong sign, order does not matter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        weights,
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (units, list, code) => {
          const whole = money(exactInteger(units).div(exactInteger(10 ** minorDigits(code))), code);
          const shares = list.map((weight, index) => ({
            id: `p${index}`,
            weight: exactInteger(weight),
          }));
          const parts = allocate(whole, shares);
          const sum = sumOf([...parts.values()].map((part) => part.exact));
          expect(exactText(sum)).toBe(exactText(whole.exact));
          for (const part of parts.values())
            expect(part.exact.times(whole.exact).gte(exact('0'))).toBe(true);
          const reversed = allocate(whole, shares.toReversed());
          for (const [id, part] of parts) expect(reversed.get(id)?.exact.eq(part.exact)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
