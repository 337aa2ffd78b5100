// Component kinds and what they count: kpi, crediting, commission, measures, with the
// arithmetic in comments, at and around their boundaries.

import { describe, expect, test } from '@jest/globals';
import { calculateTexts, cells, findings } from '../in-memory-company.ts';
import { deals, kpi, pay, plan, won } from './small-plan.ts';

describe('kpi: target incentive x weight x curve (quota 100,000 and 10,000 a quarter)', () => {
  test.each([
    ['49999.99', '0'], // 49.99999 % is below the curve
    ['50000', '5000'],
    ['80000', '8000'],
    ['100000', '10000'],
    ['150000', '15000'],
    ['200000', '20000'],
    ['200000.01', '20000'], // above holds
    ['33333.33', '0'],
    ['66666.66', '6666.67'], // 6,666.666 rounds once, half up
  ])('%s pays %s', (amount, expected) => {
    expect(pay({ deals: won(amount) })['plan.total']).toBe(expected);
  });

  test('attainment can be inverse or mirrored where lower is better', () => {
    const lower = (how: string): Record<string, string> =>
      pay({
        measures: `\n  size: { calculate: average, of: amount, deals: own, whenNone: 0 }`,
        components: kpi()
          .replace('measure: bookings', 'measure: size')
          .replace('quota: assigned', 'quota: { level: 80 }')
          .replace('attainment: ratio', `attainment: ${how}`),
        deals: won('100'),
        assignments: 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,40000\n',
      });
    expect(lower('ratio')['bookings.attainment']).toBe('1.25');
    expect(lower('inverse')['bookings.attainment']).toBe('0.8');
    expect(lower('mirror')['bookings.attainment']).toBe('0.75');
  });
});

test.each([
  ['4999', []],
  ['5000', ['accelerator/misplaced plan.yaml:12:184']],
  ['10000', ['accelerator/misplaced plan.yaml:12:184']],
])('a decelerator below %s ends inside the first tier, which ends at 5,000', (below, expected) => {
  const slower = `{ times: 0.5, of: rate, below: ${below} }`;
  const faster = '[{ from: 5000, times: 2, of: rate }]';
  const curve = `{ shape: marginal, tiers: [{ from: 0, rate: 20% }], decelerator: ${slower}, accelerators: ${faster} }`;
  const components = `
  - { id: own, kind: commission, title: Own, measure: bookings, window: period, curve: ${curve} }`;
  const assignments = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n';
  const texts = { plan: plan({ components }), deals: won('100'), assignments };
  expect(findings(calculateTexts(texts, '2026-Q1'))).toEqual(expected);
});

describe('crediting: first match wins', () => {
  const measures = `
  bookings:
    calculate: sum
    of: amount
    deals: own
    where: stage = 'won'
    crediting:
      - { when: amount < 100, credit: 0%, because: too small }
      - { when: discount > 15%, credit: 50%, because: discount }
      - { credit: 100% }`;
  test.each([
    ['99.99', '20%', '0'],
    ['100', '20%', '50'],
    ['100', '15.01%', '50'],
    ['100', '15%', '100'],
    ['100', '', '100 is not known'],
  ])('%s at a discount of %s credits %s', (amount, discount, expected) => {
    const outcome = calculateTexts(
      { plan: plan({ measures }), deals: won(amount, '02', `yes,${discount}`) },
      '2026-Q1',
    );
    if (discount === '')
      expect(findings(outcome)).toEqual(['calculation/deal-incomplete deals.csv:2:1']);
    else
      expect(
        pay({ measures, deals: won(amount, '02', `yes,${discount}`) })['bookings.result'],
      ).toBe(expected);
  });
});

describe('commission', () => {
  const commission = (curve: string): string => `
  - { id: bookings, kind: commission, title: Commission, measure: bookings, window: period, curve: ${curve} }`;
  const assignments = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n';
  test.each([
    ['{ shape: marginal, tiers: [{ from: 0, rate: 8.75% }] }', '3167.60', '277.17'],
    [
      '{ shape: marginal, tiers: [{ from: 0, rate: 5% }, { from: 1000, rate: 10% }] }',
      '1500',
      '100',
    ],
    [
      '{ shape: retroactive, tiers: [{ from: 0, rate: 5% }, { from: 1000, rate: 10% }] }',
      '1500',
      '150',
    ],
    [
      '{ shape: retroactive, tiers: [{ from: 0, rate: 5% }, { from: 1000, rate: 10% }] }',
      '999.99',
      '50',
    ],
  ])('%s on %s pays %s', (curve, amount, expected) => {
    const found = pay({ components: commission(curve), assignments, deals: won(amount) });
    expect(found['plan.total']).toBe(expected);
  });

  test('in yen there are no cents, in dinars there are three digits', () => {
    const curve = '{ shape: marginal, tiers: [{ from: 0, rate: 3.333% }] }';
    const texts = {
      plan: plan({ components: commission(curve) }),
      assignments,
      deals: won('1000'),
    };
    expect(cells({ ...texts, currency: 'JPY' })['plan.total']).toBe('33');
    expect(cells({ ...texts, currency: 'KWD', deals: won('1000.05') })['plan.total']).toBe(
      '33.332',
    );
  });
});

test('measures: count, distinct, average, share and ratio of two', () => {
  const measures = `
  bookings: { calculate: sum, of: amount, deals: own }
  deals: { calculate: count, deals: own }
  stages: { calculate: distinct, of: stage, deals: own }
  per-deal: { calculate: ratio, numerator: bookings, denominator: deals, whenNone: 0 }
  size: { calculate: average, of: amount, deals: own, where: fit, whenNone: 0 }
  fit-share: { calculate: share, of: fit, deals: own, whenNone: 0% }`;
  const gates = ['deals', 'stages', 'per-deal', 'size', 'fit-share']
    .map(
      (id) =>
        `\n  - { id: ${id}, title: T, measure: ${id}, window: period, require: { atLeast: ${id === 'fit-share' ? '0%' : '0'} }, actsOn: all, whenNotMet: zero }`,
    )
    .join('');
  const rows = deals(
    'd1,ann,2026-02-01,10,won,yes,0%',
    'd2,ann,2026-02-01,20,won,yes,0%',
    'd3,ann,2026-02-01,60,lost,no,0%',
  );
  const found = pay({ measures, gates, deals: rows });
  const results = ['deals', 'stages', 'per-deal', 'size', 'fit-share'].map(
    (id) => found[`gate.${id}.result`],
  );
  expect(results).toEqual(['3', '2', '30', '15', '0.666666666666666666666666666667']);
});
