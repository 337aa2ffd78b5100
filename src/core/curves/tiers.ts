// The rows that tiers of rates share: a start and a rate from there on. The first
// tier starts at zero, so that no number is uncovered; a tier owns its start.

import { z } from 'zod';
import { type Figure, figure, figureText } from '../document/leaves.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import {
  type Accelerated,
  acceleratorFaults,
  beside,
  meantBy,
  type Readings,
} from './accelerator.ts';
import { type CurveFault, type CurveRow, type RowFields, unorderedRows } from './curve-shape.ts';
import { endFaults, fromTo } from './row-ends.ts';

export const tierField = z.strictObject({ ...fromTo, rate: figure });
export const tierList = z.array(tierField).min(1);
export const tierFields: RowFields = { list: 'tiers', start: 'from', pays: 'rate' };
type Tier = z.output<typeof tierField>;

export function tierRows(tiers: readonly Tier[]): readonly CurveRow[] {
  return tiers.map((tier) => ({ at: tier.from, pays: tier.rate }));
}

interface RateTable extends Accelerated {
  readonly tiers: readonly Tier[];
}

/** The tiers as they pay: a slower part of the first, those written, and accelerated ones. */
export function paidTiers(table: RateTable): readonly CurveRow[] {
  const { accelerators = [], decelerator: slower } = table;
  const readings = rateReadings(table);
  const [first, ...others] = tierRows(table.tiers);
  if (!first) return [];
  const rate = (number: Exact): Figure => ({ number, isPercent: true });
  const slow = slower && meantBy(slower, readings.slower);
  const started = slow
    ? [
        { ...first, pays: rate(slow) },
        { ...first, at: slower.below },
      ]
    : [first];
  const faster = accelerators.flatMap((each, index) => {
    const pays = meantBy(each, readings.faster[index] ?? new Map());
    return pays ? [{ at: each.from, pays: rate(pays) }] : [];
  });
  return [...started, ...others, ...faster];
}

/** What each word would make the rate, accelerator by accelerator. */
function rateReadings({ tiers, accelerators = [], decelerator: slower }: RateTable) {
  const [lowest, highest] = [tiers[0]?.rate.number ?? ZERO, tiers.at(-1)?.rate.number ?? ZERO];
  let before = highest;
  const faster = accelerators.map((each, index): Readings => {
    const base = highest.times(each.times);
    const readings: Readings =
      index === 0
        ? new Map([['rate', base]])
        : new Map([
            ['base-rate', base],
            ['rate-before', before.times(each.times)],
          ]);
    before = meantBy(each, readings) ?? base;
    return readings;
  });
  const times = slower?.times ?? ZERO;
  return { faster, slower: new Map([['rate', lowest.times(times)]]) as Readings };
}

const BEFORE_LAST = {
  problem: 'is not above the start of the last tier',
  remedy: 'start the accelerator above it, or write the accelerated rates as tiers',
};
const OUTSIDE_FIRST = {
  problem: 'is not inside the first tier',
  remedy:
    'end the decelerator above zero and below whatever comes after the first tier, another tier ' +
    'or an accelerator; or write the rates as tiers',
};

/** Faults of tiers that may be accelerated. */
export function rateFaults(table: RateTable): readonly CurveFault[] {
  const { tiers } = table;
  const last = tiers.at(-1);
  const firstEnds = tiers[1]?.from ?? table.accelerators?.[0]?.from;
  const faults = [...tierFaults(tierRows(tiers)), ...endFaults(tiers, 'tiers')];
  if (!last) return faults;
  const accelerated = acceleratorFaults(table, {
    ...rateReadings(table),
    say: (rate) => figureText({ number: rate, isPercent: true }),
    starts: (at) => beside(at, last.from, at.number.gt(last.from.number), BEFORE_LAST),
    ends: (at) => {
      const isWithin = at.number.gt(ZERO) && !(firstEnds && at.number.gte(firstEnds.number));
      return beside(at, firstEnds, isWithin, OUTSIDE_FIRST);
    },
  });
  return [...faults, ...accelerated];
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
