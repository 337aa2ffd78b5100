// Shapes of payout curves that are made of several operations: laws against the shapes they mix.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyCurve, type Curve, curveRows } from '../../src/core/curves/kinds.ts';
import { type Exact, exact, exactInteger, exactText } from '../../src/core/exact-number.ts';
import { prepareDealFormula } from '../../src/core/worksheet/exact.ts';
import { constant } from '../../src/core/worksheet/operations.ts';

type Pays = 'slice' | 'whole';
interface Row {
  readonly from: number;
  readonly rate: number;
  readonly of: Pays;
}

const plain = (number: Exact) => ({ number, isPercent: false });

function pays(curve: Curve, on: Exact): string {
  const formula = applyCurve(curve, { on: constant(on, 'money'), unit: 'money' });
  return exactText(prepareDealFormula(formula)(new Map()) as Exact);
}

const mixed = (rows: readonly Row[]): Curve => ({
  shape: 'mixed',
  tiers: rows.map(({ from, rate, of }) => ({
    from: plain(exactInteger(from)),
    rate: plain(exactInteger(rate).div(exact('100'))),
    of,
  })),
});

const rowList = fc
  .uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 })
  .chain((starts) =>
    fc.tuple(
      ...[0, ...starts.toSorted((a, b) => a - b)].map((from) =>
        fc.record({
          from: fc.constant(from),
          rate: fc.integer({ min: 0, max: 30 }),
          of: fc.constantFrom<Pays>('slice', 'whole'),
        }),
      ),
    ),
  );
const sold = fc.integer({ min: -100, max: 1500 });

test('law: rows of the slice alone are marginal tiers, rows of the whole alone retroactive ones', () => {
  fc.assert(
    fc.property(rowList, sold, (rows, on) => {
      for (const [of, shape] of [
        ['slice', 'marginal'],
        ['whole', 'retroactive'],
      ] as const) {
        const same = mixed(rows.map((row) => ({ ...row, of })));
        const tiers = curveRows(same).map(({ at, pays: rate }) => ({ from: at, rate }));
        expect(pays(same, exactInteger(on))).toBe(pays({ shape, tiers }, exactInteger(on)));
      }
    }),
    { numRuns: 500 },
  );
});

test('law: a row of the whole pays its rate from the first unit, slices above it theirs', () => {
  fc.assert(
    fc.property(rowList, fc.integer({ min: 0, max: 1500 }), (rows, on) => {
      // Unit by unit: each belongs to a row, and rows before the last whole one pay its rate.
      const reached = rows.filter(({ from }) => from <= on);
      const whole = Math.max(
        0,
        reached.findLastIndex(({ of }) => of === 'whole'),
      );
      let cents = 0;
      for (let unit = 0; unit < on; unit += 1) {
        const own = reached.findLastIndex(({ from }) => from <= unit);
        cents += rows[Math.max(own, whole)]?.rate ?? 0;
      }
      const expected = exactText(exactInteger(cents).div(exact('100')));
      expect(pays(mixed(rows), exactInteger(on))).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
