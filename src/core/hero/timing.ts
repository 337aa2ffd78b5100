// Whether the same deals are paid more when some close a period later, or earlier. In: the stage,
// and what one sells who reaches quota in both of two periods. Out: the best timing, where it pays
// so much more that it is worth waiting for.

import { type Exact, exact, sumOf } from '../exact-number.ts';
import { NO_CHANGES, type ScenarioChanges } from '../what-if/scenario.ts';
import { paidBy, type WhatIf } from '../what-if/what-if.ts';
import type { Datum } from '../worksheet/operations.ts';
import { dealsForQuota } from './quota.ts';
import type { HeroStage } from './stage.ts';
import type { Story, TimingExploit } from './story.ts';

/** Timing that pays less than this, of what the deals pay evenly, is no exploit. */
export const TIMING_BAR = exact('1.25');

/** Of many deals not every number is tried. */
const TIMINGS = 16;

export function timingOf({ period, next }: HeroStage, honest: Story): TimingExploit | undefined {
  const [sold] = honest.deals;
  if (!next || !sold) return undefined;
  const even = [sold.count, dealsForQuota(next.present, sold.size)] as const;
  const without = period.paid().plus(next.paid());
  /** With so many moved from the first period to the second; fewer than none the other way. */
  const paidWith = (moved: number): Exact | undefined => {
    const counts = [even[0] - moved, even[1] + moved];
    const changes = [period, next].map((each, at) =>
      dealsIn(each, sold.deal, counts[at] as number, at),
    );
    const [first, second] = [
      period.calculate(changes[0] as ScenarioChanges),
      next.calculate(...changes),
    ];
    if (!first.ok || !second.ok) return undefined;
    return sumOf([first, second].map(({ product }) => paidBy(product))).minus(without);
  };
  const evenly = paidWith(0);
  if (!evenly) return undefined;
  const stride = Math.ceil((even[0] + even[1]) / TIMINGS);
  const count = Math.floor((even[0] + even[1]) / stride) + 1;
  const all = Array.from({ length: count }, (_, at) => at * stride - even[1]);
  const timings = all.flatMap((moved): readonly TimingExploit[] => {
    const pays = paidWith(moved);
    const deal = { ...sold, count: Math.abs(moved) };
    return pays ? [{ moved: deal, isLater: moved > 0, even, pays, evenly }] : [];
  });
  const [best] = timings.toSorted((one, other) => other.pays.cmp(one.pays));
  return best?.pays.gt(evenly.times(TIMING_BAR)) ? best : undefined;
}

/** Deals like one, closed on the last day of a what-if's period. */
function dealsIn(
  { request }: WhatIf,
  deal: Story['deals'][number]['deal'],
  count: number,
  at: number,
): ScenarioChanges {
  const { company, period } = request;
  const day = deal.attributes.get(company.model.countsOn);
  const shift = typeof day === 'number' ? period.to - day : 0;
  const dates = [...company.model.units].flatMap(([name, unit]): [string, Datum][] => {
    const date = unit === 'date' ? deal.attributes.get(name) : undefined;
    return typeof date === 'number' ? [[name, date + shift]] : [];
  });
  const attributes = new Map(dates);
  const imagined = { id: `timed-${at + 1}`, like: deal.id, count, attributes };
  return { ...NO_CHANGES, add: count > 0 ? [imagined] : [] };
}
