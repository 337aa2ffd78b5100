// A scenario of two years in which some deals end and all that was paid for them is taken back, and
// the same two years without those deals. Results look at their own period, so that the year to date
// goes on counting nothing. In: a scenario and choices. Out: both.

import type { Pick } from './generate/pick.ts';
import { dayOf, fiscalPeriods, isoOf } from './naive/fiscal-periods.ts';
import type { ComponentDocument, HoldDocument, PlanDocument } from './plan-document.ts';
import { periodsOf } from './product.ts';
import type { Row, Scenario } from './scenario.ts';
import { firstRows, weighted } from './turned.ts';

export interface TwoYears {
  readonly scenario: Scenario;
  readonly without: Scenario;
  /** The last payout period of each year. */
  readonly lastPeriods: readonly [string, string];
}

export function takenBack(scenario: Scenario, pick: Pick): TwoYears | undefined {
  const { laterPlan: _later, ...company } = scenario;
  const components = scenario.plan.components.flatMap((each) => perPeriod(each, scenario.plan));
  if (components.length === 0) return undefined;
  const next = fiscalPeriods(
    scenario.fiscalYear + 1,
    scenario.startMonth,
    scenario.plan.payoutPeriod,
  );
  const end = next.at(-1)?.to ?? 0;
  const from = scenario.plan.effective.from;
  const plan = planOf(scenario.plan, components, { from, to: isoOf(end) }, pick);
  const deals = scenario.tables.deals.map((deal) => withDates(deal, pick));
  const isGone = ({ ended }: Row): boolean => ended !== undefined && dayOf(ended) <= end;
  const all = firstRows(scenario.tables.assignments, plan);
  // One payee tells as much as all of them, and four times as fast.
  const assignments = [asked(pick.one(all), plan)];
  const tables = {
    ...scenario.tables,
    deals,
    assignments,
    scores: [],
    reported: [],
    quotas: [],
    adjustments: [],
  };
  const left = deals.filter((deal) => !isGone(deal));
  const gone = new Set(deals.filter(isGone).map(({ id }) => id));
  const splits = tables.splits.filter(({ deal }) => !gone.has(deal));
  return {
    scenario: { ...company, plan, tables },
    without: { ...company, plan, tables: { ...tables, deals: left, splits } },
    lastPeriods: [periodsOf(scenario).at(-1) ?? '', next.at(-1)?.id ?? ''],
  };
}

function perPeriod(
  component: ComponentDocument,
  { measures }: PlanDocument,
): readonly ComponentDocument[] {
  const { goals, keyResults, pool, tiersOn, negativeTrueUp: _rule, ...rest } = component;
  const isReported = (id: string): boolean => measures[id]?.calculate === 'reported';
  if (goals || keyResults || pool || tiersOn || isReported(rest.measure ?? '')) return [];
  return [{ ...rest, window: 'period' }];
}

function planOf(
  plan: PlanDocument,
  components: readonly ComponentDocument[],
  effective: PlanDocument['effective'],
  pick: Pick,
): PlanDocument {
  const {
    gates,
    modifiers,
    links,
    draw,
    planCap,
    planFloor,
    groupCaps,
    holds,
    ramp,
    payoutRateOn,
    ...rest
  } = plan;
  return {
    ...rest,
    effective,
    components: weighted(components),
    negativePayment: 'pay-back',
    clawback: { on: 'ended', takes: '100%' },
    ...(pick.odds(85) && { holds: pick.list(1, 2, (index) => hold(pick, index)) }),
  };
}

function hold(pick: Pick, index: number): HoldDocument {
  const common = {
    id: `hold-${index + 1}`,
    title: `Hold ${index + 1}`,
    share: pick.percent(1, 50),
    actsOn: 'all' as const,
    whenLeaving: 'release',
  };
  const afterDays = pick.one(['30', '91', '184', '400']);
  if (pick.odds(20)) return { ...common, release: { afterDays } };
  if (pick.odds(20)) return { ...common, release: { afterPeriods: pick.one(['1', '2']) } };
  const forfeit = pick.odds(70) ? { afterDays, since: 'closed' } : ('never' as const);
  return { ...common, release: { on: 'paid_on' }, forfeit };
}

/** In the plan's currency, with quotas of the components that are left. */
function asked(
  { payoutCurrency: _currency, ...assignment }: Row,
  { components }: PlanDocument,
): Row {
  const ids = components.filter(({ quota }) => quota === 'assigned').map(({ id }) => `quota.${id}`);
  const kept = Object.entries(assignment).filter(
    ([name]) => !name.startsWith('quota.') || ids.includes(name),
  );
  return Object.fromEntries(kept);
}

/** Signed when it was closed; half of the deals are paid for, half of them end. */
function withDates(deal: Row, pick: Pick): Row {
  const closed = dayOf(deal['closed'] ?? '');
  return {
    ...deal,
    signed: isoOf(closed),
    ...pick.maybe(40, () => ({ paid_on: isoOf(closed + pick.whole(0, 300)) })),
    ...pick.maybe(60, () => ({ ended: isoOf(closed + pick.whole(0, 600)) })),
  };
}
