// A generated plan: its periods, measures, components, modifiers, gates, limits and draw.
// In: choices and the fiscal year's days. Out: the plan document, and the measures it is made of.

import { type FiscalPeriod, isoOf } from '../naive/fiscal-periods.ts';
import type {
  ActsOn,
  ComponentDocument,
  DrawDocument,
  GateDocument,
  ModifierDocument,
  PeriodKind,
  PlanDocument,
} from '../plan-document.ts';
import { makeComponents, WEIGHTED } from './make-components.ts';
import { figureIn, modifierCurve } from './make-curves.ts';
import { type MadeMeasure, makeMeasures } from './make-measures.ts';
import { changing, draw, holds, links, negativePayment, planLimits } from './make-terms.ts';
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
  // Nothing may take from a share of a pool.
  const free = components.filter(({ pool }) => pool === undefined);
  const making: Acting = { pick, measures, manner, free, hasPool: free.length < components.length };
  const most = free.length > 0 ? 2 : 0;
  const modifiers = pick.list(0, pick.one([0, most / 2, most]), (at) => modifier(making, at));
  const gates = pick.list(0, pick.one([0, most, (most * 3) / 2]), (at) => gate(making, at));
  const isProrated = pick.odds(35);
  const isAny = !manner.rising && !manner.reversible;
  const [first, last] = [periods[0], periods.at(-1)] as [FiscalPeriod, FiscalPeriod];
  const plan = {
    plan: 'plan',
    title: 'Plan',
    version: '1',
    effective: { from: isoOf(first.from), to: isoOf(last.to) },
    payoutPeriod,
    rounding: pick.one(['half-up', 'half-even'] as const),
    ...pick.maybe(30, () => ({ periodWeights: weights(pick, periods.length) })),
    ...(isProrated && { proration: pick.one(['calendar-days', 'workdays', 'whole-months']) }),
    ...(!making.hasPool && planLimits(pick, components)),
    ...pick.maybe(25, () => ({ draw: draw(pick, lasting(pick, periods, isProrated)) })),
    ...(isAny && pick.maybe(20, () => ({ holds: holds(pick, components) }))),
    ...pick.maybe(20, () => ({ payoutRateOn: payoutRateOn(pick) })),
    ...negativePayment(pick, components),
    measures: Object.fromEntries(measures.map(({ id, document }) => [id, document])),
    components,
    ...(modifiers.length > 0 && { modifiers }),
    ...links(pick, components),
    ...(gates.length > 0 && { gates }),
  };
  return { plan: isAny && pick.odds(30) ? changing(pick, plan) : plan, measures };
}

/** Until a day of the year, or for months or periods since the payee's own first day. */
function lasting(
  pick: Pick,
  periods: readonly FiscalPeriod[],
  isProrated: boolean,
): DrawDocument['lasts'] {
  return pick.one([
    ...(isProrated ? [{ months: pick.one(['1', '3', '5']) }] : []),
    { periods: pick.one(['1', '2']) },
    { until: isoOf(pick.one(periods).to) },
  ]);
}

function payoutRateOn(pick: Pick): NonNullable<PlanDocument['payoutRateOn']> {
  return pick.odds(50) ? 'period-end' : { daysAfterPeriodEnd: pick.one(['15', '0', '1']) };
}

function weights(pick: Pick, periods: number) {
  return {
    quota: pick.odds(70) ? pick.shares(periods) : ('even' as const),
    targetIncentive: pick.odds(50) ? pick.shares(periods) : ('even' as const),
  };
}

/** What modifiers and gates are made with: the components that they may act on. */
interface Acting {
  readonly pick: Pick;
  readonly measures: readonly MadeMeasure[];
  readonly manner: Manner;
  readonly free: readonly ComponentDocument[];
  readonly hasPool: boolean;
}

function actsOn({ pick, free, hasPool }: Acting): ActsOn {
  if (!hasPool && pick.odds(30)) return 'all';
  return pick.some(free.map(({ id }) => id));
}

function modifier(acting: Acting, index: number): ModifierDocument {
  const { pick, measures, manner } = acting;
  const measure = pick.one(measures);
  return {
    id: `modifier-${index + 1}`,
    title: `Modifier ${index + 1}`,
    measure: measure.id,
    window: pick.one(['period', 'year-to-date', 'year']),
    actsOn: actsOn(acting),
    curve: modifierCurve(pick, measure.unit, measures, manner),
  };
}

function gate(acting: Acting, index: number): GateDocument {
  const { pick, measures, manner, free } = acting;
  const measure = pick.one(measures);
  const window = pick.one(['period', 'year-to-date', 'year']);
  const bound = manner.rising ? 'atLeast' : pick.one(['atLeast', 'atLeast', 'atMost'] as const);
  const acted = actsOn(acting);
  const hasFactors = free.every(
    ({ id, kind }) => (acted !== 'all' && !acted.includes(id)) || WEIGHTED.includes(kind),
  );
  return {
    id: `gate-${index + 1}`,
    title: `Gate ${index + 1}`,
    measure: measure.id,
    window,
    require: { [bound]: figureIn(pick, measure.unit) },
    actsOn: acted,
    whenNotMet: pick.one([
      'zero' as const,
      { scale: pick.percent(0, 100) },
      ...(hasFactors ? [{ capFactor: pick.percent(0, 150) }] : []),
      ...(window === 'year' ? [] : [{ defer: { atYearEnd: pick.one(['pay', 'forfeit']) } }]),
    ]),
  };
}
