// Time: year to date with true-up, components over the year, payees who start or leave inside a
// period, draws that move money in time.

import { describe, expect, test } from '@jest/globals';
import { calculateTexts, findings } from '../in-memory-company.ts';
import { deals, kpi, pay, plan, won } from './small-plan.ts';

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

test('a recoverable draw only moves money in time: paid less earned is the balance', () => {
  const assignments = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n';
  const components = `
  - { id: bookings, kind: commission, title: C, measure: bookings, window: period, curve: { shape: marginal, tiers: [{ from: 0, rate: 10% }] } }`;
  const rows = deals(
    'd1,ann,2026-02-10,3000,won,yes,0%',
    'd2,ann,2026-05-10,14000,won,yes,0%',
    'd3,ann,2026-08-10,90000,won,yes,0%',
  );
  const rest = 'draw: { perPeriod: 1000, kind: recoverable, atEnd: owe }';
  const found = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period) =>
    pay({ components, rest, deals: rows, assignments }, period),
  );
  // 300 earned, 700 advanced; 1,400 earned, 400 of it taken back; 9,000 earned, 300; then 1,000.
  expect(found.map((each) => each['plan.total'])).toEqual(['1000', '1000', '8700', '1000']);
  expect(found.map((each) => each['draw.balanceAfter'])).toEqual(['700', '300', '0', '1000']);
});

test('a draw balance is not carried over a quarter that cannot be calculated', () => {
  const components = `
  - { id: nps, kind: kpi, title: N, weight: 100%, measure: nps, window: period, quota: { level: 50% }, attainment: ratio, curve: { shape: stepped, steps: [{ from: 100%, pays: 100% }], below: nothing } }`;
  const texts = {
    plan: plan({
      measures: '\n  nps: { calculate: reported, unit: ratio, combine: latest }',
      components,
      rest: 'draw: { perPeriod: 1000, kind: recoverable, atEnd: owe }',
    }),
    assignments: 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n',
    reported: 'measure,period,figure\nnps,2026-Q2,50%\n',
  };
  // Nobody reported the first quarter, so what it advanced is not known.
  expect(findings(calculateTexts(texts, '2026-Q2'))).toEqual([
    'calculation/figure-missing plan.yaml:10:8',
  ]);
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
