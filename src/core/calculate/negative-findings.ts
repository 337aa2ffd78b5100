// A payment below zero under a plan that does not say what that means.
// In: the values of a payee's worksheet. Out: a finding, unless the plan states a rule.

import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { type Exact, exactText, ZERO } from '../exact-number.ts';
import type { Values } from '../worksheet/exact.ts';
import type { CompiledPlan } from './compile.ts';
import { periodOf } from './timeframe.ts';

export function negativeFindings(
  { plan, timeframe, total }: CompiledPlan,
  values: Values,
  payee: string,
): readonly Diagnostic[] {
  const payment = values.cells.get(total) as Exact;
  if (plan.negativePayment || payment.gte(ZERO)) return [];
  const { id } = periodOf(timeframe);
  const what =
    `the payment of \`${payee}\` for ${id} is ${exactText(payment)} ${plan.currency}, and plan ` +
    `\`${plan.id}\` does not say what a payment below zero means`;
  const remedy =
    'add `negativePayment: carry` (taken from the next payments) or `negativePayment: pay-back`';
  return [diagnose('calculation/negative-payment', plan.placeOf(['plan']), what, remedy)];
}
