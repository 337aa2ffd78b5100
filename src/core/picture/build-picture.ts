// buildPicture: a checked plan and the figures of whoever is on it become curves and costs.
// In: plan, company, data, perhaps one payee. Out: the picture; every amount is calculated by the
// cells that pay people. Payees with the same figures are calculated once.

import { compile } from '../calculate/compile.ts';
import type { Company } from '../company/company.ts';
import { compareText } from '../diagnostic.ts';
import { compareExact, type Exact, exact, exactInteger, sumOf, ZERO } from '../exact-number.ts';
import { letterComponents } from '../letter/letter-components.ts';
import { assignmentsTo, figuresFor, payeeTerms } from '../letter/payee-figures.ts';
import { type WorkedPlan, workedYear } from '../letter/worked-years.ts';
import type { PeriodData } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import { HAIR, rising } from '../plan-proofs/breakpoints.ts';
import type { ComponentLook } from '../plan-proofs/component-look.ts';
import { heldYear } from '../plan-proofs/held-year.ts';
import { looksAt, yearOf } from '../plan-proofs/sampled-year.ts';
import type { CostAt, PicturedComponent, PlanPicture } from './plan-picture.ts';
import { type Bookings, yearlyBookings } from './yearly-bookings.ts';

export interface PictureRequest {
  readonly plan: Plan;
  readonly company: Company;
  readonly data?: PeriodData;
  /** Id of the one whose picture it is; else of all on the plan. */
  readonly payee?: string;
  /** Up to where years are shown at least; usually 1.5. */
  readonly upTo?: Exact;
}

export function buildPicture({ plan, company, data, payee, upTo }: PictureRequest): PlanPicture {
  const payees = payee === undefined ? payeesOf(plan, data) : [payee];
  const kinds = alike(plan, data, payees);
  const [first] = kinds as [AlikePayees];
  const places = placesOf(first.worked.looks, upTo ?? USUAL_END);
  const bookings = payees.length > 0 ? bookingsOf(kinds) : undefined;
  const costs = places.map((at) => costAt(at, kinds));
  const { id, name, locale } = company;
  return {
    company: { id, name },
    locale,
    plan,
    payees: payees.map((each) => ({ id: each, name: data?.people.get(each)?.name ?? each })),
    targetIncentive: sumOf(kinds.map((each) => each.targetIncentive.times(each.count))),
    components: pictured(plan, company, kinds, costs),
    costs,
    ...(bookings && { bookings }),
  };
}

/** Of all payees together; none where one of them has no such quota. */
function bookingsOf(kinds: readonly AlikePayees[]): Bookings | undefined {
  const each = kinds.map(({ worked, count }) => ({ count, ...yearlyBookings(worked) }));
  const component = each[0]?.component;
  if (component === undefined || each.some(({ quota }) => !quota)) return undefined;
  return { component, quota: sumOf(each.map(({ quota = ZERO, count }) => quota.times(count))) };
}

export function payeesOf(plan: Plan, data: PeriodData | undefined): readonly string[] {
  const onPlan = (data?.assignments ?? []).map(({ payee }) => payee);
  return [...new Set(onPlan)]
    .filter((payee) => data && assignmentsTo(plan, data, payee).length > 0)
    .toSorted(compareText);
}

/** Payees whose annual figures are the same. */
interface AlikePayees {
  readonly count: Exact;
  readonly targetIncentive: Exact;
  readonly terms: ReturnType<typeof payeeTerms>[number] | undefined;
  readonly worked: WorkedPlan;
}

function alike(
  plan: Plan,
  data: PeriodData | undefined,
  payees: readonly string[],
): readonly AlikePayees[] {
  const all = payees.map((payee) => data && payeeTerms(plan, data, payee).at(-1));
  const known = all.length > 0 ? all : [undefined];
  const key = (terms: AlikePayees['terms']): string =>
    JSON.stringify([terms?.targetIncentive, [...(terms?.quotas ?? [])]]);
  return [...Map.groupBy(known, key).values()].map((group): AlikePayees => {
    const [terms] = group;
    const figures = figuresFor(plan, terms);
    return {
      count: exactInteger(group.length),
      targetIncentive: figures.targetIncentive,
      terms,
      worked: { plan, year: heldYear(plan, figures), looks: looksAt(plan, figures) },
    };
  });
}

const STEP = exact('0.1');
const USUAL_END = exact('1.5');
const FARTHEST = exact('3');

/** Every tenth, up to beyond the last attainment at which the pay changes its course, and those. */
function placesOf(looks: readonly ComponentLook[], least: Exact): readonly Exact[] {
  const turns = looks
    .filter(({ cells }) => cells.attainment !== undefined)
    .flatMap(({ breakpoints }) => breakpoints.at)
    .filter((at) => at.gt(ZERO) && at.lt(FARTHEST));
  const last = turns.toSorted(compareExact).at(-1);
  const end = last?.gte(least) ? last.plus(STEP) : least;
  const tenths = Array.from({ length: 31 }, (_, index) => STEP.times(exactInteger(index)));
  const near = turns.flatMap((at) => [at.minus(HAIR), at]);
  return rising([...tenths.filter((each) => each.lte(end)), ...near]);
}

function costAt(attainment: Exact, kinds: readonly AlikePayees[]): CostAt {
  const years = kinds.map(({ worked, count }) => {
    const [met, missed] = [true, false].map((areMet) => workedYear(worked, attainment, areMet));
    return { met, missed, count } as const;
  });
  const payouts = new Map<string, Exact>();
  for (const { met, count } of years) {
    for (const { id, payout } of met?.components ?? []) {
      payouts.set(id, (payouts.get(id) ?? ZERO).plus(payout.times(count)));
    }
  }
  const sum = (which: 'met' | 'missed'): Exact =>
    sumOf(years.map((year) => (year[which]?.paid ?? ZERO).times(year.count)));
  return { attainment, payouts, paid: sum('met'), paidUngated: sum('missed') };
}

function pictured(
  plan: Plan,
  company: Company,
  [first, ...others]: readonly AlikePayees[],
  costs: readonly CostAt[],
): readonly PicturedComponent[] {
  if (!first) return [];
  const compiled = compile([{ plan, timeframe: yearOf(plan, company.calendar) }]);
  const figures = figuresFor(plan, first.terms);
  const { terms, worked } = first;
  const whole = sumOf([first, ...others].map((each) => each.targetIncentive.times(each.count)));
  return letterComponents(compiled, worked.looks, { company, figures, terms }).map((each) => {
    const { id, kind, argument, curve, grid, weight } = each;
    const title = plan.components.find((component) => component.id === id)?.title ?? id;
    return {
      ...{ id, kind, title, argument, curve, grid },
      ...(weight && { targetIncentive: whole.times(weight) }),
      isCosted: costs.some(({ payouts }) => payouts.has(id)),
    };
  });
}
