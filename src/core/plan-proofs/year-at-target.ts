// A year in which a payee stands exactly at target in every period: what each period is due, and
// what the limits of the plan leave of it. Periods are evaluated in order, each knowing what the
// earlier ones paid. In: the plan and a payee's figures. Out: money per period.

import { compile } from '../calculate/compile.ts';
import type { ComponentFigures } from '../calculate/compile-segment.ts';
import { type Exact, sumOf, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import type { Datum } from '../worksheet/operations.ts';
import { argumentOf, type ComponentLook } from './component-look.ts';
import type { NominalFigures } from './nominal-figures.ts';
import { PinnedPlan } from './pinned-plan.ts';
import { baseline, yearOf } from './sampled-year.ts';

export interface PeriodAtTarget {
  readonly period: string;
  /** Sum of the components' payouts. */
  readonly due: Exact;
  /** What the plan's limits leave of it. */
  readonly paid: Exact;
}

export function yearAtTarget(
  plan: Plan,
  figures: NominalFigures,
  looks: readonly ComponentLook[],
): readonly PeriodAtTarget[] {
  const year = yearOf(plan);
  const earlier = new Map<string, Exact>();
  let paidThisYear = ZERO;
  return year.periods.map(({ id: period }, index) => {
    const pinned = new PinnedPlan(compile([{ plan, timeframe: { ...year, index } }]), figures);
    const { components, earned } = pinned.segment;
    const pins = new Map([...baseline(pinned.segment), ...atTarget(components, looks)]);
    for (const { component, paidEarlier } of components) {
      if (paidEarlier) pins.set(paidEarlier, earlier.get(component.id) ?? ZERO);
    }
    pins.set('plan.paidEarlier', paidThisYear);
    const cells = pinned.evaluate(pins);
    const payouts = components.map(({ component, payout }) => {
      const due = cells.get(payout) as Exact;
      earlier.set(component.id, (earlier.get(component.id) ?? ZERO).plus(due));
      return due;
    });
    const paid = cells.get(earned) as Exact;
    paidThisYear = paidThisYear.plus(paid);
    return { period, due: sumOf(payouts), paid };
  });
}

/** Each argument where its component pays in full; at zero where nothing says what that is. */
function atTarget(
  components: readonly ComponentFigures[],
  looks: readonly ComponentLook[],
): readonly (readonly [string, Datum])[] {
  return components.flatMap((cells) => {
    const argument = argumentOf(cells);
    const look = looks.find((each) => each.component.id === cells.component.id);
    return argument === undefined ? [] : [[argument, look?.fullPayAt ?? ZERO] as const];
  });
}
