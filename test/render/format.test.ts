// The formatter: exact figures as a locale writes them, and never rounded onto a bound.
// In: decimal text. Out: what the reader sees.

import { describe, expect, test } from '@jest/globals';
import { dayNumber, periodsOfYear } from '../../src/core/calendar.ts';
import { exact } from '../../src/core/exact-number.ts';
import { formatter } from '../../src/render/format.ts';

/** Locales put narrow and unbreakable spaces; here any space will do. */
const spaced = (text: string) => text.replace(/\s/gu, ' ');
const american = formatter('en-US', 'USD');

describe('money', () => {
  test.each([
    ['en-US', 'USD', '9007199254740993.07', '9,007,199,254,740,993.07'],
    ['en-US', 'USD', '-1234.5', '-1,234.50'],
    ['en-US', 'USD', '-0.001', '0.00'],
    ['de-DE', 'EUR', '1234.56', '1.234,56'],
    ['fr-FR', 'EUR', '1234567.8', '1 234 567,80'],
    ['ja-JP', 'JPY', '3580241', '3,580,241'],
    ['ar-KW', 'KWD', '1946.426', '1,946.426'],
    ['hu-HU', 'HUF', '12345.6', '12 345,60'],
  ])('%s, %s: %s is written %s', (locale, currency, text, shown) => {
    expect(spaced(formatter(locale, currency).money(exact(text)))).toBe(shown);
  });

  test.each([
    ['en-US', 'USD', '$2,340.00'],
    ['de-DE', 'EUR', '2.340,00 €'],
    ['en-IN', 'INR', '₹2,340.00'],
  ])('%s says its currency', (locale, currency, shown) => {
    const text = formatter(locale, currency).moneyWithCurrency(exact('2340'));
    expect(spaced(text)).toBe(shown);
  });

  test.each([
    ['ja-JP', 'JPY'],
    ['ar-KW', 'KWD'],
  ])('the symbol of %s is none of the font’s letters: the code stands in', (locale, currency) => {
    expect(formatter(locale, currency).moneyWithCurrency(exact('2340'))).toContain(currency);
  });
});

describe('percent', () => {
  test.each([
    ['0.942581', '94.26%'],
    ['0.6', '60%'],
    ['1', '100%'],
    ['0.999999', '99.9999%'],
    ['1.00001', '100.001%'],
    ['0', '0%'],
  ])('%s is %s', (text, shown) => {
    expect(american.percent(exact(text))).toBe(shown);
  });

  test('columns keep their digits', () => {
    expect(american.percent(exact('0.6'), { digits: 'full' })).toBe('60.00%');
  });

  test('a figure does not look like the bound that it missed', () => {
    const required = exact('0.78');
    expect(american.percent(exact('0.779999'), { apartFrom: required })).toBe('77.9999%');
    expect(american.percent(exact('0.78'), { apartFrom: required })).toBe('78%');
  });
});

test('quantities carry their unit', () => {
  const shown = (text: string, unit: 'money' | 'ratio' | 'count' | 'days' | 'number') =>
    american.quantity({ number: exact(text), unit });
  expect(shown('136657.33488', 'money')).toBe('136,657.33');
  expect(shown('0.7621', 'ratio')).toBe('76.21%');
  expect(shown('1204', 'count')).toBe('1,204');
  expect(shown('47.954', 'days')).toBe('47.95 days');
  expect(shown('1', 'days')).toBe('1 day');
  expect(shown('0.001234567', 'number')).toBe('0.00123');
  expect(shown('0.001234', 'number')).toBe('0.001234');
  expect(shown('151.3525', 'number')).toBe('151.3525');
});

test('what a deal shows: texts, flags, dates, and what is not known', () => {
  expect(american.datum('Initech', 'text')).toBe('Initech');
  expect(american.datum(true, 'flag')).toBe('yes');
  expect(american.datum(dayNumber(2026, 7, 3), 'date')).toBe('Jul 3, 2026');
  expect(american.datum(undefined, 'money')).toBe('–');
});

test('dates hold words, so they follow the texts’ language in the reader’s region', () => {
  const day = dayNumber(2026, 7, 3);
  expect(formatter('de-DE', 'EUR').date(day)).toBe('3 Jul 2026');
  expect(formatter('ar-KW', 'KWD').date(day)).toMatch(/^[\w ,]+$/);
});

test('periods are named as people name them', () => {
  const calendarYear = { startMonth: 1 };
  const names = (kind: 'month' | 'quarter' | 'half-year' | 'year', startMonth: number) =>
    periodsOfYear(2026, kind, { startMonth }).map(american.period);
  expect(names('quarter', 1)).toEqual(['Q1 2026', 'Q2 2026', 'Q3 2026', 'Q4 2026']);
  expect(names('half-year', 7)).toEqual(['H1 FY2026', 'H2 FY2026']);
  expect(names('year', 1)).toEqual(['2026']);
  expect(names('month', 1)[6]).toBe('July 2026');
  expect(names('month', 7)[0]).toBe('July 2025 (FY2026)');
  const [first] = periodsOfYear(2026, 'quarter', calendarYear);
  const days = first ? american.days(first.from, first.to) : '';
  expect(spaced(days)).toBe('Jan 1 – Mar 31, 2026');
});
