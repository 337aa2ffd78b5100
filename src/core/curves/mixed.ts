// Tiers of which some pay their slice and some the whole, each row saying which. Reaching a row
// `of: whole` pays everything, from the first unit up to where the next row starts, at its rate:
// it replaces what the rows before it paid. Each row `of: slice` above it adds its own slice at its
// own rate; rows before the first `of: whole` pay slices. Who owns a bound only matters at the
// start of a row `of: whole`.
// In: tiers {from, rate, of}. Out: a factor from an attainment, or money from money.

import { z } from 'zod';
import { ZERO } from '../exact-number.ts';
import { choose, compare, constant, type Formula } from '../worksheet/operations.ts';
import { type CurveInput, type CurveShape, ownsField, pointsOf } from './curve-shape.ts';
import { endFaults } from './row-ends.ts';
import { tierFaults, tierField, tierFields, tierRows } from './tiers.ts';

const schema = z.strictObject({
  shape: z.literal('mixed'),
  tiers: z.array(tierField.extend({ of: z.enum(['slice', 'whole']) })).min(1),
  owns: ownsField,
});
type Mixed = z.output<typeof schema>;
type Tier = Mixed['tiers'][number];

export const mixed: CurveShape<Mixed> = {
  schema,
  rowFields: tierFields,
  yields: 'product',
  rows: ({ tiers }) => tierRows(tiers).map((row, index) => ({ ...row, of: tiers[index]?.of })),
  check: ({ tiers }) => [...tierFaults(tierRows(tiers)), ...endFaults(tiers, 'tiers')],
  apply: ({ tiers, owns }, input) => {
    const { on, unit } = input;
    return wholeStarts(tiers).reduce<Formula>(
      (before, start) => {
        const from = constant((tiers[start] as Tier).from.number, unit);
        const reached = compare(on, owns === 'upper' ? '>' : '>=', from);
        return choose(reached, slices(tiers, start, input), before);
      },
      slices(tiers, 0, input),
    );
  },
  meaning: ({ owns }) =>
    `by slices, and where a row ${owns === 'upper' ? 'passed' : 'reached'} is of the whole, ` +
    'back to the first unit at its rate',
};

/** Rows that pay the whole; the first row pays the same either way. */
function wholeStarts(tiers: readonly Tier[]): readonly number[] {
  return tiers.flatMap(({ of }, index) => (of === 'whole' && index > 0 ? [index] : []));
}

/** What is paid while a row and those above it hold: its rate from the first unit, then slices. */
function slices(tiers: readonly Tier[], start: number, { on, unit }: CurveInput): Formula {
  const next = tiers.findIndex(({ of }, index) => of === 'whole' && index > start);
  const [first, ...others] = pointsOf(tierRows(tiers)).slice(start, next === -1 ? undefined : next);
  const points = first ? [{ ...first, at: ZERO }, ...others] : [];
  return { op: 'marginalTiers', on, onUnit: unit, points };
}
