// The dated rate table: what one unit of a currency is worth in another, from a day on. A row holds
// until its last day, or until the pair's next row. Nothing is turned round or taken by way of a
// third currency: a pair without a row has no rate. In: records. Out: rates by day.
// Source: ENGINE.md sections 3 and 7.

import type { DayNumber } from '../calendar.ts';
import { isCurrency } from '../currency.ts';
import { compareText } from '../diagnostic.ts';
import { currencyIssue } from '../document/leaves.ts';
import { type Exact, exactText, ZERO } from '../exact-number.ts';
import { isWithin, OPEN_END, type PlacedRow, type Span } from './period-data.ts';
import { needed, optional, type RecordSpec, type TableRecord } from './read-records.ts';
import type { TableFindings } from './table-findings.ts';

export const rateSpec: RecordSpec = {
  from: needed('text'),
  to: needed('text'),
  date: needed('date'),
  until: optional('date'),
  rate: needed('number'),
};

/** One unit of a currency in another, on the days of the span. */
export interface ExchangeRate extends Span, PlacedRow {
  readonly pair: string;
  readonly rate: Exact;
}

export class ExchangeRates {
  readonly #byPair: ReadonlyMap<string, readonly ExchangeRate[]>;

  constructor(rates: readonly ExchangeRate[]) {
    this.#byPair = Map.groupBy(rates, ({ pair }) => pair);
  }

  /** The rate of a day; undefined where no row of the pair holds. */
  on(day: DayNumber, from: string, to: string): ExchangeRate | undefined {
    return this.#byPair.get(pairOf(from, to))?.find((each) => isWithin(day, each));
  }
}

export function readRates(records: readonly TableRecord[], findings: TableFindings): ExchangeRates {
  const readable = records.filter((record) => isReadable(record, findings));
  const inOrder = readable.toSorted(
    (a, b) => compareText(keyOf(a), keyOf(b)) || dayOf(a) - dayOf(b),
  );
  const rates = inOrder.map((record, index) => {
    const before = inOrder[index - 1];
    if (before && keyOf(before) === keyOf(record) && dayOf(before) === dayOf(record)) {
      const what = `there are two rates of ${keyOf(record)} for one day`;
      findings.reportAt('data/duplicate-row', record.place, what, 'keep the row that holds');
    }
    return rateOf(record, inOrder[index + 1]);
  });
  return new ExchangeRates(rates);
}

function isReadable(record: TableRecord, findings: TableFindings): boolean {
  const codes = ['from', 'to'] as const;
  const unknown = codes.filter((name) => !isCurrency(record.text(name) ?? ''));
  for (const name of unknown) {
    const { code, what, remedy } = currencyIssue(record.text(name) ?? '');
    findings.reportAt(code, record.placeOf(name), what, remedy);
  }
  const isSame = record.text('from') === record.text('to');
  const rate = record.get('rate') as Exact;
  if (isSame || rate.lte(ZERO)) {
    const what = isSame
      ? `a rate of ${record.text('from')} in itself is 1, and needs no row`
      : `the rate is \`${exactText(rate)}\``;
    const remedy = isSame ? 'remove the row' : 'write what one unit is worth: a number above zero';
    findings.reportAt('rates/not-positive', record.placeOf('rate'), what, remedy);
  }
  return unknown.length === 0;
}

function rateOf(record: TableRecord, next: TableRecord | undefined): ExchangeRate {
  const untilNext = next && keyOf(next) === keyOf(record) ? dayOf(next) - 1 : OPEN_END;
  const until = (record.get('until') as number | undefined) ?? OPEN_END;
  return {
    pair: keyOf(record),
    from: dayOf(record),
    to: Math.min(until, untilNext),
    rate: record.get('rate') as Exact,
    place: record.place,
    placeOf: record.placeOf,
    written: record.written,
  };
}

function pairOf(from: string, to: string): string {
  return `${from} in ${to}`;
}

function keyOf(record: TableRecord): string {
  return pairOf(record.text('from') ?? '', record.text('to') ?? '');
}

function dayOf(record: TableRecord): DayNumber {
  return record.get('date') as number;
}
