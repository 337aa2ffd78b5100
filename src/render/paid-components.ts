// The components that the year's periods paid, each once: plans may change between periods, and
// the components with them. In: what the periods paid. Out: ids with titles, in order of time.

import type { Exact, Statement } from '../core/index.ts';

export interface PaidComponent {
  readonly component: string;
  readonly title: string;
}

export function paidComponents({ yearToDate }: Statement): readonly PaidComponent[] {
  const titles = new Map<string, string>();
  for (const { component, title } of yearToDate.flatMap(({ payouts }) => payouts)) {
    titles.set(component, title);
  }
  return [...titles].map(([component, title]) => ({ component, title }));
}

/** What limits and settlement made of payouts: the payment less what the components paid. */
export function beyondComponents(
  payouts: readonly { readonly payout: { readonly exact: Exact } }[],
  payment: Exact,
): Exact {
  return payouts.reduce((rest, { payout }) => rest.minus(payout.exact), payment);
}
