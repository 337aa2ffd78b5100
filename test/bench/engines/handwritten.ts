// The plan as a programmer writes it by hand: one plain loop over doubles, nothing kept, nothing
// explained. It is the lower bound that the other engines are held against.
// In: payees as doubles. Out: payouts.

import { asDoubles, type DoublePayee, FIRST_DAY, LAST_DAY } from '../made-payees.ts';
import { overDoubles } from './engine.ts';

export const handwritten = overDoubles('hand-written', asDoubles, (payees) => payees.map(payout));

function payout(payee: DoublePayee): number {
  let credited = 0;
  let counted = 0;
  let fitting = 0;
  for (const deal of payee.deals) {
    if (deal.stage !== 'won' || deal.closed < FIRST_DAY || deal.closed > LAST_DAY) continue;
    counted += 1;
    if (deal.fit) fitting += 1;
    credited += deal.amount * creditOf(deal.discount);
  }
  return payoutOf(payee, credited, counted > 0 && fitting / counted >= 0.6);
}

function creditOf(discount: number): number {
  if (discount > 0.3) return 0.5;
  return discount > 0.15 ? 0.75 : 1;
}

/** What follows from the credited bookings, once the gate is judged. */
export function payoutOf(
  { targetIncentive, quota }: Pick<DoublePayee, 'targetIncentive' | 'quota'>,
  credited: number,
  isGateMet: boolean,
): number {
  const target = targetIncentive * 0.25;
  const earned = factorOf(credited / (quota * 0.25));
  const factor = isGateMet ? earned : Math.min(earned, 1);
  const commission =
    credited * 0.0075 +
    Math.max(credited - 750_000, 0) * 0.00625 +
    Math.max(credited - 1_250_000, 0) * 0.00525;
  return Math.min(toCents(target * factor) + toCents(commission), toCents(target * 2.5));
}

function factorOf(attainment: number): number {
  if (attainment < 0.6) return 0;
  if (attainment < 1) return 0.4 + ((attainment - 0.6) * 0.6) / 0.4;
  return 1 + (attainment - 1) / 0.5;
}

function toCents(money: number): number {
  return Math.round(money * 100) / 100;
}
