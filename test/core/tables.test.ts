// Payout curves and tiers: just below, at and just above every point; laws as properties.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exact, exactInteger, exactText } from '../../src/core/exact-number.ts';
import type { TablePoint } from '../../src/core/worksheet/operations.ts';
import {
  interpolateAt,
  marginalAt,
  retroactiveAt,
  steppedAt,
} from '../../src/core/worksheet/tables.ts';

const points = (...pairs: readonly [string, string][]): readonly TablePoint[] =>
  pairs.map(([at, pays]) => ({ at: exact(at), pays: exact(pays) }));

describe('linear', () => {
  const curve = points(['0.7', '0.5'], ['1', '1'], ['1.3', '1.9']);
  test.each([
    ['0.699999', '0'],
    ['0.7', '0.5'],
    ['0.85', '0.75'],
    ['1', '1'],
    ['1.000001', '1.000003'],
    ['1.15', '1.45'],
    ['1.3', '1.9'],
    ['1.4', '1.9'],
    ['0', '0'],
    ['-1', '0'],
  ])('below nothing, above hold: %s pays %s', (at, pays) => {
    expect(exactText(interpolateAt(exact(at), curve, 'nothing', 'hold'))).toBe(pays);
  });

  test('extend goes on along the last line, on both sides', () => {
    expect(exactText(interpolateAt(exact('1.4'), curve, 'extend', 'extend'))).toBe('2.2');
    expect(exactText(interpolateAt(exact('0.4'), curve, 'extend', 'extend'))).toBe('0');
    expect(exactText(interpolateAt(exact('0.1'), curve, 'hold', 'hold'))).toBe('0.5');
  });

  test('two points at one place are a step, which belongs to the upper one', () => {
    const step = points(['0.8', '0'], ['0.8', '0.8'], ['1', '1']);
    const pays = ['0.799', '0.8', '0.9'].map((at) =>
      exactText(interpolateAt(exact(at), step, 'nothing', 'hold')),
    );
    expect(pays).toEqual(['0', '0.8', '0.9']);
  });
});

test.each([
  ['0.7999', '0'],
  ['0.8', '0.5'],
  ['0.9999', '0.5'],
  ['1', '1'],
  ['9', '1'],
])('stepped: %s pays %s', (at, pays) => {
  const steps = points(['0.8', '0.5'], ['1', '1']);
  expect(exactText(steppedAt(exact(at), steps, 'nothing'))).toBe(pays);
});

describe('tiers 5 % from 0, 10 % from 5,000, 20 % from 10,000', () => {
  const tiers = points(['0', '0.05'], ['5000', '0.1'], ['10000', '0.2']);
  test.each([
    ['0', '0', '0'],
    ['4999.99', '249.9995', '249.9995'],
    ['5000', '250', '500'],
    ['5000.01', '250.001', '500.001'],
    ['10000', '750', '2000'],
    ['15000', '1750', '3000'],
    // A period of cancellations pays back at the rate of the first tier.
    ['-100', '-5', '-5'],
  ])('%s: marginal %s, retroactive %s', (on, marginal, retroactive) => {
    expect(exactText(marginalAt(exact(on), tiers))).toBe(marginal);
    expect(exactText(retroactiveAt(exact(on), tiers))).toBe(retroactive);
  });
});

const tierList = fc
  .uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 6 })
  .chain((starts) =>
    fc
      .array(fc.integer({ min: 0, max: 5000 }), {
        minLength: starts.length + 1,
        maxLength: starts.length + 1,
      })
      .map((rates) =>
        [0, ...starts.toSorted((a, b) => a - b)].map(
          (at, index): TablePoint => ({
            at: exactInteger(at),
            pays: exactInteger(rates[index] ?? 0).div(exact('10000')),
          }),
        ),
      ),
  );

test('law: marginal tiers are continuous: a cent more never moves pay by more than a cent’s rate', () => {
  fc.assert(
    fc.property(tierList, (tiers) => {
      const cent = exact('0.01');
      const topRate = tiers.reduce((top, { pays }) => (pays.gt(top) ? pays : top), exact('0'));
      for (const { at } of tiers) {
        for (const from of [at.minus(cent), at]) {
          const rise = marginalAt(from.plus(cent), tiers).minus(marginalAt(from, tiers));
          expect(rise.gte(exact('0')) && rise.lte(topRate.times(cent))).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('law: marginal equals a naive sum over whole units', () => {
  fc.assert(
    fc.property(tierList, fc.integer({ min: 0, max: 2000 }), (tiers, units) => {
      const small = tiers.map(({ at, pays }) => ({
        at: at.div(exact('1000')).round(0, 'down'),
        pays,
      }));
      let naive = exact('0');
      for (let unit = 0; unit < units; unit += 1) {
        const row = small.findLast(({ at }) => at.lte(exactInteger(unit)));
        naive = naive.plus(row?.pays ?? exact('0'));
      }
      const unique = small.filter((row, index) => !small[index + 1]?.at.eq(row.at));
      expect(exactText(marginalAt(exactInteger(units), unique))).toBe(exactText(naive));
    }),
    { numRuns: 200 },
  );
});
