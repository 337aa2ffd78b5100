// Whole calculations on small plans, with the arithmetic in comments: every component kind, gates,
// limits, true-up, windows, rollup and splits, at and around their boundaries.

import { describe, expect, test } from '@jest/globals';
import { calculateTexts, cells, findings, type Texts } from '../in-memory-company.ts';

interface PlanParts {
  readonly measures?: string;
  readonly components?: string;
  readonly gates?: string;
  readonly rest?: string;
}

const BOOKINGS = `
  bookings: { calculate: sum, of: amount, deals: own, where: stage = 'won' }`;
const LINE = `{ shape: linear, points: [{ at: 50%, pays: 50% }, { at: 100%, pays: 100% }, { at: 200%, pays: 200% }], below: nothing, above: hold }`;
const kpi = (more = '', window = 'period'): string => `
  - { id: bookings, kind: kpi, title: Bookings, weight: 100%, measure: bookings, window: ${window}, quota: assigned, attainment: ratio, curve: ${LINE}${more} }`;

function plan({
  measures = BOOKINGS,
  components = kpi(),
  gates = '',
  rest = '',
}: PlanParts = {}): string {
  return `
plan: plan
title: Plan
version: '1'
effective: { from: 2026-01-01, to: 2026-12-31 }
payoutPeriod: quarter
rounding: half-up
${rest}
measures:${measures}
components:${components}
${gates && `gates:${gates}`}
`;
}

const deals = (...rows: readonly string[]): string =>
  `id,owner,closed,amount,stage,fit,discount\n${rows.join('\n')}\n`;
const won = (amount: string, month = '02', more = 'yes,0%'): string =>
  deals(`d1,ann,2026-${month}-10,${amount},won,${more}`);
const pay = (texts: Partial<Texts> & PlanParts, period?: string): Record<string, string> =>
  cells({ plan: plan(texts), ...texts }, period);

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

describe('year to date with true-up', () => {
  const components = (rule: string): string => kpi(`, negativeTrueUp: ${rule}`, 'year-to-date');
  // Q1: 200,000 of 100,000 pays 20,000. Q2 cancels 150,000: 50,000 of 200,000 to date is 25 %: 0.
  const rows = deals(
    'd1,ann,2026-01-10,200000,won,yes,0%',
    'd2,ann,2026-05-10,-150000,won,yes,0%',
    'd3,ann,2026-08-10,400000,won,yes,0%',
  );
  test('floor at zero: nothing is taken back at once, it is worked off later', () => {
    const quarter = (period: string): string | undefined =>
      pay({ components: components('floor-at-zero'), deals: rows }, period)['plan.total'];
    // Q3 to date: 450,000 of 300,000 is 150 %: 45,000 - 20,000 paid.
    expect(['2026-Q1', '2026-Q2', '2026-Q3'].map(quarter)).toEqual(['20000', '0', '25000']);
  });

  test('recover: what was paid too much is taken back in the period of the event', () => {
    const quarter = (period: string): string | undefined =>
      pay({ components: components('recover'), deals: rows }, period)['plan.total'];
    expect(['2026-Q1', '2026-Q2', '2026-Q3'].map(quarter)).toEqual(['20000', '-20000', '45000']);
  });

  test('uneven quota weights: 10/20/30/40 % of 400,000', () => {
    const rest = 'periodWeights: { quota: [10%, 20%, 30%, 40%], targetIncentive: even }';
    const found = pay({ rest, components: components('recover'), deals: won('60000') }, '2026-Q2');
    expect(found['bookings.quota']).toBe('120000');
    expect(found['bookings.attainment']).toBe('0.5');
    expect(found['bookings.targetIncentive']).toBe('20000');
  });

  test('a payee who starts in the second quarter has quota and target from then on', () => {
    const assignments =
      'payee,plan,from,targetIncentive,quota.bookings\nann,plan,2026-04-01,40000,400000\n';
    const found = pay({ components: components('recover'), deals: rows, assignments }, '2026-Q3');
    expect(found['bookings.quota']).toBe('200000');
    expect(found['bookings.result']).toBe('250000');
  });
});

test('a component over the year is paid with the last period, on the whole year', () => {
  const components = kpi('', 'year');
  const rows = deals('d1,ann,2026-01-10,300000,won,yes,0%', 'd2,ann,2026-11-10,100000,won,yes,0%');
  const q3 = pay({ components, deals: rows }, '2026-Q3');
  const q4 = pay({ components, deals: rows }, '2026-Q4');
  expect([q3['plan.total'], q4['bookings.attainment'], q4['plan.total']]).toEqual([
    '0',
    '1',
    '40000',
  ]);
});

describe('gates', () => {
  const measures = `${BOOKINGS}
  fit-share: { calculate: share, of: fit, deals: own, where: stage = 'won', whenNone: 0% }`;
  const gate = (effect: string, window = 'period'): string => `
  - { id: fit, title: Fit, measure: fit-share, window: ${window}, require: { atLeast: 50% }, actsOn: all, whenNotMet: ${effect} }`;
  const rows = (fits: number): string =>
    deals(
      ...Array.from(
        { length: 10 },
        (_, index) => `d${index},ann,2026-02-10,15000,won,${index < fits ? 'yes' : 'no'},0%`,
      ),
    );
  // 150,000 of 100,000 is 150 %: 15,000 without the gate.
  test.each([
    ['zero', 4, '0', '15000'],
    ['zero', 5, '15000', '0'],
    ['{ scale: 40% }', 4, '6000', '9000'],
    ['{ scale: 40% }', 6, '15000', '0'],
    ['{ capFactor: 100% }', 4, '10000', '5000'],
    ['{ capFactor: 100% }', 5, '15000', '0'],
  ])('%s with %i of 10 fitting pays %s and costs %s', (effect, fits, payment, cost) => {
    const found = pay({ measures, gates: gate(effect), deals: rows(fits) });
    expect([found['plan.total'], found['gate.fit.cost']]).toEqual([payment, cost]);
  });

  test('over the year: judged with the last period only', () => {
    const early = pay({ measures, gates: gate('zero', 'year'), deals: rows(0) }, '2026-Q1');
    expect([early['plan.total'], early['gate.fit.met']]).toEqual(['15000', undefined]);
  });

  test('the cost of one of two gates is what it alone takes away', () => {
    const gates = `${gate('{ capFactor: 100% }')}
  - { id: size, title: Size, measure: size, window: period, require: { atLeast: 20000 }, actsOn: [bookings], whenNotMet: { scale: 50% } }`;
    const more = `${measures}\n  size: { calculate: average, of: amount, deals: own, whenNone: 0 }`;
    const found = pay({ measures: more, gates, deals: rows(4) });
    // Both: min(150 %, 100 %) x 50 % = 50 %. Without fit: 75 %. Without size: 100 %.
    expect([found['plan.total'], found['gate.fit.cost'], found['gate.size.cost']]).toEqual([
      '5000',
      '2500',
      '5000',
    ]);
  });
});

describe('a payee who starts or leaves inside a period', () => {
  const rest = 'proration: calendar-days';
  const from = (day: string, to = ''): string =>
    `payee,plan,from,to,targetIncentive,quota.bookings\nann,plan,${day},${to},40000,400000\n`;
  const rows = deals(
    'd1,ann,2026-01-31,50000,won,yes,0%',
    'd2,ann,2026-02-15,30000,won,yes,0%',
    'd3,ann,2026-03-31,10000,won,yes,0%',
  );

  test('has the part of quota and target, and only the deals of those days', () => {
    // 15 February to 31 March is 45 of 90 days: quota 50,000, target 5,000; 40,000 is 80 %.
    const found = pay({ rest, deals: rows, assignments: from('2026-02-15') });
    expect(found['bookings.result']).toBe('40000');
    expect([found['bookings.quota'], found['plan.total']]).toEqual(['50000', '4000']);
  });

  test('the part counts in a year to date that is asked for later', () => {
    const components = kpi(', negativeTrueUp: recover', 'year-to-date');
    const found = pay(
      { rest, components, deals: rows, assignments: from('2026-02-15') },
      '2026-Q2',
    );
    expect([found['bookings.quota'], found['bookings.result']]).toEqual(['150000', '40000']);
  });

  test('a leaver is paid to the last day', () => {
    const found = pay({ rest, deals: rows, assignments: from('2026-01-01', '2026-01-31') });
    // 31 of 90 days: quota 34,444.44, 50,000 of it is 145.16 % of a target of 3,444.44.
    expect([found['bookings.result'], found['plan.total']]).toEqual(['50000', '5000']);
  });

  test('without a stated basis nobody is paid by a guess, not even a quarter later', () => {
    const texts = { plan: plan(), deals: rows, assignments: from('2026-02-15') };
    for (const period of ['2026-Q1', '2026-Q2']) {
      expect(findings(calculateTexts(texts, period))).toEqual([
        'assignment/part-of-period assignments.csv:2:1',
      ]);
    }
  });
});

test('a half cent of a large quota is a half cent, however the tiers are written', () => {
  // 1,526,038,431,417.85 x 10 % is 152,603,843,141.785: the tiers on quota may not lose it.
  const tiers = (id: string, more: string): string => `
  - { id: ${id}, kind: commission, title: T, measure: bookings, window: period, ${more}, curve: { shape: marginal, tiers: [{ from: 0, rate: 10% }, { from: ${more ? '300%' : '9000000000000'}, rate: 20% }] } }`;
  const components = `${tiers('on-quota', 'quota: { annual: 2800000000007 }')}${tiers('on-money', '').replace(', ,', ',')}`;
  const found = pay({
    components,
    currency: 'IDR',
    deals: won('1526038431417.85'),
    assignments: 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n',
  });
  expect([found['on-quota.payout'], found['on-money.payout']]).toEqual([
    '152603843141.79',
    '152603843141.79',
  ]);
});

test('a recoverable draw only moves money in time: paid less earned is the balance', () => {
  const assignments = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n';
  const components = `
  - { id: bookings, kind: commission, title: C, measure: bookings, window: period, curve: { shape: marginal, tiers: [{ from: 0, rate: 10% }] } }`;
  const rows = deals(
    'd1,ann,2026-02-10,3000,won,yes,0%',
    'd2,ann,2026-05-10,14000,won,yes,0%',
    'd3,ann,2026-08-10,90000,won,yes,0%',
  );
  const rest = 'draw: { perPeriod: 1000, kind: recoverable }';
  const found = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period) =>
    pay({ components, rest, deals: rows, assignments }, period),
  );
  // 300 earned, 700 advanced; 1,400 earned, 400 of it taken back; 9,000 earned, 300; then 1,000.
  expect(found.map((each) => each['plan.total'])).toEqual(['1000', '1000', '8700', '1000']);
  expect(found.map((each) => each['draw.balanceAfter'])).toEqual(['700', '300', '0', '1000']);
});

describe('what was never paid is not taken back', () => {
  // Q1 earns 20,000 and the cap leaves 12,000; in Q2 nothing is due to date.
  const rows = deals('d1,ann,2026-01-10,200000,won,yes,0%', 'd2,ann,2026-05-10,-200000,won,yes,0%');
  const components = kpi(', negativeTrueUp: recover', 'year-to-date');
  const rest = 'planCap: { ofTarget: 120% }';

  test('recovery stops at what the year has paid, as a line of its own', () => {
    const q2 = pay({ components, rest, deals: rows }, '2026-Q2');
    expect([q2['bookings.payout'], q2['plan.kept'], q2['plan.total']]).toEqual([
      '-20000',
      '8000',
      '-12000',
    ]);
  });

  test('without a cap it takes back all of it', () => {
    const q2 = pay({ components, deals: rows }, '2026-Q2');
    expect([q2['plan.kept'], q2['plan.total']]).toEqual(['0', '-20000']);
  });
});

test('a leaver’s component over the year is paid with the last period on the plan', () => {
  const assignments =
    'payee,plan,from,to,targetIncentive,quota.bookings\nann,plan,2026-01-01,2026-06-30,40000,400000\n';
  const texts = { components: kpi('', 'year'), deals: won('200000', '04'), assignments };
  // Two quarters of four: quota 200,000, target 20,000.
  expect([pay(texts, '2026-Q1')['plan.total'], pay(texts, '2026-Q2')['plan.total']]).toEqual([
    '0',
    '20000',
  ]);
});

describe('limits', () => {
  test('component cap and floor', () => {
    const capped = pay({
      components: kpi(', payoutCap: { ofTarget: 120% }'),
      deals: won('150000'),
    });
    const floored = pay({ components: kpi(', payoutFloor: { money: 1000 }'), deals: won('1') });
    expect([capped['plan.total'], floored['plan.total']]).toEqual(['12000', '1000']);
  });

  test.each([
    ['119999', '11999.9', '0'],
    ['120000', '12000', '0'],
    ['120001', '12000', '-0.1'],
  ])('plan cap: %s pays %s, the cut of %s is its own line', (amount, total, cut) => {
    const found = pay({ rest: 'planCap: { ofTarget: 120% }', deals: won(amount) });
    expect([found['plan.total'], found['plan.cut']]).toEqual([total, cut]);
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

describe('whose deals', () => {
  const measures = `\n  bookings: { calculate: sum, of: amount, deals: team }`;
  const people =
    'id,manager,from,to\nann,,,\nbob,ann,2026-01-01,2026-02-15\nbob,cat,2026-02-16,\ncat,,,\n';
  const rows = deals(
    'd1,bob,2026-02-15,100,won,yes,0%',
    'd2,bob,2026-02-16,10,won,yes,0%',
    'd3,ann,2026-03-01,1,won,yes,0%',
  );
  const both =
    'payee,plan,from,targetIncentive,quota.bookings\nann,plan,2026-01-01,40000,400000\ncat,plan,2026-01-01,40000,400000\n';

  test('a team’s deals roll up to the manager of the day', () => {
    const texts = { plan: plan({ measures }), people, deals: rows, assignments: both };
    expect(cells(texts, '2026-Q1', 'ann')['bookings.result']).toBe('101');
    expect(cells(texts, '2026-Q1', 'cat')['bookings.result']).toBe('10');
  });

  test('a split deal counts once in all, by its shares', () => {
    const texts = {
      plan: plan({ measures: BOOKINGS }),
      people,
      assignments: both,
      deals: deals('d1,ann,2026-02-15,100000,won,yes,0%'),
      splits: 'deal,payee,share\nd1,ann,70%\nd1,cat,30%\n',
    };
    expect(cells(texts, '2026-Q1', 'ann')['bookings.result']).toBe('70000');
    expect(cells(texts, '2026-Q1', 'cat')['bookings.result']).toBe('30000');
  });

  test('company: everybody’s deals, once', () => {
    const texts = {
      plan: plan({ measures: `\n  bookings: { calculate: sum, of: amount, deals: company }` }),
      people,
      deals: rows,
      assignments: both,
    };
    expect(cells(texts, '2026-Q1', 'cat')['bookings.result']).toBe('111');
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

describe('what cannot be paid exactly is a finding', () => {
  const bad = (assignments: string, period = '2026-Q2'): readonly string[] =>
    findings(calculateTexts({ plan: plan(), deals: won('1'), assignments }, period));
  const head = 'payee,plan,from,to,targetIncentive,quota.bookings\n';
  test.each([
    [`${head}ann,plan,2026-05-01,,40000,400000\n`, 'assignment/part-of-period assignments.csv:2:1'],
    [
      `${head}ann,plan,2026-01-01,2026-05-31,40000,400000\n`,
      'assignment/part-of-period assignments.csv:2:1',
    ],
    [
      `${head}ann,plan,2025-01-01,2025-12-31,40000,400000\n`,
      'calculation/nobody company.yaml:20:16',
    ],
  ])('%s', (assignments, finding) => {
    expect(bad(assignments)).toEqual([finding]);
  });

  test('a period of another length than the plan pays by', () => {
    expect(bad(`${head}ann,plan,2026-01-01,,40000,400000\n`, '2026-M04')[0]).toContain(
      'calculation/nobody',
    );
  });
});
