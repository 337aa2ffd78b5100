// A hold that backs a clawback lasts as long as deals can be taken back: what is released was spent
// long before. In: a plan. Out: a doubt where the clawback reaches further.

import { isEventHold, type Plan, type TimedHold } from '../plan/plan.ts';
import type { PlanProof } from './doubt.ts';

const FEWEST_DAYS = { month: 28, quarter: 90, 'half-year': 181, year: 365 } as const;

export const proveBackedClawback: PlanProof = ({ plan }) => {
  const { clawback, holds } = plan;
  if (!clawback || holds.length === 0) return [];
  const timed = holds.flatMap((hold) => (isEventHold(hold) ? [] : [hold]));
  if (timed.length < holds.length) return [];
  const held = Math.max(...timed.map((hold) => daysHeld(hold, plan)));
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

/** Of a deal of the period's last day, which is held the shortest. */
function daysHeld({ release }: TimedHold, { payoutPeriod }: Plan): number {
  return 'afterDays' in release
    ? release.afterDays
    : release.afterPeriods * FEWEST_DAYS[payoutPeriod];
}
