// A whole year of which some cells are held at a figure in every period: what each component pays,
// and what the limits of the plan leave of it. Periods are evaluated in order, each knowing what
// the earlier ones paid, by the very cells that pay people.
// In: the plan, a payee's figures, and what is held in each period. Out: money per period.

import { compile } from '../calculate/compile.ts';
import type { CompiledSegment } from '../calculate/compile-segment.ts';
import { type Exact, sumOf, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import type { NominalFigures } from './nominal-figures.ts';
import { PinnedPlan, type Pins } from './pinned-plan.ts';
import { baseline, yearOf } from './sampled-year.ts';

export interface HeldPeriod {
  readonly period: string;
  /** By component; what hangs on a figure that is not known is not there. */
  readonly payouts: ReadonlyMap<string, Exact>;
  /** Sum of the components' payouts. */
  readonly due: Exact;
  /** What the plan's limits leave of it. */
  readonly paid: Exact;
}

/** What is held beside the baseline; `read` gives any cell that hangs on no held one. */
export type Hold = (segment: CompiledSegment, read: (cell: string) => Exact) => Pins;

/** The year of a payee, ready to be held at figures as often as it is asked. */
export type HeldYear = (hold: Hold) => readonly HeldPeriod[];

export function heldYear(plan: Plan, figures: NominalFigures): HeldYear {
  const year = yearOf(plan);
  const periods = year.periods.map(({ id: period }, index): PinnedPeriod => {
    const pinned = new PinnedPlan(compile([{ plan, timeframe: { ...year, index } }]), figures);
    return { period, pinned, before: baseline(pinned.segment) };
  });
  return (hold) => paidInTurn(periods, hold);
}

interface PinnedPeriod {
  readonly period: string;
  readonly pinned: PinnedPlan;
  readonly before: Pins;
}

function paidInTurn(periods: readonly PinnedPeriod[], hold: Hold): readonly HeldPeriod[] {
  const earlier = new Map<string, Exact>();
  let paidThisYear = ZERO;
  return periods.map(({ period, pinned, before }) => {
    const { segment } = pinned;
    const read = (cell: string): Exact => pinned.evaluate(before).get(cell) as Exact;
    const pins = new Map([...before, ...hold(segment, read)]);
    for (const { component, paidEarlier } of segment.components) {
      if (paidEarlier) pins.set(paidEarlier, earlier.get(component.id) ?? ZERO);
    }
    pins.set('plan.paidEarlier', paidThisYear);
    const cells = pinned.evaluate(pins);
    const payouts = new Map<string, Exact>();
    for (const { component, payout } of segment.components) {
      const due = cells.get(payout) as Exact | undefined;
      if (due) payouts.set(component.id, due);
      earlier.set(component.id, (earlier.get(component.id) ?? ZERO).plus(due ?? ZERO));
    }
    const due = sumOf([...payouts.values()]);
    const paid = (cells.get(segment.earned) as Exact | undefined) ?? due;
    paidThisYear = paidThisYear.plus(paid);
    return { period, payouts, due, paid };
  });
}
