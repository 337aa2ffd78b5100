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

export function tierFaults(tiers: readonly Tier[]): readonly CurveFault[] {
  const rows = tierRows(tiers);
  const faults = unorderedRows(rows, tierFields, false);
  const [first] = rows;
  if (!first || first.at.number.eq(ZERO)) return faults;
  const start = `\`${figureText(first.at)}\``;
  const gap: CurveFault = {
    code: 'curve/first-tier-not-zero',
    path: ['tiers', 0, 'from'],
    what: `nothing is said about what lies below ${start}, where the first tier starts`,
    remedy: 'put a tier before it: `{ from: 0, rate: 0% }` pays nothing there',
  };
  return [gap, ...faults];
}
