// Checks that a pool is one sum, shared in one way, in each payout period: plans that share in a
// pool of the company at one time pay by the same period, and a plan's own pool changes with a
// payout period only. In: all versions of all plans. Out: findings at the plans' components.

import { type FiscalCalendar, periodAround } from '../calendar.ts';
import { poolFieldOf } from '../components/kinds.ts';
import { compareText } from '../diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import { allPlans, type Plans } from '../plan/plans.ts';
import type { Pool, PoolField } from '../plan/pool-terms.ts';
import { overlaps } from './period-data.ts';
import type { TableFindings } from './table-findings.ts';

/** A plan's component that shares in a pool. */
interface Sharing {
  readonly plan: Plan;
  readonly index: number;
  readonly field: PoolField;
  readonly pool: Pool;
}

export function checkPools(plans: Plans, calendar: FiscalCalendar, findings: TableFindings): void {
  const inOrder = allPlans(plans).toSorted(
    (a, b) => compareText(a.id, b.id) || a.effective.from - b.effective.from,
  );
  const all = inOrder.flatMap(sharingOf);
  for (const alike of Map.groupBy(all, ({ pool }) => pool.id).values()) {
    alike.forEach((each, at) => {
      const before = alike.slice(0, at);
      if ('company' in each.field) checkPeriods(each, before, findings);
      else checkChange(each, before.at(-1), calendar, findings);
    });
  }
}

function sharingOf(plan: Plan): readonly Sharing[] {
  return plan.components.flatMap((component, index) => {
    const [field, pool] = [poolFieldOf(component), plan.pools.get(component.id)];
    return field && pool ? [{ plan, index, field, pool }] : [];
  });
}

function checkPeriods(
  { plan, index }: Sharing,
  before: readonly Sharing[],
  findings: TableFindings,
): void {
  const other = before.find(
    (each) =>
      each.plan.payoutPeriod !== plan.payoutPeriod && overlaps(each.plan.effective, plan.effective),
  );
  if (!other) return;
  const what =
    `plan \`${plan.id}\` pays by ${plan.payoutPeriod} and plan \`${other.plan.id}\` by ` +
    `${other.plan.payoutPeriod}, and both share in the same pool`;
  const place = plan.placeOf(['components', index, 'pool', 'company']);
  findings.reportAt('pool/terms', place, what, 'give each length of period a pool of its own');
}

function checkChange(
  { plan, index, pool }: Sharing,
  before: Sharing | undefined,
  calendar: FiscalCalendar,
  findings: TableFindings,
): void {
  const { from } = plan.effective;
  const isAlike = before && areAlike(pool, before.pool);
  if (!before || isAlike || periodAround(from, plan.payoutPeriod, calendar).from === from) return;
  const what = `the pool changes with version \`${plan.version}\` in the middle of a payout period`;
  const place = plan.placeOf(['components', index, 'pool']);
  const remedy = 'let the version start with a payout period, or leave the pool as it is';
  findings.reportAt('pool/terms', place, what, remedy);
}

function areAlike(left: Pool, right: Pool): boolean {
  return (
    left.money.eq(right.money) &&
    left.shareBy === right.shareBy &&
    left.whenAllZero === right.whenAllZero
  );
}
