// Each doubt of the plan checker beside its nearest neighbour: the plan that must be doubted, and the
// one just inside the rule that must not. In: pairs of plans. Out: exactly that doubt, or none.

import { describe, expect, test } from '@jest/globals';
import { DAYS, measure, SIZE, withKpi } from './neighbour-parts.ts';
import { payPairs } from './neighbours-pay.ts';
import { practicePairs } from './neighbours-practice.ts';
import { doubts, gate, kpi, mbo, type Parts, prove } from './sales-plan.ts';

test('the plan that the others are made of is not doubted', () => {
  expect(doubts({})).toEqual([]);
});

describe.each(Object.entries({ ...payPairs, ...practicePairs }))('%s', (code, each) => {
  test.each(each)('%s', (_, doubted, neighbour) => {
    expect(doubts(doubted)).toContain(code);
    expect(doubts(neighbour).filter((found) => found === code)).toEqual([]);
  });
});

describe('with links', () => {
  const linked = (capFactor: string, points: string): Parts => ({
    ...withKpi(kpi('loyalty', 'nps', '40')),
    curve: points,
    links: `
  - { id: loyal-first, title: Loyalty first, by: loyalty, actsOn: [bookings], ${capFactor} }`,
  });

  test('a link that takes away what the curve does not have', () => {
    const until = 'capFactor: 100%, until: 90%';
    expect(doubts(linked(until, '50% 0%, 100% 100%'))).toEqual(['gate/no-effect']);
    expect(doubts(linked(until, '50% 0%, 100% 100%, 110% 101%'))).toEqual([]);
    expect(doubts(linked('capFactor: attainment', '50% 0%, 100% 100%'))).toEqual([]);
  });

  test('a link makes volume answer for quality, and leaves gates their effect', () => {
    const parts = linked('capFactor: attainment', '50% 0%, 100% 100%, 150% 200%');
    expect(doubts({ ...parts, gates: '' })).toEqual([]);
    expect(doubts({ ...parts, gates: gate({ not: '{ capFactor: 100% }' }) })).toEqual([]);
  });

  test('a link one way and a gate the other run in a circle', () => {
    const parts = linked('capFactor: attainment', '50% 0%, 100% 100%, 150% 200%');
    const back = gate({ id: 'sold', measure: 'bookings', ask: 'atLeast: 50000', on: '[loyalty]' });
    expect(doubts({ ...parts, gates: back })).toEqual(['gate/circular']);
    const elsewhere = gate({ id: 'sold', measure: 'size', ask: 'atLeast: 5000', on: '[loyalty]' });
    expect(doubts({ ...parts, ...measure(SIZE), gates: elsewhere })).toEqual([]);
  });

  test('two gates on the whole plan are its conditions, and no circle', () => {
    const both = ['nps', 'bookings'].map((each) =>
      gate({ id: `on-${each}`, measure: each, ask: 'atLeast: 10', on: 'all' }),
    );
    const parts = withKpi(kpi('loyalty', 'nps', '40'), { gates: both.join('') });
    expect(doubts(parts)).toEqual([]);
  });
});

describe('with more around the plan', () => {
  test('six components are too many, five are not', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => kpi(id, 'nps', '40', { weight: '10%' })).join('');
    const others = { weight: '40%', others: four };
    const fewer = { weight: '50%', others: four.slice(0, four.lastIndexOf('\n  - {')) };
    expect(doubts(others)).toContain('plan/many-components');
    expect(doubts(fewer)).not.toContain('plan/many-components');
  });

  test('days that pay more the more there are', () => {
    const cycle = (attainment: string): Parts => ({
      ...measure(DAYS),
      ...withKpi(kpi('d', 'nps-days', '60', { more: attainment })),
    });
    expect(doubts(cycle('ratio'), 'company')).toEqual(['attainment/direction']);
    expect(doubts(cycle('mirror'), 'company')).toEqual([]);
    expect(doubts(cycle('inverse'), 'company')).toEqual([]);
    expect(doubts(cycle('progress, baseline: 40'), 'company')).toEqual([]);
  });

  test('a thread is asked for where there is a company', () => {
    const parts = {
      enablement: mbo('80% 80%, 100% 100%').replace('supports: bookings-growth,', ''),
    };
    expect(doubts(parts)).toEqual(['component/no-thread']);
    expect(doubts(parts, 'nothing')).toEqual([]);
  });

  test('a pay mix ten points beyond the usual', () => {
    const role = { header: 'role: Account Executive' };
    const paid = (base: string, incentive: string): readonly string[] =>
      prove(role, 'data', {
        'assignments.csv':
          'payee,plan,from,to,baseSalary,targetIncentive,quota.bookings\n' +
          `ann,sales,2026-01-01,2026-12-31,${base},${incentive},400000\n`,
        'scores.csv': 'payee,period,component,goal,score\n',
      }).diagnostics.map(({ code }) => code);
    expect(paid('71000', '29000')).toEqual(['plan/pay-mix']);
    expect(paid('70000', '30000')).toEqual([]);
    expect(paid('40000', '60000')).toEqual([]);
    expect(paid('39000', '61000')).toEqual(['plan/pay-mix']);
  });
});
