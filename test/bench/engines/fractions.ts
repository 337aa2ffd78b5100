// The plan once more, in whole numbers and fractions of BigInt, by itself: it shares no code with
// the core. What the exact view pays must be this to the cent, for every payee.
// In: payees as they were made. Out: cents.

import { FIRST_DAY, LAST_DAY, type MadePayee } from '../made-payees.ts';

/** Numerator and denominator; the denominator is above zero. */
type Fraction = readonly [bigint, bigint];

export function centsByFractions(payee: MadePayee): number {
  const won = payee.deals.filter(
    ({ stage, closed }) => stage === 'won' && closed >= FIRST_DAY && closed <= LAST_DAY,
  );
  const credited = won.reduce(
    (sum, { amountCents, discountPoints }) =>
      sum + BigInt(amountCents) * creditPercent(discountPoints),
    0n,
  );
  const fitting = won.filter(({ fit }) => fit).length;
  const isGateMet = won.length > 0 && fitting * 100 >= won.length * 60;
  const attainment: Fraction = [credited * 4n, BigInt(payee.quotaCents) * 100n];
  const earned = factorOf(attainment);
  const factor = isGateMet || isLess(earned, [1n, 1n]) ? earned : ([1n, 1n] as const);
  const target: Fraction = [BigInt(payee.targetIncentiveCents), 4n];
  const bookings = rounded(times(target, factor));
  const cap = rounded(times(target, [5n, 2n]));
  const sum = bookings + rounded(commissionOn(credited));
  return Math.min(Number(sum), Number(cap));
}

function creditPercent(discountPoints: number): bigint {
  if (discountPoints > 3000) return 50n;
  return discountPoints > 1500 ? 75n : 100n;
}

/** Points 60 % at 40 %, 100 % at 100 %, 150 % at 200 %; the last line goes on. */
function factorOf(attainment: Fraction): Fraction {
  if (isLess(attainment, [6n, 10n])) return [0n, 1n];
  const [over, under] = attainment;
  // 0.4 + (a - 0.6) x 1.5 = 1.5a - 0.5; 1 + (a - 1) x 2 = 2a - 1
  if (isLess(attainment, [1n, 1n])) return [3n * over - under, 2n * under];
  return [2n * over - under, under];
}

/** In cents; the credited money is in hundredths of a cent, the tiers in whole units. */
function commissionOn(credited: bigint): Fraction {
  const above = (units: bigint): bigint => {
    const rest = credited - units * 10_000n;
    return rest > 0n ? rest : 0n;
  };
  // 0.75 %, 1.375 % and 1.9 %: each tier adds to the rate before it, in thousandths of a percent.
  const slices = credited * 750n + above(750_000n) * 625n + above(1_250_000n) * 525n;
  return [slices, 100n * 100_000n];
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d];
}

function isLess([a, b]: Fraction, [c, d]: Fraction): boolean {
  return a * d < c * b;
}

/** To whole cents, half up; nothing here is below zero. */
function rounded([over, under]: Fraction): bigint {
  return (2n * over + under) / (2n * under);
}
