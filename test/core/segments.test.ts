// Segments: what changes inside a time that is paid on. Both readings of a change, what statements
// show of it, and laws: segments lose no day, no deal and no quota, wherever the change falls.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber } from '../../src/core/calendar.ts';
import { exact, exactInteger } from '../../src/core/exact-number.ts';
import { buildStatement, exactText, isoDate, type Statement } from '../../src/core/index.ts';
import { addMoney } from '../../src/core/money.ts';
import { calculateTexts, cells, findings, must, type Texts } from '../in-memory-company.ts';
import { deals, kpi, plan } from './small-plan.ts';

const HEADER = 'payee,plan,from,to,targetIncentive,quota.bookings\n';
const changed = (day: number): string => {
  const [last, first] = [isoDate(day - 1), isoDate(day)];
  return `${HEADER}ann,plan,2026-01-01,${last},40000,400000\nann,plan,${first},,60000,600000\n`;
};
const FEB_15 = dayNumber(2026, 2, 15);
const ROWS = deals(
  'd1,ann,2026-02-14,60000,won,yes,0%',
  'd2,ann,2026-02-15,60000,won,no,0%',
  'd3,ann,2026-02-16,9000,lost,no,0%',
);

function statementOf(texts: Partial<Texts> & { readonly rest: string }, period: string): Statement {
  const all = { plan: plan(texts), assignments: changed(FEB_15), deals: ROWS, ...texts };
  const { payees, company } = must(calculateTexts(all, period));
  const [payee] = payees;
  if (!payee) throw new Error('nobody is paid');
  return buildStatement(payee, company);
}

const separate = 'proration: calendar-days\nsegments: separate';
const blended = 'proration: calendar-days\nsegments: blended';

describe('a statement with segments', () => {
  const statement = statementOf({ rest: separate }, '2026-Q1');

  test('has a line for each segment, and lines add up to the payment', () => {
    expect(statement.lines.map(({ id }) => id)).toEqual([
      'segment-1.bookings',
      'segment-2.bookings',
    ]);
    const sum = statement.lines.map(({ payout }) => payout).reduce(addMoney);
    expect(sum).toEqual(statement.payment);
    expect(exactText(statement.payment.exact)).toBe('12000');
  });

  test('says on which days each held', () => {
    const days = statement.components.map((each) => each.days);
    expect(days.map((each) => each && [isoDate(each.from), isoDate(each.to)])).toEqual([
      ['2026-01-01', '2026-02-14'],
      ['2026-02-15', '2026-03-31'],
    ]);
    const terms = statement.terms.map(({ targetIncentive, quotas }) => [
      exactText(targetIncentive.exact),
      ...quotas.map(({ quota }) => exactText(quota.number)),
    ]);
    expect(terms).toEqual([
      ['40000', '400000'],
      ['60000', '600000'],
    ]);
  });

  test('credits each deal once, in the segment of its day', () => {
    const credited = statement.deals.rows.map(({ id, credits }) => [
      id,
      ...credits.map((credit) => `${exactText(credit.credited)}, ${credit.reason}`),
    ]);
    expect(credited).toEqual([
      ['d1', '60000, counts in full'],
      ['d2', '60000, counts in full'],
      ['d3', "0, not: stage = 'won'"],
    ]);
  });

  test('adds up what the year paid by component', () => {
    const components = kpi(', negativeTrueUp: floor-at-zero', 'year-to-date');
    const parts = { rest: separate, plan: plan({ rest: separate, components }) };
    const { yearToDate } = statementOf(parts, '2026-Q2');
    const paid = yearToDate.map(({ payouts }) =>
      payouts.map(({ component, payout }) => `${component} ${exactText(payout.exact)}`),
    );
    expect(paid).toEqual([['bookings 12000'], ['bookings 0']]);
  });
});

test('a blended statement is one segment that says what held when', () => {
  const statement = statementOf({ rest: blended }, '2026-Q1');
  expect(statement.lines.map(({ id }) => id)).toEqual(['bookings']);
  expect(statement.terms.map(({ from }) => isoDate(from))).toEqual(['2026-01-01', '2026-02-15']);
});

test('gates are judged and cost within their segment, and together over the period', () => {
  const measures = `
  bookings: { calculate: sum, of: amount, deals: own, where: stage = 'won' }
  fit: { calculate: share, of: fit, deals: own, where: stage = 'won', whenNone: 0% }`;
  const gates = `
  - { id: fit, title: Fit, measure: fit, window: period, require: { atLeast: 50% }, actsOn: all, whenNotMet: zero }`;
  const found = cells({
    plan: plan({ measures, gates, rest: separate }),
    assignments: changed(FEB_15),
    deals: ROWS,
  });
  expect([found['segment-1.gate.fit.cost'], found['segment-2.gate.fit.cost']]).toEqual([
    '0',
    '6000',
  ]);
  expect([found['plan.gatesCost'], found['plan.total']]).toEqual(['6000', '6000']);
});

describe('versions of a plan', () => {
  const half = (rest: string, from: string, to: string): string =>
    plan({ rest }).replace('from: 2026-01-01, to: 2026-12-31', `from: ${from}, to: ${to}`);
  const assignments = `${HEADER}ann,plan,2026-01-01,,40000,400000\n`;
  const first = half(separate, '2026-01-01', '2026-02-14');
  const second = (rest: string): string =>
    half(rest, '2026-02-15', '2026-12-31').replace("version: '1'", "version: '2'");

  test('each hold on their own days, and one assignment names them both', () => {
    const found = cells({ plan: first, otherPlan: second(separate), assignments, deals: ROWS });
    expect([found['segment-1.bookings.quota'], found['segment-2.bookings.quota']]).toEqual([
      '50000',
      '50000',
    ]);
  });

  test.each([
    [
      'that says nothing of segments',
      'proration: calendar-days',
      'assignment/changed-in-period assignments.csv:2:1',
    ],
    ['that would be blended', blended, 'segments/not-blended other.yaml:9:11'],
  ])('a second version %s is refused inside a quarter', (_, rest, finding) => {
    const texts = { plan: first, otherPlan: second(rest), assignments, deals: ROWS };
    expect(findings(calculateTexts(texts, '2026-Q1'))).toEqual([finding]);
  });

  test.each([
    [
      'of one name',
      half(separate, '2026-02-15', '2026-12-31'),
      'plan/duplicate-plan other.yaml:4:10',
    ],
    [
      'that hold on one day',
      second(separate).replace('02-15', '02-14'),
      'plan/duplicate-plan other.yaml:2:7',
    ],
  ])('two versions %s are refused', (_, otherPlan, finding) => {
    expect(findings(calculateTexts({ plan: first, otherPlan, assignments }, '2026-Q1'))).toEqual([
      finding,
    ]);
  });
});

describe('wherever a change falls', () => {
  const day = fc.integer({ min: dayNumber(2026, 1, 2), max: dayNumber(2026, 3, 31) });
  const sold = fc.array(
    fc.record({
      day: fc.integer({ min: dayNumber(2026, 1, 1), max: dayNumber(2026, 3, 31) }),
      cents: fc.integer({ min: 1, max: 10_000_000 }),
    }),
    { maxLength: 6 },
  );
  const rowsOf = (made: readonly { day: number; cents: number }[]): string =>
    deals(
      ...made.map(({ day: closed, cents }, at) => {
        const amount = exactText(exactInteger(cents).div(exact('100')));
        return `d${at},ann,${isoDate(closed)},${amount},won,yes,0%`;
      }),
    );
  const bases = fc.constantFrom('calendar-days', 'workdays');

  test('the quotas of the segments are the quota of the blend, and so are the results', () => {
    fc.assert(
      fc.property(day, sold, bases, (change, made, basis) => {
        const found = (reading: string): Record<string, string> =>
          cells({
            plan: plan({ rest: `proration: ${basis}\nsegments: ${reading}` }),
            assignments: changed(change),
            deals: rowsOf(made),
          });
        const [apart, together] = [found('separate'), found('blended')];
        for (const figure of ['quota', 'result', 'targetIncentive']) {
          const sum = ['segment-1', 'segment-2']
            .map((segment) => exact(apart[`${segment}.bookings.${figure}`] ?? ''))
            .reduce((left, right) => left.plus(right));
          expect(exactText(sum.round(20))).toBe(
            exactText(exact(together[`bookings.${figure}`] ?? '').round(20)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a flat rate pays the same with the change as without, to a cent for each segment', () => {
    const components = `
  - { id: bookings, kind: commission, title: C, measure: bookings, window: period, curve: { shape: marginal, tiers: [{ from: 0, rate: 7% }] } }`;
    const total = (made: string, assignments: string): number =>
      Number(
        cells({ plan: plan({ components, rest: separate }), deals: made, assignments })[
          'plan.total'
        ],
      );
    fc.assert(
      fc.property(day, sold, (change, made) => {
        const whole = `${HEADER}ann,plan,2026-01-01,,0,\n`;
        const split = changed(change).replaceAll(/,\d+,\d+\n/g, (figures) =>
          figures.replace(/,\d+\n$/, ',\n'),
        );
        const rows = rowsOf(made);
        expect(Math.abs(total(rows, whole) - total(rows, split))).toBeLessThan(0.011);
      }),
      { numRuns: 100 },
    );
  });
});
