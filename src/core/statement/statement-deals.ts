// The deals of a statement: what each shows, what it counted for, which rules decided about it, and
// why. In: nothing. Out: types. Source: ENGINE.md section 8.

import type { Exact } from '../exact-number.ts';
import type { RuleGives } from '../rules/deal-rule.ts';
import type { Datum, Unit } from '../worksheet/operations.ts';

/** The period's deals: what each shows, and what it counted for. */
export interface StatementDeals {
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    readonly unit: Unit;
  }[];
  /** Measures with a credited figure, in the order of the plan. */
  readonly credited: readonly {
    readonly measure: string;
    readonly label: string;
    readonly unit: Unit;
  }[];
  /** Components with rules per deal, in the order of the plan. */
  readonly ruled: readonly {
    readonly component: string;
    readonly label: string;
    readonly gives: RuleGives;
  }[];
  readonly rows: readonly StatementDeal[];
}

export interface StatementDeal {
  readonly id: string;
  /** In the order of the columns. */
  readonly shown: readonly Datum[];
  /** In the order of `credited`. */
  readonly credits: readonly DealCredit[];
  /** In the order of `ruled`; nothing where the deal does not count. */
  readonly rulings: readonly (DealRuling | undefined)[];
}

/** What a component's rules gave a deal. */
export interface DealRuling {
  readonly figure: Exact;
  /** Why: the rule's condition, in the plan's words. */
  readonly reason: string;
  /** What the deal earned by it, unrounded; where each deal earns its own. */
  readonly earned?: Exact;
}

export interface DealCredit {
  readonly counts: boolean;
  /** The payee's share of the deal. */
  readonly share: Exact;
  /** The payee's part of what the deal pays, where that is another than the share. */
  readonly payout?: Exact;
  /** Percentage by the crediting rule. */
  readonly credit: Exact;
  /** Credited figure: deal figure x credit x share. */
  readonly credited: Exact;
  /** The crediting rule that matched, or the condition that the deal does not meet. */
  readonly reason: string;
}
