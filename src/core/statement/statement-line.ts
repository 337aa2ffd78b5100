// The lines that a payment adds up from, and the balances that stand behind some of them.
// In: nothing. Out: types; their figures are exact, as all of a statement.

import type { DayNumber } from '../calendar.ts';
import type { Exact } from '../exact-number.ts';
import type { Money } from '../money.ts';
import type { FigureCells } from './statement.ts';

/** One line of the payment: a component, what a limit cut, or a step of the settlement. */
export interface StatementLine {
  readonly id: string;
  readonly title: string;
  readonly payout: Money;
  /** The worksheet's cell that the payout was read from; none where it is a row of a table. */
  readonly cell?: string;
  /** The component that it pays, in whichever segment. */
  readonly component?: string;
  readonly adjustment?: { readonly reason: string; readonly approver: string };
  /** Deals whose pay it takes back, those of one day and share together. */
  readonly takenBack?: readonly {
    readonly deals: readonly string[];
    readonly on: DayNumber;
    readonly share: Exact;
    readonly paid: Money;
  }[];
  /** Deals that a hold keeps pay for, or released it for. */
  readonly heldFor?: readonly HeldDealLine[];
}

/** A deal behind a line of a hold; with the day of the event that ended the hold for it. */
export interface HeldDealLine {
  readonly deal: string;
  readonly on?: DayNumber;
}

export interface StatementBalance {
  readonly id: string;
  readonly title: string;
  readonly before: Money;
  readonly after: Money;
  /** What of it ended in this period without being paid. */
  readonly forfeited?: Money;
  /** Deals for which it ended so, where their events end it. */
  readonly forfeitedFor?: readonly HeldDealLine[];
  /** What of it ended in this period without being taken back. */
  readonly forgiven?: Money;
  readonly cells: FigureCells<'before' | 'after'>;
}
