// The lines of a payment, its limits and its balances as plain objects for a JSON file.
// In: a statement's lines. Out: objects whose keys always come in the order written here.

import {
  exactText,
  type HeldDealLine,
  isoDate,
  type StatementBalance,
  type StatementLimit,
  type StatementLine,
} from '../core/index.ts';
import { given, paid } from './json-figures.ts';

export function lineJson({ id, title, payout, adjustment, takenBack, heldFor }: StatementLine) {
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
    ...given('heldFor', heldFor, (all) => all.map(heldJson)),
  };
}

function heldJson({ deal, on }: HeldDealLine) {
  return { deal, ...given('on', on, isoDate) };
}

export function balanceJson(balance: StatementBalance) {
  const { id, title, before, after, forfeited, forfeitedFor, forgiven } = balance;
  return {
    id,
    title,
    before: paid(before),
    after: paid(after),
    ...given('forfeited', forfeited, paid),
    ...given('forfeitedFor', forfeitedFor, (all) => all.map(heldJson)),
    ...given('forgiven', forgiven, paid),
  };
}

export function limitJson({ id, title, kind, over, limit, adds }: StatementLimit) {
  return { id, title, kind, over, ...given('limit', limit, paid), adds: paid(adds) };
}
