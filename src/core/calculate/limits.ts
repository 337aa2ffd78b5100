// The plan's total and its cap. What the cap cuts off is a line of its own, so that the lines of a
// statement always add up to the payment. In: payouts. Out: total, cap and cut as cells.

import { minorDigits } from '../currency.ts';
import { ZERO } from '../exact-number.ts';
import {
  add,
  constant,
  type Formula,
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
}

export function totalCells(
  sheet: PlanSheet,
  payouts: readonly Formula[],
  variant: Variant,
): TotalCells {
  const cell = (step: string, label: string, formula: Formula): Formula =>
    sheet.cell(
      {
        id: `${variant.prefix}plan.${step}`,
        label: `${label}${variant.wording}`,
        unit: 'money',
        path: ['planCap'],
      },
      formula,
    );
  const sum = cell(
    'sum',
    'Sum of the components',
    payouts.length > 0 ? add(...payouts) : constant(ZERO, 'money'),
  );
  const { planCap, rounding, currency } = sheet.plan;
  if (!planCap) return { total: cell('total', 'Payment', sum) };
  const limit: Formula =
    'money' in planCap
      ? constant(planCap.money, 'money')
      : multiply(sheet.targetIncentive('period'), constant(planCap.ofTarget, 'ratio'));
  const cap = cell('cap', 'Plan cap', {
    op: 'round',
    of: limit,
    places: minorDigits(currency),
    mode: rounding,
  });
  const cut = cell(
    'cut',
    'Cut by the plan cap',
    minimum(constant(ZERO, 'money'), subtract(cap, sum)),
  );
  return { total: cell('total', 'Payment', add(sum, cut)), cut, cap };
}
