// The year and the circumstances under which a plan is sampled: a payee who is on the plan all
// year; gates met, nothing modified, every attainment at 100 %. In: a plan. Out: components under
// the lens.

import { compile } from '../calculate/compile.ts';
import type { CompiledSegment } from '../calculate/compile-segment.ts';
import type { Timeframe } from '../calculate/timeframe.ts';
import { type FiscalCalendar, periodAround, periodsOfYear } from '../calendar.ts';
import { ONE, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import type { Datum } from '../worksheet/operations.ts';
import { argumentOf, ComponentLook } from './component-look.ts';
import type { NominalFigures } from './nominal-figures.ts';
import { PinnedPlan, type Pins } from './pinned-plan.ts';

/** Proofs look at no date: a fiscal year like the calendar year stands for all. */
const CALENDAR: FiscalCalendar = { startMonth: 1 };

/** The year in which the plan ends, seen from its last period, when everything is measured. */
export function yearOf({ effective, payoutPeriod }: Plan): Timeframe {
  const { fiscalYear } = periodAround(effective.to, payoutPeriod, CALENDAR);
  const periods = periodsOfYear(fiscalYear, payoutPeriod, CALENDAR);
  const last = periods.length - 1;
  const whole = { since: 0, until: last };
  return { periods, index: last, ...whole, parts: [whole] };
}

/** Every component of a plan under the lens. */
export function looksAt(plan: Plan, figures: NominalFigures): readonly ComponentLook[] {
  const pinned = new PinnedPlan(compile([{ plan, timeframe: yearOf(plan) }]), figures);
  const held = baseline(pinned.segment);
  return pinned.segment.components
    .filter((cells) => argumentOf(cells) !== undefined)
    .map((cells) => new ComponentLook(pinned, cells, figures, held));
}

/** Gates met, modifiers at 100 %, attainments and scores at 100 %, rates on nothing. */
export function baseline({ gates, modifiers, components }: CompiledSegment): Pins {
  const pins = new Map<string, Datum>();
  for (const { judged } of gates) if (judged) pins.set(judged.met, true);
  for (const { judged } of modifiers) if (judged) pins.set(judged.factor, ONE);
  for (const cells of components) {
    const argument = argumentOf(cells);
    if (argument !== undefined) pins.set(argument, cells.attainment === undefined ? ZERO : ONE);
  }
  return pins;
}
