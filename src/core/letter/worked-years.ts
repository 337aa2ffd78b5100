// Worked examples: whole years in which everything stands at one attainment, and the hero pair,
// the same results with and without the quality that gates ask for. A component without attainment
// stands at that part of the first quota in its unit and over its window; one that no attainment
// can say anything about (a pool, rates by rule, a spiff) is left out.
// In: a plan under the lens. Out: exact money, by the cells that pay people.

import type { CompiledSegment, ComponentFigures } from '../calculate/compile-segment.ts';
import { compareExact, type Exact, exact, ONE, smallest, sumOf, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import { argumentOf, type ComponentLook } from '../plan-proofs/component-look.ts';
import type { HeldYear } from '../plan-proofs/held-year.ts';
import type { Pins } from '../plan-proofs/pinned-plan.ts';
import type { Quantity } from '../statement/statement.ts';
import type { Datum } from '../worksheet/operations.ts';
import type { HeroPair, WorkedComponent, WorkedYear } from './letter.ts';

const ATTAINMENTS = ['0.5', '0.8', '1', '1.3'].map((each) => exact(each));

export interface WorkedPlan {
  readonly plan: Plan;
  /** The payee's year. */
  readonly year: HeldYear;
  readonly looks: readonly ComponentLook[];
}

export function workedYears(worked: WorkedPlan): readonly WorkedYear[] {
  return ATTAINMENTS.map((attainment) => workedYear(worked, attainment, true));
}

/** At the highest of the attainments; none where no gate costs anything there. */
export function heroPair(worked: WorkedPlan): HeroPair | undefined {
  const attainment = ATTAINMENTS.at(-1) as Exact;
  const met = workedYear(worked, attainment, true);
  const missed = workedYear(worked, attainment, false);
  return met.paid.eq(missed.paid) ? undefined : { met, missed };
}

export function workedYear(
  { plan, year, looks }: WorkedPlan,
  attainment: Exact,
  areGatesMet: boolean,
): WorkedYear {
  const stood = new Map<string, Quantity>();
  const periods = year((segment, read) => {
    const pins = new Map<string, Datum>();
    for (const { judged } of segment.gates) if (judged) pins.set(judged.met, areGatesMet);
    for (const cells of segment.components) {
      for (const [cell, figure] of held(cells, { segment, looks, attainment, read, stood })) {
        pins.set(cell, figure);
      }
    }
    return pins;
  });
  const components = plan.components.flatMap(({ id }): readonly WorkedComponent[] => {
    const at = stood.get(id);
    const payout = sumOf(periods.map(({ payouts }) => payouts.get(id) ?? ZERO));
    return at ? [{ id, at, payout }] : [];
  });
  const due = sumOf(components.map(({ payout }) => payout));
  return { attainment, components, due, paid: sumOf(periods.map(({ paid }) => paid)) };
}

interface Standing {
  readonly segment: CompiledSegment;
  readonly looks: readonly ComponentLook[];
  readonly attainment: Exact;
  readonly read: (cell: string) => Exact;
  /** What each component stands at, added to as periods pass. */
  readonly stood: Map<string, Quantity>;
}

function held(cells: ComponentFigures, standing: Standing): Pins {
  const { looks, attainment, stood } = standing;
  const argument = argumentOf(cells);
  const look = looks.find(({ component }) => component.id === cells.component.id);
  if (argument === undefined || !look?.curve || look.isPerDeal) return new Map();
  const { id, window } = cells.component;
  if (cells.attainment !== undefined) {
    const at = look.highest ? smallest(attainment, look.highest) : attainment;
    stood.set(id, { number: at, unit: 'ratio' });
    return new Map([[argument, at]]);
  }
  const quota = quotaLike(cells, standing);
  if (quota === undefined || cells.result === undefined) return new Map();
  const at = quota.times(attainment);
  const before = window === 'period' ? (stood.get(id)?.number ?? ZERO) : ZERO;
  stood.set(id, { number: before.plus(at), unit: cells.resultUnit ?? 'number' });
  const weighted = cells.weightedCredit === undefined ? [] : [[cells.weightedCredit, at] as const];
  return new Map([...weighted, [cells.result, at]]);
}

/** The first quota of the plan in the same unit over the same window. */
function quotaLike(
  { component, resultUnit }: ComponentFigures,
  { segment, read }: Standing,
): Exact | undefined {
  const like = segment.components.find(
    (each) =>
      each.quota !== undefined &&
      each.resultUnit === resultUnit &&
      each.component.window === component.window,
  );
  return like?.quota === undefined ? undefined : read(like.quota);
}

/** Where an example of a gate shows most: a good year, else wherever the gate costs something. */
export function telling(look: ComponentLook, condition: string): Exact | undefined {
  const { highest, unit } = look;
  const usual = unit === 'ratio' ? [...ATTAINMENTS, ONE].toSorted(compareExact).reverse() : [];
  const reachable = usual.filter((each) => !highest || compareExact(each, highest) <= 0);
  return [...reachable, ...look.samples.toReversed()].find((at) => look.isLostAt(at, condition));
}
