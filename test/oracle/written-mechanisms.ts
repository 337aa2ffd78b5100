// The mechanisms that a scenario writes down, in its plan or its data. In: a scenario. Out: names.

import { fiscalPeriods, isoOf } from './naive/fiscal-periods.ts';
import type { ComponentDocument, CurveDocument, PlanDocument } from './plan-document.ts';
import type { Scenario } from './scenario.ts';

/** By the documents and the data. */
export function writtenMechanisms(scenario: Scenario): readonly string[] {
  const { plan, startMonth } = scenario;
  const gates = plan.gates ?? [];
  return [
    `paid by ${plan.payoutPeriod}`,
    `rounding ${plan.rounding}`,
    ...(plan.proration ? [`proration ${plan.proration}`] : []),
    ...(plan.negativePayment ? [`negative payment ${plan.negativePayment}`] : []),
    ...(plan.periodWeights ? ['period weights'] : []),
    ...(plan.modifiers ? ['modifier'] : []),
    ...(startMonth > 1 ? ['fiscal year not from January'] : []),
    ...gates.map(({ whenNotMet }) =>
      whenNotMet === 'zero' ? 'gate zero' : `gate ${Object.keys(whenNotMet)[0]}`,
    ),
    ...termMechanisms(plan),
    ...measureMechanisms(plan),
    ...plan.components.flatMap(componentMechanisms),
    ...dataMechanisms(scenario),
  ];
}

function termMechanisms(plan: PlanDocument): readonly string[] {
  const { draw, planCap, planFloor, groupCaps, links = [], holds = [], ramp = [] } = plan;
  return [
    ...(draw ? [`draw ${draw.kind}`] : []),
    ...(draw?.atEnd ? [`draw to ${draw.atEnd}`] : []),
    ...Object.keys(draw?.lasts ?? {}).map((each) => `draw lasts ${each}`),
    ...(planCap ? [planCap.over === 'year' ? 'plan cap of the year' : 'plan cap'] : []),
    ...(planFloor ? [planFloor.over === 'year' ? 'plan floor of the year' : 'plan floor'] : []),
    ...(groupCaps ? ['group cap'] : []),
    ...links.map(({ until }) => `link ${until === undefined ? 'attainment' : 'until'}`),
    ...holds.flatMap(({ release, whenLeaving }) => [
      `hold to ${whenLeaving}`,
      `hold ${Object.keys(release)[0]}`,
    ]),
    ...ramp.map(({ months }) => `ramp by ${months === undefined ? 'periods' : 'months'}`),
    ...(plan.segments ? [`segments ${plan.segments}`] : []),
  ];
}

function measureMechanisms({ measures }: PlanDocument): readonly string[] {
  return Object.values(measures).flatMap(({ calculate, deals, crediting, ...rest }) => [
    `measure ${calculate}`,
    ...(deals ? [`deals ${deals}`] : []),
    ...(crediting ? ['crediting rules'] : []),
    ...(rest.date ? ['second date'] : []),
    ...(rest.weightedBy ? [`weighted ${calculate}`] : []),
    ...(rest.sharedDeals === 'each' ? ['shared deals for each'] : []),
  ]);
}

function componentMechanisms(component: ComponentDocument): readonly string[] {
  const { kind, window, attainment, quota, curve, scale, combine, negativeTrueUp } = component;
  const ways = ['raise', 'lower', 'baseline', 'range', 'milestone'] as const;
  const isOnQuota = kind !== 'kpi' && quota !== undefined;
  return [
    `kind ${kind}`,
    `window ${window}`,
    ...(negativeTrueUp ? [`true-up ${negativeTrueUp}`] : []),
    ...(attainment ? [`attainment ${attainment}`] : []),
    ...(scale ? [`score scale ${Object.keys(scale)[0]}`] : []),
    ...(combine ? [`scores ${combine}`] : []),
    ...(component.keyResults ?? []).flatMap((each) =>
      ways.filter((way) => each[way]).map((way) => `key result ${way}`),
    ),
    ...(component.attainmentCap ? ['attainment cap'] : []),
    ...(component.payoutCap ? ['payout cap'] : []),
    ...(component.payoutFloor ? ['payout floor'] : []),
    ...rateMechanisms(component),
    ...(quota === 'assigned' ? ['assigned quota'] : []),
    ...(isOnQuota ? ['tiers of a quota'] : []),
    ...(curve ? curveMechanisms(curve) : []),
  ];
}

function rateMechanisms(component: ComponentDocument): readonly string[] {
  const { per, dealCap, rates, rateFactors, tiersOn } = component;
  return [
    ...(per === 'deal' ? ['tiers per deal'] : []),
    ...(dealCap ? ['deal cap'] : []),
    ...(rates ? ['rates by rule'] : []),
    ...(rateFactors ? ['rate factors'] : []),
    ...(tiersOn ? ['tiers on another measure'] : []),
  ];
}

function curveMechanisms(curve: CurveDocument): readonly string[] {
  const { shape, owns, points = [], accelerators = [], decelerator } = curve;
  const hasJump = points.some(({ at }, index) => points[index + 1]?.at === at);
  return [
    `curve ${shape}`,
    ...(owns === 'upper' ? ['boundary owned above'] : []),
    ...(hasJump ? ['stated jump in a line'] : []),
    ...accelerators.map(({ of }) => `accelerated ${of}`),
    ...(decelerator ? [`decelerated ${decelerator.of}`] : []),
  ];
}

function dataMechanisms(scenario: Scenario): readonly string[] {
  const { plan, laterPlan, dealRateOn, tables, fiscalYear, startMonth } = scenario;
  const payees = new Set(tables.assignments.map(({ payee }) => payee));
  const periods = fiscalPeriods(fiscalYear, startMonth, plan.payoutPeriod);
  const edges = periods.flatMap(({ from, to }) => [isoOf(from), isoOf(to)]);
  const { deals, splits, people, assignments, scores, quotas } = tables;
  const inside = (day: string | undefined): boolean => day !== undefined && !edges.includes(day);
  return [
    ...splits.map(({ of }) => `split of ${of}`),
    ...(quotas.length > 0 ? ['dated quota'] : []),
    ...(laterPlan ? ['later version'] : []),
    ...(dealRateOn ? ['deals in other currencies'] : []),
    ...(assignments.some(({ payoutCurrency }) => payoutCurrency)
      ? ['paid in another currency']
      : []),
    ...(payees.size < assignments.length ? ['figures that change'] : []),
    ...(deals.some(({ amount = '' }) => amount.startsWith('-')) ? ['cancellation'] : []),
    ...(deals.some(({ closed = '' }) => edges.includes(closed)) ? ['deal on a period edge'] : []),
    ...(scores.some(({ payee }) => !payee) ? ['score for the plan'] : []),
    ...(people.some(({ from }) => from) ? ['manager changes in the year'] : []),
    ...(assignments.some(({ from, to }) => inside(from) || inside(to))
      ? ['part of a period on the plan']
      : []),
  ];
}
