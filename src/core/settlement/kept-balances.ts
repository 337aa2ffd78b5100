// Which balances a plan carries from period to period, and so from year to year: an assignment may
// state what they stood at before the year. In: a plan. Out: ids of balances.

import type { Plan } from '../plan/plan.ts';

export function keptBalances({ draw, negativePayment }: Plan): readonly string[] {
  return [
    ...(draw?.kind === 'recoverable' ? ['draw'] : []),
    ...(negativePayment === 'carry' ? ['carryforward'] : []),
  ];
}
