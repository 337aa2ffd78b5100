// The rows that tiers of rates share: a start and a rate from there on. The first
// tier starts at zero, so that no number is uncovered; a tier owns its start.

import { z } from 'zod';
import { figure, figureText } from '../document/leaves.ts';
import { ZERO } from '../exact-number.ts';
import { type CurveFault, type CurveRow, type RowFields, unorderedRows } from './curve-shape.ts';

export const tierField = z.strictObject({ from: figure, rate: figure });
export const tierList = z.array(tierField).min(1);
export const tierFields: RowFields = { list: 'tiers', start: 'from', pays: 'rate' };
type Tier = z.output<typeof tierField>;

export function tierRows(tiers: readonly Tier[]): readonly CurveRow[] {
  return tiers.map((tier) => ({ at: tier.from, pays: tier.rate }));
}

/** Tiers rise from zero. */
export function tierFaults(
  rows: readonly CurveRow[],
  fields: RowFields = tierFields,
): readonly CurveFault[] {
  const faults = unorderedRows(rows, fields, false);
  const [first] = rows;
  if (!first || first.at.number.eq(ZERO)) return faults;
  const start = `\`${figureText(first.at)}\``;
  const zero = figureText({ number: ZERO, isPercent: first.pays.isPercent });
  const gap: CurveFault = {
    code: 'curve/first-tier-not-zero',
    path: ['tiers', 0, 'from'],
    what: `nothing is said about what lies below ${start}, where the first tier starts`,
    remedy: `put a tier before it: \`{ from: 0, ${fields.pays}: ${zero} }\` pays nothing there`,
  };
  return [gap, ...faults];
}
