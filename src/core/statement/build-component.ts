// One component of a statement: its figures from result to payout, its curve, rules, modifiers and
// parts, picked off the worksheet. In: the component's cells. Out: what a reader sees of it.

import type { CompiledSegment, ComponentFigures } from '../calculate/compile-segment.ts';
import type { Company } from '../company/company.ts';
import { measuresOf, partsOf, weightOf } from '../components/kinds.ts';
import { minorDigits } from '../currency.ts';
import type { Exact } from '../exact-number.ts';
import { money } from '../money.ts';
import { commonScope, isScoreOf } from '../period-data/score-scope.ts';
import { actsOn } from '../plan/plan.ts';
import { inSegment } from '../worksheet/worksheet.ts';
import { buildCurve } from './build-curve.ts';
import { buildGrid } from './build-grid.ts';
import { statementRules } from './deal-rulings.ts';
import type { FigureReader } from './figure-reader.ts';
import type { Quantity, StatementComponent, StatementPart } from './statement.ts';
import type { StatementModifier } from './statement-conditions.ts';

export function buildComponent(
  cells: ComponentFigures,
  within: CompiledSegment,
  figures: FigureReader,
  company: Company,
): StatementComponent {
  const { component } = cells;
  const days = figures.days(within);
  const weight = weightOf(component);
  const supports = keyResultTitle(company, component.supports);
  const about = aboutOf(cells, within);
  const curve =
    'curve' in component &&
    component.curve &&
    buildCurve(
      component.curve,
      cells,
      figures.exact.bind(figures),
      minorDigits(within.plan.currency),
    );
  return {
    id: inSegment(component.id, within.segment),
    ...(days && { days }),
    kind: component.kind,
    title: component.title,
    window: component.window,
    isDue: cells.result !== undefined,
    ...(about && { about }),
    ...(supports && { supports }),
    ...(weight && { weight }),
    ...quantities(cells, figures),
    ...moneys(cells, figures),
    ...sharing(cells, within, figures),
    payout: figures.money(cells.payout),
    cells: figureCells(cells),
    ...(curve && { curve }),
    ...buildGrid(cells, within, figures),
    rules: statementRules(within, component),
    modifiers: cells.result === undefined ? [] : buildModifiers(cells, within, figures),
    parts: buildParts(cells, within, figures),
  };
}

/** What of a component's figures is a cell, without what else is known of it. */
function figureCells({
  component: _,
  index: __,
  resultUnit: ___,
  ...cells
}: ComponentFigures): StatementComponent['cells'] {
  return cells;
}

function aboutOf({ component }: ComponentFigures, { plan }: CompiledSegment): string | undefined {
  if ('objective' in component) return component.objective;
  const [measure] = measuresOf(component);
  return measure === undefined ? undefined : plan.measures.get(measure)?.label;
}

function quantities(cells: ComponentFigures, figures: FigureReader) {
  const { result, quota, attainment, curveFactor, payoutFactor, resultUnit } = cells;
  const { weightedCredit } = cells;
  const quantity = (cell: string): Quantity => ({
    number: figures.exact(cell),
    unit: resultUnit ?? 'number',
  });
  return {
    ...(result && { result: quantity(result) }),
    ...(weightedCredit && { weightedCredit: quantity(weightedCredit) }),
    ...(quota && { quota: quantity(quota) }),
    ...(attainment && { attainment: figures.exact(attainment) }),
    ...(curveFactor && { curveFactor: figures.exact(curveFactor) }),
    ...(payoutFactor && { payoutFactor: figures.exact(payoutFactor) }),
  };
}

function moneys(cells: ComponentFigures, figures: FigureReader) {
  const { component, targetIncentive, earned, byRates, payoutToDate, paidEarlier } = cells;
  const { uncapped } = cells;
  const cap = 'dealCap' in component ? component.dealCap?.money : undefined;
  return {
    ...(earned && { earned: figures.money(earned) }),
    ...(byRates && { byRates: figures.money(byRates) }),
    ...(uncapped &&
      cap && {
        dealCap: {
          cap: money(cap, figures.calculation.compiled.plan.currency),
          uncapped: figures.money(uncapped),
        },
      }),
    ...(targetIncentive && { targetIncentive: figures.money(targetIncentive) }),
    ...(payoutToDate && { payoutToDate: figures.money(payoutToDate) }),
    ...(paidEarlier && { paidEarlier: figures.money(paidEarlier) }),
  };
}

/** A pool and the points that it is shared by: money where they are times the target incentive. */
function sharing(
  { component, poolMoney, points, allPoints }: ComponentFigures,
  { plan }: CompiledSegment,
  figures: FigureReader,
) {
  const isPlain = plan.pools.get(component.id)?.shareBy === 'score';
  const quantity = (cell: string): Quantity => ({
    number: figures.exact(cell),
    unit: isPlain ? 'number' : 'money',
  });
  return {
    ...(poolMoney && { poolMoney: figures.money(poolMoney) }),
    ...(points && { points: quantity(points) }),
    ...(allPoints && { allPoints: quantity(allPoints) }),
  };
}

function buildParts(
  { component }: ComponentFigures,
  { plan, segment }: CompiledSegment,
  figures: FigureReader,
): readonly StatementPart[] {
  const { payee } = figures.calculation;
  const scores = figures.calculation.scores.filter((each) => isScoreOf(each, payee.id, plan.id));
  return partsOf(component).map(({ id, title, weight, measure, asked }) => {
    const cell = (step: string): string => inSegment(`${component.id}.part.${id}.${step}`, segment);
    const unit = (measure && plan.measures.get(measure)?.unit) || 'number';
    const quantity = (number: Exact): Quantity => ({ number, unit });
    const given = scores.find((score) => score.component === component.id && score.goal === id);
    const scoredFor = given && commonScope(given);
    return {
      id,
      title,
      weight,
      ...(asked && {
        asked: { to: quantity(asked.to), ...(asked.from && { from: quantity(asked.from) }) },
      }),
      ...(figures.has(cell('result')) && { result: quantity(figures.exact(cell('result'))) }),
      ...(figures.has(cell('score')) && { score: figures.exact(cell('score')) }),
      ...(given?.scorer && { scorer: given.scorer }),
      ...(scoredFor && { scoredFor }),
      ...(given?.evidence && { evidence: given.evidence }),
    };
  });
}

function keyResultTitle(company: Company, id: string | undefined): string | undefined {
  const all = company.objectives.flatMap(({ keyResults }) => keyResults);
  return all.find((each) => each.id === id)?.title;
}

/** Modifiers that act on a component and are judged already. */
function buildModifiers(
  { component }: ComponentFigures,
  { plan, modifiers }: CompiledSegment,
  figures: FigureReader,
): readonly StatementModifier[] {
  return modifiers.flatMap(({ modifier, unit, judged }) => {
    if (!judged || !actsOn(modifier, component.id)) return [];
    const { id, title, measure, window } = modifier;
    return [
      {
        id,
        title,
        measure: plan.measures.get(measure)?.label ?? measure,
        window,
        result: { number: figures.exact(judged.result), unit },
        factor: figures.exact(judged.factor),
      },
    ];
  });
}
