// compileSegment: a checked plan over a time becomes cells of a worksheet.
// The pipeline on one screen: earnings, modifiers, links, gates, payouts, total, and their costs.
// In: the sheet of a plan and its time. Out: where its main figures stand. Source: ENGINE.md, 6.

import type { Earning } from '../components/component-kind.ts';
import { type Component, earnComponent } from '../components/kinds.ts';
import { ZERO } from '../exact-number.ts';
import type { Gate, Link, Modifier, Plan } from '../plan/plan.ts';
import { constant, type Formula, type Unit } from '../worksheet/operations.ts';
import { componentSheet } from './component-sheet.ts';
import type { Condition } from './condition.ts';
import { ConditionCosts } from './condition-costs.ts';
import { deferralCells } from './deferral.ts';
import { type GateCells, gateCells } from './gates.ts';
import { type LimitLine, totalCells } from './limits.ts';
import { type LinkCells, linkCells } from './links.ts';
import { type ModifierCells, modified, modifierCells } from './modifiers.ts';
import { ACTUAL, type EarnedComponent, type PayoutCells, payoutCells } from './payout.ts';
import type { PlanSheet } from './plan-sheet.ts';
import { isJudged, type Timeframe } from './timeframe.ts';

/** Cell ids of a component's figures; what a kind does not have is not there. */
export interface ComponentFigures {
  readonly component: Component;
  readonly index: number;
  readonly resultUnit?: Unit;
  readonly result?: string;
  readonly quota?: string;
  readonly attainment?: string;
  /** What the curve runs on, where it is neither the attainment nor the result. */
  readonly curveOn?: string;
  readonly curveOnUnit?: Unit;
  /** Payout factor as the curve gave it, before gates. */
  readonly curveFactor?: string;
  readonly payoutFactor?: string;
  /** Money that rates earned, before gates and limits. */
  readonly earned?: string;
  /** Where rules scale a curve's rates: money by its rates alone, credit times the factors. */
  readonly byRates?: string;
  /** Money before a cap per deal. */
  readonly uncapped?: string;
  readonly weightedCredit?: string;
  /** A pool, the payee's points, and those of all who share in it. */
  readonly poolMoney?: string;
  readonly points?: string;
  readonly allPoints?: string;
  readonly targetIncentive?: string;
  readonly payoutToDate?: string;
  readonly paidEarlier?: string;
  readonly payout: string;
}

export interface GateFigures {
  readonly gate: Gate;
  readonly unit: Unit;
  /** Absent while the gate is not judged yet. */
  readonly judged?: {
    readonly result: string;
    readonly required: string;
    readonly met: string;
    readonly cost: string;
    /** Where a curve of its own scales. */
    readonly scale?: string;
  };
}

interface ModifierFigures {
  readonly modifier: Modifier;
  readonly unit: Unit;
  readonly judged?: { readonly result: string; readonly factor: string };
}

export interface LinkFigures {
  readonly link: Link;
  /** Absent while the link is not judged yet. */
  readonly judged?: { readonly attainment: string; readonly met: string; readonly cost: string };
}

/** A limit's line, with the cells of what it adds and of how much is paid at most or at least. */
export type LimitFigures = Pick<LimitLine, 'id' | 'title' | 'kind' | 'over'> & {
  readonly adds: string;
  readonly limit?: string;
};

/** One segment's cells: a plan over days on which nothing of what a payee is paid by changes. */
export interface CompiledSegment {
  readonly plan: Plan;
  readonly timeframe: Timeframe;
  /** Its number among several; the only one has none, and its cells carry none. */
  readonly segment?: number;
  readonly components: readonly ComponentFigures[];
  readonly modifiers: readonly ModifierFigures[];
  readonly links: readonly LinkFigures[];
  readonly gates: readonly GateFigures[];
  /** Of components that deferring gates act on: whether they may be paid, and what waits. */
  readonly deferrals: readonly {
    readonly component: string;
    readonly open: string;
    readonly waits: string;
  }[];
  /** What all gates and links cost together, where there are several. */
  readonly gatesCost?: string;
  /** What was earned after limits, before the period is settled. */
  readonly earned: string;
  readonly limits: readonly LimitFigures[];
  readonly targetIncentive: string;
}

export function compileSegment(sheet: PlanSheet): CompiledSegment {
  const { plan, timeframe, builder } = sheet;
  const targetIncentive = sheet.targetIncentive('period');
  const gates = plan.gates.map((gate, index) => gateCells(sheet, gate, index));
  const modifiers = plan.modifiers.map((each, index) => modifierCells(sheet, each, index));
  const due = plan.components.map((component, index) => earned(sheet, component, index, modifiers));
  const links = plan.links.map((link, index) =>
    linkCells(sheet, link, index, due.filter(isEarned)),
  );
  const conditions = [...links, ...gates];
  const paid = due.map((each) => ({ ...each, ...payOf(sheet, each, conditions) }));
  const total = totalCells(
    sheet,
    paid.map(({ payout }) => payout),
    ACTUAL,
  );
  const deferred = deferralCells(sheet, paid, conditions, total.total);
  const costs = new ConditionCosts(sheet, conditions, paid, deferred.total);
  const linkFindings = links.map((link) => linkFigures(link, costs.of(link)));
  const gateFindings = gates.map((gate) => gateFigures(gate, costs.of(gate)));
  const joint = costs.joint();
  return {
    plan,
    timeframe,
    ...(builder.segment !== undefined && { segment: builder.segment }),
    components: paid.map(figuresOf),
    modifiers: modifiers.map(modifierFigures),
    links: linkFindings,
    gates: gateFindings,
    deferrals: deferred.deferrals.map(({ component, open, waits }) => ({
      component: component.id,
      open: idOf(open),
      waits: idOf(waits),
    })),
    ...(joint && { gatesCost: idOf(joint) }),
    earned: idOf(total.total),
    limits: total.lines.map(limitFigures),
    targetIncentive: idOf(targetIncentive),
  };
}

type DueComponent = Omit<EarnedComponent, 'earning'> &
  Partial<Pick<EarnedComponent, 'earning'>> & {
    /** The earning by the curve alone, before modifiers. */
    readonly byCurve?: Earning;
  };
type CalculatedComponent = DueComponent & PayoutCells;

/** What is measured over the year earns nothing before the year's last period. */
function earned(
  sheet: PlanSheet,
  component: Component,
  index: number,
  modifiers: readonly ModifierCells[],
): DueComponent {
  if (!isJudged(sheet.timeframe, component.window)) return { component, index };
  const byCurve = earnComponent(component, componentSheet(sheet, component, index));
  const earning = modified(sheet, component, byCurve, modifiers);
  return { component, index, byCurve, earning };
}

function isEarned(due: DueComponent): due is EarnedComponent {
  return due.earning !== undefined;
}

function payOf(sheet: PlanSheet, due: DueComponent, conditions: readonly Condition[]): PayoutCells {
  const { component, index, earning } = due;
  if (earning) return payoutCells(sheet, { component, index, earning }, conditions, ACTUAL);
  const label = `Payout of ${component.title}: with the last period of the year`;
  const path = ['components', index, 'window'];
  const id = `${component.id}.payout`;
  return { payout: sheet.cell({ id, label, unit: 'money', path }, constant(ZERO, 'money')) };
}

function figuresOf({
  component,
  index,
  earning,
  byCurve,
  ...cells
}: CalculatedComponent): ComponentFigures {
  const base = byCurve?.earned;
  const formulas = {
    result: earning?.result,
    quota: earning?.quota,
    attainment: earning?.attainment,
    curveOn: earning?.curveOn?.formula,
    curveFactor: base?.as === 'factor' ? base.factor : undefined,
    payoutFactor: cells.payoutFactor,
    earned: base?.as === 'money' ? base.money : undefined,
    byRates: earning?.byRates,
    uncapped: earning?.uncapped,
    weightedCredit: earning?.weightedCredit,
    poolMoney: earning?.poolMoney,
    points: earning?.points,
    allPoints: earning?.allPoints,
    targetIncentive: cells.targetIncentive,
    payoutToDate: cells.payoutToDate,
    paidEarlier: cells.paidEarlier,
  };
  const ids = Object.entries(formulas).flatMap(([name, formula]) =>
    formula ? [[name, idOf(formula)]] : [],
  );
  const resultUnit = earning && { resultUnit: earning.resultUnit };
  const curveOnUnit = earning?.curveOn && { curveOnUnit: earning.curveOn.unit };
  return {
    component,
    index,
    ...resultUnit,
    ...curveOnUnit,
    ...Object.fromEntries(ids),
    payout: idOf(cells.payout),
  };
}

function modifierFigures({ modifier, unit, result, factor }: ModifierCells): ModifierFigures {
  if (!result || !factor) return { modifier, unit };
  return { modifier, unit, judged: { result: idOf(result), factor: idOf(factor) } };
}

function gateFigures(cells: GateCells, cost: Formula | undefined): GateFigures {
  const { gate, unit, result, required, met, scale } = cells;
  if (!result || !required || !met || !cost) return { gate, unit };
  const judged = {
    result: idOf(result),
    required: idOf(required),
    met: idOf(met),
    cost: idOf(cost),
    ...(scale && { scale: idOf(scale) }),
  };
  return { gate, unit, judged };
}

function limitFigures({ adds, limit, ...line }: LimitLine): LimitFigures {
  return { ...line, adds: idOf(adds), ...(limit && { limit: idOf(limit) }) };
}

function linkFigures(cells: LinkCells, cost: Formula | undefined): LinkFigures {
  const { link, attainment, met } = cells;
  if (!attainment || !met || !cost) return { link };
  return { link, judged: { attainment: idOf(attainment), met: idOf(met), cost: idOf(cost) } };
}

export function idOf(formula: Formula): string {
  if (formula.op !== 'cell') throw new Error(`a ${formula.op} is not a cell`);
  return formula.id;
}
