// The quota of a period in money, and how many deals of a size reach it. In: the period's
// calculation. Out: a figure, a number of deals.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { type Component, measureLookedAt } from '../components/kinds.ts';
import { type Exact, wholeCount, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';

/** Where a plan has no quota in money, a few deals stand for it. */
const FEW = 3;

export interface MoneyQuota {
  readonly money: Exact;
  /** Of the year to date: what earlier periods reached of it counts. */
  readonly isToDate: boolean;
}

export function dealsFor(quota: Exact | undefined, size: Exact): number {
  return quota ? Math.max(1, wholeCount(quota.div(size).round(0))) : FEW;
}

/** A reported result is reached by no deal. */
function isOfDeals(component: Component, plan: Plan): boolean {
  const measure = measureLookedAt(component, plan);
  return measure !== undefined && measure.calculate !== 'reported';
}

export function quotaOf({ compiled, values }: PayeeCalculation): MoneyQuota | undefined {
  const all = compiled.segments.flatMap(({ components }) => components);
  const asked = all.find(
    ({ component, quota, resultUnit }) =>
      quota !== undefined && resultUnit === 'money' && isOfDeals(component, compiled.plan),
  );
  const money = asked?.quota === undefined ? undefined : values.cells.get(asked.quota);
  if (!asked || typeof money !== 'object' || !money.gt(ZERO)) return undefined;
  return { money, isToDate: asked.component.window === 'year-to-date' };
}
