// The payouts of a period as CSV for payroll: one row per payee and line of the payment.
// In: statements. Out: CSV text with a header; the rows of a payee in the plan's currency add up to
// the payment, and one row more says what is paid where that is in another currency.
// Source: RFC 4180 (commas, CRLF, doubled quotes); texts are guarded against formula injection,
// payouts are plain decimal text and stay numbers.

import type { Statement } from '../core/index.ts';
import { moneyText } from './decimal-text.ts';
import { safeText } from './safe-text.ts';

type Payable = Statement['payment'];

const COLUMNS = [
  'company',
  'period',
  'payee',
  'name',
  'plan',
  'plan_version',
  'line',
  'line_title',
  'payout',
  'currency',
] as const;

export function renderPayoutsCsv(statements: readonly Statement[]): string {
  const rows = statements.flatMap(payoutRows);
  return [COLUMNS, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function payoutRows(statement: Statement): readonly (readonly string[])[] {
  const { company, period, payee, plan } = statement;
  const shared = [company.id, period.id, payee.id, payee.name, plan.id, plan.version].map(safeText);
  const row = (id: string, title: string, { exact, currency: of }: Payable): readonly string[] => {
    return [...shared, safeText(id), safeText(title), moneyText(exact, of), of];
  };
  const paid = statement.paidIn?.payment;
  return [
    ...statement.lines.map(({ id, title, payout }) => row(id, title, payout)),
    // What payroll pays, where that is not in the plan's currency.
    ...(paid ? [row('paid', `Paid in ${paid.currency}`, paid)] : []),
  ];
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
