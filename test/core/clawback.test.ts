// Clawbacks over generated deals: what was paid for deals that are taken back comes back, once and
// never more; nothing is restated. Seeds are printed by fast-check when a law fails.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exact, sumOf, ZERO } from '../../src/core/exact-number.ts';
import { behindInput, buildStatement, exactText } from '../../src/core/index.ts';
import { calculateTexts, must } from '../in-memory-company.ts';
import { plan } from './small-plan.ts';

const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
const HEAD = 'id,owner,closed,amount,stage,fit,discount,cancelled';
const ASSIGNMENTS = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n';
const attributes = 'cancelled: { unit: date }';

const commission = (id: string, window: string): string => `
  - { id: ${id}, kind: commission, title: C, measure: bookings, ${window}, curve: { shape: marginal, tiers: [{ from: 0, rate: 5% }, { from: 100000, rate: 12.5% }] } }`;
const components =
  commission('to-date', 'window: year-to-date, negativeTrueUp: recover') +
  commission('quarter', 'window: period');
const gates = `
  - { id: fit, title: Fit, measure: fit, window: period, require: { atLeast: 50% }, actsOn: [quarter], whenNotMet: { scale: 40% } }`;
const measures = `
  bookings: { calculate: sum, of: amount, deals: own, where: stage = 'won' }
  fit: { calculate: share, of: fit, deals: own, whenNone: 100% }`;

const FULL = 'clawback: { on: cancelled, takes: 100% }';
const SCHEDULE =
  'clawback: { on: cancelled, takes: { since: closed, schedule: [{ withinDays: 60, share: 100% }, { withinDays: 150, share: 35% }] } }';

const deal = fc.record({
  day: fc.integer({ min: 0, max: 364 }),
  cents: fc.integer({ min: 1, max: 12_000_000 }),
  fit: fc.boolean(),
  after: fc.option(fc.integer({ min: 0, max: 300 })),
});
type MadeDeal = typeof deal extends fc.Arbitrary<infer Made> ? Made : never;
const deals = fc.array(deal, { maxLength: 12 });

const dateOf = (day: number): string =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

function row({ day, cents, fit, after }: MadeDeal, index: number): string {
  const cancelled = after === null ? '' : dateOf(day + after);
  const amount = (cents / 100).toFixed(2);
  return `d${index},ann,${dateOf(day)},${amount},won,${fit ? 'yes' : 'no'},0%,${cancelled}`;
}

/** The year's statements of ann, by quarter. */
function yearOf(rows: readonly string[], rest: string, more: { gates?: string } = {}) {
  const texts = {
    plan: plan({ measures, components, rest, ...more }),
    deals: `${[HEAD, ...rows].join('\n')}\n`,
    assignments: ASSIGNMENTS,
    attributes,
  };
  return QUARTERS.map((period) => {
    const { company, payees } = must(calculateTexts(texts, period));
    const [first] = payees;
    if (!first) throw new Error('nobody is paid');
    return { calculation: first, statement: buildStatement(first, company) };
  });
}
type Year = ReturnType<typeof yearOf>;

const paidIn = (year: Year) => sumOf(year.map(({ statement }) => statement.payment.exact));
const takenIn = (year: Year) =>
  year.map(({ calculation }) => calculation.values.cells.get('clawback.taken') as typeof ZERO);

describe('clawbacks', () => {
  test('in full leave the year at what it would have paid without the deals', () => {
    fc.assert(
      fc.property(deals, (made) => {
        const year = yearOf(made.map(row), FULL);
        const inTheYear = (each: MadeDeal): boolean =>
          each.after === null || each.day + each.after > 364;
        const kept = made.filter(inTheYear).map((each) => ({ ...each, after: null }));
        expect(exactText(paidIn(year))).toBe(exactText(paidIn(yearOf(kept.map(row), ''))));
      }),
      { numRuns: 60 },
    );
  });

  test('take no more than was paid, pay nothing, and are lines that add up', () => {
    fc.assert(
      fc.property(deals, fc.constantFrom(FULL, SCHEDULE), (made, rest) => {
        const year = yearOf(made.map(row), rest, { gates });
        const taken = takenIn(year);
        expect(taken.every((each) => each.lte(ZERO))).toBe(true);
        const earned = sumOf(
          year.map(({ calculation }) => calculation.values.cells.get('plan.earned') as typeof ZERO),
        );
        expect(sumOf([earned, ...taken]).gte(ZERO)).toBe(true);
        for (const { statement } of year) {
          const sum = sumOf(statement.lines.map(({ payout }) => payout.exact));
          expect(exactText(sum)).toBe(exactText(statement.payment.exact));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('restate nothing: a quarter is what it was before its deals were cancelled', () => {
    fc.assert(
      fc.property(deals, fc.nat({ max: 3 }), (made, quarter) => {
        const quarterEnd = [89, 180, 272, 364][quarter] ?? 364;
        const asSeenThen = made.map((each) =>
          each.after !== null && each.day + each.after > quarterEnd
            ? { ...each, after: null }
            : each,
        );
        const [later, then] = [made, asSeenThen].map((each) =>
          JSON.stringify(yearOf(each.map(row), SCHEDULE, { gates })[quarter]?.statement.lines),
        );
        expect(later).toBe(then);
      }),
      { numRuns: 60 },
    );
  });

  test('do not hang on the order of the deals', () => {
    fc.assert(
      fc.property(deals, (made) => {
        const rows = made.map(row);
        const lines = (of: readonly string[]): string =>
          JSON.stringify(yearOf(of, SCHEDULE, { gates }).map(({ statement }) => statement.lines));
        expect(lines(rows.toReversed())).toBe(lines(rows));
      }),
      { numRuns: 30 },
    );
  });

  test('name the deals behind them, those of one day together', () => {
    const rows = [
      'd1,ann,2026-01-10,90000,won,yes,0%,2026-05-03',
      'd2,ann,2026-02-10,20000,won,yes,0%,2026-05-03',
      'd3,ann,2026-03-10,40000,won,yes,0%,2026-06-01',
    ];
    const q2 = yearOf(rows, FULL)[1];
    const line = q2?.statement.lines.find(({ id }) => id === 'clawback');
    // 150,000 pay 11,250 in each component; without d1 and d2 40,000 pay 2,000.
    expect(
      line?.takenBack?.map(({ deals: ids, paid }) => [ids.join(' '), exactText(paid.exact)]),
    ).toEqual([
      ['d1 d2', '18500'],
      ['d3', '4000'],
    ]);
    expect(q2 && behindInput(q2.calculation, 'clawback.due').map(({ what }) => what)).toEqual([
      '100% of what was paid for d1, d2 (2026-05-03)',
      '100% of what was paid for d3 (2026-06-01)',
    ]);
    expect(line?.payout.exact.eq(exact('-22500'))).toBe(true);
  });
});
