// Retroactive tiers: the whole number, back to the first dollar, is paid at the rate of the tier
// that it reaches. The step at a tier's start is meant; the checker names its size.
// In: tiers {from, rate}. Out: a factor from an attainment, or money from money.

import { z } from 'zod';
import { acceleratorFields, multiplesOf } from './accelerator.ts';
import { type CurveShape, ownsField, pointsOf } from './curve-shape.ts';
import { paidTiers, rateFaults, tierFields, tierList, tierRows } from './tiers.ts';

const schema = z.strictObject({
  shape: z.literal('retroactive'),
  tiers: tierList,
  owns: ownsField,
  ...acceleratorFields,
});

export const retroactive: CurveShape<z.output<typeof schema>> = {
  schema,
  rowFields: tierFields,
  yields: 'product',
  rows: ({ tiers }) => tierRows(tiers),
  paidRows: paidTiers,
  multiples: multiplesOf,
  check: rateFaults,
  apply: (curve, { on, unit }) => ({
    op: 'retroactiveTiers',
    on,
    onUnit: unit,
    points: pointsOf(paidTiers(curve)),
    ...(curve.owns && { owns: curve.owns }),
  }),
  meaning: ({ owns }) =>
    `the whole at the rate of the tier ${owns === 'upper' ? 'passed' : 'reached'}, ` +
    'back to the first unit',
};
