// Rates by rule and factors on a curve's rates: what each deal was given and why, as statements,
// explanations and JSON show it. Their arithmetic stands in fixtures/cases/rates-by-rule.

import { describe, expect, test } from '@jest/globals';
import { buildStatement, exactText } from '../../src/core/index.ts';
import { statementJson } from '../../src/render/json.ts';
import { statementView } from '../../src/render/statement-view.ts';
import { calculateTexts, findings, must } from '../in-memory-company.ts';
import { BOOKINGS, deals, plan } from './small-plan.ts';

const ROWS = deals(
  'd1,ann,2026-02-01,10000,won,yes,0%',
  'd2,ann,2026-02-02,5000,won,yes,25%',
  'd3,ann,2026-02-03,7000,lost,yes,0%',
);
const ASSIGNED = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n';

function commission(fields: string) {
  const components = `
  - { id: commission, kind: commission, title: Commission, measure: bookings, window: period, ${fields} }`;
  const texts = { plan: plan({ measures: BOOKINGS, components }), assignments: ASSIGNED };
  return calculateTexts({ ...texts, deals: ROWS }, '2026-Q1');
}

function statementOf(fields: string) {
  const calculation = must(commission(fields));
  const [payee] = calculation.payees;
  if (!payee) throw new Error('nobody was paid');
  return buildStatement(payee, calculation.company);
}

const RATES =
  'rates: [{ when: discount > 20%, rate: 2%, because: deep discount }, { when: fit, rate: 8% }, { rate: 4% }]';
const FACTORS =
  'curve: { shape: marginal, tiers: [{ from: 0, rate: 10% }] }, rateFactors: [{ when: discount > 20%, factor: 50% }, { factor: 100% }]';

describe('rates by rule', () => {
  test('each deal that counts says its rate, its rule and what it earned', () => {
    const { deals: shown, payment } = statementOf(RATES);
    const said = shown.rows.map(({ id, rulings: [ruling] }) => [
      id,
      ruling && [
        exactText(ruling.figure),
        ruling.reason,
        exactText(ruling.earned ?? ruling.figure),
      ],
    ]);
    expect(said).toEqual([
      ['d1', ['0.08', 'fit', '800']],
      ['d2', ['0.02', 'deep discount', '100']],
      ['d3', undefined],
    ]);
    expect(exactText(payment.exact)).toBe('900');
  });

  test('the card lists the rules, the deals are grouped by them', () => {
    const { cards, deals: shown } = statementView(statementOf(RATES));
    expect(cards[0]?.rates).toBe(
      'By the first rule met: 2%, deep discount; 8%, fit; 4%, any other deal.',
    );
    expect(shown?.list.groups.map(({ title }) => title)).toEqual([
      '100%, counts in full; Commission: 8%, fit',
      '100%, counts in full; Commission: 2%, deep discount',
      "not counted, does not meet “stage = 'won'”",
    ]);
  });

  test('JSON has the rules and what they gave, null where a deal does not count', () => {
    const json = statementJson(statementOf(RATES));
    expect(json.components[0]?.rules.map(({ figure }) => figure)).toEqual(['0.02', '0.08', '0.04']);
    expect(json.deals.rows.map(({ rulings }) => rulings)).toEqual([
      [{ figure: '0.08', reason: 'fit', earned: '800' }],
      [{ figure: '0.02', reason: 'deep discount', earned: '100' }],
      [null],
    ]);
  });

  test('a deal that counts and whose rule is not known stops the calculation', () => {
    const unknown = ROWS.replace('yes,25%', 'yes,');
    const components = `
  - { id: commission, kind: commission, title: Commission, measure: bookings, window: period, ${RATES} }`;
    const texts = { plan: plan({ components }), assignments: ASSIGNED, deals: unknown };
    expect(findings(calculateTexts(texts, '2026-Q1'))).toEqual([
      'calculation/deal-incomplete deals.csv:3:1',
    ]);
  });
});

describe('factors on the rates of a curve', () => {
  test('the card shows the way from the credit to the money', () => {
    const { cards } = statementView(statementOf(FACTORS));
    expect(cards[0]?.ledger.map(({ label, figure }) => [label, figure])).toEqual([
      ['Credited', '15,000.00'],
      ['By the rates alone', '1,500.00'],
      ['Credit that pays', '12,500.00'],
      ['Payout', '1,250.00'],
    ]);
  });

  test('a deal earns nothing of its own there: the tiers look at the total', () => {
    const { deals: shown } = statementOf(FACTORS);
    const [first] = shown.rows;
    expect(first?.rulings[0]).toEqual({ figure: expect.anything(), reason: 'any other deal' });
  });
});

describe('a cap per deal', () => {
  const CAPPED = `${RATES}, dealCap: { money: 700 }`;

  test('shows what was earned before it and after it, on the card and in JSON', () => {
    const statement = statementOf(CAPPED);
    // 8 % of 10,000 is 800, cut to 700; 2 % of 5,000 is 100.
    expect(
      statementView(statement).cards[0]?.ledger.map(({ label, figure }) => [label, figure]),
    ).toEqual([
      ['Credited', '15,000.00'],
      ['Earned', '900.00'],
      ['No more than 700.00 a deal', '800.00'],
      ['Payout', '800.00'],
    ]);
    expect(statementJson(statement).components[0]).toMatchObject({
      earned: '800.00',
      dealCap: { cap: '700.00', uncapped: '900.00' },
    });
  });

  test('each deal says what it earned after the cap', () => {
    const { deals: shown } = statementOf(CAPPED);
    const earned = shown.rows.map(
      ({ rulings: [ruling] }) => ruling?.earned && exactText(ruling.earned),
    );
    expect(earned.filter((each) => each !== undefined)).toEqual(['700', '100']);
  });
});

test('tiers on another measure show its rate and where the payee stands', () => {
  const parts = {
    measures: `${BOOKINGS}\n  won: { calculate: count, deals: own, where: stage = 'won' }`,
    components: `
  - { id: commission, kind: commission, title: Commission, measure: bookings, window: period, tiersOn: { measure: won, window: year-to-date }, curve: { shape: stepped, steps: [{ from: 0, pays: 4% }, { from: 2, pays: 6% }], below: hold } }`,
  };
  const texts = { plan: plan(parts), assignments: ASSIGNED, deals: ROWS };
  const calculation = must(calculateTexts(texts, '2026-Q1'));
  const [payee] = calculation.payees;
  if (!payee) throw new Error('nobody was paid');
  const statement = buildStatement(payee, calculation.company);
  expect(exactText(statement.payment.exact)).toBe('900'); // 15,000 x 6 %
  const [card] = statementView(statement).cards;
  expect(card?.chart).toMatchObject({ yLabel: 'Rate' });
  expect(card?.chart?.here?.label.lines.map(({ text }) => text)).toContain('2 pays 6%');
  expect(card?.rates).toBe('4% from 0 and 6% from 2; in steps, each from its start on.');
});
