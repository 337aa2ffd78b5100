// The rate that a payment is converted by, where payroll pays in another currency than the plan's.
// In: the compiled plan, the payee's segments of the period, all rates. Out: the rate of the day
// that the plan states, or a finding; none is guessed. Source: ENGINE.md sections 3 and 7.

import { missingRate } from '../company/conversions.ts';
import { type Outcome, outcomeOf } from '../diagnostic.ts';
import type { PeriodData } from '../period-data/period-data.ts';
import { otherCurrency, type PayoutRate, payoutRateDay } from '../settlement/payout-currency.ts';
import type { CompiledPlan } from './compile.ts';
import type { Segment } from './segments.ts';
import { periodOf } from './timeframe.ts';

/** What payroll pays in where that is not the plan's: as the part says in which a period ends. */
export function payoutCurrencyOf(segments: readonly Segment[], index: number): string | undefined {
  const parts = segments.flatMap(({ parts: all }) => all.filter(({ since }) => since <= index));
  const last = parts.toSorted((a, b) => a.from - b.from).at(-1);
  return last && otherCurrency(last.assignment, last.plan);
}

/** Nothing where the payment stays in the plan's currency. */
export function payoutRateOf(
  { plan, timeframe, paidIn }: CompiledPlan,
  segments: readonly Segment[],
  { rates }: PeriodData,
): Outcome<{ readonly payoutRate?: PayoutRate }> {
  if (!paidIn) return outcomeOf({}, []);
  const { currency } = paidIn;
  const day = payoutRateDay(plan, periodOf(timeframe));
  const found = rates.on(day, plan.currency, currency);
  if (found) return outcomeOf({ payoutRate: { currency, day, found } }, []);
  const place = segments.at(-1)?.parts.at(-1)?.assignment.placeOf('payoutCurrency');
  const asked = { from: plan.currency, to: currency, day };
  const missing = missingRate(place ?? plan.placeOf(['payoutRateOn']), asked);
  return outcomeOf<{ readonly payoutRate?: PayoutRate }>(undefined, [missing]);
}
