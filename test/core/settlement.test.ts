// From what was earned to what is paid: each step's lines and balances, and that lines add up.
// In: texts of a small plan. Out: cells and statements.

import { describe, expect, test } from '@jest/globals';
import { exact, sumOf } from '../../src/core/exact-number.ts';
import { buildStatement, exactText, type Statement } from '../../src/core/index.ts';
import { calculateTexts, findings, must, type Texts } from '../in-memory-company.ts';
import { deals, type PlanParts, plan, won } from './small-plan.ts';

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

describe('holds', () => {
  const hold = (more: string): string =>
    `holds:\n  - { id: kept, title: Kept, share: 25%, actsOn: all, release: { afterPeriods: 1 }, ${more} }`;
  const rows = deals(
    'd1,ann,2026-02-10,100000,won,yes,0%',
    'd2,ann,2026-05-10,50000.04,won,yes,0%',
  );
  const ALL = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];

  test('move pay in time and nothing else: what is paid and still held is what was earned', () => {
    const texts = { rest: hold('whenLeaving: release'), deals: rows };
    const found = ALL.map((period) => statementOf(texts, period));
    expect(found.map(linesOf)).toEqual([
      ['bookings 10000', 'kept-held -2500'],
      ['bookings 5000', 'kept-held -1250', 'kept-released 2500'],
      ['bookings 0', 'kept-released 1250'],
      ['bookings 0'],
    ]);
    const open = found.map(({ balances }) => exactText(balances[0]?.after.exact ?? exact('-1')));
    expect(open).toEqual(['2500', '1250', '0', '0']);
  });

  test('end with who leaves: paid, or forfeited and said so', () => {
    const assignments =
      'payee,plan,from,to,targetIncentive,quota.bookings\nann,plan,2026-01-01,2026-06-30,40000,400000\n';
    const leaving = (rule: string): Statement =>
      statementOf({ rest: hold(rule), deals: rows, assignments }, '2026-Q2');
    expect(linesOf(leaving('whenLeaving: release'))).toEqual([
      'bookings 5000',
      'kept-released 2500',
    ]);
    const forfeited = leaving('whenLeaving: forfeit');
    expect(linesOf(forfeited)).toEqual(['bookings 5000', 'kept-held -1250', 'kept-released 2500']);
    const balance = forfeited.balances[0];
    expect(exactText(balance?.forfeited?.exact ?? exact('-1'))).toBe('1250');
    expect(exactText(balance?.after.exact ?? exact('-1'))).toBe('0');
  });

  test('go on for who only changes to another assignment', () => {
    const rowsOf = (later: string): string =>
      `payee,plan,from,to,targetIncentive,quota.bookings,balance.kept.2026-Q2
ann,plan,2026-01-01,2026-06-30,40000,400000,
ann,plan,2026-07-01,2026-12-31,40000,400000,${later}
`;
    const rest = hold('whenLeaving: forfeit');
    const texts = { rest, deals: rows, assignments: rowsOf('') };
    const later = { plan: plan({ rest }), deals: rows, assignments: rowsOf('1250') };
    // Only the first row of a year brings balances in.
    expect(findings(calculateTexts(later, '2026-Q2'))).toEqual([
      'assignment/unknown-balance assignments.csv:3:45',
    ]);
    expect(linesOf(statementOf(texts, '2026-Q2')).at(-1)).toBe('kept-released 2500');
    expect(exactText(statementOf(texts, '2026-Q2').balances[0]?.after.exact ?? exact('-1'))).toBe(
      '1250',
    );
  });

  test('their opening parts name the period that they were held in', () => {
    const assignments =
      'payee,plan,from,targetIncentive,quota.bookings,balance.kept\nann,plan,2026-01-01,40000,400000,10\n';
    const texts = { plan: plan({ rest: hold('whenLeaving: release') }), assignments };
    const outcome = calculateTexts(texts, '2026-Q1');
    expect(findings(outcome)).toEqual(['assignment/unknown-balance assignments.csv:2:34']);
    expect(outcome.diagnostics[0]?.remedy).toContain('balance.kept.2025-Q4');
  });
});
