// Whose deals count: teams by date, splits, the whole company; and what cannot be paid exactly.

import { describe, expect, test } from '@jest/globals';
import { calculateTexts, cells, findings } from '../in-memory-company.ts';
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
