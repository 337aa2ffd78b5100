// The company's pools: each has an id of its own and money that can be paid.
// In: the pools as read. Out: findings at the pools.

import type { Findings } from '../document/findings.ts';
import { checkPoolMoney } from '../plan/checks/pool-money.ts';
import type { CompanyPool } from './document.ts';

export function checkPools(
  findings: Findings,
  pools: readonly CompanyPool[],
  currency: string | undefined,
): void {
  pools.forEach(({ id, money }, index) => {
    if (currency) checkPoolMoney(money, currency, ['pools', index, 'money'], findings);
    if (pools.findIndex((each) => each.id === id) === index) return;
    const what = `the id \`${id}\` is used twice`;
    findings.report('plan/duplicate-id', ['pools', index, 'id'], what, 'give each pool its own id');
  });
}
