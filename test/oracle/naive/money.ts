// The oracle's cents: money in whole minor units of its currency, in the plan's mode.
// In: money, a plan. Out: money. Source: ENGINE.md section 3.

import type { PlanDocument } from '../plan-document.ts';
import type { Scenario } from '../scenario.ts';
import type { Fraction } from './fraction.ts';

const PLACES = { USD: 2, EUR: 2, JPY: 0, KWD: 3 } as const;
export type Currency = keyof typeof PLACES;

export function inCurrency(money: Fraction, currency: Currency, plan: PlanDocument): Fraction {
  return money.rounded(PLACES[currency], plan.rounding);
}

export function toCents(money: Fraction, { currency }: Scenario, plan: PlanDocument): Fraction {
  return inCurrency(money, currency, plan);
}
