// What stands beside a line of the payment that is no component, and the balances below the lines.
// In: a line or the statement. Out: sentences; nothing where there is nothing to add.

import { PLAN_CAP_LINE, type Statement, type StatementLine } from '../core/index.ts';
import type { Desk } from './desk.ts';

export function lineAbout(
  { id, adjustment }: StatementLine,
  { planCap }: Statement,
  { format, words }: Desk,
): string {
  if (adjustment) return words.adjusted(adjustment.reason, adjustment.approver);
  return planCap && id === PLAN_CAP_LINE ? words.planCapCut(format.money(planCap.cap)) : '';
}

export function balanceSentences(
  { balances }: Statement,
  { format, words }: Desk,
): readonly string[] {
  return balances.map(({ title, before, after, forfeited }) => {
    const carried = words.balance(title, format.money(before), format.money(after));
    if (!forfeited || forfeited.exact.eq('0')) return carried;
    return `${carried}; ${words.forfeited(format.money(forfeited))}`;
  });
}
