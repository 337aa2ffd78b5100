// How long a hold backs clawbacks: as many days as its periods have at the least, by the company's
// fiscal year. On that day a clawback is backed, a day later it is doubted.

import { expect, test } from '@jest/globals';
import { provePlan } from '../../../src/core/index.ts';
import { companyOf, companyText, must, planOf } from '../../in-memory-company.ts';
import { plan } from '../small-plan.ts';

function doubts(periods: number, kind: string, startMonth: number, withinDays: number) {
  const text = companyText('USD', 'cancelled: { unit: date }');
  const company = companyOf(text.replace('startMonth: 1', `startMonth: ${startMonth}`));
  const rest = `clawback: { on: cancelled, takes: { since: closed, schedule: [{ withinDays: ${withinDays}, share: 100% }] } }
holds: [{ id: backing, title: Hold, share: 20%, actsOn: all, release: { afterPeriods: ${periods} }, whenLeaving: release }]`;
  const written = plan({ rest }).replace('payoutPeriod: quarter', `payoutPeriod: ${kind}`);
  const { diagnostics } = provePlan(must(planOf(written, company)), { company });
  return diagnostics.flatMap(({ code, what }) =>
    code === 'clawback/longer-than-hold' ? [what] : [],
  );
}

test.each([
  ['January to March', 1, 'quarter', 1, 90],
  ['February to April', 1, 'quarter', 2, 89],
  ['October to March', 2, 'quarter', 1, 181],
  ['a year without a leap day', 4, 'quarter', 1, 365],
  ['February', 1, 'month', 1, 28],
  ['February to April, by months', 3, 'month', 1, 89],
  ['September to February', 1, 'half-year', 3, 181],
  ['two years without a leap day', 2, 'year', 1, 730],
] as const)('%s', (_name, periods, kind, startMonth, days) => {
  expect(doubts(periods, kind, startMonth, days)).toEqual([]);
  const late = days + 1;
  expect(doubts(periods, kind, startMonth, late)).toEqual([
    `deals are taken back for ${late} days, and what is held is released after ${days} days`,
  ]);
});
