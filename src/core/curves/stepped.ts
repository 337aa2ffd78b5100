// Steps: each row's figure holds from its start until the next row starts. A row owns its start.
// In: steps {from, pays}. Out: a payout factor.

import { z } from 'zod';
import { figure } from '../document/leaves.ts';
import {
  type CurveRow,
  type CurveShape,
  ownsField,
  pointsOf,
  type RowFields,
  unorderedRows,
} from './curve-shape.ts';
import { endFaults, fromTo } from './row-ends.ts';

const schema = z.strictObject({
  shape: z.literal('stepped'),
  steps: z.array(z.strictObject({ ...fromTo, pays: figure })).min(1),
  below: z.enum(['nothing', 'hold']),
  owns: ownsField,
});

const rowFields: RowFields = { list: 'steps', start: 'from', pays: 'pays' };

type Stepped = z.output<typeof schema>;

export const stepped: CurveShape<Stepped> = {
  schema,
  rowFields,
  yields: 'factor',
  rows: rowsOf,
  check: (curve) => [
    ...unorderedRows(rowsOf(curve), rowFields, false),
    ...endFaults(curve.steps, 'steps'),
  ],
  apply: (curve, { on, unit }) => ({
    op: 'lookup',
    on,
    onUnit: unit,
    points: pointsOf(rowsOf(curve)),
    below: curve.below,
    ...(curve.owns && { owns: curve.owns }),
  }),
  meaning: ({ owns }) =>
    owns === 'upper'
      ? 'in steps, each from above its start on'
      : 'in steps, each from its start on',
};

function rowsOf({ steps }: Stepped): readonly CurveRow[] {
  return steps.map((step) => ({ at: step.from, pays: step.pays }));
}
