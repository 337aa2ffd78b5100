// From what was earned to what is paid: each step's lines and balances, and that lines add up.
// In: texts of a small plan. Out: cells and statements.

import { describe, expect, test } from '@jest/globals';
import { sumOf } from '../../src/core/exact-number.ts';
import { buildStatement, exactText, type Statement } from '../../src/core/index.ts';
import { calculateTexts, findings, must, type Texts } from '../in-memory-company.ts';
import { type PlanParts, plan, won } from './small-plan.ts';

const ADJUSTMENTS = 'payee,period,amount,reason,approver\n';

function statementOf(texts: Partial<Texts> & PlanParts, period = '2026-Q1'): Statement {
  const { company, payees } = must(calculateTexts({ plan: plan(texts), ...texts }, period));
  const [first] = payees;
  if (!first) throw new Error('nobody is paid');
  return buildStatement(first, company);
}

/** The lines as text, after a check that they add up to the payment. */
function linesOf(statement: Statement): readonly string[] {
  const sum = sumOf(statement.lines.map(({ payout }) => payout.exact));
  expect(exactText(sum)).toBe(exactText(statement.payment.exact));
  return statement.lines.map(({ id, payout }) => `${id} ${exactText(payout.exact)}`);
}

describe('adjustments', () => {
  test('each is a line of its own with reason and approver, in a stable order', () => {
    const rows = [
      'ann,2026-Q1,-20.5,Hotel paid twice,eve',
      'ann,2026-Q1,100,Demo at the fair,boss',
      'bob,2026-Q1,7,Not hers,boss',
    ];
    const made = rows.toReversed().join('\n');
    for (const adjustments of [rows.join('\n'), made]) {
      const statement = statementOf({
        deals: won('100000'),
        adjustments: `${ADJUSTMENTS}${adjustments}\n`,
        assignments: `payee,plan,from,targetIncentive,quota.bookings
ann,plan,2026-01-01,40000,400000
bob,plan,2026-01-01,40000,400000
`,
      });
      expect(linesOf(statement)).toEqual([
        'bookings 10000',
        'adjustment-1 100',
        'adjustment-2 -20.5',
      ]);
      expect(statement.lines.map(({ adjustment }) => adjustment)).toEqual([
        undefined,
        { reason: 'Demo at the fair', approver: 'boss' },
        { reason: 'Hotel paid twice', approver: 'eve' },
      ]);
    }
  });

  test('the same row twice is a mistake, the same amount for another reason is not', () => {
    const row = 'ann,2026-Q1,100,Demo,boss\n';
    const twice = { plan: plan(), adjustments: `${ADJUSTMENTS}${row}${row}` };
    expect(findings(calculateTexts(twice, '2026-Q1'))).toEqual([
      'data/duplicate-row adjustments.csv:3:1',
    ]);
    const other = 'ann,2026-Q1,100,Talk,boss\n';
    const statement = statementOf({ adjustments: `${ADJUSTMENTS}${row}${other}` });
    expect(exactText(statement.payment.exact)).toBe('200');
  });

  test('of a month are refused where the payee is paid by quarter', () => {
    const adjustments = `${ADJUSTMENTS}ann,2026-M01,100,Demo,boss\n`;
    expect(findings(calculateTexts({ plan: plan(), adjustments }, '2026-Q1'))).toEqual([
      'data/period-length adjustments.csv:2:5',
    ]);
  });
});

describe('a payment below zero', () => {
  const adjustments = `${ADJUSTMENTS}ann,2026-Q1,-250.25,Taken back,eve\n`;

  test('is a finding where the plan says nothing of it', () => {
    const silent = plan().replace('negativePayment: pay-back\n', '');
    expect(findings(calculateTexts({ plan: silent, adjustments }, '2026-Q1'))).toEqual([
      'calculation/negative-payment plan.yaml:2:7',
    ]);
  });

  test('is carried with both sides of it as lines, and a balance', () => {
    const texts = { negativePayment: 'carry', adjustments, deals: won('100000', '05') } as const;
    const first = statementOf(texts);
    expect(linesOf(first)).toEqual(['bookings 0', 'adjustment-1 -250.25', 'carried 250.25']);
    const second = statementOf(texts, '2026-Q2');
    expect(linesOf(second)).toEqual(['bookings 10000', 'brought -250.25']);
    expect(second.balances.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['carryforward', expect.objectContaining({}), expect.objectContaining({})],
    ]);
    expect(second.balances.map((each) => exactText(each.before.exact))).toEqual(['250.25']);
    expect(second.balances.map((each) => exactText(each.after.exact))).toEqual(['0']);
  });
});
