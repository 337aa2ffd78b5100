// Ramps: the stated parts of quota and target incentive that a new hire has at first, by months or
// payout periods since a stated day. In: a plan's ramp and the day. Out: the days of each step;
// after the last one, and for who has no such day, everything is whole. Source: ENGINE.md, 4 and 7.

import {
  addMonths,
  type DayNumber,
  type FiscalCalendar,
  monthsIn,
  periodAround,
} from '../calendar.ts';
import { type Exact, ONE } from '../exact-number.ts';
import type { Span } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';

/** What of quota and target incentive holds: 1 is all of it. */
export interface Ramped {
  readonly quota: Exact;
  readonly targetIncentive: Exact;
}

/** The days of a step, with what holds on them. */
export type RampStep = Span & Ramped;

export const NOT_RAMPED: Ramped = { quota: ONE, targetIncentive: ONE };

/** Months are counted from the day itself, payout periods from the start of the one around it. */
export function rampSteps(
  { ramp, payoutPeriod }: Plan,
  day: DayNumber | undefined,
  calendar: FiscalCalendar,
): readonly RampStep[] {
  if (!ramp || day === undefined) return [];
  let passed = 0;
  return ramp.map(({ months, periods, quota, targetIncentive }) => {
    const isByMonth = months !== undefined;
    const first = isByMonth ? day : periodAround(day, payoutPeriod, calendar).from;
    const from = addMonths(first, passed);
    passed += months ?? (periods ?? 0) * monthsIn(payoutPeriod);
    const to = addMonths(first, passed) - 1;
    return { from, to, quota, targetIncentive: targetIncentive ?? ONE };
  });
}

/** Whether a plan's ramp says anything about quotas, or about target incentives. */
export function isRamped({ ramp }: Plan, of: keyof Ramped): boolean {
  return ramp?.some((step) => step[of] !== undefined) === true;
}
