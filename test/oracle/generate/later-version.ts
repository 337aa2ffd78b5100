// A later version of a generated plan: from a day within the year on it pays by other rates and weights.
// In: choices, the plan. Out: both versions, each with the days on which it holds.

import { type FiscalPeriod, isoOf } from '../naive/fiscal-periods.ts';
import type { ComponentDocument, PlanDocument } from '../plan-document.ts';
import type { Scenario } from '../scenario.ts';
import { mayChangeInside } from './make-assignments.ts';
import type { Pick } from './pick.ts';

type Versions = { readonly plan: PlanDocument } & Partial<Scenario>;

/** Only the plan itself where the year has but one period; versions are not blended. */
export function laterVersion(
  pick: Pick,
  plan: PlanDocument,
  periods: readonly FiscalPeriod[],
): Versions {
  const [, ...starts] = periods.map(({ from }) => from);
  const { from, to } = plan.effective;
  const isInside = mayChangeInside({ ...plan, segments: 'separate' }) && pick.odds(50);
  const days = isInside ? periods.map((each) => pick.whole(each.from + 1, each.to)) : starts;
  if (days.length === 0 || plan.segments === 'blended') return { plan };
  const start = pick.one(days);
  const components = plan.components.map((each) => changed(pick, each));
  const before = { from, to: isoOf(start - 1) };
  return {
    plan: { ...plan, segments: 'separate', effective: before },
    laterPlan: {
      ...plan,
      segments: 'separate',
      version: '2',
      effective: { from: isoOf(start), to },
      components,
    },
  };
}

/** Other caps, and other windows: what is to date starts anew with each version. */
function changed(pick: Pick, component: ComponentDocument): ComponentDocument {
  const { each, curve } = component;
  if (each !== undefined) return { ...component, each: '77.77' };
  if (!curve?.tiers || curve.shape === 'pro-rata') return component;
  const tiers = curve.tiers.map((tier) => ({ ...tier, rate: pick.percent(0, 25) }));
  return { ...component, curve: { ...curve, tiers } };
}
