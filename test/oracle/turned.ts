// Scenarios turned into others that must pay alike: everybody on the plan all year, every component
// paid to date with recovery, the same year paid at once. In: a scenario. Out: another one.

import { Fraction, total } from './naive/fraction.ts';
import type {
  ComponentDocument,
  LinkDocument,
  PlanDocument,
  QuotaDocument,
} from './plan-document.ts';
import { periodsOf } from './product.ts';
import type { Row, Scenario } from './scenario.ts';

/** The payees on the plan from its first to its last day; others, and their own data, are left. */
export function allYear(scenario: Scenario, payees: readonly string[]): Scenario {
  const { tables } = scenario;
  // The first of two versions ends inside the year.
  const plan = { ...scenario.plan, effective: allOf(scenario) };
  const assignments = payees.map((payee) => ({
    payee,
    plan: plan.plan,
    from: plan.effective.from,
    targetIncentive: '0',
  }));
  const unread = { scores: [], reported: [], adjustments: [], quotas: [] };
  const { laterPlan: _later, ...rest } = scenario;
  return { ...rest, plan, tables: { ...tables, ...unread, assignments } };
}

/**
 * Components on deals and reported figures, all to date with recovery; nothing where there are
 * none. Gates and modifiers over a period alone look at another time in a year paid at once.
 */
export function paidToDate(scenario: Scenario): Scenario | undefined {
  const { laterPlan: _later, ...company } = scenario;
  const { plan, tables } = { ...scenario, plan: { ...scenario.plan, effective: allOf(scenario) } };
  const components = plan.components
    .filter(({ goals, keyResults }) => !goals && !keyResults)
    .map(toDate);
  if (components.length === 0) return undefined;
  const ids = components.map(({ id }) => id);
  const isLasting = (entry: object): boolean =>
    !(
      'whenNotMet' in entry &&
      typeof entry.whenNotMet === 'object' &&
      'defer' in (entry.whenNotMet ?? {})
    );
  const lasting = <Entry extends { readonly window: string; readonly actsOn: unknown }>(
    entries: readonly Entry[] | undefined,
  ) =>
    (entries ?? [])
      .filter((entry) => entry.window !== 'period' && isLasting(entry))
      .map((entry) => ({ ...entry, actsOn: actedOn(entry.actsOn, ids) }))
      .filter(({ actsOn }) => actsOn === 'all' || actsOn.length > 0);
  const [gates, modifiers] = [lasting(plan.gates), lasting(plan.modifiers)];
  const links = linksAmong(plan, ids);
  const rest = paidAlone(plan);
  return {
    ...company,
    plan: {
      ...rest,
      negativePayment: 'pay-back',
      components: weighted(components),
      ...(gates.length > 0 && { gates }),
      ...(modifiers.length > 0 && { modifiers }),
      ...(links.length > 0 && { links }),
    },
    tables: { ...tables, scores: [], quotas: [], assignments: firstRows(tables.assignments, plan) },
  };
}

function toDate({ tiersOn, ...component }: ComponentDocument): ComponentDocument {
  const window = 'year-to-date';
  const looking = tiersOn && { tiersOn: { ...tiersOn, window } };
  return { ...component, ...looking, window, negativeTrueUp: 'recover' };
}

/** Without what acts on a payment, or on a part of the year alone. */
function paidAlone(plan: PlanDocument): PlanDocument {
  const { gates, modifiers, links, draw, planCap, planFloor, groupCaps, holds, ramp, ...rest } =
    plan;
  return rest;
}

function linksAmong({ links = [] }: PlanDocument, ids: readonly string[]): readonly LinkDocument[] {
  return links
    .filter(({ by }) => ids.includes(by))
    .map((link) => ({ ...link, actsOn: link.actsOn.filter((id) => ids.includes(id)) }))
    .filter(({ actsOn }) => actsOn.length > 0);
}

function actedOn(actsOn: unknown, ids: readonly string[]): 'all' | readonly string[] {
  return actsOn === 'all' ? actsOn : (actsOn as readonly string[]).filter((id) => ids.includes(id));
}

/** Weights make 100 % again, the last one taking what is left. */
export function weighted(components: readonly ComponentDocument[]): readonly ComponentDocument[] {
  const sharing = components.filter(({ weight }) => weight !== undefined);
  const share = Math.floor(100 / Math.max(1, sharing.length));
  return components.map((each) => {
    const index = sharing.indexOf(each);
    if (index < 0) return each;
    const isLast = index === sharing.length - 1;
    return { ...each, weight: `${isLast ? 100 - share * index : share}%` };
  });
}

/** The days of both versions of a plan. */
export function allOf({ plan, laterPlan }: Scenario): PlanDocument['effective'] {
  return { from: plan.effective.from, to: (laterPlan ?? plan).effective.to };
}

/** Each payee's first figures, all year, and nothing that was open before it. */
export function firstRows(rows: readonly Row[], { effective }: PlanDocument): readonly Row[] {
  const first = rows.filter((row, index) => {
    return rows.findIndex(({ payee }) => payee === row['payee']) === index;
  });
  return first.map(({ to: _to, drawFrom: _draw, rampFrom: _ramp, ...assignment }) => {
    const kept = Object.entries(assignment).filter(([name]) => !name.startsWith('balance.'));
    return { ...Object.fromEntries(kept), from: effective.from };
  });
}

/** A year paid to date as a year paid at once, over its only period. */
export function paidAsOne(scenario: Scenario): Scenario {
  const { plan, tables, fiscalYear } = scenario;
  const periods = { month: 12, quarter: 4, 'half-year': 2, year: 1 }[plan.payoutPeriod];
  const { periodWeights: _weights, ...rest } = plan;
  const components = plan.components.map(({ negativeTrueUp: _rule, ...each }) => ({
    ...each,
    window: 'period',
    ...(each.tiersOn && { tiersOn: { ...each.tiersOn, window: 'period' } }),
    ...(each.quota && { quota: annual(each.quota, periods) }),
  }));
  const over = <Entry extends object>(entries: readonly Entry[]) =>
    entries.map((entry) => ({ ...entry, window: 'period' }));
  return {
    ...scenario,
    plan: {
      ...rest,
      payoutPeriod: 'year',
      components,
      ...(plan.gates && { gates: over(plan.gates) }),
      ...(plan.modifiers && { modifiers: over(plan.modifiers) }),
    },
    tables: {
      ...tables,
      reported: reportedAsOne(scenario),
      adjustments: tables.adjustments.map((row) => ({ ...row, period: String(fiscalYear) })),
    },
  };
}

function annual(quota: QuotaDocument, periods: number): QuotaDocument {
  if (quota === 'assigned' || quota.perPeriod === undefined) return quota;
  return { annual: String(Fraction.of(quota.perPeriod).times(Fraction.whole(periods))) };
}

/** Each payee's figure of the year: the sum of the periods, or the last period's. */
function reportedAsOne({ plan, tables, ...rest }: Scenario): readonly Row[] {
  const periods = periodsOf({ plan, tables, ...rest });
  const { reported, assignments } = tables;
  return Object.entries(plan.measures).flatMap(([measure, { calculate, combine }]) => {
    if (calculate !== 'reported') return [];
    const counting = combine === 'sum' ? periods : periods.slice(-1);
    return assignments.flatMap(({ payee = '' }) => {
      const figures = counting.flatMap((period) => {
        const rows = reported.filter(
          (row) => row['measure'] === measure && row['period'] === period,
        );
        const row =
          rows.find((each) => each['payee'] === payee) ?? rows.find((each) => !each['payee']);
        return row ? [Fraction.of(row['figure'] ?? '')] : [];
      });
      if (figures.length < counting.length) return [];
      const figure = asWritten(
        total(figures),
        reported.find((row) => row['measure'] === measure),
      );
      return [{ measure, payee, period: String(rest.fiscalYear), figure }];
    });
  });
}

/** A percentage stays one. */
function asWritten(figure: Fraction, like: Row | undefined): string {
  const isPercent = like?.['figure']?.endsWith('%');
  return isPercent ? `${figure.times(Fraction.whole(100))}%` : String(figure);
}
