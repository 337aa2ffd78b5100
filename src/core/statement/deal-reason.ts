// Why a deal counted for a measure, how much of it, or why it did not: read off the worksheet's own
// columns, never decided again. In: a payee's calculation, a measure, a deal's index.
// Out: credit and reason. Statements and explanations say the same words.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { CompiledSegment } from '../calculate/compile-segment.ts';
import { type Exact, ONE, wholeCount, ZERO } from '../exact-number.ts';
import { payoutAttribute, shareAttribute } from '../measures/deal-shares.ts';
import type { Measure } from '../measures/measure.ts';
import { type DealMeasure, measureColumn } from '../measures/measure-cells.ts';
import { type Window, windows } from '../plan/document.ts';
import type { Datum } from '../worksheet/operations.ts';
import { inSegment } from '../worksheet/worksheet.ts';
import type { DealCredit } from './statement-deals.ts';

/** The measure, window and segment whose counted deals a flag column marks. */
interface CountedMeasure {
  readonly segment: CompiledSegment;
  readonly measure: DealMeasure;
  readonly window: Window;
}

export function measureBehind(
  { compiled }: PayeeCalculation,
  column: string,
): CountedMeasure | undefined {
  for (const segment of compiled.segments) {
    for (const measure of segment.plan.measures.values()) {
      if (!('deals' in measure)) continue;
      const window = windows.find((each) =>
        [measureColumn.counts(measure.id, each), measureColumn.holds(measure.id, each)].some(
          (id) => column === inSegment(id, segment.segment),
        ),
      );
      if (window) return { segment, measure, window };
    }
  }
  return undefined;
}

export function dealCredit(
  calculation: PayeeCalculation,
  { segment: { segment }, measure, window }: CountedMeasure,
  deal: number,
): DealCredit {
  const { values, deals, withdrawn } = calculation;
  const read = (id: string): Datum => values.columns.get(inSegment(id, segment))?.at(deal);
  const row = deals[deal]?.row;
  const shared = row?.get(inSegment(shareAttribute(measure), segment)) as Exact | undefined;
  const share = shared ?? ZERO;
  if (read(measureColumn.counts(measure.id, window)) !== true) {
    const reason = withdrawn.has(deals[deal]?.deal.id ?? '')
      ? 'taken back'
      : leftOutReason(measure, share, read);
    return { counts: false, share, credit: ZERO, credited: ZERO, reason };
  }
  const part = row?.get(inSegment(payoutAttribute.part(measure), segment)) as Exact | undefined;
  const payout = part && !part.eq(share) && { payout: part };
  if (measure.calculate !== 'sum') {
    return { counts: true, share, ...payout, credit: ONE, credited: ZERO, reason: 'counts' };
  }
  const credit = (read(measureColumn.credit(measure.id)) as Exact | undefined) ?? ONE;
  const credited = read(measureColumn.figure(measure.id)) as Exact;
  const reason = ruleReason(measure, read);
  return { counts: true, share, ...payout, credit, credited, reason };
}

function leftOutReason(measure: DealMeasure, share: Exact, read: (id: string) => Datum): string {
  if (share.eq(ZERO)) return 'credited to others';
  const meets = read(measureColumn.condition(measure.id));
  return measure.where && meets === false ? `not: ${measure.where.text}` : 'dated outside';
}

function ruleReason(
  { id, crediting }: Extract<Measure, { calculate: 'sum' }>,
  read: (id: string) => Datum,
): string {
  const matched = read(measureColumn.rule(id)) as Exact | undefined;
  if (matched === undefined) return 'counts in full';
  return crediting[wholeCount(matched) - 1]?.because ?? 'counts in full';
}
