// Gates and what they cost, caps and floors, half cents of large quotas.

import { describe, expect, test } from '@jest/globals';
import { BOOKINGS, deals, kpi, pay, won } from './small-plan.ts';

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
