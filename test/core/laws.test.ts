// Laws over generated data: lines add up to the payment, the order of rows is irrelevant, splits
// lose nothing, a year to date with recovery pays the annual calculation, reversal pays nothing.
// Seeds are printed by fast-check when a law fails.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exact, sumOf } from '../../src/core/exact-number.ts';
import { buildStatement, exactText, type Statement } from '../../src/core/index.ts';
import { payoutsJson } from '../../src/render/payouts-json.ts';
import { calculateTexts, must, type Texts } from '../in-memory-company.ts';

const PLAN = (rule: string): string => `
plan: plan
title: Plan
version: '1'
effective: { from: 2026-01-01, to: 2026-12-31 }
payoutPeriod: quarter
rounding: half-up
negativePayment: pay-back
periodWeights: { quota: [20%, 20%, 20%, 40%], targetIncentive: even }
measures:
  bookings:
    calculate: sum
    of: amount
    deals: team
    where: stage = 'won'
    crediting:
      - { when: discount > 15%, credit: 50% }
      - { credit: 100% }
  fit: { calculate: share, of: fit, deals: team, where: stage = 'won', whenNone: 0% }
components:
  - id: bookings
    kind: kpi
    title: Bookings
    weight: 70%
    measure: bookings
    window: year-to-date
    negativeTrueUp: ${rule}
    quota: assigned
    attainment: ratio
    curve: { shape: linear, points: [{ at: 50%, pays: 40% }, { at: 100%, pays: 100% }, { at: 150%, pays: 220% }], below: nothing, above: hold }
  - id: fit
    kind: kpi
    title: Fit
    weight: 30%
    measure: fit
    window: period
    quota: { level: 70% }
    attainment: ratio
    curve: { shape: stepped, steps: [{ from: 80%, pays: 50% }, { from: 100%, pays: 100% }], below: nothing }
  - id: rate
    kind: commission
    title: Commission
    measure: bookings
    window: period
    curve: { shape: marginal, tiers: [{ from: 0, rate: 1.25% }, { from: 100000, rate: 2.5% }] }
gates:
  - { id: fit, title: Fit, measure: fit, window: year-to-date, require: { atLeast: 60% }, actsOn: [bookings], whenNotMet: { capFactor: 100% } }
planCap: { ofTarget: 180% }
`;
const HEAD = 'id,owner,closed,amount,stage,fit,discount';
const ASSIGNMENTS = `payee,plan,from,targetIncentive,quota.bookings
boss,plan,2026-01-01,80000,900000
ann,plan,2026-01-01,40000.37,400000
bob,plan,2026-01-01,33333.33,350000
`;

const deal = fc.record({
  owner: fc.constantFrom('ann', 'bob'),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  cents: fc.integer({ min: -5_000_000, max: 30_000_000 }),
  stage: fc.constantFrom('won', 'won', 'lost'),
  fit: fc.boolean(),
  discount: fc.integer({ min: 0, max: 30 }),
});
type GeneratedDeal = typeof deal extends fc.Arbitrary<infer Made> ? Made : never;
const deals = fc.array(deal, { maxLength: 30 });

function row(made: GeneratedDeal, index: number): string {
  const { owner, month, day, cents, stage, fit, discount } = made;
  const two = (number: number): string => String(number).padStart(2, '0');
  const amount = (cents / 100).toFixed(2);
  return `d${index},${owner},2026-${two(month)}-${two(day)},${amount},${stage},${fit},${discount}%`;
}

function statementsOf(
  rows: readonly string[],
  period: string,
  rule = 'recover',
  more: Partial<Texts> = {},
) {
  const deals = `${[HEAD, ...rows].join('\n')}\n`;
  const calculation = must(
    calculateTexts({ plan: PLAN(rule), assignments: ASSIGNMENTS, deals, ...more }, period),
  );
  return calculation.payees.map((payee) => buildStatement(payee, calculation.company));
}

function jsonOf(...given: Parameters<typeof statementsOf>): string {
  const [first] = statementsOf(...given);
  const run = { company: { id: 'test', currency: 'USD' }, period: first?.period };
  return payoutsJson(run as Parameters<typeof payoutsJson>[0], statementsOf(...given));
}

function expectToAddUp(statement: Statement): void {
  const sum = sumOf(statement.lines.map(({ payout }) => payout.exact));
  expect(exactText(sum)).toBe(exactText(statement.payment.exact));
  const isWholeCents = statement.lines.every(({ payout }) =>
    payout.exact.eq(payout.exact.round(2)),
  );
  expect(isWholeCents).toBe(true);
  expect(statement.yearToDate.at(-1)?.total.exact.eq(statement.payment.exact)).toBe(true);
  const met = statement.gates.flatMap(({ judged }) => (judged?.met ? [judged.cost.exact] : []));
  expect(met.every((cost) => cost.eq('0'))).toBe(true);
}

describe('laws', () => {
  test('lines add up to the payment, every line is whole cents, gates cost what they say', () => {
    fc.assert(
      fc.property(deals, fc.constantFrom('2026-Q1', '2026-Q3'), (made, period) => {
        statementsOf(made.map(row), period, 'floor-at-zero').forEach(expectToAddUp);
      }),
      { numRuns: 60 },
    );
  });

  test('the order of rows changes no byte', () => {
    fc.assert(
      fc.property(deals, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (made, keys) => {
        const rows = made.map(row);
        const shuffled = rows
          .map((text, index) => ({ text, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ text }) => text);
        const [head, ...assigned] = ASSIGNMENTS.trimEnd().split('\n');
        const turned = { assignments: `${[head, ...assigned.reverse()].join('\n')}\n` };
        expect(jsonOf(shuffled, '2026-Q2', 'recover', turned)).toBe(jsonOf(rows, '2026-Q2'));
      }),
      { numRuns: 40 },
    );
  });

  test('shares of a split deal are credited in full, once, whoever holds them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        (percent, cents) => {
          const amount = (cents / 100).toFixed(2);
          const splits = `deal,payee,share\nd0,ann,${percent}%\nd0,bob,${100 - percent}%\n`;
          const found = statementsOf(
            [`d0,ann,2026-02-02,${amount},won,true,0%`],
            '2026-Q1',
            'recover',
            { splits },
          );
          const credited = found.map(
            ({ components }) => components[0]?.result?.number ?? exact('0'),
          );
          const [ann, bob, boss] = credited as [
            (typeof credited)[0],
            (typeof credited)[0],
            (typeof credited)[0],
          ];
          expect(ann.plus(bob).eq(exact(amount))).toBe(true);
          expect(boss.eq(exact(amount))).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('four quarters with recovery pay what the year to date pays at year end', () => {
    fc.assert(
      fc.property(deals, (made) => {
        const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period) =>
          statementsOf(made.map(row), period),
        );
        quarters[3]?.forEach((last, payee) => {
          const paid = sumOf(
            quarters.map((each) => each[payee]?.components[0]?.payout.exact ?? exact('0')),
          );
          expect(exactText(paid)).toBe(
            exactText(last.components[0]?.payoutToDate?.exact ?? exact('0')),
          );
        });
      }),
      { numRuns: 25 },
    );
  });

  test('a year in which every deal is reversed pays, to date, what no deals pay', () => {
    fc.assert(
      fc.property(deals, (made) => {
        const won = made.map((each) => ({ ...each, stage: 'won' as const }));
        const back = won.map((each) => ({ ...each, cents: -each.cents, month: 12 }));
        const both = [...won.map((each) => ({ ...each, month: 1 })), ...back];
        for (const { components } of statementsOf(both.map(row), '2026-Q4')) {
          expect(components[0]?.payoutToDate?.exact.eq('0')).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});
