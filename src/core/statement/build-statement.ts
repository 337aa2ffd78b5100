// Builds a payee's statement from the calculation: picks figures off the worksheet and arranges
// them; it calculates nothing itself, so that no second opinion about pay exists.
// In: a payee's calculation and the company. Out: the statement.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { ComponentFigures, GateFigures } from '../calculate/compile.ts';
import type { Company } from '../company/company.ts';
import { measuresOf, partsOf, weightOf } from '../components/kinds.ts';
import type { Exact } from '../exact-number.ts';
import { money } from '../money.ts';
import { actsOn } from '../plan/plan.ts';
import { buildCurve } from './build-curve.ts';
import { buildDeals } from './build-deals.ts';
import { buildBalances, buildLines } from './build-lines.ts';
import { FigureReader } from './figure-reader.ts';
import type {
  PeriodPayouts,
  Quantity,
  Statement,
  StatementComponent,
  StatementGate,
  StatementModifier,
  StatementPart,
} from './statement.ts';

export function buildStatement(calculation: PayeeCalculation, company: Company): Statement {
  const { payee, compiled, period } = calculation;
  const { plan } = compiled;
  const figures = new FigureReader(calculation);
  const components = compiled.components.map((each) => buildComponent(each, figures, company));
  const planCap = compiled.cap &&
    compiled.cut && {
      cap: figures.money(compiled.cap),
      cut: figures.money(compiled.cut),
    };
  return {
    company: {
      id: company.id,
      name: company.name,
      ...(company.contact && { contact: company.contact }),
    },
    locale: company.locale,
    payee: { id: payee.id, name: payee.name, ...(payee.title && { title: payee.title }) },
    plan: { id: plan.id, title: plan.title, version: plan.version },
    period,
    currency: plan.currency,
    payment: figures.money(compiled.total),
    targetIncentive: figures.money(compiled.targetIncentive),
    cells: { payment: compiled.total, targetIncentive: compiled.targetIncentive },
    lines: buildLines(figures),
    balances: buildBalances(figures),
    components,
    gates: compiled.gates.map((gate) => buildGate(gate, figures)),
    ...(compiled.gatesCost && { gatesCost: figures.money(compiled.gatesCost) }),
    ...(planCap && { planCap }),
    yearToDate: yearToDate(calculation, figures),
    deals: buildDeals(calculation, company.deals.show, company.model),
  };
}

function buildComponent(
  cells: ComponentFigures,
  figures: FigureReader,
  company: Company,
): StatementComponent {
  const { component } = cells;
  const weight = weightOf(component);
  const supports = keyResultTitle(company, component.supports);
  const about = aboutOf(cells, figures);
  const curve =
    'curve' in component && buildCurve(component.curve, cells, figures.exact.bind(figures));
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
  const quantity = (cell: string): Quantity => ({
    number: figures.exact(cell),
    unit: resultUnit ?? 'number',
  });
  return {
    ...(result && { result: quantity(result) }),
    ...(quota && { quota: quantity(quota) }),
    ...(attainment && { attainment: figures.exact(attainment) }),
    ...(curveFactor && { curveFactor: figures.exact(curveFactor) }),
    ...(payoutFactor && { payoutFactor: figures.exact(payoutFactor) }),
  };
}

function moneys(cells: ComponentFigures, figures: FigureReader) {
  const { targetIncentive, earned, payoutToDate, paidEarlier } = cells;
  return {
    ...(earned && { earned: figures.money(earned) }),
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

function buildGate({ gate, unit, judged }: GateFigures, figures: FigureReader): StatementGate {
  const { plan } = figures.calculation.compiled;
  const bound = 'atLeast' in gate.require ? 'atLeast' : 'atMost';
  const asked = 'atLeast' in gate.require ? gate.require.atLeast : gate.require.atMost;
  const acted = plan.components.filter(({ id }) => actsOn(gate, id));
  return {
    id: gate.id,
    title: gate.title,
    measure: plan.measures.get(gate.measure)?.label ?? gate.measure,
    window: gate.window,
    bound,
    required: { number: asked.number, unit },
    effect: gate.whenNotMet,
    actsOn: acted.map(({ title }) => title),
    ...(judged && {
      judged: {
        result: { number: figures.exact(judged.result), unit },
        met: figures.flag(judged.met),
        cost: figures.money(judged.cost),
        cells: judged,
      },
    }),
  };
}

function yearToDate(
  { earlier, compiled, period }: PayeeCalculation,
  figures: FigureReader,
): readonly PeriodPayouts[] {
  const { currency } = compiled.plan;
  const before = earlier.map((each) => ({
    period: each.period,
    payouts: [...each.payouts].map(([component, payout]) => ({
      component,
      payout: money(payout, currency),
    })),
    total: money(each.total, currency),
  }));
  const payouts = compiled.components.map(({ component, payout }) => ({
    component: component.id,
    payout: figures.money(payout),
  }));
  return [...before, { period, payouts, total: figures.money(compiled.total) }];
}
