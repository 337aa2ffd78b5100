// The money of a pool is above zero and in whole minor units, so that it can be shared to the cent.
// In: the money and its place. Out: findings.

import { minorDigits } from '../../currency.ts';
import type { Findings } from '../../document/findings.ts';
import { type Exact, exactText, ZERO } from '../../exact-number.ts';
import type { DocumentPath } from '../../source.ts';

export function checkPoolMoney(
  money: Exact,
  currency: string,
  path: DocumentPath,
  findings: Findings,
): void {
  const shown = exactText(money);
  const places = minorDigits(currency);
  if (money.lte(ZERO)) {
    const what = `a pool of \`${shown}\` has nothing to share`;
    findings.report('plan/limit', path, what, 'write money above zero');
  } else if (!money.eq(money.round(places))) {
    const what = `\`${shown}\` has more than ${places} digits after the point`;
    const remedy = `write an amount that can be paid in ${currency}`;
    findings.report('data/minor-units', path, what, remedy);
  }
}
