// Reads quotas that change without anything else of an assignment: a row says from which day on a
// payee has which quota for a component. In: records. Out: dated quotas in order of time; a row
// holds until its last day, or until the payee's next row for the component.

import { compareText } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import { type DatedQuota, OPEN_END } from './period-data.ts';
import { needed, optional, type RecordSpec, type TableRecord } from './read-records.ts';

export const quotaSpec: RecordSpec = {
  payee: needed('text'),
  component: needed('text'),
  from: needed('date'),
  to: optional('date'),
  quota: needed('figure'),
};

export function readQuotas(records: readonly TableRecord[]): readonly DatedQuota[] {
  const inOrder = records.toSorted(
    (a, b) =>
      compareText(keyOf(a), keyOf(b)) ||
      (a.get('from') as number) - (b.get('from') as number) ||
      a.place.line - b.place.line,
  );
  return inOrder.map((record, index) => quotaOf(record, inOrder[index + 1]));
}

function quotaOf(record: TableRecord, next: TableRecord | undefined): DatedQuota {
  const isSame = next !== undefined && keyOf(next) === keyOf(record);
  const untilNext = isSame ? (next.get('from') as number) - 1 : OPEN_END;
  return {
    payee: record.text('payee') as string,
    component: record.text('component') as string,
    from: record.get('from') as number,
    to: (record.get('to') as number | undefined) ?? untilNext,
    quota: record.get('quota') as Exact,
    place: record.place,
    placeOf: record.placeOf,
    written: record.written,
  };
}

function keyOf(record: TableRecord): string {
  return JSON.stringify([record.text('payee'), record.text('component')]);
}
