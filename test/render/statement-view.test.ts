// The statement as its templates receive it: figures that add up by eye, deals that are all
// accounted for, and HTML in which no text of a user is anything but text.
// In: hand-made statements and those of the built-in company. Out: views and HTML.

import { describe, expect, test } from '@jest/globals';
import { exact, sumOf } from '../../src/core/exact-number.ts';
import type { Statement } from '../../src/core/index.ts';
import { subsetsFor } from '../../src/render/fonts.ts';
import { renderView } from '../../src/render/html.ts';
import { type StatementView, statementView } from '../../src/render/statement-view.ts';
import { builtInStatements } from './company-statements.ts';
import { exampleStatement } from './statement-example.ts';

const PERIODS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
const plain = (shown: string) => exact(shown.replaceAll(',', ''));

describe('the built-in company, every payee and period', () => {
  test.each(PERIODS)('%s: what is printed adds up to what is paid', async (period) => {
    const statements = await builtInStatements(period);
    expect(statements.length).toBeGreaterThan(5);
    for (const statement of statements) {
      const view = statementView(statement, { locale: 'en-US' });
      const lines = view.lines.rows.map(({ payout }) => plain(payout));
      expect(sumOf(lines).toFixed()).toBe(statement.payment.exact.toFixed());
      expect(view.payment.figure).toBe(`$${view.payment.plain}`);
      for (const row of [...(view.yearToDate?.rows ?? []), view.yearToDate?.total]) {
        const figures = (row?.cells ?? []).map(({ text }) => plain(text));
        const total = figures.at(-1);
        expect(sumOf(figures.slice(0, -1)).toFixed()).toBe((total ?? exact('0')).toFixed());
      }
      expect(listed(view) + leftOut(view)).toBe(statement.deals.rows.length);
      expect(renderView(view)).toContain(view.payment.figure);
    }
  });
});

/** How many deals the list of a statement has. */
function listed({ deals }: StatementView): number {
  return (deals?.list.groups ?? []).flatMap(({ rows }) => rows).length;
}

/** How many deals the statement says it does not list. */
function leftOut({ deals }: StatementView): number {
  return Number(/^([\d,]+) more/.exec(deals?.list.note ?? '0 more')?.[1]);
}

describe('the hand-made statement', () => {
  const view = statementView(exampleStatement(), { locale: 'en-US' });

  test('opens with the payment, its target and what the year has paid', () => {
    expect(view.title).toBe('Statement of Jo "Ace" Hill, Q2 2026');
    expect(view.payment).toEqual({
      label: 'Payment for Q2 2026',
      figure: '$7,000.00',
      plain: '7,000.00',
      targetIncentive: '8,000.00',
      ofTarget: '87.5%',
      yearToDate: '13,000.00',
    });
  });

  test('has a line for each component and one for the plan cap', () => {
    const [first, second, cap] = view.lines.rows;
    expect(first).toMatchObject({
      title: 'New deals',
      kind: 'KPI',
      about: 'Credited bookings · year to date',
      weight: '75%',
      result: '99,999.99',
      quota: '100,000.00',
      attainment: '99.99999%',
      factor: '100.00%',
      payout: '6,000.00',
    });
    expect(second).toMatchObject({ partCount: '1 key result', attainment: '61.70%' });
    expect(cap).toMatchObject({
      title: 'Plan cap',
      about: 'No more than 7,000.00 a period',
      payout: '-234.56',
    });
    expect(view.lines.columnsBeforePayout).toBe(6);
  });

  test('tells how a payout to date becomes a payout', () => {
    expect(view.cards[0]?.ledger).toEqual([
      { label: 'Target incentive to date', figure: '12,000.00', isSum: false },
      { label: 'By the curve', figure: '105%', isSum: false },
      { label: '× After gates', figure: '100%', isSum: false },
      { label: 'Payout to date', figure: '12,000.00', isSum: true },
      { label: '− Paid earlier this year', figure: '6,000.00', isSum: false },
      { label: 'Payout', figure: '6,000.00', isSum: true },
    ]);
  });

  test('tells how a component’s cap or floor changed it, and what later periods work off', () => {
    const [first, ...others] = exampleStatement().components;
    if (!first?.payoutToDate || !first.paidEarlier) throw new Error('the example has changed');
    const capped = {
      ...first,
      payoutToDate: { ...first.payoutToDate, exact: exact('5000') },
      payout: { ...first.payout, exact: exact('0') },
    };
    const statement = { ...exampleStatement(), components: [capped, ...others] };
    expect(statementView(statement, { locale: 'en-US' }).cards[0]?.ledger.slice(3)).toEqual([
      { label: 'After the component’s cap or floor', figure: '5,000.00', isSum: false },
      { label: 'Payout to date', figure: '5,000.00', isSum: true },
      { label: '− Paid earlier this year', figure: '6,000.00', isSum: false },
      { label: 'Difference, worked off by later periods', figure: '-1,000.00', isSum: false },
      { label: 'Payout', figure: '0.00', isSum: true },
    ]);
  });

  test('shows key results with what was asked, by whom they were scored, and the evidence', () => {
    const [table] = view.parts;
    expect(table?.caption).toBe('Care: Customers stay');
    expect(table?.columns.map(({ label }) => label)).toEqual([
      'Key result',
      'Weight',
      'Asked',
      'Result',
      'Score',
      'Scored by',
      'Evidence',
    ]);
    const texts = table?.rows[0]?.cells.map(({ text }) => text);
    expect(texts).toEqual([
      '100%',
      '60 days – 45 days',
      '50.5 days',
      '61.70%',
      'Head of Care',
      'Survey of June',
    ]);
  });

  test('takes Letter paper in the United States and A4 elsewhere, unless told', () => {
    const paper = (locale: string) => statementView(exampleStatement(), { locale }).paper;
    expect([paper('en-US'), paper('en'), paper('en-GB'), paper('de')]).toEqual([
      'letter',
      'letter',
      'a4',
      'a4',
    ]);
    expect(statementView(exampleStatement(), { locale: 'en-US', paper: 'a4' }).paper).toBe('a4');
  });
});

describe('many deals', () => {
  const statement = withDeals(550);
  const { deals } = statementView(statement, { locale: 'en-US' });

  test('are summed up by reason', () => {
    expect(deals?.headline).toBe('550 deals are dated in the period; 275 of them counted.');
    const [summary] = deals?.summaries ?? [];
    const texts = summary?.rows.map(({ header, cells }) =>
      [header, ...cells].map((each) => each.text),
    );
    expect(texts).toEqual([
      ['100%, counts in full, with a share of 50%', '275', '275,137.50', '137,568.75'],
      ["not counted, does not meet “stage = 'won'”", '275', '-5,500.00', '0.00'],
    ]);
    expect(summary?.total?.cells.map(({ text }) => text)).toEqual([
      '550',
      '269,637.50',
      '137,568.75',
    ]);
  });

  test('are listed in part, and the statement says how many are not', () => {
    const [group] = deals?.list.groups ?? [];
    expect(group?.note).toBe('275 deals, the largest 8 shown');
    expect(deals?.list.note).toBe(
      '542 more deals are listed, each with its reason, in the Excel statement.',
    );
  });
});

test('forty deals are all listed, without a summary', () => {
  const { deals } = statementView(withDeals(40), { locale: 'en-US' });
  expect(deals?.summaries).toEqual([]);
  expect(deals?.list.groups.map(({ note }) => note)).toEqual(['20 deals', '20 deals']);
  expect(deals?.list.note).toBeUndefined();
});

/** The two deals of the example in turn: one that counts by half, one that does not. */
function withDeals(count: number): Statement {
  const statement = exampleStatement();
  const rows = Array.from({ length: count }, (_, index) => {
    const deal = statement.deals.rows[index % 2];
    if (!deal) throw new Error('the example has two deals');
    return { ...deal, id: `${deal.id}-${index}` };
  });
  return { ...statement, deals: { ...statement.deals, rows } };
}

describe('text of users', () => {
  const hostile = `</style><script>alert('1')</script>{{constructor}}"><img src=x onerror="a">`;
  const html = renderView(statementView(exampleStatement('USD', (text) => `${text} ${hostile}`)));

  test('stays text wherever it stands', () => {
    expect(html).not.toMatch(/<script|<img|onerror="/);
    expect(html.match(/<style>/g)).toHaveLength(3);
    expect(html).toContain('Initech &lt;/style&gt;&lt;script&gt;alert(&#x27;1&#x27;)');
    expect(html).toContain('{{constructor}}');
  });

  test('of any European script finds its letters in the fonts that are embedded', () => {
    expect(subsetsFor('Jo')).toEqual(['latin']);
    expect(subsetsFor('Łukasz Дмитрий Ωmega Nguyễn ₹')).toEqual([
      'latin',
      'latin-ext',
      'cyrillic',
      'greek',
      'vietnamese',
    ]);
  });
});
