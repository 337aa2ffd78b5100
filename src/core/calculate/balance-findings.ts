// Balances that a payee brings into a period and that its plan has no rule for: they are neither
// paid nor taken, and carried on without a word. In: a payee's calculation. Out: warnings.

import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { type Exact, exactText, sumOf } from '../exact-number.ts';
import type { PayeeCalculation } from './calculate.ts';

export function balanceFindings({
  compiled,
  balances,
  held,
  payee,
}: PayeeCalculation): readonly Diagnostic[] {
  const { plan, settlement } = compiled;
  const settled = settlement.balances.map(({ id }) => id);
  const isSettled = (key: string): boolean =>
    settled.some((id) => key === id || key.startsWith(`${id}.`));
  const byDeals = [...held].map(([id, { before }]) => [id, before] as const);
  const brought = [...byDeals, ...[...balances].filter(([key]) => !held.has(key))];
  const left = brought.filter(([key, money]) => !(money.isZero || isSettled(key)));
  // What a hold kept is stated by period: `retention.2026-Q1`.
  const byName = Map.groupBy(left, ([key]) => key.replace(/\.\d{4}[^.]*$/, ''));
  return [...byName].map(([name, parts]) => {
    const whole: Exact = sumOf(parts.map(([, money]) => money));
    const what =
      `\`${payee.id}\` brings ${exactText(whole)} ${plan.currency} of \`${name}\`, and plan ` +
      `\`${plan.id}\` has no rule for it`;
    const remedy =
      'give that plan the same draw, hold, gate or `negativePayment: carry`, or settle it by an ' +
      'adjustment';
    return diagnose('calculation/balance-left', plan.placeOf(['plan']), what, remedy);
  });
}
