// A generated plan: its periods, measures, components, modifiers, gates, limits and draw.
// In: choices and the fiscal year's days. Out: the plan document, and the measures it is made of.

import { type FiscalPeriod, isoOf } from '../naive/fiscal-periods.ts';
import type {
  ActsOn,
  ComponentDocument,
  GateDocument,
  ModifierDocument,
  PeriodKind,
  PlanDocument,
} from '../plan-document.ts';
import { makeComponents, WEIGHTED } from './make-components.ts';
import { figureIn, modifierCurve } from './make-curves.ts';
import { type MadeMeasure, makeMeasures } from './make-measures.ts';
import { draw, links, negativePayment, planLimits } from './make-terms.ts';
import type { Pick } from './pick.ts';
import type { Manner } from './wanted.ts';

export function makePlan(
  pick: Pick,
  payoutPeriod: PeriodKind,
  periods: readonly FiscalPeriod[],
  manner: Manner,
): { readonly plan: PlanDocument; readonly measures: readonly MadeMeasure[] } {
  const measures = makeMeasures(pick, manner);
  const components = makeComponents(pick, measures, manner);
  const modifiers = pick.list(0, pick.one([0, 1, 2]), (index) =>
    modifier(pick, index, measures, components, manner),
  );
  const gates = pick.list(0, pick.one([0, 2, 3]), (index) =>
    gate(pick, index, measures, components, manner),
  );
  const [first, last] = [periods[0], periods.at(-1)] as [FiscalPeriod, FiscalPeriod];
  const plan = {
    plan: 'plan',
    title: 'Plan',
    version: '1',
    effective: { from: isoOf(first.from), to: isoOf(last.to) },
    payoutPeriod,
    rounding: pick.one(['half-up', 'half-even'] as const),
    ...pick.maybe(30, () => ({ periodWeights: weights(pick, periods.length) })),
    ...pick.maybe(35, () => ({
      proration: pick.one(['calendar-days', 'workdays', 'whole-months']),
    })),
    ...planLimits(pick, components),
    ...pick.maybe(25, () => ({ draw: draw(pick) })),
    ...negativePayment(pick, components),
    measures: Object.fromEntries(measures.map(({ id, document }) => [id, document])),
    components,
    ...(modifiers.length > 0 && { modifiers }),
    ...links(pick, components),
    ...(gates.length > 0 && { gates }),
  };
  return { plan, measures };
}

function weights(pick: Pick, periods: number) {
  return {
    quota: pick.odds(70) ? pick.shares(periods) : ('even' as const),
    targetIncentive: pick.odds(50) ? pick.shares(periods) : ('even' as const),
  };
}

function actsOn(pick: Pick, components: readonly ComponentDocument[]): ActsOn {
  if (pick.odds(30)) return 'all';
  return pick.some(components.map(({ id }) => id));
}

function modifier(
  pick: Pick,
  index: number,
  measures: readonly MadeMeasure[],
  components: readonly ComponentDocument[],
  manner: Manner,
): ModifierDocument {
  const measure = pick.one(measures);
  return {
    id: `modifier-${index + 1}`,
    title: `Modifier ${index + 1}`,
    measure: measure.id,
    window: pick.one(['period', 'year-to-date', 'year']),
    actsOn: actsOn(pick, components),
    curve: modifierCurve(pick, measure.unit, measures, manner),
  };
}

function gate(
  pick: Pick,
  index: number,
  measures: readonly MadeMeasure[],
  components: readonly ComponentDocument[],
  manner: Manner,
): GateDocument {
  const measure = pick.one(measures);
  const bound = manner.rising ? 'atLeast' : pick.one(['atLeast', 'atLeast', 'atMost'] as const);
  const acted = actsOn(pick, components);
  const hasFactors = components.every(
    ({ id, kind }) => (acted !== 'all' && !acted.includes(id)) || WEIGHTED.includes(kind),
  );
  return {
    id: `gate-${index + 1}`,
    title: `Gate ${index + 1}`,
    measure: measure.id,
    window: pick.one(['period', 'year-to-date', 'year']),
    require: { [bound]: figureIn(pick, measure.unit) },
    actsOn: acted,
    whenNotMet: pick.one([
      'zero' as const,
      { scale: pick.percent(0, 100) },
      ...(hasFactors ? [{ capFactor: pick.percent(0, 150) }] : []),
    ]),
  };
}
