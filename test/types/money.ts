// Type proofs, checked by `npm run types`: what must not compile does not compile.

import { exact } from '../../src/core/exact-number.ts';
import { addMoney, money, scaleMoney } from '../../src/core/money.ts';

const dollars = money(exact('1'), 'USD');
const euros = money(exact('1'), 'EUR');

addMoney(dollars, dollars);
scaleMoney(dollars, exact('0.5'));
// @ts-expect-error two currencies do not add without a rate
addMoney(dollars, euros);
// @ts-expect-error money times money has no meaning
scaleMoney(dollars, dollars);
// @ts-expect-error a double is never money
money(0.1, 'USD');
// @ts-expect-error money is not a plain number
dollars + 1;
