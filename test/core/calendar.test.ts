// Dates without time zones, fiscal years with any first month, periods by name.

import { describe, expect, test } from '@jest/globals';
import {
  isoDate,
  periodAround,
  periodsOfYear,
  readIsoDate,
  readPeriod,
} from '../../src/core/calendar.ts';

test('every day of 1900 to 2199 reads and writes as the same day, one after the other', () => {
  const first = readIsoDate('1900-01-01') as number;
  const last = readIsoDate('2199-12-31') as number;
  for (let day = first; day <= last; day += 1) {
    const text = isoDate(day);
    if (readIsoDate(text) !== day) throw new Error(text);
    if (text !== new Date(day * 86_400_000).toISOString().slice(0, 10)) throw new Error(text);
  }
  expect(last - first).toBe(109_572);
});

test.each(['2017-02-30', '2026-13-01', '2026-00-10', '1899-12-31', '2026-1-01', '01.02.2026', ''])(
  '%s is no date',
  (text) => {
    expect(readIsoDate(text)).toBeUndefined();
  },
);

describe('periods', () => {
  test.each([
    ['2026-Q3', 1, '2026-07-01', '2026-09-30'],
    ['2026-M02', 1, '2026-02-01', '2026-02-28'],
    ['2024-M02', 1, '2024-02-01', '2024-02-29'],
    ['2026-H2', 1, '2026-07-01', '2026-12-31'],
    ['2026', 1, '2026-01-01', '2026-12-31'],
    // A year that starts in February 2025 ends in January 2026 and is named 2026.
    ['2026-Q1', 2, '2025-02-01', '2025-04-30'],
    ['2026-Q4', 2, '2025-11-01', '2026-01-31'],
    ['2026-M12', 7, '2026-06-01', '2026-06-30'],
  ])('%s with fiscal years from month %i is %s to %s', (id, startMonth, from, to) => {
    const period = readPeriod(id, { startMonth });
    expect(period && [isoDate(period.from), isoDate(period.to)]).toEqual([from, to]);
  });

  test.each(['2026-Q5', '2026-Q0', '2026-M13', '2026-H3', 'Q3', '26-Q1', '2026-q1', '2026-Q'])(
    '%s is no period',
    (id) => {
      expect(readPeriod(id, { startMonth: 1 })).toBeUndefined();
    },
  );

  test('the periods of a year cover it without gap or overlap, and each day finds its own', () => {
    for (const kind of ['month', 'quarter', 'half-year', 'year'] as const) {
      for (let startMonth = 1; startMonth <= 12; startMonth += 1) {
        const periods = periodsOfYear(2026, kind, { startMonth });
        periods.forEach((period, index) => {
          const next = periods[index + 1];
          if (next) expect(next.from).toBe(period.to + 1);
          expect(periodAround(period.from, kind, { startMonth }).id).toBe(period.id);
          expect(periodAround(period.to, kind, { startMonth }).id).toBe(period.id);
        });
      }
    }
  });
});
