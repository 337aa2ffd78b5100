// Generated assignments: who is on the plan from when to when, with which figures, balances and first
// days; figures that change within the year, by another row or by a dated quota. In: choices, the plan
// and its periods. Out: rows of the tables.

import { dayOf, type FiscalPeriod, isIn, isoOf } from '../naive/fiscal-periods.ts';
import type { ComponentDocument, PlanDocument } from '../plan-document.ts';
import type { Row } from '../scenario.ts';
import { figureIn } from './make-curves.ts';
import type { MadeMeasure } from './make-measures.ts';
import type { Making } from './make-tables.ts';

/** One row, or two of which the second has other figures from a day on. */
export function assignmentRows(making: Making, payee: string): readonly Row[] {
  const common = { payee, plan: making.plan.plan, ...payoutCurrency(making) };
  const days = onPlan(making);
  const first: Row = { ...common, ...days, ...figures(making), ...openings(making, days.from) };
  const isChanging = making.plan.segments !== undefined && making.pick.odds(50);
  const change = isChanging ? changeDay(making, first) : undefined;
  if (change === undefined) return [first];
  const { to, ...before } = first;
  const later = { ...common, ...figures(making, first), from: isoOf(change), ...(to && { to }) };
  return [{ ...before, to: isoOf(change - 1) }, later];
}

function payoutCurrency({ pick, plan }: Making): Row {
  if (!plan.payoutRateOn || !pick.odds(60)) return {};
  return { payoutCurrency: pick.one(['EUR', 'KWD', 'JPY']) };
}

/** Target incentive and quotas; levels stay as they are where figures are blended. */
function figures(making: Making, before?: Row): Row {
  const { pick, plan, measures, currency } = making;
  const assigned = plan.components.filter(({ quota }) => quota === 'assigned');
  const quotas = assigned.map((component) => {
    const measure = measureOf(component, measures);
    const name = `quota.${component.id}`;
    const isKept = plan.segments === 'blended' && !measure.addsUp;
    const kept = isKept ? before?.[name] : undefined;
    return [name, kept ?? assignedQuota(making, measure)] as const;
  });
  const text = pick.one(['40000', '12000', '100000.01', '36000.36']);
  const targetIncentive = currency === 'JPY' ? text.replace(/\..*/, '') : text;
  return { targetIncentive, ...Object.fromEntries(quotas) };
}

function measureOf(
  { measure, tiersOn }: ComponentDocument,
  measures: readonly MadeMeasure[],
): MadeMeasure {
  const looked = tiersOn?.measure ?? measure;
  return measures.find(({ id }) => id === looked) as MadeMeasure;
}

function assignedQuota({ pick }: Making, { addsUp, unit }: MadeMeasure): string {
  if (!addsUp) return figureIn(pick, unit);
  return pick.one(unit === 'money' ? ['48000', '120000', '99999.99'] : ['4', '12', '7']);
}

/** What was open before the year, and the days from which a draw and a ramp count. */
function openings({ pick, plan, periods }: Making, from: string): Row {
  const { draw, negativePayment, holds = [], ramp } = plan;
  const last = lastYears(plan.payoutPeriod, periods[0]?.id ?? '');
  const held = holds.flatMap(({ id }) =>
    pick.odds(30) ? [[`balance.${id}.${last}`, '70'] as const] : [],
  );
  const isFromDay = draw?.lasts && !draw.lasts.until;
  return {
    ...(draw?.kind === 'recoverable' && pick.maybe(30, () => ({ 'balance.draw': '400' }))),
    ...(negativePayment === 'carry' && pick.maybe(30, () => ({ 'balance.carryforward': '1250' }))),
    ...Object.fromEntries(held),
    ...(isFromDay && pick.maybe(80, () => ({ drawFrom: from }))),
    ...(ramp && pick.maybe(80, () => ({ rampFrom: from }))),
  };
}

/** The last payout period of the year before: `2025-Q4` before `2026-Q1`. */
function lastYears(kind: PlanDocument['payoutPeriod'], first: string): string {
  const before = Number(first.slice(0, 4)) - 1;
  const last = { month: '-M12', quarter: '-Q4', 'half-year': '-H2', year: '' }[kind];
  return `${before}${last}`;
}

/** All year, or from and to some day: any where the plan prorates, else where periods meet. */
function onPlan({ pick, plan, periods }: Making): { readonly from: string; readonly to?: string } {
  const start = periods[0]?.from ?? 0;
  if (pick.odds(55)) return { from: isoOf(start) };
  const [one, other] = [pick.one(periods), pick.one(periods)].sort((a, b) => a.from - b.from) as [
    FiscalPeriod,
    FiscalPeriod,
  ];
  if (!plan.proration) {
    return { from: isoOf(one.from), ...pick.maybe(50, () => ({ to: isoOf(other.to) })) };
  }
  const from = pick.whole(one.from, one.to);
  const to = Math.max(from, pick.whole(other.from, other.to));
  return { from: isoOf(from), ...pick.maybe(50, () => ({ to: isoOf(to) })) };
}

/** A day after the first one on which figures may change; none where there is no such day. */
function changeDay(making: Making, { from = '', to }: Row): number | undefined {
  const { pick, plan, periods } = making;
  const last = to ? dayOf(to) : (periods.at(-1)?.to ?? 0);
  const inside = { from: dayOf(from) + 1, to: last };
  if (mayChangeInside(plan) && inside.from <= inside.to && pick.odds(60)) {
    return pick.whole(inside.from, inside.to);
  }
  const starts = periods.map((each) => each.from).filter((day) => isIn(day, inside));
  return starts.length > 0 ? pick.one(starts) : undefined;
}

/** What is one figure for a whole period cannot be paid by two times of it. */
export function mayChangeInside({ proration, segments, measures, components }: PlanDocument) {
  // A change may leave only a weekend on one side, and no whole month on either.
  if (proration !== 'calendar-days') return false;
  const isReported = Object.values(measures).some(({ calculate }) => calculate === 'reported');
  const isScored = components.some(({ goals, keyResults = [] }) => {
    return goals !== undefined || keyResults.some(({ milestone }) => milestone);
  });
  return segments === 'blended' || !(isReported || isScored);
}

/** A quota that changes from a day on, for some days or until the next one. */
export function quotaRows(making: Making, assignments: readonly Row[]): readonly Row[] {
  const { pick, plan, measures } = making;
  const assigned = plan.components.filter((component) => {
    return component.quota === 'assigned' && measureOf(component, measures).addsUp;
  });
  if (plan.segments === undefined || assigned.length === 0) return [];
  return assignments.flatMap((assignment) => {
    const change = pick.odds(40) ? changeDay(making, assignment) : undefined;
    if (change === undefined) return [];
    const component = pick.one(assigned);
    const quota = assignedQuota(making, measureOf(component, measures));
    const { payee = '', to } = assignment;
    return [{ payee, component: component.id, from: isoOf(change), quota, ...(to && { to }) }];
  });
}
