// Segments: parts of a payee's year that are measured and paid as one. A plan states whether its
// parts are segments of their own or blended into one. In: parts. Out: segments in order of time.
// Source: ENGINE.md section 4.

import type { Plan } from '../plan/plan.ts';
import type { Part } from './parts.ts';
import type { PeriodRange } from './timeframe.ts';

/** Parts of one plan that are measured and paid as one. */
export interface Segment extends PeriodRange {
  readonly plan: Plan;
  /** In order of time; at least one. */
  readonly parts: readonly Part[];
}

/** The segments that parts make, those without a day that counts left out. */
export function segmentsOf(parts: readonly Part[]): readonly Segment[] {
  const counting = parts.filter(({ since }) => since >= 0);
  const groups = Map.groupBy(counting, (part) =>
    part.plan.segments === 'blended' ? part.plan : part,
  );
  return [...groups.values()].map((group) => ({
    plan: (group[0] as Part).plan,
    parts: group,
    since: Math.min(...group.map(({ since }) => since)),
    until: Math.max(...group.map(({ until }) => until)),
  }));
}

/** Whether a segment has a day that counts in a period. */
export function isInPeriod({ parts }: Segment, index: number): boolean {
  return parts.some(({ since, until }) => since <= index && index <= until);
}

/** What a worksheet depends on of a segment: its plan and its periods, no payee's figures. */
export function timeOf({ plan, since, until, parts }: Segment): unknown {
  const ranges = parts.map((part) => [part.since, part.until]);
  return [plan.id, plan.effective.from, since, until, ranges];
}
