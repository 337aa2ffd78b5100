// Holds that events of deals end, over generated deals: in the end exactly what the deals earn that
// were paid for and not taken back; nothing is restated, lost or paid twice. And what is refused.
// Seeds are printed by fast-check when a law fails.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sumOf, ZERO } from '../../src/core/exact-number.ts';
import { behindInput, buildStatement, exactText } from '../../src/core/index.ts';
import { balanceJson, lineJson } from '../../src/render/json-lines.ts';
import { calculateTexts, findings, must } from '../in-memory-company.ts';
import { plan } from './small-plan.ts';

const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
const HEAD = 'id,owner,closed,amount,stage,fit,discount,cancelled,paid';
const ASSIGNMENTS = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n';
const attributes = 'cancelled: { unit: date }\n      paid: { unit: date }';
const tiers =
  'curve: { shape: marginal, tiers: [{ from: 0, rate: 5% }, { from: 100000, rate: 12% }] }';
const components = `
  - { id: to-date, kind: commission, title: To date, measure: bookings, window: year-to-date, negativeTrueUp: recover, ${tiers} }
  - { id: quarter, kind: commission, title: Quarter, measure: bookings, window: period, ${tiers} }`;
const CLAWBACK = 'clawback: { on: cancelled, takes: 100% }\n';
const hold = (share: string, forfeit = 'never'): string =>
  `holds:\n  - { id: cash, title: Cash, share: ${share}, actsOn: all, release: { on: paid }, forfeit: ${forfeit}, whenLeaving: forfeit }`;

const days = fc.option(fc.integer({ min: 0, max: 300 }));
const deal = fc.record({
  day: fc.integer({ min: 0, max: 364 }),
  cents: fc.integer({ min: 1, max: 12_000_000 }),
  paidAfter: days,
  cancelledAfter: days,
});
type MadeDeal = typeof deal extends fc.Arbitrary<infer Made> ? Made : never;
const deals = fc.array(deal, { maxLength: 10 });
const YEAR_END = 364;

const dateOf = (day: number): string =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
const dayAfter = (day: number, after: number | null): string =>
  after === null ? '' : dateOf(day + after);

function row(made: MadeDeal, index: number): string {
  const { day, cents, paidAfter, cancelledAfter } = made;
  const ends = `${dayAfter(day, cancelledAfter)},${dayAfter(day, paidAfter)}`;
  return `d${index},ann,${dateOf(day)},${(cents / 100).toFixed(2)},won,yes,0%,${ends}`;
}

/** Whether something happens to a deal by a day of the year. */
const isBy = ({ day }: MadeDeal, after: number | null, last = YEAR_END): boolean =>
  after !== null && day + after <= last;

function yearOf(rows: readonly string[], rest: string) {
  const texts = {
    plan: plan({ components, rest }),
    deals: `${[HEAD, ...rows].join('\n')}\n`,
    assignments: ASSIGNMENTS,
    attributes,
  };
  return QUARTERS.map((period) => {
    const { company, payees } = must(calculateTexts(texts, period));
    const [calculation] = payees;
    if (!calculation) throw new Error('nobody is paid');
    return { calculation, statement: buildStatement(calculation, company) };
  });
}
type Year = ReturnType<typeof yearOf>;

const paidIn = (year: Year): string =>
  exactText(sumOf(year.map(({ statement }) => statement.payment.exact)));
const cell = (year: Year, id: string) =>
  year.map(({ calculation }) => calculation.values.cells.get(id) as typeof ZERO);
/** Deals as they are left when only some count. */
const only = (made: readonly MadeDeal[], counts: (each: MadeDeal) => boolean) =>
  made.filter(counts).map((each) => row({ ...each, paidAfter: null, cancelledAfter: null }, 0));
const renumbered = (rows: readonly string[]) =>
  rows.map((each, index) => each.replace(/^d0/, `d${index}`));

describe('holds that events of deals end', () => {
  test('of all pay leave a year at what the deals earn that were paid for and not cancelled', () => {
    fc.assert(
      fc.property(deals, fc.boolean(), (made, isTaken) => {
        const rest = `${isTaken ? CLAWBACK : ''}${hold('100%')}`;
        const paid = only(
          made,
          (each) => isBy(each, each.paidAfter) && !(isTaken && isBy(each, each.cancelledAfter)),
        );
        const year = yearOf(made.map(row), rest);
        expect(paidIn(year)).toBe(paidIn(yearOf(renumbered(paid), '')));
      }),
      { numRuns: 25 },
    );
  });

  test('lose nothing: what is earned is paid, held, forfeited or taken back', () => {
    const rest = `${CLAWBACK}${hold('35%', '{ afterDays: 90, since: closed }')}`;
    fc.assert(
      fc.property(deals, (made) => {
        const year = yearOf(made.map(row), rest);
        const parts = ['plan.total', 'hold.cash.forfeited'].flatMap((id) => cell(year, id));
        const held = cell(year, 'hold.cash.balanceAfter').at(-1) ?? ZERO;
        const taken = cell(year, 'clawback.takes');
        const earned = sumOf(cell(year, 'plan.earned'));
        expect(exactText(sumOf([...parts, held, ...taken]))).toBe(exactText(earned));
        const before = cell(year, 'hold.cash.balanceBefore').slice(1).map(exactText);
        expect(before).toEqual(cell(year, 'hold.cash.balanceAfter').slice(0, -1).map(exactText));
      }),
      { numRuns: 25 },
    );
  });

  test('restate nothing: a quarter is what it was before later events', () => {
    const rest = `${CLAWBACK}${hold('35%', '{ on: cancelled, afterDays: 90, since: closed }')}`;
    fc.assert(
      fc.property(deals, fc.nat({ max: 3 }), (made, quarter) => {
        const last = [89, 180, 272, YEAR_END][quarter] ?? YEAR_END;
        const seenThen = made.map((each) => ({
          ...each,
          paidAfter: isBy(each, each.paidAfter, last) ? each.paidAfter : null,
          cancelledAfter: isBy(each, each.cancelledAfter, last) ? each.cancelledAfter : null,
        }));
        const [later, then] = [made, seenThen].map((each) =>
          JSON.stringify(yearOf(each.map(row), rest)[quarter]?.statement.lines),
        );
        expect(later).toBe(then);
      }),
      { numRuns: 25 },
    );
  });

  test('name the deals behind what is held, released and forfeited, with their days', () => {
    const rows = [
      'd1,ann,2026-01-10,1000,won,yes,0%,,2026-04-20',
      'd2,ann,2026-02-10,2000,won,yes,0%,,',
      'd3,ann,2026-05-10,3000,won,yes,0%,,',
      'd4,ann,2026-05-10,3000,lost,yes,0%,,',
    ];
    const measures = `
  bookings: { calculate: sum, of: amount, deals: own, where: stage = 'won' }`;
    const rest = hold('50%', '{ afterDays: 100, since: closed }');
    const texts = {
      plan: plan({ measures, components, rest }),
      deals: `${[HEAD, ...rows].join('\n')}\n`,
      assignments: ASSIGNMENTS,
      attributes,
    };
    const { company, payees } = must(calculateTexts(texts, '2026-Q2'));
    const [payee] = payees;
    if (!payee) throw new Error('nobody is paid');
    const statement = buildStatement(payee, company);
    const named = ['waiting', 'due', 'lapsed'].map((step) =>
      behindInput(payee, `hold.cash.${step}`).map(({ what }) => what),
    );
    expect(named).toEqual([['d3'], ['d1 (2026-04-20)'], ['d2 (2026-05-21)']]);
    const held = statement.lines.map(lineJson).filter(({ id }) => id.startsWith('cash'));
    expect(held).toMatchObject([
      { id: 'cash-held', heldFor: [{ deal: 'd3' }] },
      { id: 'cash-released', heldFor: [{ deal: 'd1', on: '2026-04-20' }] },
    ]);
    expect(statement.balances.map(balanceJson)).toMatchObject([
      { id: 'cash', forfeitedFor: [{ deal: 'd2', on: '2026-05-21' }] },
    ]);
  });

  test('a deal of which the end cannot be told is a finding', () => {
    const rest = hold('50%', '{ on: cancelled, where: discount > 5% }');
    const deals = `${HEAD}\nd1,ann,2026-01-10,1000,won,yes,,2026-05-03,\n`;
    const texts = { plan: plan({ components, rest }), deals, assignments: ASSIGNMENTS, attributes };
    expect(findings(calculateTexts(texts, '2026-Q2'))).toEqual([
      'calculation/deal-incomplete deals.csv:2:1',
    ]);
  });

  test.each([
    ['forfeit: {}', 'hold/forfeit plan.yaml:10:14'],
    ['forfeit: { afterDays: 90 }', 'hold/forfeit plan.yaml:10:14'],
    [
      "forfeit: { where: stage = 'won', afterDays: 90, since: closed }",
      'hold/forfeit plan.yaml:10:14',
    ],
    ['forfeit: { on: amount }', 'formula/units plan.yaml:10:20'],
    ['forfeit: { afterDays: 90, since: stage }', 'formula/units plan.yaml:10:38'],
  ])('%s is refused', (forfeit, finding) => {
    const rest = `${hold('50%', 'X')}`.replace(', forfeit: X', `,\n    ${forfeit}`);
    const texts = { plan: plan({ components, rest }), assignments: ASSIGNMENTS, attributes };
    expect(findings(calculateTexts(texts, '2026-Q2'))).toEqual([finding]);
  });

  test('a forfeit in another form is shown one', () => {
    const rest = hold('50%', 'cancelled');
    const texts = { plan: plan({ components, rest }), assignments: ASSIGNMENTS, attributes };
    const { diagnostics } = calculateTexts(texts, '2026-Q2');
    expect(diagnostics.map(({ remedy }) => remedy)).toEqual(['write `never` or `{ on: … }`']);
  });

  test('days and periods have no forfeit, and events nothing that a measure decides', () => {
    const provided = 'provided: { measure: bookings, window: period, require: { atLeast: 1 } }';
    const timed = hold('50%').replace('{ on: paid }', '{ afterDays: 9 }');
    const event = hold('50%').replace('forfeit: never', `forfeit: never, ${provided}`);
    for (const rest of [timed, event]) {
      const texts = { plan: plan({ components, rest }), assignments: ASSIGNMENTS, attributes };
      const codes = findings(calculateTexts(texts, '2026-Q2')).map((each) => each.split(' ')[0]);
      expect(codes).toEqual(['hold/forfeit']);
    }
  });
});
