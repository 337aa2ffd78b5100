// Currencies: deals converted when they are read, payments converted once. Rates hold from a day on,
// none is turned round, none is guessed; statements show both amounts, the rate and its day.

import { describe, expect, test } from '@jest/globals';
import {
  buildStatement,
  type Calculation,
  exactText,
  isoDate,
  type Outcome,
  type Statement,
} from '../../src/core/index.ts';
import {
  calculatePeriod,
  calculateTexts,
  cells,
  companyOf,
  companyText,
  findings,
  must,
  readTexts,
} from '../in-memory-company.ts';
import { deals, plan, won } from './small-plan.ts';

const COMMISSION = `
  - { id: bookings, kind: commission, title: C, measure: bookings, window: period, curve: { shape: marginal, tiers: [{ from: 0, rate: 10% }] } }`;
const paidIn = (currency: string): string =>
  `payee,plan,from,targetIncentive,payoutCurrency\nann,plan,2026-01-01,0,${currency}\n`;
const RATES = 'from,to,date,until,rate\nUSD,JPY,2026-03-30,,150\nJPY,USD,2026-01-01,,0.007\n';
const PERIOD_END = plan({ components: COMMISSION, rest: 'payoutRateOn: period-end' });

describe('a payment in another currency', () => {
  const texts = { plan: PERIOD_END, deals: won('1000.55'), assignments: paidIn('JPY') };

  test('is converted once, to that currency’s minor unit', () => {
    // 100.06 (100.055 rounded) x 150 = 15,009.
    const found = cells({ ...texts, rates: RATES });
    expect([found['plan.total'], found['plan.rate'], found['plan.paid']]).toEqual([
      '100.06',
      '150',
      '15009',
    ]);
  });

  test('shows both amounts, the rate and its days on the statement', () => {
    const { payees, company } = must(calculateTexts({ ...texts, rates: RATES }, '2026-Q1'));
    const statement = buildStatement(payees[0] as never, company);
    const found = statement.paidIn as NonNullable<Statement['paidIn']>;
    expect([found.payment.currency, exactText(found.payment.exact)]).toEqual(['JPY', '15009']);
    expect([exactText(found.rate), isoDate(found.day), isoDate(found.rateSince)]).toEqual([
      '150',
      '2026-03-31',
      '2026-03-30',
    ]);
    expect(exactText(statement.payment.exact)).toBe('100.06');
  });

  test.each([
    ['before the first rate', 'USD,JPY,2026-04-01,,150'],
    ['after a rate that ended', 'USD,JPY,2026-01-01,2026-03-30,150'],
    ['by turning a rate round', 'JPY,USD,2026-01-01,,0.0066'],
    ['by way of a third currency', 'USD,EUR,2026-01-01,,0.9\nEUR,JPY,2026-01-01,,160'],
  ])('is not converted %s', (_, rows) => {
    const rates = `from,to,date,until,rate\n${rows}\n`;
    expect(findings(calculateTexts({ ...texts, rates }, '2026-Q1'))).toEqual([
      'rates/missing assignments.csv:2:23',
    ]);
  });

  test('has one currency: a change inside a period is refused', () => {
    const assignments =
      'payee,plan,from,to,targetIncentive,payoutCurrency\n' +
      'ann,plan,2026-01-01,2026-02-14,0,USD\nann,plan,2026-02-15,,0,JPY\n';
    const rest = 'payoutRateOn: period-end\nproration: calendar-days\nsegments: separate';
    const split = { ...texts, plan: plan({ components: COMMISSION, rest }), assignments };
    expect(findings(calculateTexts({ ...split, rates: RATES }, '2026-Q1'))).toEqual([
      'segments/not-added assignments.csv:3:1',
    ]);
  });

  test('in a currency that does not exist, or without a stated day, is refused', () => {
    const unstated = { ...texts, plan: plan({ components: COMMISSION }), rates: RATES };
    expect(findings(calculateTexts(unstated, '2026-Q1'))).toEqual([
      'assignment/no-rate-date assignments.csv:2:23',
    ]);
    const unknown = { ...texts, assignments: paidIn('YEN'), rates: RATES };
    expect(findings(calculateTexts(unknown, '2026-Q1'))).toEqual([
      'document/currency assignments.csv:2:23',
    ]);
  });
});

describe('a deal in another currency', () => {
  // `stage` and `fit` stand where the small plan has them; `discount` is replaced by the currency.
  const company = companyText('USD')
    .replace(
      'amount: { unit: money }',
      'amount: { unit: money, currency: sold_in, rateOn: closed }',
    )
    .replace(
      'discount: { unit: ratio }',
      'sold_in: { unit: text, column: discount, aliases: { "€": EUR } }',
    );
  const found = (row: string, rates: string): Outcome<Calculation> => {
    const texts = {
      plan: plan({ components: COMMISSION }),
      deals: deals(row),
      rates: `from,to,date,rate\n${rates}\n`,
      assignments: 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n',
    };
    const read = readTexts(texts, companyOf(company));
    return read.ok ? calculatePeriod(read.product, '2026-Q1') : read;
  };

  test.each([
    ['EUR', '1100'],
    ['€', '1100'],
    ['USD', '1000'],
  ])('in %s counts as %s', (currency, counted) => {
    const outcome = found(`d1,ann,2026-02-10,1000,won,yes,${currency}`, 'EUR,USD,2026-02-10,1.1');
    const [payee] = must(outcome).payees;
    const result = payee?.values.cells.get('bookings.result');
    expect(typeof result === 'object' && exactText(result)).toBe(counted);
  });

  test('without a rate of its day is a finding where it counts, and nowhere else', () => {
    const rates = 'EUR,USD,2026-02-11,1.1';
    expect(findings(found('d1,ann,2026-02-10,1000,won,yes,EUR', rates))).toEqual([
      'rates/missing deals.csv:2:1',
    ]);
    expect(findings(found('d1,ann,2026-02-10,1000,lost,yes,EUR', rates))).toEqual([]);
  });

  test('of no currency at all is incomplete, and of an unknown one refused', () => {
    expect(findings(found('d1,ann,2026-02-10,1000,won,yes,', ''))).toEqual([
      'calculation/deal-incomplete deals.csv:2:1',
    ]);
    expect(findings(found('d1,ann,2026-02-10,1000,won,yes,XYZ', ''))).toEqual([
      'document/currency deals.csv:2:32',
    ]);
    const { diagnostics } = found('d1,ann,2026-02-10,1000,won,yes,eur', '');
    expect(diagnostics.map(({ remedy }) => remedy)).toEqual([
      'write `EUR`, or map an alias of it in company.yaml',
    ]);
  });
});

test.each([
  ['an assignment', { assignments: paidIn('jpy') }, 'write `JPY`'],
  ['a rate', { rates: 'from,to,date,rate\nusd,JPY,2026-02-10,150\n' }, 'write `USD`'],
])('%s in small letters is told the capitals', (_where, texts, remedy) => {
  const { diagnostics } = calculateTexts({ plan: PERIOD_END, ...texts }, '2026-Q1');
  expect(diagnostics.map((each) => each.remedy)).toEqual([remedy]);
});

test('two rates of a pair for one day are refused', () => {
  const rates = 'from,to,date,rate\nEUR,USD,2026-02-10,1.1\nEUR,USD,2026-02-10,1.2\n';
  expect(findings(calculateTexts({ plan: plan(), rates }, '2026-Q1'))).toEqual([
    'data/duplicate-row rates.csv:3:1',
  ]);
});
