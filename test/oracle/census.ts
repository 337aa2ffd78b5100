// What a generated scenario exercises: by its documents, by its data, and by what came of them. So
// that a reader sees that the generator does not only make trivial plans.
// In: scenarios and their calculations. Out: names of mechanisms, and a table of how many had each.

import { exactText, type PayeeCalculation } from '../../src/core/index.ts';
import { fiscalPeriods, isoOf } from './fiscal-periods.ts';
import { Fraction } from './fraction.ts';
import type { ComponentDocument, CurveDocument, PlanDocument, Scenario } from './scenario.ts';

/** Mechanisms by number of scenarios; those at zero were never generated. */
export type Census = Map<string, number>;

export function newCensus(): Census {
  return new Map(NAMES.map((name) => [name, 0]));
}

export function enter(census: Census, names: Iterable<string>): void {
  for (const name of new Set(names)) {
    const known = census.get(name);
    if (known === undefined) throw new Error(`the census has no line for ${name}`);
    census.set(name, known + 1);
  }
}

const COLUMNS = 3;

/** In columns, since there are many. */
export function censusText(census: Census, scenarios: number): string {
  const entries = [...census].map(([name, count]) => {
    const percent = ((100 * count) / scenarios).toFixed(1);
    return `${name.padEnd(30)} ${percent.padStart(5)} %`;
  });
  const height = Math.ceil(entries.length / COLUMNS);
  const lines = Array.from({ length: height }, (_, row) =>
    entries.filter((_each, index) => index % height === row).join('   '),
  );
  return `of ${scenarios} generated scenarios, so many had:\n  ${lines.join('\n  ')}\n`;
}

export function neverSeen(census: Census): readonly string[] {
  return [...census].flatMap(([name, count]) => (count === 0 ? [name] : []));
}

const NAMES = [
  ...['month', 'quarter', 'half-year', 'year'].map((each) => `paid by ${each}`),
  ...['half-up', 'half-even'].map((each) => `rounding ${each}`),
  ...['period', 'year-to-date', 'year'].map((each) => `window ${each}`),
  ...['floor-at-zero', 'recover'].map((each) => `true-up ${each}`),
  ...['kpi', 'okr', 'mbo', 'commission', 'spiff', 'override'].map((each) => `kind ${each}`),
  ...['ratio', 'inverse', 'mirror', 'progress', 'none'].map((each) => `attainment ${each}`),
  ...['linear', 'stepped', 'marginal', 'retroactive', 'matrix'].map((each) => `curve ${each}`),
  ...['raise', 'lower', 'baseline', 'range', 'milestone'].map((each) => `key result ${each}`),
  ...['sum', 'count', 'average', 'share', 'distinct', 'ratio', 'reported'].map(
    (each) => `measure ${each}`,
  ),
  ...['own', 'team', 'company'].map((each) => `deals ${each}`),
  ...['zero', 'scale', 'capFactor'].map((each) => `gate ${each}`),
  ...['calendar-days', 'workdays', 'whole-months'].map((each) => `proration ${each}`),
  ...['recoverable', 'non-recoverable'].map((each) => `draw ${each}`),
  ...['levels', 'upTo'].map((each) => `score scale ${each}`),
  ...['latest', 'average'].map((each) => `scores ${each}`),
  ...['carry', 'pay-back'].map((each) => `negative payment ${each}`),
  'weighted average',
  'score for the plan',
  'boundary owned above',
  'stated jump in a line',
  'attainment cap',
  'payout cap',
  'payout floor',
  'plan cap',
  'modifier',
  'crediting rules',
  'second date',
  'tiers of a quota',
  'tiers per deal',
  'assigned quota',
  'period weights',
  'fiscal year not from January',
  'split deal',
  'cancellation',
  'deal on a period edge',
  'manager changes in the year',
  'part of a period on the plan',
  'payment above zero',
  'odd cents in a payout',
  'refused for want of a figure',
  'result exactly on a row',
  'gate not met',
  'gate that costs something',
  'plan cap that cuts',
  'negative payout',
  'recovery held at what was paid',
  ...['draw', 'draw-recovered', 'adjustments', 'brought', 'carried'].map((each) => `line ${each}`),
  'negative payment',
];

/** By the documents and the data. */
export function writtenMechanisms(scenario: Scenario): readonly string[] {
  const { plan, startMonth } = scenario;
  const gates = plan.gates ?? [];
  return [
    `paid by ${plan.payoutPeriod}`,
    `rounding ${plan.rounding}`,
    ...(plan.proration ? [`proration ${plan.proration}`] : []),
    ...(plan.draw ? [`draw ${plan.draw.kind}`] : []),
    ...(plan.negativePayment ? [`negative payment ${plan.negativePayment}`] : []),
    ...(plan.planCap ? ['plan cap'] : []),
    ...(plan.periodWeights ? ['period weights'] : []),
    ...(plan.modifiers ? ['modifier'] : []),
    ...(startMonth > 1 ? ['fiscal year not from January'] : []),
    ...gates.map(({ whenNotMet }) =>
      whenNotMet === 'zero' ? 'gate zero' : `gate ${Object.keys(whenNotMet)[0]}`,
    ),
    ...measureMechanisms(plan),
    ...plan.components.flatMap(componentMechanisms),
    ...dataMechanisms(scenario),
  ];
}

function measureMechanisms({ measures }: PlanDocument): readonly string[] {
  return Object.values(measures).flatMap(({ calculate, deals, crediting, date, weightedBy }) => [
    `measure ${calculate}`,
    ...(deals ? [`deals ${deals}`] : []),
    ...(crediting ? ['crediting rules'] : []),
    ...(date ? ['second date'] : []),
    ...(weightedBy ? ['weighted average'] : []),
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
    ...(component.per === 'deal' ? ['tiers per deal'] : []),
    ...(quota === 'assigned' ? ['assigned quota'] : []),
    ...(isOnQuota ? ['tiers of a quota'] : []),
    ...(curve ? curveMechanisms(curve) : []),
  ];
}

function curveMechanisms({ shape, owns, points = [] }: CurveDocument): readonly string[] {
  const hasJump = points.some(({ at }, index) => points[index + 1]?.at === at);
  return [
    `curve ${shape}`,
    ...(owns === 'upper' ? ['boundary owned above'] : []),
    ...(hasJump ? ['stated jump in a line'] : []),
  ];
}

function dataMechanisms({ plan, tables, fiscalYear, startMonth }: Scenario): readonly string[] {
  const periods = fiscalPeriods(fiscalYear, startMonth, plan.payoutPeriod);
  const edges = periods.flatMap(({ from, to }) => [isoOf(from), isoOf(to)]);
  const { deals, splits, people, assignments, scores } = tables;
  const inside = (day: string | undefined): boolean => day !== undefined && !edges.includes(day);
  return [
    ...(splits.length > 0 ? ['split deal'] : []),
    ...(deals.some(({ amount = '' }) => amount.startsWith('-')) ? ['cancellation'] : []),
    ...(deals.some(({ closed = '' }) => edges.includes(closed)) ? ['deal on a period edge'] : []),
    ...(scores.some(({ payee }) => !payee) ? ['score for the plan'] : []),
    ...(people.some(({ from }) => from) ? ['manager changes in the year'] : []),
    ...(assignments.some(({ from, to }) => inside(from) || inside(to))
      ? ['part of a period on the plan']
      : []),
  ];
}

/** By what one payee's calculation came to. */
export function foundMechanisms(
  { plan }: Scenario,
  { compiled, values }: PayeeCalculation,
): readonly string[] {
  const figure = (cell: string | undefined): Fraction => {
    const datum = cell === undefined ? undefined : values.cells.get(cell);
    return typeof datum === 'object' ? Fraction.of(exactText(datum)) : Fraction.whole(0);
  };
  const zero = Fraction.whole(0);
  const components = compiled.segments.flatMap((each) => each.components);
  const payouts = components.map(({ payout }) => figure(payout));
  const limit = (line: string) => figure(compiled.limits.find(({ id }) => id === line)?.adds);
  const gates = compiled.segments.flatMap((each) => each.gates);
  const judged = gates.flatMap((gate) => gate.judged ?? []);
  const isOnRow = components.some(({ attainment, result }, index) => {
    const on = values.cells.get(attainment ?? result ?? '');
    const text = typeof on === 'object' ? exactText(on) : undefined;
    const { points = [], steps = [], tiers = [] } = plan.components[index]?.curve ?? {};
    const starts = [...points.map(({ at }) => at), ...[...steps, ...tiers].map(({ from }) => from)];
    return starts.some((start) => String(Fraction.of(start)) === text && text !== '0');
  });
  return [
    ...(zero.isBelow(figure(compiled.total)) ? ['payment above zero'] : []),
    ...(payouts.some((payout) => payout.under > 4n) ? ['odd cents in a payout'] : []),
    ...(figure(compiled.total).isBelow(zero) ? ['negative payment'] : []),
    ...(payouts.some((payout) => payout.isBelow(zero)) ? ['negative payout'] : []),
    ...(isOnRow ? ['result exactly on a row'] : []),
    ...(judged.some(({ met }) => values.cells.get(met) === false) ? ['gate not met'] : []),
    ...(judged.some(({ cost }) => zero.isBelow(figure(cost))) ? ['gate that costs something'] : []),
    ...(limit('plan-cap').isZero ? [] : ['plan cap that cuts']),
    ...(limit('not-taken-back').isZero ? [] : ['recovery held at what was paid']),
    ...compiled.settlement.lines.flatMap(({ id, adds }) =>
      figure(adds).isZero ? [] : [`line ${id}`],
    ),
  ];
}
