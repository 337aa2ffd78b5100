// A pool is shared to the cent, whoever is asked for and in whatever order the rows come; what
// stands in the way of one payee's points stands in everybody's, and is said once.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sumOf } from '../../src/core/exact-number.ts';
import { buildStatement, exactText } from '../../src/core/index.ts';
import { statementJson } from '../../src/render/json.ts';
import { statementView } from '../../src/render/statement-view.ts';
import { calculateTexts, findings, must } from '../in-memory-company.ts';
import { plan } from './small-plan.ts';

const pool = (terms: string, missing = 'stop'): string => `
  - id: pool
    kind: pool
    title: Team pool
    window: period
    pool: ${terms}
    scorer: VP Sales
    scale: { upTo: 200% }
    missingScore: ${missing}
    goals: [{ id: helps, title: Helps, weight: 100% }]`;

const NAMES = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gil'];
const PEOPLE = `id\n${NAMES.join('\n')}\n`;

interface Sharer {
  readonly score: number;
  readonly targetCents: number;
}

function texts(terms: string, sharers: readonly Sharer[], missing?: string) {
  const rows = sharers.map(({ score, targetCents }, index) => ({
    assignment: `${NAMES[index]},plan,2026-01-01,${(targetCents / 100).toFixed(2)}`,
    score: `${NAMES[index]},2026-Q1,pool,helps,${score}%`,
  }));
  return {
    plan: plan({ components: pool(terms, missing) }),
    people: PEOPLE,
    assignments: `payee,plan,from,targetIncentive\n${rows.map((each) => each.assignment).join('\n')}\n`,
    scores: `payee,period,component,goal,score\n${rows.map((each) => each.score).join('\n')}\n`,
  };
}

function shares(...given: Parameters<typeof texts>): readonly string[] {
  const { payees } = must(calculateTexts(texts(...given), '2026-Q1'));
  return payees.map(({ values }) => exactText(values.cells.get('pool.payout') as never));
}

const sharers = fc.array(
  fc.record({ score: fc.integer({ min: 0, max: 200 }), targetCents: fc.nat(10_000_000) }),
  { minLength: 1, maxLength: NAMES.length },
);

describe('a pool', () => {
  test.each(['score', 'score-times-target'])('by %s: shares add up to it', (shareBy) => {
    fc.assert(
      fc.property(sharers, fc.integer({ min: 1, max: 100_000_000 }), (made, cents) => {
        const money = (cents / 100).toFixed(2);
        const terms = `{ money: ${money}, shareBy: ${shareBy}, whenAllZero: equally }`;
        const { payees } = must(calculateTexts(texts(terms, made), '2026-Q1'));
        const paid = payees.map(({ values }) => values.cells.get('pool.payout') as never);
        expect(exactText(sumOf(paid))).toBe(String(Number(money)));
      }),
      { numRuns: 60 },
    );
  });

  test('asked for one payee, it gives the same cents', () => {
    const made = [
      { score: 100, targetCents: 1 },
      { score: 100, targetCents: 1 },
      { score: 100, targetCents: 1 },
    ];
    const terms = '{ money: 100, shareBy: score, whenAllZero: nothing }';
    expect(shares(terms, made)).toEqual(['33.34', '33.33', '33.33']);
    const alone = NAMES.slice(0, 3).map((payee) => {
      const { payees } = must(calculateTexts(texts(terms, made), '2026-Q1', payee));
      expect(payees).toHaveLength(1);
      return exactText(payees[0]?.values.cells.get('pool.payout') as never);
    });
    expect(alone).toEqual(['33.34', '33.33', '33.33']);
  });

  test('with no points at all it is shared equally, or kept, as the plan says', () => {
    const made = [
      { score: 0, targetCents: 1 },
      { score: 0, targetCents: 1 },
      { score: 0, targetCents: 1 },
    ];
    const terms = (whenAllZero: string): string =>
      `{ money: 0.10, shareBy: score, whenAllZero: ${whenAllZero} }`;
    expect(shares(terms('equally'), made)).toEqual(['0.04', '0.03', '0.03']);
    expect(shares(terms('nothing'), made)).toEqual(['0', '0', '0']);
  });

  test('a missing score of one payee stops the pool of all, and is said once', () => {
    const terms = '{ money: 100, shareBy: score, whenAllZero: nothing }';
    const made = [
      { score: 50, targetCents: 1 },
      { score: 50, targetCents: 1 },
    ];
    const given = texts(terms, made);
    const scores = given.scores.split('\n').slice(0, 2).join('\n');
    const missing = ['calculation/score-missing plan.yaml:20:13'];
    expect(findings(calculateTexts({ ...given, scores }, '2026-Q1'))).toEqual(missing);
    expect(findings(calculateTexts({ ...given, scores }, '2026-Q1', 'ann'))).toEqual(missing);
  });

  test('a statement says the pool, own points, all points and the share', () => {
    const terms = '{ money: 1000, shareBy: score, whenAllZero: nothing }';
    const made = [
      { score: 100, targetCents: 1 },
      { score: 50, targetCents: 1 },
    ];
    const { payees, company } = must(calculateTexts(texts(terms, made), '2026-Q1'));
    const statement = buildStatement(payees[0] as never, company);
    expect(statementView(statement).cards[0]?.ledger.map(({ figure }) => figure)).toEqual([
      '1,000.00',
      '1',
      '1.5',
      '666.67',
    ]);
    expect(statementJson(statement).components[0]).toMatchObject({
      poolMoney: '1000.00',
      points: { number: '1', unit: 'number' },
      allPoints: { number: '1.5', unit: 'number' },
      payout: '666.67',
    });
  });
});
