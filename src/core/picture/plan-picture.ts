// The picture of a plan: what each component's curve pays, and what whole years cost at rising
// attainments, with exact figures and no text about any number. In: nothing. Out: types.

import type { ComponentKindName } from '../components/kinds.ts';
import type { Exact } from '../exact-number.ts';
import type { LetterComponent } from '../letter/letter.ts';
import type { Plan } from '../plan/plan.ts';
import type { Bookings } from './yearly-bookings.ts';

export interface PlanPicture {
  readonly company: { readonly id: string; readonly name: string };
  readonly locale: string;
  readonly plan: Plan;
  /** Whose annual figures it stands on; round ones where there is nobody. */
  readonly payees: readonly { readonly id: string; readonly name: string }[];
  /** Annual, of all payees together. */
  readonly targetIncentive: Exact;
  readonly components: readonly PicturedComponent[];
  readonly costs: readonly CostAt[];
  /** What its cost can be held against: absent where nobody is on it, or no quota is in money. */
  readonly bookings?: Bookings;
}

export interface PicturedComponent
  extends Pick<LetterComponent, 'id' | 'argument' | 'curve' | 'grid' | 'targetIncentive'> {
  readonly kind: ComponentKindName;
  readonly title: string;
  /** Whether an attainment says what it pays: no pool, spiff or rate by rule is among the costs. */
  readonly isCosted: boolean;
}

/** What a year costs in which everything stands at one attainment. */
export interface CostAt {
  readonly attainment: Exact;
  /** By component, in the order of the plan. */
  readonly payouts: ReadonlyMap<string, Exact>;
  /** With all gates met, after the limits of the plan. */
  readonly paid: Exact;
  /** The same with no gate met. */
  readonly paidUngated: Exact;
}
