// The index of deals finds what looking at every deal would find, whatever the hierarchy and its
// dates, and nothing else falls to a payee.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditedDeals } from '../../src/core/calculate/credit.ts';
import { DealIndex } from '../../src/core/calculate/deal-index.ts';
import { exact, exactText } from '../../src/core/exact-number.ts';
import type { Deal, Person } from '../../src/core/period-data/period-data.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { DealColumns } from '../../src/core/worksheet/deal-columns.ts';

const NAMES = ['ann', 'bob', 'cat', 'dan', 'eve'];
const name = fc.constantFrom(...NAMES);
const PLACE = { file: 'deals.csv', line: 1, column: 1 } as Deal['place'];

/** Several managers one after the other, circles between people included. */
const reporting = fc
  .array(fc.record({ manager: name, days: fc.integer({ min: 1, max: 40 }) }), { maxLength: 3 })
  .map((times) => {
    let from = 0;
    return times.map(({ manager, days }) => {
      const span = { manager, from, to: from + days - 1 };
      from += days;
      return span;
    });
  });
const people = fc
  .tuple(...NAMES.map(() => reporting))
  .map(
    (each): ReadonlyMap<string, Person> =>
      new Map(NAMES.map((id, at) => [id, { id, name: id, reporting: each[at] ?? [] }])),
  );
const deal = fc.record({
  day: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  payees: fc.uniqueArray(name, { maxLength: 3 }),
});
const deals = fc.array(deal, { maxLength: 12 }).map((made) => {
  const dealColumns = DealColumns.of(made.length, [['closed', made.map(({ day }) => day)]]);
  const held = made.map(
    ({ payees }, at): Deal => ({
      id: `d${at}`,
      attributes: dealColumns.row(at),
      credits: payees.map((payee) => ({
        payee,
        share: exact('0.25'),
        payout: exact('0.25'),
      })),
      place: PLACE,
    }),
  );
  return { deals: held, dealColumns, isPaidApart: false };
});
const scopes = fc.uniqueArray(fc.constantFrom('own', 'team', 'company'), { minLength: 1 });

function planOn(asked: readonly string[]): Plan {
  const measures = asked.map(
    (each) => [each, { deals: each, sharedDeals: 'once', date: 'closed' }] as const,
  );
  return { measures: new Map(measures) } as unknown as Plan;
}

describe('the index of deals', () => {
  test('finds the same deals and shares as looking at every deal', () => {
    fc.assert(
      fc.property(people, deals, scopes, name, (persons, held, asked, payee) => {
        const span = { from: 10, to: 80 };
        const segments = [{ plan: planOn(asked), parts: [{ from: 20, to: 70 }] }];
        const request = {
          payee,
          span,
          segments,
          attributes: ['closed'],
          withdrawn: new Set<string>(),
        };
        const data = { ...held, people: persons };
        const found = (index: Pick<DealIndex, 'candidates'>): readonly string[] =>
          creditedDeals(data, index, request).deals.map(({ deal, row }) => {
            const shares = asked.map((each) => row.get(`share.${each}.closed`));
            return [deal.id, ...shares.map((each) => exactText(each as never))].join(' ');
          });
        const everyDeal = { candidates: () => held.deals.map((_, at) => at) };
        expect(found(new DealIndex(data))).toEqual(found(everyDeal));
      }),
      { numRuns: 300 },
    );
  });
});
