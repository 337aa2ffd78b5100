// Holds and clawbacks of deals of the year before, over generated deals: what is forfeited in a
// later year was never paid, and is not taken back. Seeds are printed when a law fails.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exact, exactInteger, sumOf } from '../../src/core/exact-number.ts';
import { exactText } from '../../src/core/index.ts';
import { cells } from '../in-memory-company.ts';
import { BOOKINGS, plan } from './small-plan.ts';

const QUARTERS = ['2025', '2026'].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}-Q${q}`));
const LAST_DAY = 729;
const FORFEITED_AFTER = 90;
const component = (curve: string, window: string): string => `
  - { id: ${window}, kind: commission, title: C, measure: bookings, window: ${window}, curve: { shape: marginal, tiers: ${curve} }`;
const FLAT = `${component('[{ from: 0, rate: 10% }]', 'period')} }`;
const TIERS =
  '[{ from: 0, rate: 5% }, { from: 60000, rate: 12.5% }, { from: 140000, rate: 8.25% }]';
const TIERED = `${component(TIERS, 'period')} }${component(TIERS, 'year-to-date')}, negativeTrueUp: recover }`;

const measures = `${BOOKINGS}
  kept: { calculate: reported, unit: ratio, combine: latest }`;
const BY_EVENT = `clawback: { on: cancelled, takes: 100% }
holds:
  - { id: cash, title: Cash, share: 50%, actsOn: all, release: { on: paid }, forfeit: { afterDays: ${FORFEITED_AFTER}, since: closed }, whenLeaving: release }`;

const BY_TIME = `clawback: { on: cancelled, takes: 100% }
holds:
  - { id: time, title: Time, share: 50%, actsOn: all, release: { afterPeriods: 1 }, provided: { measure: kept, window: period, require: { atLeast: 95% } }, whenLeaving: release }`;

const after = (max: number) => fc.option(fc.integer({ min: 0, max }));
const deal = fc.record({
  day: fc.integer({ min: 0, max: LAST_DAY }),
  twenties: fc.integer({ min: 1, max: 5000 }),
  paidAfter: after(2 * FORFEITED_AFTER),
  cancelledAfter: after(500),
});
type MadeDeal = typeof deal extends fc.Arbitrary<infer Made> ? Made : never;
const deals = fc.array(deal, { maxLength: 8 });

const dateOf = (day: number): string =>
  new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);

function row({ day, twenties, paidAfter, cancelledAfter }: MadeDeal, index: number): string {
  const [cancelled, paid] = [cancelledAfter, paidAfter].map((days) =>
    days === null ? '' : dateOf(day + days),
  );
  return `d${index},ann,${dateOf(day)},${twenties * 20},won,yes,0%,${cancelled},${paid}`;
}

const ASSIGNED = 'payee,plan,from,targetIncentive\nann,plan,2025-01-01,0\n';
const carried = (held: string): string => `payee,plan,from,to,targetIncentive,balance.time.2025-Q4
ann,plan,2025-01-01,2025-12-31,0,
ann,plan,2026-01-01,,0,${held}
`;

/** Ann's payments of both years together; what 2025 holds by time is carried into 2026 by hand. */
function paidFor(
  made: readonly MadeDeal[],
  components: string,
  rest = BY_EVENT,
  kept = '',
): string {
  const deals = `${made.map(row).join('\n')}\n`;
  const texts = {
    plan: plan({ measures, components, rest }).replace('from: 2026', 'from: 2025'),
    deals: `id,owner,closed,amount,stage,fit,discount,cancelled,paid\n${deals}`,
    reported: `measure,period,figure\n${kept}`,
    attributes: 'cancelled: { unit: date }\n      paid: { unit: date }',
  };
  let held = '0';
  const paid = QUARTERS.map((quarter) => {
    const found = cells(
      { ...texts, assignments: rest === BY_TIME ? carried(held) : ASSIGNED },
      quarter,
    );
    if (quarter === '2025-Q4') held = found['hold.time.balanceAfter'] ?? '0';
    return exact(found['plan.total'] ?? '');
  });
  return exactText(sumOf(paid));
}

/** A cancelled deal leaves nothing; others half, and the rest if they were paid for in time. */
function leaves({ day, twenties, paidAfter, cancelledAfter }: MadeDeal): number {
  const isBy = (days: number | null, last = LAST_DAY): boolean =>
    days !== null && day + days <= last;
  if (isBy(cancelledAfter)) return 0;
  const isReleased = isBy(paidAfter) && isBy(paidAfter, day + FORFEITED_AFTER);
  return isReleased ? 2 * twenties : twenties;
}

describe('holds and clawbacks over two years', () => {
  test('leave of each deal what was released of it, and of a cancelled one nothing', () => {
    fc.assert(
      fc.property(deals, (made) => {
        const left = sumOf(made.map((each) => exactInteger(leaves(each))));
        expect(paidFor(made, FLAT)).toBe(exactText(left));
      }),
      { numRuns: 40 },
    );
  });

  test('leave nothing where every deal is cancelled, whatever tiers made of it', () => {
    fc.assert(
      fc.property(deals, fc.nat({ max: 100 }), (made, days) => {
        const cancelled = made.map((each) => ({
          ...each,
          cancelledAfter: Math.min(each.cancelledAfter ?? days, LAST_DAY - each.day),
        }));
        expect(paidFor(cancelled, TIERED)).toBe('0');
      }),
      { numRuns: 40 },
    );
  });

  test('nor of deals cancelled on one day, where holds end by time and are lost in some quarters', () => {
    const quarters = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(deals, quarters, fc.nat({ max: LAST_DAY }), (made, areKept, last) => {
        const cancelled = made.map((each) => {
          const day = Math.min(each.day, last);
          return { ...each, day, cancelledAfter: last - day };
        });
        const kept = QUARTERS.map((quarter, at) => `kept,${quarter},${areKept[at] ? 95 : 94}%\n`);
        expect(paidFor(cancelled, TIERED, BY_TIME, kept.join(''))).toBe('0');
      }),
      { numRuns: 40 },
    );
  });
});
