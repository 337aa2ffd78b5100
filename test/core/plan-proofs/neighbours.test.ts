// Each doubt of the plan checker beside its nearest neighbour: the plan that must be doubted, and the
// one just inside the rule that must not. In: pairs of plans. Out: exactly that doubt, or none.

import { describe, expect, test } from '@jest/globals';
import { doubts, gate, kpi, linear, mbo, okr, type Parts, prove } from './sales-plan.ts';

/** Doubted, and its neighbour. */
type Pair = readonly [name: string, doubted: Parts, neighbour: Parts];

const measure = (text: string): Pick<Parts, 'measures'> => ({ measures: `  ${text}` });
const PARTNERS = 'partners: { calculate: share, of: partner, deals: own, whenNone: 0% }';
const SIZE = 'size: { calculate: average, of: amount, deals: own, whenNone: 0 }';
const CSAT = 'csat: { calculate: reported, unit: number, combine: latest }';
const DAYS = 'nps-days: { calculate: reported, unit: days, combine: latest }';
const FULL = '30% 0%, 70% 100%, 100% 150%';
const line = (points: string): Parts => ({ curve: points });
const withKpi = (text: string, more: Parts = {}): Parts => ({
  weight: '60%',
  ...more,
  others: text,
});
const retroactive = (first: string, second: string): string =>
  `{ shape: retroactive, tiers: [{ from: 0%, rate: ${first} }, { from: 100%, rate: ${second} }] }`;
const yearly = (cap: string): Parts => ({
  header: `planCap: { ofTarget: ${cap} }`,
  bookings: `
  - { id: bookings, kind: kpi, title: Bookings, weight: 80%, window: year, quota: assigned,
      supports: bookings-growth, measure: bookings, attainment: ratio, curve: ${linear('50% 0%, 100% 100%')} }`,
});
const counted = (id: string): Pick<Parts, 'measures' | 'bookings'> => ({
  ...measure(`won: { calculate: count, deals: own, where: stage = 'won' }`),
  bookings: `
  - { id: bookings, kind: kpi, title: Bookings, weight: 80%, window: period, quota: assigned,
      supports: bookings-growth, measure: won, attainment: ${id}, curve: ${linear('50% 0%, 100% 100%')} }`,
});
const commission = (of: string, more = ''): string => `
  - { id: commission, kind: commission, title: Commission, window: period, measure: ${of},
      supports: revenue-growth, curve: { shape: marginal, tiers: [{ from: 0, rate: 2% }] }${more} }`;
const credited = (discounted: string): Parts => ({
  ...measure(
    'sold: { calculate: sum, of: amount, deals: own, ' +
      `crediting: [{ when: partner, credit: ${discounted} }, { credit: 100% }] }`,
  ),
  others: commission('sold'),
});
/** Rates by rule, on deals that nothing else is paid by. */
const byRule = (rate: string): Parts => ({
  ...measure('sold: { calculate: sum, of: amount, deals: own, where: partner }'),
  others: `
  - { id: commission, kind: commission, title: Commission, window: period, measure: sold,
      supports: revenue-growth, rates: [{ when: amount > 10, rate: 5% }, { rate: ${rate} }] }`,
});
const secondGate = (on: string): string =>
  gate() + gate({ id: 'sold', measure: 'bookings', ask: 'atLeast: 50000', on, not: 'zero' });

const pairs: Readonly<Record<string, readonly Pair[]>> = {
  'payout/target': [
    ['a hundredth of a percent short', line('50% 0%, 100% 99.99%'), line('50% 0%, 100% 100%')],
    [
      'the cap cuts at target',
      { curve: '50% 0%, 100% 100%', more: 'payoutCap: { ofTarget: 99% }' },
      { curve: '50% 0%, 100% 100%', more: 'payoutCap: { ofTarget: 100% }' },
    ],
  ],
  'payout/cap-below-target': [
    [
      'a plan cap under the target incentive',
      { header: 'planCap: { ofTarget: 99.99% }' },
      { header: 'planCap: { ofTarget: 100% }' },
    ],
    // 80 % of four quarters and 20 % of one: 340 % of a quarter's target incentive.
    ['the last quarter carries the year', yearly('339%'), yearly('340%')],
  ],
  'payout/cliff': [
    [
      'a twentieth of the target incentive at one point',
      line('50% 0%, 100% 100%, 120% 110%, 120% 115%'),
      line('50% 0%, 100% 100%, 120% 110%, 120% 114.99%'),
    ],
    ['a retroactive tier', line(retroactive('95%', '100%')), line(retroactive('95.1%', '100%'))],
    ['a threshold', line('50% 5%, 100% 100%'), line('50% 4.9%, 100% 100%')],
    // What a person judges is not for sale by the dollar.
    ['steps of a score', line('80% 80%, 100% 100%'), { enablement: mbo('80% 80%, 100% 100%') }],
  ],
  'payout/falls': [
    [
      'a point below the one before it',
      line('50% 0%, 100% 100%, 120% 99.9%'),
      line('50% 0%, 100% 100%, 120% 100%'),
    ],
  ],
  'payout/cap-below-top': [
    [
      'a hundredth under the last point',
      { curve: '50% 0%, 100% 100%, 150% 200%', more: 'payoutCap: { ofTarget: 199.99% }' },
      { curve: '50% 0%, 100% 100%, 150% 200%', more: 'payoutCap: { ofTarget: 200% }' },
    ],
  ],
  'curve/unreachable': [
    [
      'above the scale',
      { enablement: mbo('80% 80%, 100% 100%, 100.01% 101%') },
      { enablement: mbo('80% 80%, 100% 100%, 110% 110%', undefined, 'upTo: 110%') },
    ],
    [
      'above an attainment cap',
      { curve: '50% 0%, 100% 100%, 150% 200%', more: 'attainmentCap: 149%' },
      { curve: '50% 0%, 100% 100%, 150% 200%', more: 'attainmentCap: 150%' },
    ],
    // A share of all deals against a quota of 62.5 % is an attainment of 160 %.
    [
      'above all deals',
      {
        ...measure(PARTNERS),
        ...withKpi(kpi('p', 'partners', '62.5%', line('80% 0%, 100% 100%, 161% 200%'))),
      },
      {
        ...measure(PARTNERS),
        ...withKpi(kpi('p', 'partners', '62.5%', line('80% 0%, 100% 100%, 160% 200%'))),
      },
    ],
  ],
  'attainment/none-at-zero': [
    ['quota over a count of none', counted('inverse'), counted('mirror')],
    [
      'quota over a count, and over an average that is never zero',
      counted('inverse'),
      { ...measure(SIZE), ...withKpi(kpi('s', 'size', '50000', { more: 'inverse' })) },
    ],
  ],
  'gate/no-effect': [
    [
      'an accelerator that the curve does not have',
      { curve: '50% 0%, 100% 100%', gates: gate({ not: '{ capFactor: 100% }' }) },
      { curve: '50% 0%, 100% 100%, 101% 101%', gates: gate({ not: '{ capFactor: 100% }' }) },
    ],
    [
      'all of the pay is left',
      { gates: gate({ not: '{ scale: 100% }' }) },
      { gates: gate({ not: '{ scale: 99% }' }) },
    ],
    [
      'an accelerator that nobody reaches',
      {
        ...measure(PARTNERS),
        ...withKpi(kpi('p', 'partners', '100%', line('80% 0%, 100% 100%'))),
        gates: gate() + gate({ id: 'g', on: '[p]', not: '{ capFactor: 100% }' }),
      },
      {
        ...measure(PARTNERS),
        ...withKpi(kpi('p', 'partners', '80%', line('80% 0%, 100% 100%, 120% 150%'))),
        gates: gate() + gate({ id: 'g', on: '[p]', not: '{ capFactor: 100% }' }),
      },
    ],
  ],
  'gate/foregone': [
    [
      'more than all deals',
      { ...measure(PARTNERS), gates: gate({ measure: 'partners', ask: 'atLeast: 100.01%' }) },
      { ...measure(PARTNERS), gates: gate({ measure: 'partners', ask: 'atLeast: 100%' }) },
    ],
    [
      'no less than none',
      { ...measure(PARTNERS), gates: gate({ measure: 'partners', ask: 'atLeast: 0%' }) },
      { ...measure(PARTNERS), gates: gate({ measure: 'partners', ask: 'atLeast: 0.01%' }) },
    ],
  ],
  'gate/circular': [
    [
      'a gate on what the component is paid by',
      {
        gates:
          gate() + gate({ id: 'own', measure: 'bookings', ask: 'atLeast: 50000', not: 'zero' }),
      },
      {
        ...measure(SIZE),
        gates: gate() + gate({ id: 'own', measure: 'size', ask: 'atLeast: 50000' }),
      },
    ],
    [
      'two results that wait for each other',
      withKpi(kpi('loyalty', 'nps', '40'), { gates: secondGate('[loyalty]') }),
      withKpi(kpi('loyalty', 'nps', '40'), { gates: gate() }),
    ],
  ],
  'gate/not-supplied': [
    [
      'a figure that nobody reports',
      { ...measure(CSAT), gates: gate({ measure: 'csat' }) },
      { ...measure(CSAT), gates: gate() },
    ],
  ],
  'measure/not-supplied': [
    [
      'a component on a figure that nobody reports',
      { ...measure(CSAT), ...withKpi(kpi('c', 'csat', '4.5')) },
      withKpi(kpi('c', 'nps', '40')),
    ],
  ],
  'component/volume-only': [
    ['no gate at all', { gates: '' }, {}],
    ['crediting that counts every deal alike', credited('100%'), credited('50%')],
    ['a commission with one rate', byRule('5%'), byRule('2%')],
  ],
  'component/paid-twice': [
    [
      'one measure under two names',
      {
        ...measure(`same: { calculate: sum, of: amount, deals: own, where: stage = 'won' }`),
        others: commission('same'),
        gates: gate({ on: 'all' }),
      },
      {
        ...measure(`other: { calculate: sum, of: amount, deals: own, where: partner }`),
        others: commission('other'),
        gates: gate({ on: 'all' }),
      },
    ],
  ],
  'component/small-weight': [
    [
      'less than a twentieth',
      { ...withKpi(kpi('n', 'nps', '40', { weight: '4.99%' })), weight: '75.01%' },
      { ...withKpi(kpi('n', 'nps', '40', { weight: '5%' })), weight: '75%' },
    ],
  ],
  'kpi/under-target': [
    [
      'no row under 100 %',
      line(linear('100% 100%, 150% 200%', 'hold', 'hold')),
      line(linear('99% 99%, 100% 100%, 150% 200%', 'hold', 'hold')),
    ],
    [
      'nothing below, or a line that goes on',
      line(linear('100% 100%, 150% 200%', 'hold', 'nothing')),
      line(linear('100% 100%, 150% 200%', 'hold', 'extend')),
    ],
  ],
  'okr/full-pay': [
    [
      'full pay for a perfect score only',
      withKpi(okr('o', '30% 0%, 100% 100%')),
      withKpi(okr('o', '30% 0%, 99% 100%')),
    ],
    ['full pay never', withKpi(okr('o', '30% 0%, 100% 99%')), withKpi(okr('o', FULL))],
  ],
  'okr/key-results': [
    ['two', withKpi(okr('o', FULL, 2)), withKpi(okr('o', FULL, 3))],
    ['six', withKpi(okr('o', FULL, 6)), withKpi(okr('o', FULL, 5))],
  ],
  'okr/objectives': [
    [
      'three objectives',
      withKpi(okr('a', FULL) + okr('b', FULL, 3, '10%') + okr('c', FULL, 3, '10%'), {
        weight: '40%',
      }),
      withKpi(okr('a', FULL) + okr('b', FULL, 3, '20%'), { weight: '40%' }),
    ],
  ],
  'mbo/not-smart': [
    [
      'neither number nor day nor evidence',
      { enablement: mbo('80% 80%, 100% 100%', '') },
      { enablement: mbo('80% 80%, 100% 100%', 'by: 2026-06-30') },
    ],
  ],
  'mbo/pays-low': [
    [
      'something for 70 %',
      { enablement: mbo('69% 0%, 80% 80%, 100% 100%') },
      { enablement: mbo('70% 0%, 80% 80%, 100% 100%') },
    ],
    [
      'in proportion below 80 %',
      { enablement: mbo('79% 79%, 100% 100%') },
      { enablement: mbo('80% 79%, 100% 100%') },
    ],
  ],
};

test('the plan that the others are made of is not doubted', () => {
  expect(doubts({})).toEqual([]);
});

describe.each(Object.entries(pairs))('%s', (code, each) => {
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
