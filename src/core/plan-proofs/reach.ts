// How far a component's argument can go: a score as far as its parts' scores, an attainment as far
// as its measure, where that has ends (a share of deals lies between 0 and 100 %, a count is never
// negative). In: a component under the lens. Out: the most it can come to; nothing where there is
// no end.

import { measureLookedAt, partsOf } from '../components/kinds.ts';
import { type Exact, ONE, sumOf, ZERO } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import type { ComponentLook } from './component-look.ts';

export interface Ends {
  readonly low: Exact;
  readonly high?: Exact;
}

/** Where a measure's figures end; sums can be negative, by cancellations. */
export function endsOf(measure: Measure): Ends | undefined {
  switch (measure.calculate) {
    case 'share':
      // Weights may be negative: a cancellation's amount.
      return measure.weightedBy ? undefined : { low: ZERO, high: ONE };
    case 'count':
    case 'distinct':
      return { low: ZERO };
    case 'reported':
      return measure.unit === 'count' ? { low: ZERO } : undefined;
    case 'sum':
    case 'average':
    case 'ratio':
      return undefined;
  }
}

/** How little the argument can come to: nothing, or without end where results can be negative. */
export function lowestOf({ component, cells, plan, isPerDeal }: ComponentLook): Exact | undefined {
  if (cells.attainment !== undefined) return ZERO;
  const measure = measureLookedAt(component, plan);
  return measure && !isPerDeal ? endsOf(measure)?.low : undefined;
}

export function reachOf(look: ComponentLook): readonly Exact[] {
  const { component, cells, plan } = look;
  const parts = partsOf(component);
  if (parts.length > 0) {
    return [sumOf(parts.map(({ weight, highest }) => weight.times(highest)))];
  }
  const measure = measureLookedAt(component, plan);
  const ends = measure && endsOf(measure);
  if (!ends) return [];
  const end = ends.high ? [ends.high] : [];
  if (cells.attainment === undefined) return end;
  const [low, high] = [ends.low, ends.high ?? ONE].map((result) => look.attainmentOf(result));
  // No attainment at an end means that it grows without end towards it.
  if (!low || !high) return [];
  if (low.gt(high)) return [low];
  return end.length > 0 ? [high] : [];
}
