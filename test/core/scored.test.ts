// Components paid by scores: objectives with their key results, and goals that a person judges, with
// the arithmetic in comments, at and around their boundaries.

import { describe, expect, test } from '@jest/globals';
import { calculateTexts, findings } from '../in-memory-company.ts';
import { pay, plan } from './small-plan.ts';

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
