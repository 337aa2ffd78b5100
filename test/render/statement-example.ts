// A small hand-made statement with everything a statement can have, and the built-in company's.
// In: a currency and, for hostile texts, what to write where a document's text goes.
// Out: statements. Its arithmetic: 6,000.00 + 1,234.56 - 234.56 (plan cap) = 7,000.00.

import { dayNumber } from '../../src/core/calendar.ts';
import { exact, ONE, ZERO } from '../../src/core/exact-number.ts';
import type { Statement } from '../../src/core/index.ts';
import { money } from '../../src/core/money.ts';
import { DealColumns } from '../../src/core/worksheet/deal-columns.ts';
import { prepareExact } from '../../src/core/worksheet/exact.ts';
import {
  attribute,
  choose,
  constant,
  type Datum,
  multiply,
  type Unit,
} from '../../src/core/worksheet/operations.ts';
import { WorksheetBuilder } from '../../src/core/worksheet/worksheet.ts';

type Period = Statement['period'];

function quarter(index: number): Period {
  const from = dayNumber(2026, index * 3 + 1, 1);
  const to = dayNumber(2026, index * 3 + 4, 1) - 1;
  return { id: `2026-Q${index + 1}`, kind: 'quarter', fiscalYear: 2026, index, from, to };
}

/** `say` turns each text of a document or a CRM into what stands in its place. */
export function exampleStatement(
  currency = 'USD',
  say: (text: string) => string = (text) => text,
): Statement {
  const paid = (text: string) => money(exact(text), currency);
  const ratio = (text: string) => ({ number: exact(text), unit: 'ratio' }) as const;
  return {
    company: { id: 'acme', name: say('Acme & Sons'), contact: say('finance@acme.example') },
    locale: 'en-GB',
    payee: { id: say('jo'), name: say('Jo "Ace" Hill'), title: say('Account Executive') },
    plan: { id: 'ae', title: say('Account executives'), version: say('2026.1') },
    period: quarter(1),
    terms: [],
    currency,
    payment: paid('7000'),
    targetIncentive: paid('8000'),
    cells: { payment: 'plan.total', targetIncentive: 'plan.targetIncentive.period' },
    fingerprint: {
      engine: '1',
      plan: 'a1'.repeat(32),
      inputs: 'b2'.repeat(32),
      result: 'c3'.repeat(32),
    },
    lines: [
      { id: 'new-deals', title: say('New deals'), payout: paid('6000'), cell: 'new-deals.payout' },
      { id: 'care', title: say('Care'), payout: paid('1234.56'), cell: 'care.payout' },
      { id: 'plan-cap', title: 'Plan cap', payout: paid('-234.56'), cell: 'plan.cut' },
    ],
    components: [
      {
        id: 'new-deals',
        kind: 'kpi',
        title: say('New deals'),
        window: 'year-to-date',
        isDue: true,
        about: say('Credited bookings'),
        supports: say('15M of new ARR'),
        weight: exact('0.75'),
        result: { number: exact('99999.99'), unit: 'money' },
        quota: { number: exact('100000'), unit: 'money' },
        attainment: exact('0.9999999'),
        curveFactor: exact('1.05'),
        payoutFactor: exact('1'),
        targetIncentive: paid('12000'),
        payoutToDate: paid('12000'),
        paidEarlier: paid('6000'),
        payout: paid('6000'),
        cells: { payout: 'new-deals.payout' },
        curve: {
          from: 'ratio',
          gives: 'ratio',
          rowsPay: 'ratio',
          rows: [
            { at: exact('0.7'), pays: exact('0.5') },
            { at: exact('1'), pays: exact('1') },
          ],
          meaning: 'in proportion between the points',
          outline: [{ at: exact('0'), pays: exact('0') }],
          here: { at: exact('0.9999999'), pays: exact('1.05') },
        },
        modifiers: [],
        rules: [],
        parts: [],
      },
      {
        id: 'care',
        kind: 'okr',
        title: say('Care'),
        window: 'period',
        isDue: true,
        about: say('Customers stay'),
        weight: exact('0.25'),
        attainment: exact('0.617'),
        payoutFactor: exact('0.617'),
        targetIncentive: paid('2000'),
        payout: paid('1234.56'),
        cells: { payout: 'care.payout' },
        modifiers: [],
        rules: [],
        parts: [
          {
            id: 'onboarding',
            title: say('Onboarding from 60 days to 45'),
            weight: exact('1'),
            result: { number: exact('50.5'), unit: 'days' },
            asked: {
              from: { number: exact('60'), unit: 'days' },
              to: { number: exact('45'), unit: 'days' },
            },
            score: exact('0.617'),
            scorer: say('Head of Care'),
            evidence: say('Survey of June'),
          },
        ],
      },
    ],
    links: [
      {
        id: 'care-first',
        title: say('Care before growth'),
        by: say('Care'),
        window: 'period',
        actsOn: [say('New deals')],
        capFactor: exact('1'),
        until: exact('0.65'),
        judged: {
          attainment: exact('0.617'),
          met: false,
          cost: paid('150'),
          cells: {},
        },
      },
    ],
    gates: [
      {
        id: 'icp-fit',
        title: say('ICP fit'),
        measure: say('Customers who fit'),
        window: 'period',
        bound: 'atLeast',
        required: ratio('0.78'),
        effect: { capFactor: exact('1') },
        actsOn: [say('New deals')],
        judged: { result: ratio('0.779999'), met: false, cost: paid('300'), cells: {} },
      },
      {
        id: 'churn',
        title: say('Churn'),
        measure: say('Customers lost'),
        window: 'year',
        bound: 'atMost',
        required: { number: exact('3'), unit: 'count' },
        effect: 'zero',
        actsOn: [say('New deals'), say('Care')],
      },
    ],
    balances: [],
    limits: [
      {
        id: 'plan-cap',
        title: 'Plan cap',
        kind: 'cap',
        over: 'period',
        limit: paid('7000'),
        adds: paid('-234.56'),
        cells: { limit: 'plan.cap', adds: 'plan.cut' },
      },
    ],
    yearToDate: [
      {
        period: quarter(0),
        payouts: [{ component: 'new-deals', title: say('New deals'), payout: paid('6000') }],
        total: paid('6000'),
      },
      {
        period: quarter(1),
        payouts: [
          { component: 'new-deals', title: say('New deals'), payout: paid('6000') },
          { component: 'care', title: say('Care'), payout: paid('1234.56') },
        ],
        total: paid('7000'),
      },
    ],
    deals: {
      columns: [
        { name: 'account', label: say('Customer'), unit: 'text' },
        { name: 'closed', label: say('Closed'), unit: 'date' },
        { name: 'worth', label: say('Worth'), unit: 'money' },
        { name: 'discount', label: say('Discount'), unit: 'ratio' },
        { name: 'fits', label: say('Fits'), unit: 'flag' },
      ],
      credited: [{ measure: 'bookings', label: say('Credited bookings'), unit: 'money' }],
      ruled: [{ component: 'new-deals', label: say('New deals'), gives: 'rate' }],
      rows: [
        {
          id: say('D-1'),
          shown: [say('Initech'), dayNumber(2026, 4, 1), exact('1000.5'), exact('0.075'), true],
          credits: [
            {
              counts: true,
              share: exact('0.5'),
              credit: exact('1'),
              credited: exact('500.25'),
              reason: say('counts in full'),
            },
          ],
          rulings: [{ figure: exact('0.12'), reason: say('term >= 24'), earned: exact('60.03') }],
        },
        {
          id: say('D-2'),
          shown: [say('Globex'), undefined, exact('-20'), undefined, false],
          credits: [
            {
              counts: false,
              share: exact('1'),
              credit: exact('0'),
              credited: exact('0'),
              reason: say("not: stage = 'won'"),
            },
          ],
          rulings: [undefined],
        },
      ],
    },
    worksheet: exampleWorksheet(say),
  };
}

/** What the example's deals were counted by: half of the first one counts. */
function exampleWorksheet(say: (text: string) => string): Statement['worksheet'] {
  const clause = { file: say('plan.yaml'), line: 1, column: 1 };
  const builder = new WorksheetBuilder();
  const fits = builder.column({
    id: 'bookings.counts.period',
    label: say('Counts for bookings'),
    unit: 'flag',
    clause,
    formula: attribute('fits'),
  });
  const share = attribute('share.own.closed');
  builder.column({
    id: 'bookings.figure',
    label: say('Credited to bookings'),
    unit: 'money',
    clause,
    formula: choose(fits, multiply(attribute('worth'), share), constant(ZERO, 'money')),
  });
  const worksheet = builder.build();
  const data = new Map<string, readonly Datum[]>([
    ['account', [say('Initech'), say('Globex')]],
    ['closed', [dayNumber(2026, 4, 1), undefined]],
    ['worth', [exact('1000.5'), exact('-20')]],
    ['discount', [exact('0.075'), undefined]],
    ['fits', [true, false]],
    ['share.own.closed', [exact('0.5'), ONE]],
  ]);
  const columns = DealColumns.of(2, data);
  const deals = [say('D-1'), say('D-2')].map((id, deal) => ({ id, row: columns.row(deal) }));
  const values = prepareExact(worksheet)(new Map(), columns);
  const units = new Map<string, Unit>([
    ['account', 'text'],
    ['closed', 'date'],
    ['worth', 'money'],
    ['discount', 'ratio'],
    ['fits', 'flag'],
  ]);
  const labels = new Map([...units.keys()].map((name) => [name, say(name)]));
  return { worksheet, values, deals, attributes: { units, labels, countsOn: 'closed' } };
}
