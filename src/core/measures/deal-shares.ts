// The attributes of a deal that depend on who looks: the payee's share of its credit and, where
// deals are paid by other parts than they are credited, of its payout. In: how a measure looks at
// deals. Out: names of attributes, and the part of a deal's money that is the payee's.
// Source: ENGINE.md sections 3 and 5.

import { ZERO } from '../exact-number.ts';
import {
  choose,
  constant,
  divide,
  type Formula,
  known,
  multiply,
  subtract,
} from '../worksheet/operations.ts';
import type { DealScope, TeamCounts } from './document.ts';

/**
 * What a measure looks at in a deal: whose it is, on which of its dates. Who is in the team depends
 * on the day, and measures look at different days of a deal.
 */
export interface DealLook {
  readonly deals: DealScope;
  readonly sharedDeals: TeamCounts;
  readonly date: string;
}

/** The payee's share of a deal's credit. */
export function shareAttribute(look: DealLook): string {
  return `share.${lookName(look)}`;
}

/** The payee's part of a deal's payout; of one split by itself, the parts before and up to it. */
export const payoutAttribute = {
  part: (look: DealLook) => `payout.${lookName(look)}`,
  before: (look: DealLook) => `payoutBefore.${lookName(look)}`,
  upTo: (look: DealLook) => `payoutUpTo.${lookName(look)}`,
};

function lookName({ deals, sharedDeals, date }: DealLook): string {
  return `${deals}${sharedDeals === 'each' ? '-each' : ''}.${date}`;
}

const LABELS: Readonly<Record<string, string>> = {
  share: 'Share of the deal',
  payout: 'Part of the payout',
  payoutBefore: 'Parts of the payout before',
  payoutUpTo: 'Parts of the payout up to this',
};
const NAME = /^(?:segment-(?<part>\d+)\.)?(?<what>\w+)\.(?<whose>\w+)(?<each>-each)?\.(?<date>.+)$/;

/** What a reader calls such an attribute; undefined for what the deal itself says. */
export function shareLabel(
  name: string,
  labelOf: (attribute: string) => string | undefined,
): string | undefined {
  const { part, what = '', whose = '', each, date = '' } = NAME.exec(name)?.groups ?? {};
  const label = LABELS[what];
  if (label === undefined) return undefined;
  const counts = each === undefined ? '' : ', for each of them';
  const when = part === undefined ? '' : `, part ${part} of the period`;
  return `${label}: ${whose}${counts}, by ${labelOf(date) ?? date}${when}`;
}

/** The formulas that read what of a deal is the payee's. */
export interface DealParts {
  readonly share: Formula;
  readonly part: Formula;
  readonly before: Formula;
  readonly upTo: Formula;
}

/**
 * Of money at the rate of what was credited, the part that is paid. A payout split by itself is
 * shared out in whole cents that add up to it: each gets what the parts up to theirs come to,
 * rounded, less what those before come to; so the odd cents go by the order of payees' ids.
 */
export function paidPart(
  money: Formula,
  { share, part, before, upTo }: DealParts,
  rounded: ((money: Formula) => Formula) | undefined,
): Formula {
  const paid = (of: Formula): Formula =>
    divide(multiply(money, of), share, constant(ZERO, 'money'));
  if (!rounded) return paid(part);
  const whole = (of: Formula): Formula => rounded(paid(of));
  return choose(known(before), subtract(whole(upTo), whole(before)), paid(part));
}
