// Money: an exact number of one currency. Adding two currencies, or multiplying money by money,
// does not compile (test/types proves it). Allocation loses nothing.
// In: rounded or carried exact numbers. Out: money. Models: dinero.js, ENGINE.md section 3.

import { minorDigits } from './currency.ts';
import { compareText } from './diagnostic.ts';
import { compareExact, type Exact, exactInteger, sumOf, wholeCount, ZERO } from './exact-number.ts';
import { type RoundingMode, roundTo } from './rounding.ts';

declare const moneyBrand: unique symbol;

/** An exact amount of one currency. The type carries the currency code where it is known. */
export interface Money<Currency extends string = string> {
  readonly [moneyBrand]: Currency;
  readonly currency: Currency;
  readonly exact: Exact;
}

export function money<Currency extends string>(number: Exact, currency: Currency): Money<Currency> {
  return { currency, exact: number } as Money<Currency>;
}

/** Sum of two amounts of one currency; a second currency needs a dated rate first. */
export function addMoney<Currency extends string>(
  left: Money<Currency>,
  right: Money<NoInfer<Currency>>,
): Money<Currency> {
  if (left.currency !== right.currency) {
    throw new Error(`${left.currency} and ${right.currency} do not add without a rate`);
  }
  return money(left.exact.plus(right.exact), left.currency);
}

/** Money times a plain ratio; there is no function for money times money. */
export function scaleMoney<Currency extends string>(
  amount: Money<Currency>,
  ratio: Exact,
): Money<Currency> {
  return money(amount.exact.times(ratio), amount.currency);
}

export function roundMoney<Currency extends string>(
  amount: Money<Currency>,
  mode: RoundingMode,
): Money<Currency> {
  return money(roundTo(amount.exact, minorDigits(amount.currency), mode), amount.currency);
}

/** One receiver of an allocation: its weight, and the id that breaks ties. */
export interface Share {
  readonly id: string;
  readonly weight: Exact;
}

/**
 * Splits an amount over shares in proportion to their weights, to the minor unit, losing nothing:
 * each gets its part cut off, then the left-over units go to the largest remainders, ties by id.
 * The order of the shares never matters. Weights must be zero or more, with a sum above zero.
 */
export function allocate<Currency extends string>(
  whole: Money<Currency>,
  shares: readonly Share[],
): ReadonlyMap<string, Money<Currency>> {
  const weightTotal = sumOf(shares.map((share) => share.weight));
  if (weightTotal.lte(ZERO) || shares.some((share) => share.weight.lt(ZERO))) {
    throw new Error('an allocation needs weights of zero or more, with a sum above zero');
  }
  const unitsPerOne = exactInteger(10 ** minorDigits(whole.currency));
  const wholeUnits = whole.exact.times(unitsPerOne);
  const parts = shares.map((share) => {
    const carried = wholeUnits.times(share.weight).div(weightTotal);
    const units = carried.round(0, 'down');
    return { id: share.id, units, remainder: carried.minus(units).abs() };
  });
  const leftOver = wholeUnits.minus(sumOf(parts.map((part) => part.units)));
  const step = exactInteger(leftOver.lt(ZERO) ? -1 : 1);
  const receivers = [...parts]
    .sort((a, b) => compareExact(b.remainder, a.remainder) || compareText(a.id, b.id))
    .slice(0, wholeCount(leftOver.abs()));
  const lucky = new Set(receivers.map((part) => part.id));
  return new Map(
    parts.map(({ id, units }) => {
      const received = lucky.has(id) ? units.plus(step) : units;
      return [id, money(received.div(unitsPerOne), whole.currency)];
    }),
  );
}
