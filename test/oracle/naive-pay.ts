// A naive oracle: what a scenario pays one payee, period by period, in exact fractions, worked out
// from ENGINE.md and the README's account of the plan language. It shares no code with the product.
// The order is the README's: credit, result, attainment, curve, modifiers, gates, component cap and
// floor, rounding, true-up, plan cap, draw. In: a scenario. Out: payouts and payment per period.

import { coversOf, type Earned, earned, partOfYear, type Window } from './earned.ts';
import {
  coverOf,
  type Days,
  dayOf,
  type FiscalPeriod,
  fiscalPeriods,
  overlap,
} from './fiscal-periods.ts';
import { Fraction, highest, lowest, ONE, total, ZERO } from './fraction.ts';
import { measured, Refusal } from './measured.ts';
import { paidByCurve } from './paid-by-curve.ts';
import type {
  ActsOn,
  ComponentDocument,
  GateDocument,
  LimitDocument,
  ModifierDocument,
  Row,
  Scenario,
} from './scenario.ts';

export interface PeriodPay {
  readonly period: string;
  /** By component. */
  readonly payouts: ReadonlyMap<string, Fraction>;
  readonly earned: Fraction;
  /** What is open after the period: draws advanced, and what is carried to the next payments. */
  readonly balances: Balances;
  readonly payment: Fraction;
}

interface Balances {
  readonly draw: Fraction;
  readonly carryforward: Fraction;
}

/** What a period pays, or why nothing can be said about it. */
export type NaivePeriod = PeriodPay | { readonly period: string; readonly refusal: string };

interface Payee {
  readonly scenario: Scenario;
  readonly assignment: Row;
  readonly covered: Days;
  readonly year: readonly FiscalPeriod[];
  /** Indexes of the first and last period of the year with a part on the plan. */
  readonly since: number;
  readonly until: number;
}

/** The periods of the year that the payee has a part of, in order. */
export function naivePay(scenario: Scenario, assignment: Row): readonly NaivePeriod[] {
  const payee = payeeOf(scenario, assignment);
  const periods: NaivePeriod[] = [];
  for (let index = payee.since; index >= 0 && index <= payee.until; index += 1) {
    periods.push(periodOrRefusal(payee, index, periods));
  }
  return periods;
}

function periodOrRefusal(payee: Payee, index: number, before: readonly NaivePeriod[]): NaivePeriod {
  const period = payee.year[index]?.id ?? '';
  const refused = before.find((each) => 'refusal' in each);
  if (refused && standsOnEarlier(payee.scenario)) return { ...refused, period };
  try {
    const paid = before.filter((each) => 'payment' in each);
    return { period, ...periodPay(payee, index, paid) };
  } catch (stopped) {
    if (stopped instanceof Refusal) return { period, refusal: stopped.message };
    throw stopped;
  }
}

/** True-ups stand on what was paid before, and so do balances. */
function standsOnEarlier({ plan }: Scenario): boolean {
  const isTruedUp = plan.components.some(({ window }) => window === 'year-to-date');
  return isTruedUp || plan.draw?.kind === 'recoverable' || plan.negativePayment === 'carry';
}

function payeeOf(scenario: Scenario, assignment: Row): Payee {
  const { plan, fiscalYear, startMonth } = scenario;
  const year = fiscalPeriods(fiscalYear, startMonth, plan.payoutPeriod);
  const days = (from = '', to = ''): Days => ({
    from: dayOf(from),
    to: to === '' ? Number.MAX_SAFE_INTEGER : dayOf(to),
  });
  const covered = overlap(
    days(assignment['from'], assignment['to']),
    days(plan.effective.from, plan.effective.to),
  );
  const hasPart = (period: Days): boolean => !coverOf(period, covered, plan.proration).isZero;
  const [since, until] = [year.findIndex(hasPart), year.findLastIndex(hasPart)];
  return { scenario, assignment, covered, year, since, until };
}

function periodPay(
  payee: Payee,
  index: number,
  before: readonly PeriodPay[],
): Omit<PeriodPay, 'period'> {
  const { plan } = payee.scenario;
  const now = between(payee, index);
  const payouts = new Map(
    plan.components.map((each) => [each.id, payoutOf(each, payee, index, before, now)]),
  );
  const earnedNow = limited(total([...payouts.values()]), payee, index, before);
  return { payouts, earned: earnedNow, ...settled(earnedNow, payee, index, before) };
}

/** A window as it stands at the end of a payee's time in the year; nothing without such a time. */
export function lastWindow(scenario: Scenario, assignment: Row, name: string): Window | undefined {
  const payee = payeeOf(scenario, assignment);
  return payee.until < 0 ? undefined : windowOf(payee, name, payee.until);
}

function windowOf(payee: Payee, name: string, index: number): Window {
  const { scenario, assignment, covered, year, since } = payee;
  const first = name === 'period' ? index : since;
  const periods = year.slice(first, index + 1);
  return { scenario, payee: assignment['payee'] ?? '', assignment, covered, periods, first };
}

/** What looks at the whole year is known with the payee's last period of it. */
function isKnown(window: string, index: number, { until }: Payee): boolean {
  return window !== 'year' || index === until;
}

/** What stands between earnings and pay this period, looked at once for all components. */
interface Between {
  readonly modifiers: readonly { readonly actsOn: ActsOn; readonly factor: Fraction }[];
  readonly notMet: readonly GateDocument[];
}

function between(payee: Payee, index: number): Between {
  const { modifiers = [], gates = [] } = payee.scenario.plan;
  return {
    modifiers: modifiers
      .filter(({ window }) => isKnown(window, index, payee))
      .map((each) => ({ actsOn: each.actsOn, factor: factorOf(each, payee, index) })),
    notMet: gates
      .filter(({ window }) => isKnown(window, index, payee))
      .filter((gate) => {
        const result = measured(gate.measure, windowOf(payee, gate.window, index));
        return !meets(gate, result);
      }),
  };
}

function payoutOf(
  component: ComponentDocument,
  payee: Payee,
  index: number,
  before: readonly PeriodPay[],
  { modifiers, notMet }: Between,
): Fraction {
  if (!isKnown(component.window, index, payee)) return ZERO;
  const { id, weight = '0' } = component;
  const window = windowOf(payee, component.window, index);
  const modified = modifiers
    .filter(({ actsOn: names }) => actsOn(names, id))
    .reduce((whole, { factor }) => scaled(whole, factor), earned(component, window));
  const gated = notMet
    .filter(({ actsOn: names }) => actsOn(names, id))
    .reduce((left, gate) => leftBy(gate, left), modified);
  const target = targetOf(window).times(Fraction.of(weight));
  const due = 'factor' in gated ? target.times(gated.factor) : gated.money;
  const part = partOfWhole(payee, component.window, index);
  const rounded = toCents(withinLimits(component, due, target, part), payee.scenario);
  if (component.window !== 'year-to-date') return rounded;
  const paid = total(before.map(({ payouts }) => payouts.get(id) ?? ZERO));
  const trueUp = rounded.minus(paid);
  return component.negativeTrueUp === 'recover' ? trueUp : highest(ZERO, trueUp);
}

function factorOf(
  { measure, window, curve }: ModifierDocument,
  payee: Payee,
  index: number,
): Fraction {
  const look = windowOf(payee, window, index);
  const across = curve.across === undefined ? undefined : measured(curve.across, look);
  return paidByCurve(curve, measured(measure, look), across);
}

function targetOf(window: Window): Fraction {
  const annual = Fraction.of(window.assignment['targetIncentive'] ?? '');
  return annual.times(partOfYear('targetIncentive', window));
}

function toCents(money: Fraction, { currency, plan }: Scenario): Fraction {
  return money.rounded({ USD: 2, JPY: 0, KWD: 3 }[currency], plan.rounding);
}

function actsOn(names: ActsOn, component: string): boolean {
  return names === 'all' || names.includes(component);
}

function scaled(whole: Earned, by: Fraction): Earned {
  return 'factor' in whole ? { factor: whole.factor.times(by) } : { money: whole.money.times(by) };
}

function meets({ require }: GateDocument, result: Fraction): boolean {
  return require.atLeast === undefined
    ? !Fraction.of(require.atMost ?? '').isBelow(result)
    : !result.isBelow(Fraction.of(require.atLeast));
}

function leftBy({ whenNotMet }: GateDocument, whole: Earned): Earned {
  if (whenNotMet === 'zero') return scaled(whole, ZERO);
  if (whenNotMet.scale !== undefined) return scaled(whole, Fraction.of(whenNotMet.scale));
  if (!('factor' in whole)) throw new Error('a cap on a factor needs a factor');
  return { factor: lowest(whole.factor, Fraction.of(whenNotMet.capFactor ?? '')) };
}

/** Money is for a whole period, or a whole year (to date): of a part of it, its part. */
function limitOf(limit: LimitDocument, target: Fraction, part: Fraction): Fraction {
  if (limit.money !== undefined) return Fraction.of(limit.money).times(part);
  return Fraction.of(limit.ofTarget ?? '').times(target);
}

function partOfWhole({ year, covered, scenario }: Payee, window: string, index: number): Fraction {
  const { proration } = scenario.plan;
  const periods = window === 'period' ? year.slice(index, index + 1) : year;
  const covers = periods.map((period) => {
    const both = overlap(period, covered);
    // What is still to come without a basis counts whole; it is refused once it is reached.
    const isWhole = proration === undefined && both.from <= both.to;
    return isWhole ? ONE : coverOf(period, covered, proration);
  });
  return total(covers).dividedBy(Fraction.whole(periods.length));
}

function withinLimits(
  { payoutCap, payoutFloor }: ComponentDocument,
  due: Fraction,
  target: Fraction,
  part: Fraction,
): Fraction {
  const capped = payoutCap ? lowest(due, limitOf(payoutCap, target, part)) : due;
  return payoutFloor ? highest(capped, limitOf(payoutFloor, target, part)) : capped;
}

/** The plan cap, and what recovery may not take back: more than the year has paid. */
function limited(
  sum: Fraction,
  payee: Payee,
  index: number,
  before: readonly PeriodPay[],
): Fraction {
  const { planCap, components } = payee.scenario.plan;
  const target = targetOf(windowOf(payee, 'period', index));
  const part = partOfWhole(payee, 'period', index);
  const cap = planCap && toCents(limitOf(planCap, target, part), payee.scenario);
  const capped = cap ? lowest(sum, cap) : sum;
  if (!components.some(({ negativeTrueUp }) => negativeTrueUp === 'recover')) return capped;
  const paid = total(before.map((each) => each.earned));
  return highest(capped, ZERO.minus(paid));
}

/** From what was earned to what is paid: draw, adjustments, what is carried. */
function settled(
  earnings: Fraction,
  payee: Payee,
  index: number,
  before: readonly PeriodPay[],
): Pick<PeriodPay, 'payment' | 'balances'> {
  const opening = balancesBefore(payee, before);
  const drawn = afterDraw(earnings, payee, index, opening.draw);
  const due = drawn.payment.plus(adjustments(payee, index));
  const { negativePayment } = payee.scenario.plan;
  if (negativePayment !== 'carry') {
    if (negativePayment === undefined && due.isBelow(ZERO)) throw new Refusal('negative payment');
    return { payment: due, balances: { draw: drawn.balance, carryforward: ZERO } };
  }
  const left = due.minus(opening.carryforward);
  const carryforward = highest(ZERO, ZERO.minus(left));
  return { payment: highest(ZERO, left), balances: { draw: drawn.balance, carryforward } };
}

function balancesBefore({ assignment }: Payee, before: readonly PeriodPay[]): Balances {
  const last = before.at(-1);
  if (last) return last.balances;
  return {
    draw: Fraction.of(assignment['balance.draw'] || '0'),
    carryforward: Fraction.of(assignment['balance.carryforward'] || '0'),
  };
}

function adjustments({ scenario, assignment, year }: Payee, index: number): Fraction {
  const rows = scenario.tables.adjustments.filter(
    (row) => row['payee'] === assignment['payee'] && row['period'] === year[index]?.id,
  );
  return total(rows.map((row) => Fraction.of(row['amount'] ?? '')));
}

/** A recoverable draw is taken back from earnings above the draw only; the other kind is kept. */
function afterDraw(
  earnings: Fraction,
  payee: Payee,
  index: number,
  balance: Fraction,
): { readonly payment: Fraction; readonly balance: Fraction } {
  const { draw } = payee.scenario.plan;
  if (!draw) return { payment: earnings, balance: ZERO };
  const cover = total(coversOf(windowOf(payee, 'period', index)));
  const guaranteed = toCents(Fraction.of(draw.perPeriod).times(cover), payee.scenario);
  const payment = highest(earnings, guaranteed);
  if (draw.kind === 'non-recoverable') return { payment, balance: ZERO };
  const advance = payment.minus(earnings);
  const back = lowest(balance, highest(ZERO, earnings.minus(guaranteed)));
  return { payment: payment.minus(back), balance: balance.plus(advance).minus(back) };
}
