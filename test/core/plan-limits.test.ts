// Limits of groups and of the plan on a statement: each is a line of its own, said in words, and
// the lines add up to the payment; over the year, a leaver's limit is for their part of it.

import { describe, expect, test } from '@jest/globals';
import { sumOf } from '../../src/core/exact-number.ts';
import { buildStatement, type Statement } from '../../src/core/index.ts';
import { statementView } from '../../src/render/statement-view.ts';
import { calculateTexts, must } from '../in-memory-company.ts';
import { kpi, pay, plan, won } from './small-plan.ts';

const SPIFF = `
  - { id: spiff, kind: spiff, title: Spiff, measure: won, window: period, each: 5000 }`;
const MEASURES = `
  bookings: { calculate: sum, of: amount, deals: own, where: stage = 'won' }
  won: { calculate: count, deals: own }`;

function statementOf(rest: string, amount: string): Statement {
  const parts = { measures: MEASURES, components: kpi() + SPIFF, rest };
  const outcome = must(calculateTexts({ plan: plan(parts), deals: won(amount) }, '2026-Q1'));
  const [payee] = outcome.payees;
  if (!payee) throw new Error('nobody is paid');
  return buildStatement(payee, outcome.company);
}

const GROUP =
  'groupCaps: [{ id: both, title: Both, actsOn: [bookings, spiff], cap: { money: 12000 } }]';

describe('lines of limits', () => {
  test('follow the components in the order in which they act, and add up', () => {
    const rest = `${GROUP}\nplanCap: { money: 11000, over: year }\nplanFloor: { money: 11500 }`;
    const { lines, payment } = statementOf(rest, '110000');
    // 11,000 + 5,000 = 16,000; cut to 12,000, to 11,000; up to 11,500.
    expect(lines.map(({ id, payout }) => [id, payout.exact.toFixed()])).toEqual([
      ['bookings', '11000'],
      ['spiff', '5000'],
      ['group-cap-both', '-4000'],
      ['plan-cap', '-1000'],
      ['plan-floor', '500'],
    ]);
    const sum = sumOf(lines.map(({ payout }) => payout.exact));
    expect([sum.toFixed(), payment.exact.toFixed()]).toEqual(['11500', '11500']);
  });

  test('say how much is paid at most or at least, and over which time', () => {
    const rest = `${GROUP}\nplanCap: { money: 11000, over: year }\nplanFloor: { money: 11500 }`;
    const { lines } = statementView(statementOf(rest, '110000'));
    expect(lines.rows.slice(2).map(({ title, about }) => `${title}: ${about}`)).toEqual([
      'Cap of Both: No more than 12,000.00 a period',
      'Plan cap: No more than 11,000.00 a year',
      'Plan floor: No less than 11,500.00 a period',
    ]);
    expect(lines.limits).toEqual([]);
  });

  test('that did nothing are said below the lines', () => {
    const { lines } = statementView(statementOf(GROUP, '60000'));
    expect(lines.limits).toEqual(['Cap of Both: No more than 12,000.00 a period']);
  });
});

test('a limit over the year is for the part of the year on the plan', () => {
  const assignments =
    'payee,plan,from,to,targetIncentive,quota.bookings\nann,plan,2026-01-01,2026-06-30,40000,400000\n';
  const texts = { assignments, deals: won('300000') };
  const cap = pay({ ...texts, rest: 'planCap: { ofTarget: 100%, over: year }' });
  expect([cap['plan.cap'], cap['plan.cut'], cap['plan.total']]).toEqual(['20000', '0', '20000']);
  const floor = pay(
    { ...texts, deals: won('60000'), rest: 'planFloor: { money: 30000, over: year }' },
    '2026-Q2',
  );
  // Half of 30,000; the first quarter paid 6,000.
  expect([floor['plan.floor'], floor['plan.topUp']]).toEqual(['15000', '9000']);
});

test('a limit over the year asks for what earlier periods paid', () => {
  const measures = '\n  nps: { calculate: reported, unit: ratio, combine: latest }';
  const components = kpi()
    .replace('measure: bookings', 'measure: nps')
    .replace('assigned', '{ level: 50% }');
  const reported = 'measure,period,figure\nnps,2026-Q2,50%\n';
  const assignments = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,40000\n';
  const findingsOf = (rest: string): readonly string[] => {
    const texts = { plan: plan({ measures, components, rest }), reported, assignments };
    const outcome = calculateTexts(texts, '2026-Q2');
    return [outcome.ok ? 'paid' : 'refused', ...outcome.diagnostics.map(({ code }) => code)];
  };
  // Without what the first quarter paid, nobody knows what is left of the year.
  expect(findingsOf('planCap: { money: 11000, over: year }')[0]).toBe('refused');
  expect(findingsOf('planFloor: { money: 11000, over: year }')[0]).toBe('refused');
  const [paid, finding] = findingsOf('planCap: { money: 11000 }');
  expect([paid, finding]).toEqual(['paid', 'calculation/earlier-period']);
});
