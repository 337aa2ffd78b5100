// What a year of a plan costs: by the cells that pay, for one payee or as the sum of all; and
// curves over two measures as the grids that they are. In: companies in memory. Out: exact money.

import { describe, expect, test } from '@jest/globals';
import {
  allPlans,
  buildPicture,
  buildStatement,
  exact,
  exactText,
  type PlanPicture,
} from '../../src/core/index.ts';
import { calculatePeriod, must, readTexts } from '../in-memory-company.ts';
import { deals, kpi, type PlanParts, plan } from './small-plan.ts';

const ASSIGNMENTS = `payee,plan,from,targetIncentive,quota.bookings
ann,plan,2026-01-01,40000,400000
bob,plan,2026-04-01,20000,100000
boss,plan,2026-01-01,40000,400000
`;
const GATE = `
  - { id: fit, title: Fit, measure: fit, window: period, require: { atLeast: 50% }, actsOn: [bookings], whenNotMet: { scale: 50% } }`;
const MEASURES = `
  bookings: { calculate: sum, of: amount, deals: own, where: stage = 'won' }
  fit: { calculate: share, of: fit, deals: own, whenNone: 0% }`;

function picture(parts: PlanParts, payee?: string): PlanPicture {
  const read = must(readTexts({ plan: plan(parts), assignments: ASSIGNMENTS }));
  const { company, data, plans } = read;
  const [only] = allPlans(plans);
  if (!only) throw new Error('no plan');
  return buildPicture({ plan: only, company, data, ...(payee !== undefined && { payee }) });
}

function costOf({ costs }: PlanPicture, attainment: string): readonly string[] {
  const cost = costs.find((each) => exactText(each.attainment) === attainment);
  return cost ? [cost.paid, cost.paidUngated].map(exactText) : [];
}

describe('the cost of a year', () => {
  test('is what the cells pay: nothing below 50 %, the target incentive at 100 %, twice at 200 %', () => {
    const one = picture({}, 'bob');
    expect(one.payees).toEqual([{ id: 'bob', name: 'bob' }]);
    expect(costOf(one, '0.4')).toEqual(['0', '0']);
    expect(costOf(one, '0.5')).toEqual(['10000', '10000']);
    expect(costOf(one, '1')).toEqual(['20000', '20000']);
    expect(costOf(one, '2')).toEqual(['40000', '40000']);
  });

  test('of a plan is that of all its payees, with gates met and not met', () => {
    const all = picture({ measures: MEASURES, gates: GATE });
    expect(all.payees.map(({ id }) => id)).toEqual(['ann', 'bob', 'boss']);
    expect(exactText(all.targetIncentive)).toBe('100000');
    expect(costOf(all, '1')).toEqual(['100000', '50000']);
  });

  test('is held against the quotas of all, for whole years', () => {
    const { bookings } = picture({});
    expect(bookings && [bookings.component, exactText(bookings.quota)]).toEqual([
      'bookings',
      '900000',
    ]);
  });

  test('is shown as far as it is asked for', () => {
    const read = must(readTexts({ plan: plan({}), assignments: ASSIGNMENTS }));
    const [only] = allPlans(read.plans);
    if (!only) throw new Error('no plan');
    const { costs } = buildPicture({ plan: only, company: read.company, upTo: exact('2.5') });
    expect(costs.at(-1)?.attainment).toEqual(exact('2.5'));
  });

  test('stands a hair below a jump and on it', () => {
    const places = picture({}).costs.map(({ attainment }) => exactText(attainment));
    expect(places).toContain('0.499999999999');
    expect(places).toContain('0.5');
  });

  test('says which components no attainment can price', () => {
    const spiff = `
  - { id: extra, kind: spiff, title: Extra, window: period, measure: bookings-count, each: 500 }`;
    const measures = `${MEASURES}
  bookings-count: { calculate: count, deals: own, where: stage = 'won' }`;
    const { components } = picture({ measures, components: kpi() + spiff });
    expect(components.map(({ id, isCosted }) => [id, isCosted])).toEqual([
      ['bookings', true],
      ['extra', false],
    ]);
  });
});

test('a curve over two measures is a grid, and the payee stands in one of its cells', () => {
  const matrix = `{ shape: matrix, across: fit, columns: [0%, 50%, 80%], rows: [{ from: 50%, pays: [20%, 40%, 60%] }, { from: 100%, pays: [80%, 100%, 120%] }], below: nothing }`;
  const components = `
  - { id: bookings, kind: kpi, title: Bookings, weight: 100%, measure: bookings, window: period, quota: assigned, attainment: ratio, curve: ${matrix} }`;
  const grid = (amount: string, fit: string) => {
    const texts = {
      plan: plan({ measures: MEASURES, components }),
      deals: deals(`d1,ann,2026-02-10,${amount},won,${fit},0%`),
    };
    const read = must(readTexts(texts));
    const [payee] = must(calculatePeriod(read, '2026-Q1')).payees;
    if (!payee) throw new Error('nobody is paid');
    return buildStatement(payee, read.company).components[0]?.grid;
  };
  expect(grid('100000', 'yes')).toMatchObject({
    from: 'ratio',
    across: { title: 'Fit', unit: 'ratio' },
    here: { row: 1, column: 2 },
  });
  expect(grid('99999', 'no')?.here).toEqual({ row: 0, column: 0 });
  expect(grid('1000', 'yes')?.here).toEqual({ row: -1, column: 2 });
});
