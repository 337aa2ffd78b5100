// compile: a checked plan and a time become a worksheet that serves every payee of the plan.
// The pipeline on one screen: earnings, modifiers, gates, payouts, total, what each gate cost.
// In: plan and timeframe. Out: the prepared worksheet and where its main figures stand.

import type { Earning } from '../components/component-kind.ts';
import { type Component, earnComponent } from '../components/kinds.ts';
import { ZERO } from '../exact-number.ts';
import { actsOn, type Gate, type Modifier, type Plan } from '../plan/plan.ts';
import { type Settlement, settlementCells } from '../settlement/settle.ts';
import { type ExactView, prepareExact } from '../worksheet/exact.ts';
import { constant, type Formula, subtract, type Unit } from '../worksheet/operations.ts';
import type { Worksheet } from '../worksheet/worksheet.ts';
import { type GateCells, gateCells } from './gates.ts';
import { totalCells } from './limits.ts';
import { type ModifierCells, modified, modifierCells } from './modifiers.ts';
import {
  ACTUAL,
  type EarnedComponent,
  type PayoutCells,
  payoutCells,
  type Variant,
} from './payout.ts';
import { PlanSheet } from './plan-sheet.ts';
import { isJudged, type Timeframe } from './timeframe.ts';

/** Cell ids of a component's figures; what a kind does not have is not there. */
export interface ComponentFigures {
  readonly component: Component;
  readonly index: number;
  readonly resultUnit?: Unit;
  readonly result?: string;
  readonly quota?: string;
  readonly attainment?: string;
  /** Payout factor as the curve gave it, before gates. */
  readonly curveFactor?: string;
  readonly payoutFactor?: string;
  /** Money that rates earned, before gates and limits. */
  readonly earned?: string;
  /** Where rules scale a curve's rates: money by its rates alone, credit times the factors. */
  readonly byRates?: string;
  readonly weightedCredit?: string;
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
  };
}

/** The settlement's lines and balances, in the order of its steps. */
export interface SettlementFigures {
  readonly lines: readonly { readonly id: string; readonly title: string; readonly adds: string }[];
  readonly balances: readonly {
    readonly id: string;
    readonly title: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface ModifierFigures {
  readonly modifier: Modifier;
  readonly unit: Unit;
  readonly judged?: { readonly result: string; readonly factor: string };
}

export interface CompiledPlan {
  readonly plan: Plan;
  readonly timeframe: Timeframe;
  readonly worksheet: Worksheet;
  readonly exact: ExactView;
  readonly components: readonly ComponentFigures[];
  readonly modifiers: readonly ModifierFigures[];
  readonly gates: readonly GateFigures[];
  /** What all gates cost together, where there are several. */
  readonly gatesCost?: string;
  /** What was earned after limits, before the settlement. */
  readonly earned: string;
  /** What payroll pays. */
  readonly total: string;
  readonly settlement: SettlementFigures;
  readonly cut?: string;
  readonly cap?: string;
  /** What recovery would take back beyond what was paid. */
  readonly kept?: string;
  readonly targetIncentive: string;
}

export function compile(plan: Plan, timeframe: Timeframe): CompiledPlan {
  const sheet = new PlanSheet(plan, timeframe);
  const targetIncentive = sheet.targetIncentive('period');
  const gates = plan.gates.map((gate, index) => gateCells(sheet, gate, index));
  const modifiers = plan.modifiers.map((each, index) => modifierCells(sheet, each, index));
  const due = plan.components.map((component, index) => earned(sheet, component, index, modifiers));
  const paid = due.map((each) => ({ ...each, ...payOf(sheet, each, gates) }));
  const total = totalCells(
    sheet,
    paid.map(({ payout }) => payout),
    ACTUAL,
  );
  const costs = gates.map((gate) => gateCost(sheet, gate, gates, paid, total.total));
  const joint = jointCost(sheet, gates, paid, total.total);
  const settlement = settlementCells(sheet, total.total);
  const worksheet = sheet.builder.build();
  return {
    plan,
    timeframe,
    worksheet,
    exact: prepareExact(worksheet),
    components: paid.map(figuresOf),
    modifiers: modifiers.map(modifierFigures),
    gates: gates.map((cells, index) => gateFigures(cells, costs[index])),
    ...(joint && { gatesCost: idOf(joint) }),
    earned: idOf(total.total),
    total: idOf(settlement.payment),
    settlement: settlementFigures(settlement),
    ...(total.cut && { cut: idOf(total.cut) }),
    ...(total.cap && { cap: idOf(total.cap) }),
    ...(total.kept && { kept: idOf(total.kept) }),
    targetIncentive: idOf(targetIncentive),
  };
}

type DueComponent = Omit<EarnedComponent, 'earning'> &
  Partial<Pick<EarnedComponent, 'earning'>> & {
    /** The earning by the curve alone, before modifiers. */
    readonly byCurve?: Earning;
  };
type PaidComponent = DueComponent & PayoutCells;

/** What is measured over the year earns nothing before the year's last period. */
function earned(
  sheet: PlanSheet,
  component: Component,
  index: number,
  modifiers: readonly ModifierCells[],
): DueComponent {
  if (!isJudged(sheet.timeframe, component.window)) return { component, index };
  const byCurve = earnComponent(component, sheet.forComponent(component, index));
  const earning = modified(sheet, component, byCurve, modifiers);
  return { component, index, byCurve, earning };
}

function payOf(sheet: PlanSheet, due: DueComponent, gates: readonly GateCells[]): PayoutCells {
  const { component, index, earning } = due;
  if (earning) return payoutCells(sheet, { component, index, earning }, gates, ACTUAL);
  const label = `Payout of ${component.title}: with the last period of the year`;
  const path = ['components', index, 'window'];
  const id = `${component.id}.payout`;
  return { payout: sheet.cell({ id, label, unit: 'money', path }, constant(ZERO, 'money')) };
}

/** The payment without a gate minus the payment with it, everything else being the same. */
function gateCost(
  sheet: PlanSheet,
  without: GateCells,
  gates: readonly GateCells[],
  paid: readonly PaidComponent[],
  total: Formula,
): Formula | undefined {
  const { gate, met } = without;
  if (!met) return undefined;
  const variant = { prefix: `without.${gate.id}.`, wording: ` without ${gate.title}` };
  const others = gates.filter((each) => each !== without);
  const totalWithout = totalUnder(sheet, [without], others, paid, variant);
  const path = ['gates', sheet.plan.gates.indexOf(gate)];
  return sheet.cell(
    { id: `gate.${gate.id}.cost`, label: `${gate.title}: cost`, unit: 'money', path },
    subtract(totalWithout, total),
  );
}

/** What all gates cost together: gates on the same pay overlap, so their costs do not add up. */
function jointCost(
  sheet: PlanSheet,
  gates: readonly GateCells[],
  paid: readonly PaidComponent[],
  total: Formula,
): Formula | undefined {
  const judged = gates.filter(({ met }) => met);
  if (judged.length < 2) return undefined;
  const variant = { prefix: 'without-gates.', wording: ' without gates' };
  const totalWithout = totalUnder(sheet, judged, [], paid, variant);
  return sheet.cell(
    { id: 'gates.cost', label: 'Cost of all gates together', unit: 'money', path: ['gates'] },
    subtract(totalWithout, total),
  );
}

/** The payment if only the gates in force acted; what the removed ones leave alone is reused. */
function totalUnder(
  sheet: PlanSheet,
  removed: readonly GateCells[],
  inForce: readonly GateCells[],
  paid: readonly PaidComponent[],
  variant: Variant,
): Formula {
  const payouts = paid.map(({ component, index, earning, payout }) =>
    earning && removed.some(({ gate }) => actsOn(gate, component.id))
      ? payoutCells(sheet, { component, index, earning }, inForce, variant).payout
      : payout,
  );
  return totalCells(sheet, payouts, variant).total;
}

function figuresOf({
  component,
  index,
  earning,
  byCurve,
  ...cells
}: PaidComponent): ComponentFigures {
  const base = byCurve?.earned;
  const formulas = {
    result: earning?.result,
    quota: earning?.quota,
    attainment: earning?.attainment,
    curveFactor: base?.as === 'factor' ? base.factor : undefined,
    payoutFactor: cells.payoutFactor,
    earned: base?.as === 'money' ? base.money : undefined,
    byRates: earning?.byRates,
    weightedCredit: earning?.weightedCredit,
    targetIncentive: cells.targetIncentive,
    payoutToDate: cells.payoutToDate,
    paidEarlier: cells.paidEarlier,
  };
  const ids = Object.entries(formulas).flatMap(([name, formula]) =>
    formula ? [[name, idOf(formula)]] : [],
  );
  const resultUnit = earning && { resultUnit: earning.resultUnit };
  return {
    component,
    index,
    ...resultUnit,
    ...Object.fromEntries(ids),
    payout: idOf(cells.payout),
  };
}

function settlementFigures({ lines, balances }: Settlement): SettlementFigures {
  return {
    lines: lines.map(({ id, title, adds }) => ({ id, title, adds: idOf(adds) })),
    balances: balances.map(({ id, title, before, after }) => ({
      id,
      title,
      before: idOf(before),
      after: idOf(after),
    })),
  };
}

function modifierFigures({ modifier, unit, result, factor }: ModifierCells): ModifierFigures {
  if (!result || !factor) return { modifier, unit };
  return { modifier, unit, judged: { result: idOf(result), factor: idOf(factor) } };
}

function gateFigures(cells: GateCells, cost: Formula | undefined): GateFigures {
  const { gate, unit, result, required, met } = cells;
  if (!result || !required || !met || !cost) return { gate, unit };
  const judged = {
    result: idOf(result),
    required: idOf(required),
    met: idOf(met),
    cost: idOf(cost),
  };
  return { gate, unit, judged };
}

function idOf(formula: Formula): string {
  if (formula.op !== 'cell') throw new Error(`a ${formula.op} is not a cell`);
  return formula.id;
}
