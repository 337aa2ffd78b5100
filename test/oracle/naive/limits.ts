// The oracle's limits: caps and floors of a component, of a group, of the plan, and what recovery may
// not take back. In: payouts as they come, a segment in a period. Out: what is left of them, or added.
// Source: ENGINE.md section 6 (the order; "Plan caps can also be expressed by group"); README.

import type { ComponentDocument, LimitDocument, PlanLimitDocument } from '../plan-document.ts';
import { Fraction, highest, lowest, total, ZERO } from './fraction.ts';
import { toCents } from './money.ts';
import { partOf, type Segment, targetOf, windowOf, type Year } from './time.ts';

/** What a segment has paid in the year's earlier periods. */
export interface Before {
  readonly payouts: readonly ReadonlyMap<string, Fraction>[];
  readonly earned: Fraction;
}

/** Money is for a whole period, or a whole year (to date): of a part of it, its part. */
function limitOf(limit: LimitDocument, target: Fraction, part: Fraction): Fraction {
  if (limit.money !== undefined) return Fraction.of(limit.money).times(part);
  return Fraction.of(limit.ofTarget ?? '').times(target);
}

export function withinLimits(
  { payoutCap, payoutFloor, window }: ComponentDocument,
  due: Fraction,
  target: Fraction,
  [year, segment, index]: readonly [Year, Segment, number],
): Fraction {
  const part = partOf(year, segment, window, index);
  const capped = payoutCap ? lowest(due, limitOf(payoutCap, target, part)) : due;
  return payoutFloor ? highest(capped, limitOf(payoutFloor, target, part)) : capped;
}

/** From the sum of payouts to what is earned. */
export function limited(
  payouts: ReadonlyMap<string, Fraction>,
  before: Before,
  year: Year,
  segment: Segment,
  index: number,
): Fraction {
  const { planCap, planFloor, components } = segment.plan;
  const sum = total([...payouts.values()]).minus(cutFromGroups(payouts, year, segment, index));
  const capped = planCap ? capOfPlan(sum, planCap, before, year, segment, index) : sum;
  const floored = planFloor ? topped(capped, planFloor, before, year, segment, index) : capped;
  if (!components.some(({ negativeTrueUp }) => negativeTrueUp === 'recover')) return floored;
  return highest(floored, ZERO.minus(before.earned));
}

function cutFromGroups(
  payouts: ReadonlyMap<string, Fraction>,
  year: Year,
  segment: Segment,
  index: number,
): Fraction {
  const { groupCaps = [], components } = segment.plan;
  const window = windowOf(year, segment, 'period', index);
  const part = partOf(year, segment, 'period', index);
  return total(
    groupCaps.map(({ actsOn, cap }) => {
      const inGroup = components.filter(({ id }) => actsOn.includes(id));
      const weights = total(inGroup.map(({ weight = '0' }) => Fraction.of(weight)));
      const limit = limitOf(cap, targetOf(window).times(weights), part);
      const sum = total(inGroup.map(({ id }) => payouts.get(id) ?? ZERO));
      return highest(ZERO, sum.minus(toCents(limit, year.scenario, segment.plan)));
    }),
  );
}

/** Over the year, what earlier periods paid has used up its part of the limit. */
function capOfPlan(
  sum: Fraction,
  cap: PlanLimitDocument,
  before: Before,
  year: Year,
  segment: Segment,
  index: number,
): Fraction {
  const limit = limitOfPlan(cap, year, segment, index);
  if (cap.over !== 'year') return lowest(sum, limit);
  return lowest(sum, highest(ZERO, limit.minus(before.earned)));
}

function topped(
  sum: Fraction,
  floor: PlanLimitDocument,
  before: Before,
  year: Year,
  segment: Segment,
  index: number,
): Fraction {
  const limit = limitOfPlan(floor, year, segment, index);
  if (floor.over !== 'year') return highest(sum, limit);
  return index === segment.until ? highest(sum, limit.minus(before.earned)) : sum;
}

function limitOfPlan(
  limit: PlanLimitDocument,
  year: Year,
  segment: Segment,
  index: number,
): Fraction {
  const isOfYear = limit.over === 'year';
  const target = isOfYear
    ? targetOf(windowOf(year, segment, 'year', segment.until))
    : targetOf(windowOf(year, segment, 'period', index));
  const part = partOf(year, segment, isOfYear ? 'year' : 'period', index);
  return toCents(limitOf(limit, target, part), year.scenario, segment.plan);
}
