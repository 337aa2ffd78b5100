// A hold that backs a clawback lasts as long as deals can be taken back: what is released was spent
// long before. In: a plan. Out: a doubt where the clawback reaches further.

import {
  addMonths,
  type FiscalCalendar,
  monthsIn,
  periodAround,
  periodsOfYear,
} from '../calendar.ts';
import { isEventHold, type Plan, type TimedHold } from '../plan/plan.ts';
import type { PlanProof } from './doubt.ts';

/** One of them has a leap day. */
const YEARS_LOOKED_AT = [0, 1, 2, 3];

export const proveBackedClawback: PlanProof = ({ plan, company }) => {
  const { clawback, holds } = plan;
  if (!clawback || holds.length === 0) return [];
  const timed = holds.flatMap((hold) => (isEventHold(hold) ? [] : [hold]));
  if (timed.length < holds.length) return [];
  const calendar = company?.calendar ?? { startMonth: 1 };
  const held = Math.max(...timed.map((hold) => daysHeld(hold, plan, calendar)));
  const { takes } = clawback;
  const reach = 'schedule' in takes ? takes.schedule.at(-1)?.withinDays : undefined;
  if (reach !== undefined && reach <= held) return [];
  const until = reach === undefined ? 'at any time' : `for ${reach} days`;
  return [
    {
      code: 'clawback/longer-than-hold',
      path: ['clawback', 'takes'],
      what: `deals are taken back ${until}, and what is held is released after ${held} days`,
      remedy: 'hold as long as deals can be taken back, or take them back by a shorter schedule',
    },
  ];
};

/** Of a deal of a period's last day, which is held the shortest, before the shortest periods. */
function daysHeld(
  { release }: TimedHold,
  { payoutPeriod, effective }: Plan,
  calendar: FiscalCalendar,
): number {
  if ('afterDays' in release) return release.afterDays;
  const months = release.afterPeriods * monthsIn(payoutPeriod);
  const { fiscalYear } = periodAround(effective.from, payoutPeriod, calendar);
  const after = YEARS_LOOKED_AT.flatMap((later) =>
    periodsOfYear(fiscalYear + later, payoutPeriod, calendar),
  );
  return Math.min(...after.map(({ from }) => addMonths(from, months) - from));
}
