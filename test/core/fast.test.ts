// The fast view agrees with the exact one on every cell, whatever the formulas; and how it decides
// where a double's last digit would decide otherwise.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exact } from '../../src/core/exact-number.ts';
import { DealColumns } from '../../src/core/worksheet/deal-columns.ts';
import { prepareExact } from '../../src/core/worksheet/exact.ts';
import { prepareFast } from '../../src/core/worksheet/fast.ts';
import { orderOf, plus, rounded } from '../../src/core/worksheet/fast-number.ts';
import type { Datum } from '../../src/core/worksheet/operations.ts';
import type { Worksheet } from '../../src/core/worksheet/worksheet.ts';
import { differences } from './agreement.ts';
import { columnsOf, generatedCells, generatedDeals, sumsOverDeals } from './generated-formulas.ts';
import { isTight } from './tightness.ts';

function differencesOn(
  worksheet: Worksheet,
  inputs: ReadonlyMap<string, Datum>,
  deals: DealColumns,
): readonly string[] {
  const fast = prepareFast(worksheet);
  const found = fast.evaluate(fast.inputsOf(inputs), fast.countDeals(deals));
  return differences(prepareExact(worksheet)(inputs, deals), fast, found);
}

describe('the fast view agrees with the exact one', () => {
  test('on cells over inputs', () => {
    const noDeals = DealColumns.of(0, []);
    fc.assert(
      fc.property(generatedCells, ({ worksheet, inputs }) => {
        fc.pre(!isTight(worksheet, inputs));
        expect(differencesOn(worksheet, inputs, noDeals)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('on sums and counts over deals, of any length', () => {
    fc.assert(
      fc.property(sumsOverDeals, generatedDeals, (worksheet, rows) => {
        expect(differencesOn(worksheet, new Map(), columnsOf(rows))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('again and again, whatever was tried before', () => {
    const draws = fc.array(generatedCells, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(draws, ([first, second]) => {
        if (!first || !second) return;
        const fast = prepareFast(first.worksheet);
        const counted = fast.countDeals(DealColumns.of(0, []));
        const evaluated = (inputs: ReadonlyMap<string, Datum>): readonly number[] => [
          ...fast.evaluate(fast.inputsOf(inputs), counted),
        ];
        const before = evaluated(first.inputs);
        evaluated(second.inputs);
        expect(evaluated(first.inputs)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('doubles decide as exact numbers do', () => {
  test('what differs in the last digit only is equal', () => {
    expect(0.1 + 0.2 === 0.3).toBe(false);
    expect(orderOf(0.1 + 0.2, 0.3)).toBe(0);
    expect(orderOf(0.3, 0.30000001)).toBeLessThan(0);
    expect(orderOf(Number.NaN, 1)).toBe(Number.NaN);
  });

  test('a cent at ten billion is a cent, and nothing is nothing', () => {
    expect(plus(9_999_999_999.99, -9_999_999_999.98)).toBe(0.01);
    expect(plus(0.3 - 0.1, -0.2)).toBe(0);
    expect(plus(1, -1 / 3)).toBe(1 - 1 / 3);
  });

  test.each([
    // 3,167.60 x 8.75 % is 277.165, and 277.16499999999996 in doubles.
    [3167.6 * 0.0875, 2, 'half-up', 277.17],
    [3167.6 * 0.0875, 2, 'half-even', 277.16],
    [-2.345, 2, 'half-up', -2.35],
    [2.3449, 2, 'half-up', 2.34],
    [1.005, 2, 'half-up', 1.01],
    [1234.5, 0, 'half-even', 1234],
  ] as const)('%s to %s places %s is %s', (number, places, mode, expected) => {
    expect(rounded(number, places, mode)).toBe(expected);
  });

  test('a boundary that is reached exactly is reached in doubles', () => {
    const third = exact('1').div(exact('3'));
    const points = [
      { at: exact('0'), pays: exact('0') },
      { at: exact('1'), pays: exact('5') },
    ];
    const whole = {
      op: 'multiply',
      factors: [
        { op: 'input', name: 'third' },
        { op: 'constant', datum: exact('3'), unit: 'number' },
      ],
    } as const;
    const formula = {
      op: 'lookup',
      on: whole,
      onUnit: 'number',
      points,
      below: 'nothing',
    } as const;
    const clause = {
      file: 'plan.yaml',
      line: 1,
      column: 1,
    } as Worksheet['cells'][number]['clause'];
    const worksheet: Worksheet = {
      cells: [{ id: 'step', label: 'step', unit: 'number', clause, formula }],
      columns: [],
      inputs: [{ name: 'third', source: { from: 'targetIncentive' }, clause }],
      attributes: [],
    };
    const fast = prepareFast(worksheet);
    const found = fast.evaluate(fast.inputsOf(new Map([['third', third]])), new Float64Array(0));
    expect([...found]).toEqual([5]);
  });
});
