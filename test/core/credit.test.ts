// Whose deals count: teams by date, splits, the whole company; and what cannot be paid exactly.

import { describe, expect, test } from '@jest/globals';
import { buildStatement } from '../../src/core/index.ts';
import { calculateTexts, cells, findings, must } from '../in-memory-company.ts';
import { BOOKINGS, deals, plan, won } from './small-plan.ts';

describe('whose deals', () => {
  const measures = `\n  bookings: { calculate: sum, of: amount, deals: team }`;
  const people =
    'id,manager,from,to\nann,,,\nbob,ann,2026-01-01,2026-02-15\nbob,cat,2026-02-16,\ncat,,,\n';
  const rows = deals(
    'd1,bob,2026-02-15,100,won,yes,0%',
    'd2,bob,2026-02-16,10,won,yes,0%',
    'd3,ann,2026-03-01,1,won,yes,0%',
  );
  const both =
    'payee,plan,from,targetIncentive,quota.bookings\nann,plan,2026-01-01,40000,400000\ncat,plan,2026-01-01,40000,400000\n';

  test('a team’s deals roll up to the manager of the day', () => {
    const texts = { plan: plan({ measures }), people, deals: rows, assignments: both };
    expect(cells(texts, '2026-Q1', 'ann')['bookings.result']).toBe('101');
    expect(cells(texts, '2026-Q1', 'cat')['bookings.result']).toBe('10');
  });

  test('a split deal counts once in all, by its shares', () => {
    const texts = {
      plan: plan({ measures: BOOKINGS }),
      people,
      assignments: both,
      deals: deals('d1,ann,2026-02-15,100000,won,yes,0%'),
      splits: 'deal,payee,share,of\nd1,ann,70%,both\nd1,cat,30%,both\n',
    };
    expect(cells(texts, '2026-Q1', 'ann')['bookings.result']).toBe('70000');
    expect(cells(texts, '2026-Q1', 'cat')['bookings.result']).toBe('30000');
  });

  test('company: everybody’s deals, once', () => {
    const texts = {
      plan: plan({ measures: `\n  bookings: { calculate: sum, of: amount, deals: company }` }),
      people,
      deals: rows,
      assignments: both,
    };
    expect(cells(texts, '2026-Q1', 'cat')['bookings.result']).toBe('111');
  });

  test('a gate on the company’s deals lists none of them in a statement, only the payee’s own', () => {
    const everybody = `${BOOKINGS}\n  all: { calculate: sum, of: amount, deals: company }`;
    const gates = `
  - { id: all, title: All, measure: all, window: period, require: { atLeast: 112 }, actsOn: all, whenNotMet: { scale: 50% } }`;
    const own = deals('d1,ann,2026-02-10,100,won,yes,0%', 'd2,bob,2026-02-10,11,won,yes,0%');
    const lost = `${own}d3,ann,2026-02-11,7,lost,yes,0%\n`;
    const texts = { plan: plan({ measures: everybody, gates }), people, deals: lost };
    const { company, payees } = must(calculateTexts({ ...texts, assignments: both }, '2026-Q1'));
    const statements = payees.map((each) => buildStatement(each, company));
    // 100 + 11 + 7 meet the gate: all three are counted, each shown to whom it is credited.
    expect(payees.map(({ values }) => values.cells.get('gate.all.met'))).toEqual([true, true]);
    expect(statements.map(({ deals: { rows: listed } }) => listed.map(({ id }) => id))).toEqual([
      ['d1', 'd3'],
      [],
    ]);
  });
});

describe('what cannot be paid exactly is a finding', () => {
  const bad = (assignments: string, period = '2026-Q2'): readonly string[] =>
    findings(calculateTexts({ plan: plan(), deals: won('1'), assignments }, period));
  const head = 'payee,plan,from,to,targetIncentive,quota.bookings\n';
  test.each([
    [`${head}ann,plan,2026-05-01,,40000,400000\n`, 'assignment/part-of-period assignments.csv:2:1'],
    [
      `${head}ann,plan,2026-01-01,2026-05-31,40000,400000\n`,
      'assignment/part-of-period assignments.csv:2:1',
    ],
    [
      `${head}ann,plan,2025-01-01,2025-12-31,40000,400000\n`,
      'calculation/nobody company.yaml:20:16',
    ],
  ])('%s', (assignments, finding) => {
    expect(bad(assignments)).toEqual([finding]);
  });

  test('a period of another length than the plan pays by', () => {
    expect(bad(`${head}ann,plan,2026-01-01,,40000,400000\n`, '2026-M04')[0]).toContain(
      'calculation/nobody',
    );
  });
});
