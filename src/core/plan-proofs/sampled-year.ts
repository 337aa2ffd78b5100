// The year and the circumstances under which a plan is sampled: a payee who is on the plan all
// year; gates met, nothing modified, every attainment at 100 %. In: a plan. Out: components under
// the lens.

import { compile } from '../calculate/compile.ts';
import type {
  CompiledSegment,
  ComponentFigures,
  GateFigures,
} from '../calculate/compile-segment.ts';
import type { Timeframe } from '../calculate/timeframe.ts';
import { type FiscalCalendar, periodAround, periodsOfYear } from '../calendar.ts';
import { curveOf } from '../components/kinds.ts';
import { type Curve, writtenRows } from '../curves/kinds.ts';
import { type Exact, exact, ONE, smallest, ZERO } from '../exact-number.ts';
import { measureCell } from '../measures/measure-cells.ts';
import { type Plan, scaleCurve } from '../plan/plan.ts';
import type { Datum } from '../worksheet/operations.ts';
import { acrossOf, argumentOf, ComponentLook } from './component-look.ts';
import type { NominalFigures } from './nominal-figures.ts';
import { PinnedPlan, type Pins } from './pinned-plan.ts';

/** Proofs look at no date: a fiscal year like the calendar year stands for all. */
const CALENDAR: FiscalCalendar = { startMonth: 1 };

/** An attainment beyond everything that a plan could ask of another component. */
const FREE = exact('1000');

/** The year in which the plan ends, seen from its last period, when everything is measured. */
export function yearOf(
  { effective, payoutPeriod }: Plan,
  calendar: FiscalCalendar = CALENDAR,
): Timeframe {
  const { fiscalYear } = periodAround(effective.to, payoutPeriod, calendar);
  const periods = periodsOfYear(fiscalYear, payoutPeriod, calendar);
  const last = periods.length - 1;
  const whole = { since: 0, until: last };
  return { periods, index: last, ...whole, parts: [whole] };
}

/** Every component under the lens, in the last period in which its window pays something. */
export function looksAt(plan: Plan, figures: NominalFigures): readonly ComponentLook[] {
  const year = yearOf(plan);
  const paid = plan.periodWeights.targetIncentive.findLastIndex((weight) => weight.gt(ZERO));
  const [atEnd, inPeriod] = [year.index, paid].map(
    (index) => new PinnedPlan(compile([{ plan, timeframe: { ...year, index } }]), figures),
  ) as [PinnedPlan, PinnedPlan];
  return plan.components.flatMap(({ window }, index) => {
    const pinned = window === 'period' ? inPeriod : atEnd;
    const cells = pinned.segment.components[index] as ComponentFigures;
    if (argumentOf(cells) === undefined) return [];
    return [new ComponentLook(pinned, cells, figures, baseline(pinned.segment))];
  });
}

/** The plan over the last period of its year, when everything is measured. */
export function atYearEnd(plan: Plan, figures: NominalFigures): PinnedPlan {
  return new PinnedPlan(compile([{ plan, timeframe: yearOf(plan) }]), figures);
}

/** Each argument where its component pays in full; at zero where nothing says what that is. */
export function atTarget(
  components: readonly ComponentFigures[],
  looks: readonly ComponentLook[],
): readonly (readonly [string, Exact])[] {
  return components.flatMap((cells) => {
    const argument = argumentOf(cells);
    const look = looks.find((each) => each.component.id === cells.component.id);
    return argument === undefined ? [] : [[argument, look?.fullPayAt ?? ZERO] as const];
  });
}

/**
 * Gates met, modifiers at 100 %, attainments so high that no link limits anybody, rates on nothing,
 * the second measure of a grid where its last column starts.
 */
export function baseline({ gates, modifiers, components }: CompiledSegment): Pins {
  const pins = new Map<string, Datum>();
  for (const [cell, datum] of gates.flatMap(metPins)) pins.set(cell, datum);
  for (const { judged } of modifiers) if (judged) pins.set(judged.factor, ONE);
  for (const cells of components) {
    const argument = argumentOf(cells);
    if (argument !== undefined) pins.set(argument, cells.attainment === undefined ? ZERO : FREE);
    for (const [cell, figure] of acrossPin(cells)) pins.set(cell, figure);
  }
  return pins;
}

function metPins({ gate, judged }: GateFigures): readonly (readonly [string, Datum])[] {
  if (!judged) return [];
  const met = [judged.met, true] as const;
  const { scale } = judged;
  return scale === undefined ? [met] : [met, [scale, leastOf(scaleCurve(gate.whenNotMet))]];
}

/** The least that a curve gives: how a gate scales whom it hits hardest. */
function leastOf(curve: Curve | undefined): Exact {
  const paid = curve ? writtenRows(curve).map(({ pays }) => pays.number) : [];
  return paid.length === 0 ? ZERO : smallest(paid[0] as Exact, ...paid);
}

function acrossPin({ component }: ComponentFigures): readonly (readonly [string, Exact])[] {
  const [across, curve] = [acrossOf(component), curveOf(component)];
  if (across === undefined || !curve || !('columns' in curve)) return [];
  const last = curve.columns.at(-1)?.number ?? ZERO;
  return [[measureCell(across, component.window), last]];
}
