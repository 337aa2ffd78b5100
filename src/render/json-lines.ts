// The lines of a payment, its limits and its balances as plain objects for a JSON file.
// In: a statement's lines. Out: objects whose keys always come in the order written here.

import {
  exactText,
  isoDate,
  type StatementBalance,
  type StatementLimit,
  type StatementLine,
} from '../core/index.ts';
import { given, paid } from './json-figures.ts';

export function lineJson({ id, title, payout, adjustment, takenBack }: StatementLine) {
  return {
    id,
    title,
    payout: paid(payout),
    ...adjustment,
    ...given('takenBack', takenBack, (all) =>
      all.map(({ deals, on, share, paid: before }) => ({
        deals: [...deals],
        on: isoDate(on),
        share: exactText(share),
        paid: paid(before),
      })),
    ),
  };
}

export function balanceJson(balance: StatementBalance) {
  const { id, title, before, after, forfeited, forgiven } = balance;
  return {
    id,
    title,
    before: paid(before),
    after: paid(after),
    ...given('forfeited', forfeited, paid),
    ...given('forgiven', forgiven, paid),
  };
}

export function limitJson({ id, title, kind, over, limit, adds }: StatementLimit) {
  return { id, title, kind, over, ...given('limit', limit, paid), adds: paid(adds) };
}
