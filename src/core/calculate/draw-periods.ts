// How many payout periods a payee has a draw for: all of one, a part of one by the plan's basis, or
// none. In: the parts of the payee in a period, the days with a draw. Out: a number, or undefined
// where a part of a period has no stated basis.

import type { Period } from '../calendar.ts';
import { type Exact, sumOf, ZERO } from '../exact-number.ts';
import type { Span } from '../period-data/period-data.ts';
import type { Part } from './parts.ts';
import { coverOf } from './proration.ts';

export function drawPeriods(
  parts: readonly Part[],
  days: Span | undefined,
  period: Period,
): Exact | undefined {
  if (!days) return ZERO;
  const covers = parts.map(({ from, to, plan: { proration } }) => {
    const span = { from: Math.max(from, days.from), to: Math.min(to, days.to) };
    const isPart = span.from > period.from || span.to < period.to;
    const isNone = span.from > span.to || span.from > period.to || span.to < period.from;
    if (isPart && !isNone && !proration) return undefined;
    return coverOf(period, span, proration);
  });
  const known = covers.filter((each) => each !== undefined);
  return known.length < covers.length ? undefined : sumOf(known);
}
