// Marginal tiers: each slice of the number is paid at the rate of its own tier, as with income tax,
// so that one more dollar never changes what the dollars before it earned.
// In: tiers {from, rate}. Out: a factor from an attainment, or money from money.

import { z } from 'zod';
import type { CurveShape } from './curve-shape.ts';
import { pointsOf } from './curve-shape.ts';
import { tierFaults, tierFields, tierList, tierRows } from './tiers.ts';

const schema = z.strictObject({ shape: z.literal('marginal'), tiers: tierList });

export const marginal: CurveShape<z.output<typeof schema>> = {
  schema,
  rowFields: tierFields,
  yields: 'product',
  rows: ({ tiers }) => tierRows(tiers),
  check: ({ tiers }) => tierFaults(tierRows(tiers)),
  apply: ({ tiers }, { on, unit }) => ({
    op: 'marginalTiers',
    on,
    onUnit: unit,
    points: pointsOf(tierRows(tiers)),
  }),
  meaning: () => 'each slice at its own tier’s rate',
};
