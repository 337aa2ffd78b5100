// Reads adjustments: money that a person adds to a payment or takes from it, with the reason and
// who approved it. In: records. Out: adjustments, in an order that no file's order can change.

import type { FiscalCalendar } from '../calendar.ts';
import { compareText } from '../diagnostic.ts';
import { compareExact, type Exact } from '../exact-number.ts';
import type { Adjustment } from './period-data.ts';
import { needed, periodIdOf, type RecordSpec, type TableRecord } from './read-records.ts';

export const adjustmentSpec: RecordSpec = {
  payee: needed('text'),
  period: needed('text'),
  amount: needed('money'),
  reason: needed('text'),
  approver: needed('text'),
};

export function readAdjustments(
  records: readonly TableRecord[],
  calendar: FiscalCalendar,
): readonly Adjustment[] {
  return records.map((row) => adjustmentOf(row, calendar)).toSorted(inOrder);
}

function adjustmentOf(record: TableRecord, calendar: FiscalCalendar): Adjustment {
  return {
    payee: record.text('payee') as string,
    period: periodIdOf(record, calendar),
    amount: record.get('amount') as Exact,
    reason: record.text('reason') as string,
    approver: record.text('approver') as string,
    place: record.place,
    placeOf: record.placeOf,
    written: record.written,
  };
}

function inOrder(left: Adjustment, right: Adjustment): number {
  return (
    compareText(left.payee, right.payee) ||
    compareText(left.period, right.period) ||
    compareText(left.reason, right.reason) ||
    compareExact(left.amount, right.amount) ||
    compareText(left.approver, right.approver)
  );
}
