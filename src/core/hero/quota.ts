// How many deals of a size reach the quota of a period, for one who sells what is wanted.
// In: the period's calculation. Out: a number of deals.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { type Exact, wholeCount } from '../exact-number.ts';

/** Where a plan has no quota in money, a few deals stand for it. */
const FEW = 3;

export function dealsForQuota(present: PayeeCalculation, size: Exact): number {
  const quota = quotaOf(present);
  return quota ? Math.max(1, wholeCount(quota.div(size).round(0))) : FEW;
}

function quotaOf({ compiled, values }: PayeeCalculation): Exact | undefined {
  const all = compiled.segments.flatMap(({ components }) => components);
  const asked = all.find(({ quota, resultUnit }) => quota !== undefined && resultUnit === 'money');
  const quota = asked?.quota === undefined ? undefined : values.cells.get(asked.quota);
  return typeof quota === 'object' ? quota : undefined;
}
