// Rounding to a currency's minor unit, in the mode that the plan states.
// In: a carried number, places, a mode. Out: the rounded number. Rounding happens only where the
// worksheet has a round operation: each component's payout once. Source: ENGINE.md section 3.

import { minorDigits } from './currency.ts';
import { Decimal } from './decimal.ts';
import { decided, type Exact } from './exact-number.ts';

/** `half-up` rounds half a cent away from zero; `half-even` to the even neighbour. */
export const roundingModes = ['half-up', 'half-even'] as const;
export type RoundingMode = (typeof roundingModes)[number];

export interface Rounding {
  readonly places: number;
  readonly mode: RoundingMode;
}

/** What money is paid in, and how a plan rounds it. */
interface PaidMoney {
  readonly currency: string;
  readonly rounding: RoundingMode;
}

/** To whole minor units. */
export function moneyRounding({ currency, rounding }: PaidMoney): Rounding {
  return { places: minorDigits(currency), mode: rounding };
}

export function roundMoney(amount: Exact, paid: PaidMoney): Exact {
  const { places, mode } = moneyRounding(paid);
  return roundTo(amount, places, mode);
}

/**
 * Rounds to a number of decimal places.
 * The number is first decided at 30 places: 277.1649999…9 that stems from a division is a half.
 */
export function roundTo(number: Exact, places: number, mode: RoundingMode): Exact {
  return roundedSeen(number, places) ?? decided(number).round(places, mode);
}

/** The double next to a long number shows where it is rounded to, if that is not near a half. */
function roundedSeen(number: Exact, places: number): Exact | undefined {
  if (number.wide === undefined) return undefined;
  const scaled = number.approximately() * 10 ** places;
  const whole = Math.round(scaled);
  // So far below the safe integers, a double is off by less than a thousandth.
  const isSeen = Math.abs(scaled) < 1e12 && Math.abs(scaled - whole) < 0.49;
  return isSeen ? Decimal.ofUnits(whole, places) : undefined;
}
