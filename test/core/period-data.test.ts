// What tables are refused for, and what they are not: periods and their lengths, units of figures,
// teams that change places, names. The order of rows changes nothing that is said.

import { describe, expect, test } from '@jest/globals';
import { numberIssue } from '../../src/core/document/leaf-issues.ts';
import { calculateTexts, cells, findings, must, type Texts } from '../in-memory-company.ts';

const LINE = '{ shape: linear, points: [{ at: 0%, pays: 0% }, { at: 100%, pays: 100% }]';
const plan = (unit = 'ratio', deals = 'own'): string => `
plan: plan
title: Plan
version: '1'
effective: { from: 2026-01-01, to: 2026-12-31 }
payoutPeriod: quarter
rounding: half-up
measures:
  nrr: { calculate: reported, unit: ${unit}, combine: latest }
  deals: { calculate: count, deals: ${deals} }
components:
  - id: nrr
    kind: kpi
    title: Retention
    weight: 50%
    measure: nrr
    window: period
    quota: assigned
    attainment: ratio
    curve: ${LINE}, below: nothing, above: hold }
  - id: goals
    kind: mbo
    title: Goals
    weight: 50%
    window: period
    scorer: Boss
    scale: { upTo: 100% }
    missingScore: zero
    goals: [{ id: one, title: One, weight: 100% }]
    curve: ${LINE}, below: nothing, above: hold }
`;

interface Rows {
  readonly reported?: readonly string[];
  readonly scores?: readonly string[];
  readonly people?: readonly string[];
  readonly quota?: string;
  readonly unit?: string;
}

const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

function texts({ reported, scores, people, quota = '100%', unit }: Rows): Texts {
  const given = people ?? ['ann,Ann,,boss,,', 'boss,Bo,,,,'];
  return {
    plan: plan(unit),
    people: table('id,name,title,manager,from,to', ...given),
    assignments: table(
      'payee,plan,from,targetIncentive,quota.nrr',
      `ann,plan,2026-01-01,40000,${quota}`,
    ),
    reported: table('measure,period,payee,figure', ...(reported ?? ['nrr,2026-Q1,,100%'])),
    scores: table('payee,period,component,goal,score', ...(scores ?? [])),
  };
}

const found = (rows: Rows): readonly string[] => findings(calculateTexts(texts(rows), '2026-Q1'));
const said = (rows: Rows): readonly string[] =>
  calculateTexts(texts(rows), '2026-Q1').diagnostics.map(
    ({ what, remedy }) => `${what}: ${remedy}`,
  );
const total = (rows: Rows): string | undefined => cells(texts(rows))['plan.total'];

describe('periods', () => {
  test('another spelling is the same period', () => {
    const scores = ['ann,2026-Q01,goals,one,50%'];
    expect(total({ reported: ['nrr,2026-Q01,,100%'], scores })).toBe('7500');
    const twice = ['ann,2026-Q1,goals,one,50%', 'ann,2026-Q01,goals,one,60%'];
    expect(found({ scores: twice })).toEqual(['data/duplicate-row scores.csv:3:1']);
  });

  test('of a length that no plan pays by would never be looked for', () => {
    expect(found({ scores: ['ann,2026-M01,goals,one,50%'] })).toEqual([
      'data/period-length scores.csv:2:5',
    ]);
    expect(said({ reported: ['nrr,2026-Q1,,100%', 'nrr,2026-M7,,100%'] })).toEqual([
      '`2026-M07` is a month, and `nrr` is measured by quarter: write a quarter, such as `2026-Q3`',
    ]);
  });
});

describe('units', () => {
  const remedy = '`104` without a percent sign is 10400%: write `104%`, or `1.04`';
  test.each([['104%'], ['1.04'], ['9.99'], ['-0.5']])('a ratio may be written %s', (figure) => {
    expect(found({ reported: [`nrr,2026-Q1,,${figure}`] })).toEqual([]);
  });

  test('a plain 104 is no ratio: as a figure, a quota, a score, an attribute of a deal', () => {
    expect(said({ reported: ['nrr,2026-Q1,,104'] })).toEqual([remedy]);
    expect(said({ quota: '104' })).toEqual([remedy]);
    expect(found({ scores: ['ann,2026-Q1,goals,one,80'] })).toEqual([
      'document/percentage scores.csv:2:23',
    ]);
    const deals = table('id,owner,closed,amount,stage,fit,discount', 'd,ann,2026-01-02,1,,,15');
    expect(findings(calculateTexts({ ...texts({}), deals }, '2026-Q1'))).toEqual([
      'document/percentage deals.csv:2:22',
    ]);
  });

  test.each(['money', 'number', 'count', 'days'])('a percentage is no %s', (unit) => {
    const reported = ['nrr,2026-Q1,,100%'];
    expect(found({ unit, quota: '104', reported })).toEqual(['data/unit reported.csv:2:14']);
    expect(found({ unit, quota: '104%', reported: ['nrr,2026-Q1,,104'] })).toEqual([
      'data/unit assignments.csv:2:27',
    ]);
  });
});

describe('people', () => {
  const swap = [
    'ann,Ann,,bob,,2026-06-30',
    'ann,Ann,,,2026-07-01,',
    'bob,Bob,,,,2026-06-30',
    'bob,Bob,,ann,2026-07-01,',
  ];

  test('who swap places on a day stand in no circle', () => {
    expect(found({ people: swap })).toEqual([]);
  });

  test('who report to each other for a day stand in one, said once, in any order of rows', () => {
    const people = ['bob,Bob,,ann,2026-06-30,', 'ann,Ann,,bob,,2026-06-30'];
    const what =
      '`bob` reports to `ann`, who reports to `bob` on 2026-06-30: ' +
      'correct the manager in one of their rows';
    expect(said({ people })).toEqual([what]);
    expect(said({ people: people.toReversed() })).toEqual([what]);
  });

  test('a title may follow another, and the order of rows does not choose', () => {
    const people = ['ann,Ann,Seller,,,2026-06-30', 'ann,,Lead,,2026-07-01,'];
    for (const rows of [people, people.toReversed()]) {
      const { payees } = must(calculateTexts(texts({ people: rows }), '2026-Q1'));
      expect(payees[0]?.payee).toMatchObject({ name: 'Ann', title: 'Lead' });
    }
  });

  test('two names, or two titles at a time, are said alike in any order of rows', () => {
    const people = ['ann,Ann,Seller,,,', 'ann,Anna,Lead,,,2026-06-30'];
    expect(found({ people })).toEqual([
      'people/two-names people.csv:2:5',
      'people/two-names people.csv:2:9',
    ]);
    expect(said({ people: people.toReversed() })).toEqual(said({ people }));
  });
});

test.each([
  ['100000,50', '100000.50'],
  ['-7,5', '-7.5'],
  ['1.234,56', '1234.56'],
  ['1.234.567,891', '1234567.891'],
  ['€ 1 234,5', '1234.5'],
  ['0,125', '0.125'],
  ['1,054', '1054'],
  ['1,054,000.25', '1054000.25'],
  ['12,34,567', '1234567'],
  ["1'054.50", '1054.50'],
  ['$90,000', '90000'],
])('instead of %s the remedy offers %s', (text, plain) => {
  expect(numberIssue(text).remedy).toContain(`write \`${plain}\`:`);
});

test.each(['1.5,3', '1,2,3', '1,23.5', '2m', ','])('nothing is offered for %s', (text) => {
  expect(numberIssue(text).remedy).toMatch(/^write digits/);
});
