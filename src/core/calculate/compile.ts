// compile: the segments of a period become one worksheet that serves every payee who has the like.
// Each is calculated by itself, then they are added, then the period is settled once.
// In: plans with their timeframes, in order of time. Out: the prepared worksheet and where its main
// figures stand. Source: ENGINE.md sections 1 and 4.

import type { Plan } from '../plan/plan.ts';
import { type Settlement, settlementCells } from '../settlement/settle.ts';
import type { ComponentPay } from '../settlement/step.ts';
import { type ExactView, prepareExact } from '../worksheet/exact.ts';
import { add, type Formula } from '../worksheet/operations.ts';
import { type Worksheet, WorksheetBuilder } from '../worksheet/worksheet.ts';
import { type CompiledSegment, compileSegment, idOf } from './compile-segment.ts';
import { KEPT_LABEL } from './limits.ts';
import { PlanSheet } from './plan-sheet.ts';
import type { Timeframe } from './timeframe.ts';

/** The settlement's lines and balances, in the order of its steps. */
export interface SettlementFigures {
  readonly lines: readonly { readonly id: string; readonly title: string; readonly adds: string }[];
  readonly balances: readonly {
    readonly id: string;
    readonly title: string;
    readonly before: string;
    readonly after: string;
    readonly added?: string;
    readonly forfeited?: string;
  }[];
}

export interface CompiledPlan {
  /** The plan that the period is settled by: the last one of it. */
  readonly plan: Plan;
  readonly timeframe: Timeframe;
  readonly worksheet: Worksheet;
  readonly exact: ExactView;
  /** In order of time; one where nothing changes within the period. */
  readonly segments: readonly CompiledSegment[];
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

/** A plan over its part of a period. */
export type TimedPlan = Pick<CompiledSegment, 'plan' | 'timeframe'>;

export function compile(timed: readonly TimedPlan[]): CompiledPlan {
  const builder = new WorksheetBuilder();
  const isSplit = timed.length > 1;
  const sheets = timed.map(
    ({ plan, timeframe }, index) =>
      new PlanSheet(plan, timeframe, isSplit ? builder.within(index) : builder),
  );
  const segments = sheets.map(compileSegment);
  const [last, only] = [timed.at(-1), segments[0]];
  if (!last || !only) throw new Error('a period without a plan is not calculated');
  const { plan, timeframe } = last;
  const sheet = new PlanSheet(plan, timeframe, builder);
  const whole = isSplit ? added(sheet, segments) : only;
  const payable = segments.flatMap(paysOf);
  const settlement = settlementCells(sheet, { op: 'cell', id: whole.earned }, payable);
  const worksheet = builder.build();
  return {
    ...whole,
    plan,
    timeframe,
    worksheet,
    exact: prepareExact(worksheet),
    segments,
    total: idOf(settlement.payment),
    settlement: settlementFigures(settlement),
  };
}

/** What the settlement starts from: each component's payout, and what of it waits. */
function paysOf({ components, deferrals }: CompiledSegment): readonly ComponentPay[] {
  const read = (id: string): Formula => ({ op: 'cell', id });
  return components.map(({ component: { id, title }, payout }) => {
    const found = deferrals.find((each) => each.component === id);
    const deferral = found && { open: read(found.open), waits: read(found.waits) };
    return { component: id, title, pays: read(payout), ...(deferral && { deferral }) };
  });
}

/** What the whole period has once, and each of its segments for itself. */
type Whole = Pick<
  CompiledPlan,
  'earned' | 'targetIncentive' | 'cut' | 'cap' | 'kept' | 'gatesCost'
>;

/** Segments are added, never joined in another way. */
function added(sheet: PlanSheet, segments: readonly CompiledSegment[]): Whole {
  const sum = (step: string, label: string, field: string, ids: readonly string[]): string => {
    const terms = ids.map((id): Formula => ({ op: 'cell', id }));
    const named = { id: `plan.${step}`, label, unit: 'money', path: [field] } as const;
    return idOf(sheet.cell(named, add(...terms)));
  };
  const all = (figure: keyof Whole): readonly string[] =>
    segments.flatMap((each) => each[figure] ?? []);
  const [cuts, caps, kept, costs] = [all('cut'), all('cap'), all('kept'), costsOf(segments)];
  return {
    earned: sum('earned', 'Earned', 'components', all('earned')),
    targetIncentive: sum(
      'targetIncentive.period',
      'Target incentive, this period',
      'periodWeights',
      all('targetIncentive'),
    ),
    ...(cuts.length > 0 && { cut: sum('cut', 'Cut by the plan cap', 'planCap', cuts) }),
    ...(caps.length === segments.length && { cap: sum('cap', 'Plan cap', 'planCap', caps) }),
    ...(kept.length > 0 && { kept: sum('kept', KEPT_LABEL, 'components', kept) }),
    ...(costs.length > 1 && {
      gatesCost: sum('gatesCost', 'Cost of all gates together', 'gates', costs),
    }),
  };
}

/** What the gates of each segment cost it: together, or the only one. */
function costsOf(segments: readonly CompiledSegment[]): readonly string[] {
  return segments.flatMap(({ gatesCost, links, gates }) => {
    const [only] = [...links, ...gates].flatMap(({ judged }) => judged?.cost ?? []);
    return gatesCost ?? only ?? [];
  });
}

function settlementFigures({ lines, balances }: Settlement): SettlementFigures {
  return {
    lines: lines.map(({ id, title, adds }) => ({ id, title, adds: idOf(adds) })),
    balances: balances.map(({ id, title, before, after, added, forfeited }) => ({
      id,
      title,
      before: idOf(before),
      after: idOf(after),
      ...(added && { added: idOf(added) }),
      ...(forfeited && { forfeited: idOf(forfeited) }),
    })),
  };
}
