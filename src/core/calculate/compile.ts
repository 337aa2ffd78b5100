// compile: the segments of a period become one worksheet that serves every payee who has the like.
// Each is calculated by itself, then they are added, then the period is settled once.
// In: plans with their timeframes, in order of time. Out: the prepared worksheet and where its main
// figures stand. Source: ENGINE.md sections 1 and 4.

import type { Plan } from '../plan/plan.ts';
import { convertedCells } from '../settlement/payout-currency.ts';
import { type Settlement, settlementCells } from '../settlement/settle.ts';
import type { ComponentPay } from '../settlement/step.ts';
import type { DocumentPath } from '../source.ts';
import { type ExactView, prepareExact } from '../worksheet/exact.ts';
import { add, type Formula } from '../worksheet/operations.ts';
import { inSegment, type Worksheet, WorksheetBuilder } from '../worksheet/worksheet.ts';
import {
  type CompiledSegment,
  compileSegment,
  idOf,
  type LimitFigures,
} from './compile-segment.ts';
import { PlanSheet, type SheetOptions } from './plan-sheet.ts';
import type { Timeframe } from './timeframe.ts';

/** The settlement's lines and balances, in the order of its steps. */
interface SettlementFigures {
  readonly lines: readonly { readonly id: string; readonly title: string; readonly adds: string }[];
  readonly balances: readonly {
    readonly id: string;
    readonly title: string;
    readonly before: string;
    readonly after: string;
    readonly added?: string;
    readonly forfeited?: string;
    readonly forgiven?: string;
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
  /** The payment, in the plan's currency. */
  readonly total: string;
  /** What payroll pays, where that is in another currency. */
  readonly paidIn?: { readonly currency: string; readonly rate: string; readonly paid: string };
  readonly settlement: SettlementFigures;
  /** What limits of groups and of the plan took or added. */
  readonly limits: readonly LimitFigures[];
  readonly targetIncentive: string;
}

/** A plan over its part of a period. */
export type TimedPlan = Pick<CompiledSegment, 'plan' | 'timeframe'>;

/** What a worksheet depends on beside plans and their time. */
interface PaidHow extends SheetOptions {
  /** What payroll pays in, where it is not the plan's currency. */
  readonly payoutCurrency?: string;
}

export function compile(
  timed: readonly TimedPlan[],
  { payoutCurrency, ...options }: PaidHow = {},
): CompiledPlan {
  const builder = new WorksheetBuilder();
  const isSplit = timed.length > 1;
  const sheets = timed.map(
    ({ plan, timeframe }, index) =>
      new PlanSheet(plan, timeframe, isSplit ? builder.within(index) : builder, options),
  );
  const segments = sheets.map(compileSegment);
  const [last, lastSegment, only] = [timed.at(-1), sheets.at(-1), segments[0]];
  if (!last || !lastSegment || !only) throw new Error('a period without a plan is not calculated');
  const { plan, timeframe } = last;
  const sheet = new PlanSheet(plan, timeframe, builder, options);
  const whole = isSplit ? added(sheet, segments) : only;
  const payable = segments.flatMap(paysOf);
  const earned: Formula = { op: 'cell', id: whole.earned };
  const settlement = settlementCells(sheet, earned, payable, lastSegment);
  const converted =
    payoutCurrency === undefined
      ? undefined
      : convertedCells(sheet, settlement.payment, payoutCurrency);
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
    ...(converted && {
      paidIn: {
        currency: converted.currency,
        rate: idOf(converted.rate),
        paid: idOf(converted.paid),
      },
    }),
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
type Whole = Pick<CompiledPlan, 'earned' | 'targetIncentive' | 'limits' | 'gatesCost'>;

/** Segments are added, never joined in another way. */
function added(sheet: PlanSheet, segments: readonly CompiledSegment[]): Whole {
  const sum = (id: string, label: string, path: DocumentPath, ids: readonly string[]): string => {
    const terms = ids.map((each): Formula => ({ op: 'cell', id: each }));
    return idOf(sheet.cell({ id, label, unit: 'money', path }, add(...terms)));
  };
  const costs = costsOf(segments);
  const target = segments.map(({ targetIncentive }) => targetIncentive);
  return {
    earned: sum(
      'plan.earned',
      'Earned',
      ['components'],
      segments.map(({ earned }) => earned),
    ),
    targetIncentive: sum(
      'plan.targetIncentive.period',
      'Target incentive, this period',
      ['periodWeights'],
      target,
    ),
    limits: addedLimits(segments, sum),
    ...(costs.length > 1 && {
      gatesCost: sum('plan.gatesCost', 'Cost of all gates together', ['gates'], costs),
    }),
  };
}

type Sum = (id: string, label: string, path: DocumentPath, ids: readonly string[]) => string;

/** A limit of the period is the sum of its segments' where each of them has it. */
function addedLimits(segments: readonly CompiledSegment[], sum: Sum): readonly LimitFigures[] {
  const all = segments.flatMap(({ limits, segment }) =>
    limits.map((each) => ({ ...each, prefix: inSegment('', segment).length })),
  );
  const firsts = all.filter(({ id }, at) => all.findIndex((each) => each.id === id) === at);
  return firsts.map(({ prefix, adds, limit, ...line }) => {
    const same = all.filter(({ id }) => id === line.id);
    const limits = same.flatMap((each) => each.limit ?? []);
    const path = [line.kind === 'kept' ? 'components' : 'planCap'];
    const total = (id: string, ids: readonly string[]) =>
      sum(id.slice(prefix), line.title, path, ids);
    return {
      ...line,
      adds: total(
        adds,
        same.map((each) => each.adds),
      ),
      ...(limit && limits.length === segments.length && { limit: total(limit, limits) }),
    };
  });
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
    balances: balances.map(({ id, title, before, after, added, forfeited, forgiven }) => ({
      id,
      title,
      before: idOf(before),
      after: idOf(after),
      ...(added && { added: idOf(added) }),
      ...(forfeited && { forfeited: idOf(forfeited) }),
      ...(forgiven && { forgiven: idOf(forgiven) }),
    })),
  };
}
