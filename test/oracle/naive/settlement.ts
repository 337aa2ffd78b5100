// The oracle's settlement, from what was earned to what is paid: what gates defer, holds, draw,
// adjustments, carryforward, the payee's currency. In: what a period earned, the balances before it.
// Out: the payment, the balances after it. Source: ENGINE.md section 7; README ("the settlement").

import type { PlanDocument } from '../plan-document.ts';
import type { Row } from '../scenario.ts';
import { Refusal } from './credit.ts';
import { rateOn } from './currencies.ts';
import { deferred } from './deferred.ts';
import { drawFor } from './draw.ts';
import { dayOf } from './fiscal-periods.ts';
import { Fraction, highest, lowest, total, ZERO } from './fraction.ts';
import { held, type Part } from './held.ts';
import { type Currency, inCurrency } from './money.ts';
import type { PeriodPay, SegmentPay } from './pay.ts';
import { lastOf, type Segment, type Year } from './time.ts';

/** What is open after a period. */
export interface Balances {
  readonly draw: Fraction;
  readonly carryforward: Fraction;
  /** What waits for a gate, by component. */
  readonly waiting: ReadonlyMap<string, Fraction>;
  /** What is held, by hold, in the parts that each period has kept. */
  readonly holds: ReadonlyMap<string, readonly Part[]>;
}

/** A period before its settlement. */
export interface Due {
  readonly segments: ReadonlyMap<Segment, SegmentPay>;
  readonly payouts: ReadonlyMap<string, Fraction>;
  readonly earned: Fraction;
}

/** A payee's year with the terms that hold in a period of it. */
export interface Settling {
  readonly year: Year;
  readonly index: number;
  readonly plan: PlanDocument;
  readonly assignment: Row;
  /** The last period by this version of the plan, and whether the payee leaves with the period. */
  readonly isLast: boolean;
  readonly leaves: boolean;
}

export function settled(
  due: Due,
  year: Year,
  index: number,
  earlier: readonly PeriodPay[],
): Pick<PeriodPay, 'payment' | 'balances' | 'paid'> {
  const terms = settling(year, index);
  const opening = earlier.at(-1)?.balances ?? atStart(terms);
  const payable = deferred(due, opening.waiting, terms);
  const kept = held(payable, opening.holds, terms);
  const afterHolds = payable.earned.plus(kept.pays);
  const drawn = afterDraw(afterHolds, opening.draw, terms);
  const sum = drawn.payment.plus(adjustments(terms));
  const { payment, carryforward } = carried(sum, opening.carryforward, terms.plan);
  const balances = { draw: drawn.balance, carryforward, waiting: payable.open, holds: kept.open };
  return { payment, balances, paid: inPayeesCurrency(payment, terms) };
}

function settling(year: Year, index: number): Settling {
  const segment = year.segments.findLast(({ since, until }) => since <= index && index <= until);
  const last = year.segments.at(-1)?.stretches.at(-1);
  if (!segment || !last) throw new Error('no time in the period');
  const isLast = index === lastOf(segment.plan, year);
  const until = Math.max(...year.segments.map((each) => each.until));
  const leaves = index === until && last.to < (year.periods.at(-1)?.to ?? 0);
  const period = year.periods[index];
  const stretch = segment.stretches.findLast(({ from }) => from <= (period?.to ?? 0)) ?? last;
  return { year, index, plan: segment.plan, assignment: stretch.assignment, isLast, leaves };
}

function atStart({ year, plan }: Settling): Balances {
  const assignment = year.segments[0]?.stretches[0]?.assignment ?? {};
  const openingParts = (hold: string): readonly Part[] =>
    Object.entries(assignment).flatMap(([name, amount]) => {
      const [, id, period] = /^balance\.(.+)\.(\d{4}.*)$/.exec(name) ?? [];
      return id === hold && period && amount ? [{ period, amount: Fraction.of(amount) }] : [];
    });
  return {
    draw: Fraction.of(assignment['balance.draw'] || '0'),
    carryforward: Fraction.of(assignment['balance.carryforward'] || '0'),
    waiting: new Map(),
    holds: new Map((plan.holds ?? []).map(({ id }) => [id, openingParts(id)])),
  };
}

/** A recoverable draw is taken back from earnings above the draw only; the other kind is kept. */
function afterDraw(
  earnings: Fraction,
  balance: Fraction,
  terms: Settling,
): { readonly payment: Fraction; readonly balance: Fraction } {
  const { draw } = terms.plan;
  if (!draw) return { payment: earnings, balance: ZERO };
  const { amount, ends, isDrawn } = drawFor(draw, terms);
  const payment = isDrawn ? highest(earnings, amount) : earnings;
  if (draw.kind === 'non-recoverable') return { payment, balance: ZERO };
  const advance = payment.minus(earnings);
  const back = lowest(balance, highest(ZERO, earnings.minus(amount)));
  const open = balance.plus(advance).minus(back);
  const isForgiven = draw.atEnd === 'forgive' && (ends || terms.leaves);
  return { payment: payment.minus(back), balance: isForgiven ? ZERO : open };
}

function adjustments({ year, index, assignment }: Settling): Fraction {
  const rows = year.scenario.tables.adjustments.filter(
    (row) => row['payee'] === assignment['payee'] && row['period'] === year.periods[index]?.id,
  );
  return total(rows.map((row) => Fraction.of(row['amount'] ?? '')));
}

function carried(
  due: Fraction,
  open: Fraction,
  { negativePayment }: PlanDocument,
): { readonly payment: Fraction; readonly carryforward: Fraction } {
  if (negativePayment === 'carry') {
    const left = due.minus(open);
    return { payment: highest(ZERO, left), carryforward: highest(ZERO, ZERO.minus(left)) };
  }
  if (negativePayment === undefined && due.isBelow(ZERO)) throw new Refusal('negative payment');
  return { payment: due, carryforward: ZERO };
}

/** Converted once, at the rate of the day that the plan states. */
function inPayeesCurrency(
  payment: Fraction,
  { year, index, plan, assignment }: Settling,
): Fraction {
  const { scenario, periods } = year;
  const currency = (assignment['payoutCurrency'] || scenario.currency) as Currency;
  if (currency === scenario.currency || !plan.payoutRateOn) return payment;
  const after = plan.payoutRateOn === 'period-end' ? '0' : plan.payoutRateOn.daysAfterPeriodEnd;
  const day = (periods[index]?.to ?? dayOf('')) + Number(after);
  const rate = rateOn(scenario.currency, currency, day, scenario);
  return inCurrency(payment.times(rate), currency, plan);
}
