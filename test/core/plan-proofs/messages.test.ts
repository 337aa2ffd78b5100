// What the plan checker says: amounts as the worksheet pays them, in the unit that a person counts in,
// with whose figures they are; and how a plan answers a doubt. In: plans. Out: messages.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doubts, gate, kpi, linear, type Parts, prove, said } from './sales-plan.ts';

const MEASURE = 'sold: { calculate: sum, of: amount, deals: own, where: partner }';
const commission = (curve: string, more = ''): Parts => ({
  measures: `  ${MEASURE}`,
  gates: gate({ on: 'all' }),
  others: `
  - { id: commission, kind: commission, title: Commission, window: period, measure: sold,
      supports: revenue-growth, curve: ${curve}${more} }`,
});
const tiers = (shape: string): string =>
  `{ shape: ${shape}, tiers: [{ from: 0, rate: 9% }, { from: 125000, rate: 10% }] }`;

describe('a cliff', () => {
  test('names its amount: a retroactive tier of a commission', () => {
    // 10 % of 125,000 is 12,500.00; 9 % of 124,999 is 11,249.91.
    expect(said(commission(tiers('retroactive')))).toBe(
      'at a result of 124,999 USD, 1 USD more pays 1,250.09 USD more ' +
        '(with the figures of `ann`, 2026-Q4)',
    );
    expect(doubts(commission(tiers('marginal')))).toEqual([]);
  });

  test('of tiers on each deal by itself', () => {
    const what = said(commission(tiers('retroactive'), ', per: deal'));
    expect(what).toContain('at a deal of 124,999 USD, 1 USD more pays 1,250.09 USD more');
    expect(doubts(commission(tiers('marginal'), ', per: deal'))).toEqual([]);
  });

  test('just above a bound that belongs to the row before', () => {
    const owned = tiers('retroactive').replace(' }] }', ' }], owns: upper }');
    // 9 % of 125,000 is 11,250.00; 10 % of 125,001 is 12,500.10.
    expect(said(commission(owned))).toContain(
      'at a result of 125,000 USD, 1 USD more pays 1,250.10 USD more',
    );
  });

  test('where less is better', () => {
    const days = kpi('size', 'size', '50000', { more: 'mirror', curve: '90% 50%, 100% 100%' });
    const parts = {
      weight: '60%',
      measures: '  size: { calculate: average, of: amount, deals: own, whenNone: 0 }',
      others: days,
    };
    // An attainment of 90 % is 10 % above 50,000; half of a fifth of a quarter of 40,000.
    expect(said(parts)).toContain('at a result of 55,001 USD, 1 USD less pays 1,000.00 USD more');
  });

  test('names the largest of several steps', () => {
    const steps =
      '{ shape: stepped, below: nothing, steps: [{ from: 80%, pays: 50% }, { from: 100%, pays: 100% }, { from: 110%, pays: 160% }] }';
    expect(said({ curve: steps })).toBe(
      'at a result of 109,999 USD, 1 USD more pays 4,800.00 USD more ' +
        '(with the figures of `ann`, 2026-Q4); 2 more such steps',
    );
  });

  test('at zero, where a result can be negative', () => {
    const profit = (first: string): Parts => ({
      weight: '60%',
      measures: '  profit: { calculate: sum, of: amount, deals: own, where: partner }',
      gates: gate({ on: '[bookings, profit]' }),
      others: `
  - { id: profit, kind: kpi, title: Profit, weight: 20%, supports: revenue-growth, window: period,
      measure: profit, attainment: none, curve: ${linear(`${first} 50%, 50000 100%`)} }`,
    });
    // Half of a fifth of a quarter of 40,000, and 1/50,000 of it for the dollar itself.
    expect(said(profit('0'))).toContain('at a result of -1 USD, 1 USD more pays 1,000.00 USD more');
    expect(said(profit('-9000'))).toContain(
      'at a result of -9,001 USD, 1 USD more pays 1,000.00 USD more',
    );
  });

  test('in the last period that pays something', () => {
    const header = 'periodWeights: { quota: even, targetIncentive: [50%, 50%, 0%, 0%] }';
    expect(said({ header, curve: '50% 10%, 100% 100%, 150% 200%' })).toBe(
      'at a result of 49,999 USD, 1 USD more pays 1,600.00 USD more ' +
        '(with the figures of `ann`, 2026-Q2)',
    );
  });

  test('of a plan alone is told per 100,000 of target incentive', () => {
    // Half of 80 % of a quarter of 100,000.
    expect(said({ curve: '70% 50%, 100% 100%, 150% 200%' }, 'nothing')).toBe(
      'at an attainment of 69.99%, 0.01% more pays 10,000.00 USD more ' +
        '(per 100,000 USD of target incentive a year, 2026-Q4)',
    );
  });
});

describe('a fall', () => {
  test('names both ends', () => {
    expect(said({ curve: '50% 0%, 100% 100%, 120% 130%, 140% 120%' })).toBe(
      'a result of 120,000 USD pays 10,400.00 USD, and a result of 140,000 USD pays ' +
        '9,600.00 USD (with the figures of `ann`, 2026-Q4)',
    );
  });

  test('at a step is told a dollar apart', () => {
    const lower =
      '{ shape: retroactive, tiers: [{ from: 0, rate: 10% }, { from: 125000, rate: 9% }] }';
    expect(said(commission(lower))).toBe(
      'a result of 124,999 USD pays 12,499.90 USD, and a result of 125,000 USD pays ' +
        '11,250.00 USD (with the figures of `ann`, 2026-Q4)',
    );
  });

  test('over the result itself may be meant, a turn is not', () => {
    const on = (curve: string): Parts => ({
      weight: '60%',
      measures: '  size: { calculate: average, of: amount, deals: own, whenNone: 0 }',
      others: `
  - { id: size, kind: kpi, title: Size, weight: 20%, supports: revenue-growth, window: period,
      measure: size, attainment: none, curve: ${linear(curve, 'hold', 'hold')} }`,
    });
    expect(doubts(on('1000 200%, 9000 0%'))).toEqual([]);
    expect(doubts(on('1000 0%, 9000 200%'))).toEqual([]);
    expect(doubts(on('1000 200%, 5000 0%, 9000 200%'))).toEqual(['payout/falls']);
  });
});

test('rates alone come to the target incentive at quota, to a hundredth', () => {
  const rates = (rate: string): Parts => ({
    measures: `  ${MEASURE}`,
    gates: gate({ on: 'all' }),
    enablement: '',
    bookings: `
  - { id: bookings, kind: commission, title: Commission, window: period, measure: sold,
      supports: revenue-growth, quota: assigned,
      curve: { shape: marginal, tiers: [{ from: 0%, rate: ${rate} }, { from: 100%, rate: 15% }] } }`,
  });
  const replaced = { 'scores.csv': 'payee,period,component,goal,score\n' };
  const found = (rate: string): readonly string[] =>
    prove(rates(rate), 'data', replaced).diagnostics.map(({ what }) => what);
  // 10 % of a quota of 400,000 is 40,000.
  expect(found('10%')).toEqual([]);
  expect(found('10.1%')).toEqual([]);
  expect(found('10.11%')).toEqual([
    'a year at quota pays 40,440.00 USD, and the target incentive is 40,000.00 USD ' +
      '(with the figures of `ann`)',
  ]);
});

describe('a plan answers a doubt', () => {
  const curve = '70% 50%, 100% 100%, 150% 200%';
  const answer = (finding: string, of: string): string =>
    `\n  - { finding: ${finding}, of: ${of}, because: It is meant }`;

  test('and is not asked again', () => {
    const proven = prove({ curve, accepts: answer('payout/cliff', 'bookings') });
    expect([proven.diagnostics, proven.accepted]).toEqual([[], 1]);
  });

  test('of one component, not of another', () => {
    const accepts = answer('payout/cliff', 'enablement');
    expect(doubts({ curve, accepts })).toEqual(['payout/cliff', 'plan/accepts-nothing']);
    const [, idle] = prove({ curve, accepts }).diagnostics;
    expect(idle?.remedy).toBe('remove it, or write `of: bookings`');
  });

  test('that only the data can raise, and is not called idle without them', () => {
    const accepts = answer('gate/not-supplied', 'happy');
    expect(doubts({ accepts })).toEqual(['plan/accepts-nothing']);
    expect(doubts({ accepts }, 'company')).toEqual([]);
  });
});

test('a line through random points is doubted exactly where it jumps, falls or misses target', () => {
  const points = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 60 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(points, (pairs) => {
      const rows = [...new Map(pairs.map(([at, pays]) => [at * 5, pays * 5]))].toSorted(
        ([a], [b]) => a - b,
      );
      const written = rows.map(([at, pays]) => `${at}% ${pays}%`).join(', ');
      const found = doubts({ curve: written, gates: gate({ not: 'zero' }) });
      const heights = rows.map(([, pays]) => pays);
      const falls = heights.some((height, index) => height < (heights[index - 1] ?? 0));
      expect(found.includes('payout/falls')).toBe(falls);
      expect(found.includes('payout/cliff')).toBe((heights[0] as number) >= 5);
      expect(found.includes('payout/target')).toBe(heightAt(rows, 100) !== 100);
      expect(found.includes('kpi/under-target')).toBe((rows[0] as [number, number])[0] >= 100);
    }),
    { numRuns: 100 },
  );
});

/** The line by hand: nothing below, held above. */
function heightAt(rows: readonly (readonly [number, number])[], place: number): number {
  const [low] = rows.filter(([at]) => at <= place).slice(-1);
  const high = rows.find(([at]) => at > place);
  if (!low) return 0;
  if (!high) return low[1];
  return low[1] + ((high[1] - low[1]) * (place - low[0])) / (high[0] - low[0]);
}
