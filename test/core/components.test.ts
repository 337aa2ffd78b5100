// Component kinds and what they count: kpi, crediting, commission, okr, mbo, measures, with the
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

describe('okr', () => {
  const measures = `
  arr: { calculate: reported, unit: money, combine: sum }
  nrr: { calculate: reported, unit: ratio, combine: latest }
  days: { calculate: reported, unit: days, combine: latest }`;
  const okr = (keyResults: string): string => `
  - id: growth
    kind: okr
    title: Growth
    weight: 100%
    window: period
    objective: Grow
    keyResults:${keyResults}
    curve: { shape: linear, points: [{ at: 0%, pays: 0% }, { at: 70%, pays: 100% }, { at: 100%, pays: 150% }], below: nothing, above: hold }`;
  const base = {
    measures,
    assignments: 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,40000\n',
  };
  const reported = (arr: string, nrr: string, days: string): string =>
    `measure,period,figure\narr,2026-Q1,${arr}\nnrr,2026-Q1,${nrr}\ndays,2026-Q1,${days}\n`;
  const one = (way: string, measure: string, figures: string): Record<string, string> =>
    pay({
      ...base,
      reported: figures,
      components: okr(`
      - { id: kr, title: KR, weight: 100%, measure: ${measure}, ${way} }`),
    });

  test.each([
    ['raise: { from: 20000000, to: 35000000 }', 'arr', '30500000', '0.7', '10000'],
    ['raise: { from: 20000000, to: 35000000 }', 'arr', '19000000', '0', '0'],
    ['raise: { from: 20000000, to: 35000000 }', 'arr', '50000000', '1', '15000'],
    ['raise: { from: 20000000, to: 35000000 }, scoreCap: 120%', 'arr', '50000000', '1.2', '15000'],
    ['lower: { from: 90, to: 75 }', 'days', '82.5', '0.5', '7142.86'], // 0.5 / 0.7 of 10,000
    ['lower: { from: 90, to: 75 }', 'days', '95', '0', '0'],
    ['baseline: { atLeast: 105% }', 'nrr', '1.05', '1', '15000'],
    ['baseline: { atLeast: 105% }', 'nrr', '1.0499', '0', '0'],
    // Break even at 220k is half a score, 240k is safe: 230k is three quarters.
    [
      'range: { acceptable: 220000, full: 240000, acceptableScore: 50% }',
      'arr',
      '230000',
      '0.75',
      '10833.33',
    ],
    [
      'range: { acceptable: 220000, full: 240000, acceptableScore: 50% }',
      'arr',
      '219999.99',
      '0',
      '0',
    ],
    [
      'range: { acceptable: 220000, full: 240000, acceptableScore: 50% }',
      'arr',
      '220000',
      '0.5',
      '7142.86',
    ],
    [
      'range: { acceptable: 220000, full: 240000, acceptableScore: 50% }',
      'arr',
      '999999',
      '1',
      '15000',
    ],
  ])('%s: %s of %s scores %s and pays %s', (way, measure, figure, score, payment) => {
    const figures: Record<string, string> = { arr: '0', nrr: '0', days: '0', [measure]: figure };
    const found = one(
      way,
      measure,
      reported(figures['arr'] ?? '', figures['nrr'] ?? '', figures['days'] ?? ''),
    );
    expect([found['growth.result'], found['plan.total']]).toEqual([score, payment]);
  });

  test('a milestone is scored by a person; three key results weigh into one score', () => {
    const components = okr(`
      - { id: a, title: A, weight: 50%, measure: arr, raise: { from: 0, to: 100 } }
      - { id: b, title: B, weight: 30%, measure: nrr, baseline: { atLeast: 100% } }
      - { id: c, title: C, weight: 20%, milestone: { by: 2026-03-31 } }`);
    const scores = 'payee,period,component,goal,score\nann,2026-Q1,growth,c,50%\n';
    const found = pay({ ...base, components, scores, reported: reported('40', '1.1', '0') });
    // 0.5 x 0.4 + 0.3 x 1 + 0.2 x 0.5 = 0.6
    expect(found['growth.result']).toBe('0.6');
  });

  test('a figure that nobody reported is a finding, not a zero', () => {
    const texts = {
      plan: plan({
        ...base,
        components: okr(`
      - { id: kr, title: KR, weight: 100%, measure: arr, raise: { from: 0, to: 1 } }`),
      }),
      ...base,
    };
    expect(findings(calculateTexts(texts, '2026-Q1'))).toEqual([
      'calculation/figure-missing plan.yaml:10:8',
    ]);
  });
});

describe('mbo', () => {
  const mbo = (more: string): string => `
  - id: goals
    kind: mbo
    title: Goals
    weight: 100%
    window: period
    scorer: CEO
    ${more}
    goals: [{ id: a, title: A, weight: 60% }, { id: b, title: B, weight: 40% }]
    curve: { shape: linear, points: [{ at: 80%, pays: 80% }, { at: 100%, pays: 100% }], below: nothing, above: hold }`;
  const assignments = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,40000\n';
  const scores = (a: string, b?: string): string =>
    [
      'payee,period,component,goal,score',
      `ann,2026-Q1,goals,a,${a}`,
      ...(b === undefined ? [] : [`ann,2026-Q1,goals,b,${b}`]),
      '',
    ].join('\n');
  const continuous = {
    assignments,
    components: mbo('scale: { upTo: 100% }\n    missingScore: stop'),
  };

  test.each([
    ['80%', '80%', '8000'],
    ['80%', '79.99%', '0'],
    ['100%', '85%', '9400'],
    ['1', '1', '10000'],
  ])('scores %s and %s pay %s', (a, b, payment) => {
    expect(pay({ ...continuous, scores: scores(a, b) })['plan.total']).toBe(payment);
  });

  test('a missing score stops, or is zero where the plan says so', () => {
    const stopped = calculateTexts(
      { plan: plan(continuous), ...continuous, scores: scores('100%') },
      '2026-Q1',
    );
    expect(findings(stopped)).toEqual(['calculation/score-missing plan.yaml:20:47']);
    const zero = { assignments, components: mbo('scale: { upTo: 100% }\n    missingScore: zero') };
    expect(pay({ ...zero, scores: scores('100%') })['goals.result']).toBe('0.6');
  });

  test.each([
    ['average', '0.75'],
    ['latest', '0.5'],
  ])('over a year to date: %s scores %s', (combine, score) => {
    const more = `scale: { upTo: 100% }\n    missingScore: stop\n    combine: ${combine}\n    negativeTrueUp: recover`;
    const components = mbo(more).replace('window: period', 'window: year-to-date');
    const head = 'payee,period,component,goal,score\n';
    const given = ['2026-Q1', '2026-Q2'].flatMap((period, index) =>
      ['a', 'b'].map((goal) => `ann,${period},goals,${goal},${index === 0 ? '100%' : '50%'}\n`),
    );
    const found = pay({ assignments, components, scores: head + given.join('') }, '2026-Q2');
    expect(found['goals.result']).toBe(score);
  });

  test('a score that is not on the scale is refused', () => {
    const levels = {
      assignments,
      components: mbo('scale: { levels: [0%, 50%, 100%, 125%, 150%] }\n    missingScore: stop'),
    };
    const off = calculateTexts(
      { plan: plan(levels), ...levels, scores: scores('75%', '100%') },
      '2026-Q1',
    );
    expect(findings(off)).toEqual(['scores/off-scale scores.csv:2:21']);
    expect(pay({ ...levels, scores: scores('150%', '50%') })['goals.result']).toBe('1.1');
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
