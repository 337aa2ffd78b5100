// Marginal tiers: each slice of the number is paid at the rate of its own tier, as with income tax,
// so that one more dollar never changes what the dollars before it earned.
// In: tiers {from, rate}. Out: a factor from an attainment, or money from money.

import { z } from 'zod';
import { acceleratorFields, multiplesOf } from './accelerator.ts';
import type { CurveShape } from './curve-shape.ts';
import { pointsOf } from './curve-shape.ts';
import { paidTiers, rateFaults, tierFields, tierList, tierRows } from './tiers.ts';

const schema = z.strictObject({
  shape: z.literal('marginal'),
  tiers: tierList,
  ...acceleratorFields,
});

export const marginal: CurveShape<z.output<typeof schema>> = {
  schema,
  rowFields: tierFields,
  yields: 'product',
  rows: ({ tiers }) => tierRows(tiers),
  paidRows: paidTiers,
  multiples: multiplesOf,
  check: rateFaults,
  apply: (curve, { on, unit }) => ({
    op: 'marginalTiers',
    on,
    onUnit: unit,
    points: pointsOf(paidTiers(curve)),
  }),
  meaning: () => 'each slice at its own tier’s rate',
};
