// Fixed money per tier, earned in proportion to the part of the tier that is covered: `500,000 to
// 750,000 earns 10,000` pays 4,000 at 600,000. Each tier earns its own money on top of the tiers
// below it; the last tier ends `until` a stated figure, and nothing more is earned above.
// In: tiers {from, earns} and until. Out: money.

import { z } from 'zod';
import { figure, figureText } from '../document/leaves.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import type { TablePoint } from '../worksheet/operations.ts';
import {
  type CurveFault,
  type CurveRow,
  type CurveShape,
  inOtherUnit,
  type RowFields,
} from './curve-shape.ts';
import { tierFaults } from './tiers.ts';

const schema = z.strictObject({
  shape: z.literal('pro-rata'),
  tiers: z.array(z.strictObject({ from: figure, earns: figure })).min(1),
  /** Where the last tier ends. */
  until: figure,
});
type ProRata = z.output<typeof schema>;

const rowFields: RowFields = { list: 'tiers', start: 'from', pays: 'earns' };

export const proRata: CurveShape<ProRata> = {
  schema,
  rowFields,
  yields: 'money',
  rows: tierRows,
  paidRows: (curve) => [...tierRows(curve), { at: curve.until, pays: NOTHING }],
  check: (curve) => [...tierFaults(tierRows(curve), rowFields), ...endsTooSoon(curve)],
  apply: (curve, { on, unit }) => ({
    op: 'interpolate',
    on,
    onUnit: unit,
    points: earnedAt(curve),
    pays: 'money',
    below: 'nothing',
    above: 'hold',
  }),
  meaning: () => 'each tier’s money in proportion to the part of the tier covered',
};

const NOTHING = { number: ZERO, isPercent: false };

function tierRows({ tiers }: ProRata): readonly CurveRow[] {
  return tiers.map(({ from, earns }) => ({ at: from, pays: earns }));
}

/** What is earned where each tier starts, and where the last one ends. */
function earnedAt({ tiers, until }: ProRata): readonly TablePoint[] {
  let earned: Exact = ZERO;
  const starts = tiers.map(({ from, earns }): TablePoint => {
    const point = { at: from.number, pays: earned };
    earned = earned.plus(earns.number);
    return point;
  });
  return [...starts, { at: until.number, pays: earned }];
}

function endsTooSoon({ tiers, until }: ProRata): readonly CurveFault[] {
  const last = tiers.at(-1);
  const shown = `\`${figureText(until)}\``;
  const path = ['until'];
  if (last && inOtherUnit(until, last.from)) {
    const what = `the tiers end at ${shown}, and start in another unit`;
    const remedy = 'write `until` as the tiers’ starts are written: all percentages, or none';
    return [{ code: 'plan/unit-mismatch', path, what, remedy }];
  }
  if (!last || until.number.gt(last.from.number)) return [];
  const what = `the last tier starts at \`${figureText(last.from)}\` and ends at ${shown}`;
  const remedy = 'write a figure above the start of the last tier';
  return [{ code: 'curve/unordered', path, what, remedy }];
}
