// The currency that payroll pays in, where it is not the plan's: the payment in the plan's currency
// times the rate of the day that the plan states, rounded once to the other's minor unit.
// In: the payment. Out: cells of rate and converted payment. Source: ENGINE.md sections 3 and 7.

import type { PlanSheet } from '../calculate/plan-sheet.ts';
import type { DayNumber, Period } from '../calendar.ts';
import type { ExchangeRate } from '../period-data/exchange-rates.ts';
import type { Assignment } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import { type Formula, multiply } from '../worksheet/operations.ts';

/** The rate of a payment, and the day that was asked for. */
export interface PayoutRate {
  readonly currency: string;
  readonly day: DayNumber;
  readonly found: ExchangeRate;
}

interface ConvertedCells {
  readonly currency: string;
  readonly rate: Formula;
  readonly paid: Formula;
}

/** Another currency than the plan's that an assignment is paid in. */
export function otherCurrency(
  { payoutCurrency }: Assignment,
  { currency }: Pick<Plan, 'currency'>,
): string | undefined {
  return payoutCurrency === currency ? undefined : payoutCurrency;
}

export function convertedCells(
  sheet: PlanSheet,
  payment: Formula,
  currency: string,
): ConvertedCells {
  const { plan } = sheet;
  const path = ['payoutRateOn'];
  const rate = sheet.input(
    { id: 'plan.rate', label: `${plan.currency} in ${currency}`, unit: 'number', path },
    { from: 'rate', currency },
  );
  // A plain number: amounts of money on a worksheet are in the plan's currency.
  const paid = sheet.cell(
    { id: 'plan.paid', label: `Payment in ${currency}`, unit: 'number', path },
    sheet.rounded(multiply(payment, rate), currency),
  );
  return { currency, rate, paid };
}

/** The day whose rate converts the payment of a period: its end, or the day of the payment. */
export function payoutRateDay({ payoutRateOn }: Plan, { to }: Period): DayNumber {
  if (payoutRateOn === undefined)
    throw new Error('no day of the rate; the data checker refuses it');
  return payoutRateOn === 'period-end' ? to : to + payoutRateOn.daysAfterPeriodEnd;
}
