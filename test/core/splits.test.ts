// What is split: a payout adds up to the commission of the whole deal, to the cent, for all who
// share it, whatever the currency; statements say by what part a deal was paid.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sumOf } from '../../src/core/exact-number.ts';
import { buildStatement, exactText } from '../../src/core/index.ts';
import { statementJson } from '../../src/render/json.ts';
import { statementView } from '../../src/render/statement-view.ts';
import { calculateTexts, findings, must } from '../in-memory-company.ts';
import { BOOKINGS, deals, plan } from './small-plan.ts';

const NAMES = ['ann', 'bob', 'cat', 'dan', 'eve'];
const ASSIGNED = `payee,plan,from,targetIncentive\n${NAMES.map((name) => `${name},plan,2026-01-01,0\n`).join('')}`;

function texts(fields: string, shares: readonly number[], amount: string) {
  const components = `
  - { id: rate, kind: commission, title: Commission, measure: bookings, window: period, ${fields} }`;
  const rows = shares.map(
    (share, index) => `d1,${NAMES[index]},${(share / 100).toFixed(2)}%,payout`,
  );
  return {
    plan: plan({ measures: BOOKINGS, components }),
    people: `id\n${NAMES.join('\n')}\n`,
    assignments: ASSIGNED,
    deals: deals(`d1,ann,2026-02-10,${amount},won,yes,0%`),
    splits: `deal,payee,share,of\n${rows.join('\n')}\n`,
  };
}

/** Parts of 10,000 that make it, some of them nothing. */
const parts = fc
  .uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: NAMES.length - 1 })
  .map((cuts) => {
    const ends = [...cuts.toSorted((a, b) => a - b), 10_000];
    return ends.map((end, index) => end - (ends[index - 1] ?? 0));
  });
const rates = fc.constantFrom(
  'curve: { shape: marginal, tiers: [{ from: 0, rate: 8.75% }] }',
  'rates: [{ when: fit, rate: 7.77% }, { rate: 1% }]',
  'per: deal, curve: { shape: marginal, tiers: [{ from: 0, rate: 5% }, { from: 100, rate: 9.9% }] }',
);
const currencies = fc.constantFrom('USD', 'JPY', 'KWD');

describe('a split payout', () => {
  test('is the commission of the whole deal, to the cent', () => {
    fc.assert(
      fc.property(
        rates,
        parts,
        fc.integer({ min: -9_000_000, max: 9_000_000 }),
        currencies,
        (fields, shares, cents, currency) => {
          const paid = (split: readonly number[]) => {
            const given = texts(fields, split, (cents / 100).toFixed(2));
            return must(calculateTexts({ ...given, currency }, '2026-Q1')).payees.map(
              ({ values }) => values.cells.get('rate.payout') as never,
            );
          };
          // Ann alone has all of it.
          expect(exactText(sumOf(paid(shares)))).toBe(exactText(sumOf(paid([10_000]))));
        },
      ),
      { numRuns: 120 },
    );
  });

  test('is said on the statement beside the credit', () => {
    const fields = 'rates: [{ rate: 10% }]';
    const given = texts(fields, [7_000, 3_000], '80000');
    const { payees, company } = must(calculateTexts(given, '2026-Q1'));
    const [ann] = payees.map((payee) => buildStatement(payee, company));
    if (!ann) throw new Error('nobody was paid');
    const groups = statementView(ann).deals?.list.groups.map(({ title }) => title);
    expect(groups).toEqual(['100%, counts in full, paid by 70%; Commission: 10%, any other deal']);
    expect(statementJson(ann).deals.rows[0]).toMatchObject({
      credits: [{ share: '1', payout: '0.7', credited: '80000.00' }],
      rulings: [{ figure: '0.1', earned: '5600' }],
    });
  });
});

describe('rows of shares', () => {
  const found = (...rows: readonly string[]): readonly string[] => {
    const given = texts('rates: [{ rate: 10% }]', [], '100');
    const splits = `deal,payee,share,of\n${rows.join('\n')}\n`;
    return findings(calculateTexts({ ...given, splits }, '2026-Q1'));
  };
  test.each([
    [['d1,ann,50%,pay', 'd1,bob,50%,payout'], ['document/unknown-word splits.csv:2:12']],
    [['d1,ann,50%,payout', 'd1,bob,40%,payout'], ['splits/not-whole splits.csv:2:8']],
    [['d1,ann,50%,credit', 'd1,bob,40%,credit'], ['splits/not-whole splits.csv:2:8']],
    [['d1,ann,100%,credit', 'd1,ann,100%,payout'], []],
    [['d1,bob,100%,overlay', 'd1,bob,10%,overlay'], ['splits/overlay splits.csv:2:4']],
    [['d1,bob,0%,overlay'], ['splits/overlay splits.csv:2:8']],
  ])('%j', (rows, expected) => {
    expect(found(...rows)).toEqual(expected);
  });

  test('only a team shares deals', () => {
    const measures = `\n  bookings: { calculate: sum, of: amount, deals: own, sharedDeals: each }`;
    const given = { plan: plan({ measures }) };
    expect(findings(calculateTexts(given, '2026-Q1'))).toEqual([
      'document/unknown-field plan.yaml:10:68',
    ]);
  });
});
