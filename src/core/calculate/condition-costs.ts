// What gates and links cost: the payment without one minus the payment with it, everything else
// being the same; and all of them together, since those on the same pay overlap.
// In: the conditions, and what every component earned. Out: cells. Source: ENGINE.md section 6.

import { actsOn } from '../plan/plan.ts';
import { type Formula, subtract } from '../worksheet/operations.ts';
import { type Condition, isInForce } from './condition.ts';
import { payableNow } from './deferral.ts';
import { totalCells } from './limits.ts';
import { type EarnedComponent, type PayoutCells, payoutCells, type Variant } from './payout.ts';
import type { PlanSheet } from './plan-sheet.ts';

/** A component with its payout; one that is not due yet has earned nothing. */
export type PaidComponent = Omit<EarnedComponent, 'earning'> &
  Partial<Pick<EarnedComponent, 'earning'>> &
  PayoutCells;

export class ConditionCosts {
  readonly #sheet: PlanSheet;
  readonly #conditions: readonly Condition[];
  readonly #paid: readonly PaidComponent[];
  readonly #total: Formula;

  constructor(
    sheet: PlanSheet,
    conditions: readonly Condition[],
    paid: readonly PaidComponent[],
    total: Formula,
  ) {
    this.#sheet = sheet;
    this.#conditions = conditions;
    this.#paid = paid;
    this.#total = total;
  }

  /** Of one condition; none while it is not judged. */
  of(without: Condition): Formula | undefined {
    if (!isInForce(without)) return undefined;
    const { id, key, title, path } = without;
    const variant = { prefix: `without.${key}.`, wording: ` without ${title}` };
    const others = this.#conditions.filter((each) => each !== without);
    const totalWithout = this.#totalUnder([without], others, variant);
    return this.#sheet.cell(
      { id: `${id}.cost`, label: `${title}: cost`, unit: 'money', path },
      subtract(totalWithout, this.#total),
    );
  }

  /** Of all together, where there are several. */
  joint(): Formula | undefined {
    const judged = this.#conditions.filter(isInForce);
    if (judged.length < 2) return undefined;
    const variant = { prefix: 'without-gates.', wording: ' without gates' };
    const totalWithout = this.#totalUnder(judged, [], variant);
    return this.#sheet.cell(
      { id: 'gates.cost', label: 'Cost of all gates together', unit: 'money', path: ['gates'] },
      subtract(totalWithout, this.#total),
    );
  }

  /** The payment if only those in force acted; what the removed ones leave alone is reused. */
  #totalUnder(
    removed: readonly Condition[],
    inForce: readonly Condition[],
    variant: Variant,
  ): Formula {
    const payouts = this.#paid.map(({ component, index, earning, payout: actual }) => {
      const isMoved = earning && removed.some((each) => actsOn(each, component.id));
      const payout = isMoved
        ? payoutCells(this.#sheet, { component, index, earning }, inForce, variant).payout
        : actual;
      return payableNow({ component, payout }, inForce);
    });
    return totalCells(this.#sheet, payouts, variant).total;
  }
}
