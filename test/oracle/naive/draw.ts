// The oracle's draw: the money that a period advances or guarantees, and whether the draw ends in it.
// In: the draw as written, a payee's period. Out: its amount. Source: ENGINE.md section 7; README
// (`draw`: "for a time (`lasts`), such as the first months since the assignment's `drawFrom`").

import type { DrawDocument } from '../plan-document.ts';
import { coverOf, type Days, dayOf, isIn, isoOf, monthsLater, overlap } from './fiscal-periods.ts';
import { Fraction, total } from './fraction.ts';
import { toCents } from './money.ts';
import type { Settling } from './settlement.ts';

export function drawFor(
  draw: DrawDocument,
  terms: Settling,
): { readonly amount: Fraction; readonly ends: boolean; readonly isDrawn: boolean } {
  const { year, index, plan } = terms;
  const period = year.periods[index] as Days;
  const lasting = daysOf(draw, terms);
  const stretches = year.segments.flatMap((segment) => segment.stretches);
  const cover = total(
    stretches.map((each) => coverOf(period, overlap(each, lasting), plan.proration)),
  );
  const amount = toCents(Fraction.of(draw.perPeriod).times(cover), year.scenario, plan);
  return {
    amount,
    ends: lasting.from <= lasting.to && lasting.to <= period.to,
    isDrawn: !cover.isZero,
  };
}

function daysOf({ lasts }: DrawDocument, { year, index, plan }: Settling): Days {
  if (!lasts) return { from: -Infinity, to: Number.MAX_SAFE_INTEGER };
  if (lasts.until !== undefined) return { from: -Infinity, to: dayOf(lasts.until) };
  // It goes on where a later row says nothing of it.
  const { to } = year.periods[index] as Days;
  const stretches = year.segments.flatMap((segment) => segment.stretches);
  const rows = stretches.filter(({ from }) => from <= to).map(({ assignment }) => assignment);
  const drawFrom = rows.findLast((row) => row['drawFrom'])?.['drawFrom'];
  if (!drawFrom) return { from: 0, to: -1 };
  const from = dayOf(drawFrom);
  if (lasts.months !== undefined)
    return { from, to: monthsLater(drawFrom, Number(lasts.months)) - 1 };
  const length = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[plan.payoutPeriod];
  const first = year.periods.find((each) => isIn(from, each)) ?? year.periods[0];
  const start = isoOf(first?.from ?? 0);
  return { from, to: monthsLater(start, length * Number(lasts.periods)) - 1 };
}
