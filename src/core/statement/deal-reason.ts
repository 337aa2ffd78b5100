// Why a deal counted for a measure, how much of it, or why it did not: read off the worksheet's own
// columns, never decided again. In: a payee's calculation, a measure, a deal's index.
// Out: credit and reason. Statements and explanations say the same words.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { type Exact, ONE, wholeCount, ZERO } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import { type DealMeasure, measureColumn, shareAttribute } from '../measures/measure-cells.ts';
import { type Window, windows } from '../plan/document.ts';
import type { Datum } from '../worksheet/operations.ts';
import type { DealCredit } from './statement.ts';

/** The measure and window whose counted deals a flag column marks. */
export function measureBehind(
  { compiled }: PayeeCalculation,
  column: string,
): { readonly measure: DealMeasure; readonly window: Window } | undefined {
  for (const measure of compiled.plan.measures.values()) {
    if (!('deals' in measure)) continue;
    for (const window of windows) {
      const id = measureColumn.counts(measure.id, window);
      if (column === id || column === measureColumn.holds(measure.id, window)) {
        return { measure, window };
      }
    }
  }
  return undefined;
}

export function dealCredit(
  calculation: PayeeCalculation,
  measure: DealMeasure,
  window: Window,
  deal: number,
): DealCredit {
  const { values, deals } = calculation;
  const read = (id: string): Datum => values.columns.get(id)?.[deal];
  const row = deals[deal]?.row;
  const share = (row?.get(shareAttribute(measure)) as Exact | undefined) ?? ZERO;
  if (read(measureColumn.counts(measure.id, window)) !== true) {
    const reason = leftOutReason(measure, share, read);
    return { counts: false, share, credit: ZERO, credited: ZERO, reason };
  }
  if (measure.calculate !== 'sum') {
    return { counts: true, share, credit: ONE, credited: ZERO, reason: 'counts' };
  }
  const credit = (read(measureColumn.credit(measure.id)) as Exact | undefined) ?? ONE;
  const credited = read(measureColumn.figure(measure.id)) as Exact;
  return { counts: true, share, credit, credited, reason: ruleReason(measure, read) };
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
