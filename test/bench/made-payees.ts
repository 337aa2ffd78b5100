// The data of the benchmark: payees with a quota, a target incentive and deals, drawn by a seeded
// generator, so that every engine and every run sees the same. In: a payee's number and how many
// deals. Out: whole cents and basis points, and the same as doubles for engines that take those.

import { readPeriod } from '../../src/core/index.ts';

export const PERIOD = '2026-Q1';
const period = readPeriod(PERIOD, { startMonth: 1 });
if (!period) throw new Error(`no period ${PERIOD}`);
/** First and last day of the period, as days since 1970. */
export const { from: FIRST_DAY, to: LAST_DAY } = period;

/** A deal in whole numbers: money in cents, the discount in basis points. */
export interface MadeDeal {
  readonly closed: number;
  readonly amountCents: number;
  readonly stage: 'won' | 'lost';
  readonly fit: boolean;
  readonly discountPoints: number;
}

/** Annual figures; a quarter of each falls into the period. */
export interface MadePayee {
  readonly id: string;
  readonly targetIncentiveCents: number;
  readonly quotaCents: number;
  readonly deals: readonly MadeDeal[];
}

/** The same deal as engines over doubles take it. */
export interface DoubleDeal {
  readonly closed: number;
  readonly amount: number;
  readonly stage: string;
  readonly fit: boolean;
  readonly discount: number;
}

/** A payee as engines over doubles take it. */
export interface DoublePayee {
  readonly targetIncentive: number;
  readonly quota: number;
  readonly deals: readonly DoubleDeal[];
}

export const SEED = 20_261_121;

export function makePayee(index: number, dealCount: number): MadePayee {
  const draw = generator(SEED + index);
  const whole = (least: number, most: number): number =>
    least + Math.floor(draw() * (most - least + 1));
  const fitPoints = whole(40, 90);
  // About 80 of 100 deals are won, at 20,000.00 on average, and 78 % of that is credited.
  const usualYearCents = dealCount * 2_000_000 * 0.8 * 0.78 * 4;
  const quotaCents = Math.round((usualYearCents * whole(60, 150)) / 1e8) * 1e6;
  const deals = Array.from(
    { length: dealCount },
    (): MadeDeal => ({
      closed: whole(FIRST_DAY, LAST_DAY),
      amountCents: whole(100_000, 3_900_000),
      stage: whole(1, 100) <= 80 ? 'won' : 'lost',
      fit: whole(1, 100) <= fitPoints,
      discountPoints: whole(0, 4000),
    }),
  );
  const id = `payee-${String(index).padStart(6, '0')}`;
  return { id, targetIncentiveCents: whole(2_000_000, 9_000_000), quotaCents, deals };
}

export function asDoubles(payee: MadePayee): DoublePayee {
  return {
    targetIncentive: payee.targetIncentiveCents / 100,
    quota: payee.quotaCents / 100,
    deals: payee.deals.map(({ closed, amountCents, stage, fit, discountPoints }) => ({
      closed,
      amount: amountCents / 100,
      stage,
      fit,
      discount: discountPoints / 10_000,
    })),
  };
}

/** Numbers from 0 up to 1, the same for the same seed: mulberry32, public domain. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
