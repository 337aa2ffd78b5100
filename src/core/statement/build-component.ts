// One component of a statement: its figures from result to payout, its curve, rules, modifiers and
// parts, picked off the worksheet. In: the component's cells. Out: what a reader sees of it.

import type { ComponentFigures } from '../calculate/compile.ts';
import type { Company } from '../company/company.ts';
import { measuresOf, partsOf, weightOf } from '../components/kinds.ts';
import type { Exact } from '../exact-number.ts';
import { commonScope } from '../period-data/score-scope.ts';
import { actsOn } from '../plan/plan.ts';
import { buildCurve } from './build-curve.ts';
import { statementRules } from './deal-rulings.ts';
import type { FigureReader } from './figure-reader.ts';
import type {
  Quantity,
  StatementComponent,
  StatementModifier,
  StatementPart,
} from './statement.ts';

export function buildComponent(
  cells: ComponentFigures,
  figures: FigureReader,
  company: Company,
): StatementComponent {
  const { component } = cells;
  const weight = weightOf(component);
  const supports = keyResultTitle(company, component.supports);
  const about = aboutOf(cells, figures);
  const curve =
    'curve' in component &&
    component.curve &&
    buildCurve(component.curve, cells, figures.exact.bind(figures));
  return {
    id: component.id,
    kind: component.kind,
    title: component.title,
    window: component.window,
    isDue: cells.result !== undefined,
    ...(about && { about }),
    ...(supports && { supports }),
    ...(weight && { weight }),
    ...quantities(cells, figures),
    ...moneys(cells, figures),
    payout: figures.money(cells.payout),
    cells: figureCells(cells),
    ...(curve && { curve }),
    rules: statementRules(figures.calculation, component),
    modifiers: cells.result === undefined ? [] : buildModifiers(cells, figures),
    parts: buildParts(cells, figures),
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

function aboutOf(
  { component }: ComponentFigures,
  { calculation }: FigureReader,
): string | undefined {
  if ('objective' in component) return component.objective;
  const [measure] = measuresOf(component);
  return measure === undefined ? undefined : calculation.compiled.plan.measures.get(measure)?.label;
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
  const { targetIncentive, earned, byRates, payoutToDate, paidEarlier } = cells;
  return {
    ...(earned && { earned: figures.money(earned) }),
    ...(byRates && { byRates: figures.money(byRates) }),
    ...(targetIncentive && { targetIncentive: figures.money(targetIncentive) }),
    ...(payoutToDate && { payoutToDate: figures.money(payoutToDate) }),
    ...(paidEarlier && { paidEarlier: figures.money(paidEarlier) }),
  };
}

function buildParts(
  { component }: ComponentFigures,
  figures: FigureReader,
): readonly StatementPart[] {
  const { compiled, scores } = figures.calculation;
  return partsOf(component).map(({ id, title, weight, measure, asked }) => {
    const cell = (step: string): string => `${component.id}.part.${id}.${step}`;
    const unit = (measure && compiled.plan.measures.get(measure)?.unit) || 'number';
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
  figures: FigureReader,
): readonly StatementModifier[] {
  const { plan, modifiers } = figures.calculation.compiled;
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
