// Makes a scenario from choices: the generator of all laws.
// In: choices and what the law wants. Out: a scenario that the product accepts.

import { fiscalPeriods } from '../naive/fiscal-periods.ts';
import type { PeriodKind } from '../plan-document.ts';
import type { Scenario } from '../scenario.ts';
import { aimed } from './aim.ts';
import { laterVersion } from './later-version.ts';
import { makePlan } from './make-plan.ts';
import { makeTables } from './make-tables.ts';
import type { Pick } from './pick.ts';
import type { Wanted } from './wanted.ts';

/** Twelve periods cost as much as three years of quarters, so there are few years of months. */
const PERIOD_KINDS: readonly PeriodKind[] = [
  ...Array<PeriodKind>(8).fill('quarter'),
  ...Array<PeriodKind>(6).fill('half-year'),
  ...Array<PeriodKind>(4).fill('year'),
  'month',
];

export function makeScenario(pick: Pick, wanted: Wanted = {}): Scenario {
  const isAny = !wanted.rising && !wanted.reversible;
  const manner = {
    ...wanted,
    isRound: pick.odds(50),
    hasGaps: isAny && !wanted.complete && pick.odds(15),
  };
  const currency = pick.one(['USD', 'USD', 'USD', 'JPY', 'KWD'] as const);
  const startMonth = pick.one([1, 1, 2, 4, 7, 10]);
  const fiscalYear = pick.one([2026, 2026, 2024]);
  const payoutPeriod = pick.one(PERIOD_KINDS);
  const periods = fiscalPeriods(fiscalYear, startMonth, payoutPeriod);
  const { plan, measures } = makePlan(pick, payoutPeriod, periods, manner);
  const dealRateOn = pick.odds(15) ? pick.one(['closed', 'signed']) : undefined;
  const isConverted = dealRateOn !== undefined;
  const tables = makeTables({ pick, plan, measures, periods, currency, manner, isConverted });
  const company = { currency, startMonth, fiscalYear, ...(dealRateOn && { dealRateOn }) };
  const later = isAny && pick.odds(15) ? laterVersion(pick, plan, periods) : undefined;
  return aimed(pick, { ...company, tables, ...(later ?? { plan }) });
}
