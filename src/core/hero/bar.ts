// The bar of the hero test: what is an exploit, and what a fair trade. An exploit brings less of
// what the company wants than an honest seller does, and is paid more for it: in all, and at least
// twice as much for each unit of what is wanted. A plan may pay half for what is not wanted; then
// half as much again of it is a fair trade, and so is 99 % of what is wanted for 101 % of the pay.
// In: nothing. Out: figures. Source: PRODUCT.md ("quality beats volume").

import { exact } from '../exact-number.ts';

export const BAR = {
  /** Of the honest one's pay for a unit of what is wanted, an exploit is paid this at least. */
  payPerWanted: exact('2'),
  /** Of the honest one's volume: what is easy to sell is sold more of. */
  volumeAtMost: exact('1.5'),
  /** So many times as many deals as the honest one, or a dozen: more is no quarter's work. */
  dealsTimes: 3,
  dealsAlways: 12,
  /** The same deals, closed in other periods: waiting costs nothing, but an accelerator may pay. */
  timing: exact('1.25'),
} as const;

export function dealsAtMost(honest: number): number {
  return Math.max(BAR.dealsAlways, BAR.dealsTimes * honest);
}
