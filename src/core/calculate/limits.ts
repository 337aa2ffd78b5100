// What a plan's components earn together, and its limits. What the plan cap cuts off, and what is
// not taken back because it was never paid, are lines of their own, so that lines always add up.
// In: payouts. Out: total, cap, cut and what is kept as cells. Source: ENGINE.md sections 6 and 7.

import { minorDigits } from '../currency.ts';
import { ZERO } from '../exact-number.ts';
import {
  add,
  constant,
  type Formula,
  maximum,
  minimum,
  multiply,
  subtract,
} from '../worksheet/operations.ts';
import type { Variant } from './payout.ts';
import type { PlanSheet } from './plan-sheet.ts';

export interface TotalCells {
  readonly total: Formula;
  readonly cut?: Formula;
  readonly cap?: Formula;
  readonly kept?: Formula;
}

export function totalCells(
  sheet: PlanSheet,
  payouts: readonly Formula[],
  variant: Variant,
): TotalCells {
  const cells = new LimitCells(sheet, variant);
  const sum = cells.add(
    'sum',
    'Sum of the components',
    'components',
    payouts.length > 0 ? add(...payouts) : constant(ZERO, 'money'),
  );
  const capped = cells.capped(sum);
  const kept = cells.notTakenBack(capped.cut ? add(sum, capped.cut) : sum);
  const lines = [sum, ...(capped.cut ? [capped.cut] : []), ...(kept ? [kept] : [])];
  const whole = lines.length > 1 ? add(...lines) : sum;
  return {
    total: cells.add('earned', 'Earned', 'planCap', whole),
    ...capped,
    ...(kept && { kept }),
  };
}

export const KEPT_LABEL = 'Not taken back, because it was never paid';

class LimitCells {
  readonly #sheet: PlanSheet;
  readonly #variant: Variant;

  constructor(sheet: PlanSheet, variant: Variant) {
    this.#sheet = sheet;
    this.#variant = variant;
  }

  add(step: string, label: string, field: string, formula: Formula): Formula {
    const id = `${this.#variant.prefix}plan.${step}`;
    const named = `${label}${this.#variant.wording}`;
    return this.#sheet.cell({ id, label: named, unit: 'money', path: [field] }, formula);
  }

  capped(sum: Formula): Pick<TotalCells, 'cap' | 'cut'> {
    const { planCap, rounding, currency } = this.#sheet.plan;
    if (!planCap) return {};
    const limit: Formula =
      'money' in planCap
        ? this.#sheet.limit(planCap.money, 'period')
        : multiply(this.#sheet.targetIncentive('period'), constant(planCap.ofTarget, 'ratio'));
    const places = minorDigits(currency);
    const cap = this.add('cap', 'Plan cap', 'planCap', {
      op: 'round',
      of: limit,
      places,
      mode: rounding,
    });
    const cut = minimum(constant(ZERO, 'money'), subtract(cap, sum));
    return { cap, cut: this.add('cut', 'Cut by the plan cap', 'planCap', cut) };
  }

  /** Recovery takes back what was paid this year and never more: a cap may have cut it before. */
  notTakenBack(due: Formula): Formula | undefined {
    const recovers = this.#sheet.plan.components.some((each) => each.negativeTrueUp === 'recover');
    if (!recovers) return undefined;
    const missing = subtract(constant(ZERO, 'money'), add(due, this.#sheet.paidThisYear()));
    const kept = maximum(constant(ZERO, 'money'), missing);
    return this.add('kept', KEPT_LABEL, 'components', kept);
  }
}
