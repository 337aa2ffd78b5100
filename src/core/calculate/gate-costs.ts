// What gates cost: the payment without a gate minus the payment with it, everything else being the
// same. In: what is paid with all gates in force. Out: a cost for each gate, and for all together.
// Source: ENGINE.md section 6.

import type { Earning } from '../components/component-kind.ts';
import type { Component } from '../components/kinds.ts';
import { actsOn } from '../plan/plan.ts';
import { type Formula, subtract } from '../worksheet/operations.ts';
import { payableNow } from './deferral.ts';
import type { GateCells } from './gates.ts';
import { totalCells } from './limits.ts';
import { payoutCells, type Variant } from './payout.ts';
import type { PlanSheet } from './plan-sheet.ts';

interface PaidComponent {
  readonly component: Component;
  readonly index: number;
  readonly earning?: Earning;
  readonly payout: Formula;
}

/** What is paid with all gates in force. */
export interface Paid {
  readonly paid: readonly PaidComponent[];
  readonly total: Formula;
}

export function gateCost(
  sheet: PlanSheet,
  without: GateCells,
  gates: readonly GateCells[],
  paidFor: Paid,
): Formula | undefined {
  const { gate, met } = without;
  if (!met) return undefined;
  const variant = { prefix: `without.${gate.id}.`, wording: ` without ${gate.title}` };
  const others = gates.filter((each) => each !== without);
  const totalWithout = totalUnder(sheet, [without], others, paidFor, variant);
  const path = ['gates', sheet.plan.gates.indexOf(gate)];
  return sheet.cell(
    { id: `gate.${gate.id}.cost`, label: `${gate.title}: cost`, unit: 'money', path },
    subtract(totalWithout, paidFor.total),
  );
}

/** What all gates cost together: gates on the same pay overlap, so their costs do not add up. */
export function jointCost(
  sheet: PlanSheet,
  gates: readonly GateCells[],
  paidFor: Paid,
): Formula | undefined {
  const judged = gates.filter(({ met }) => met);
  if (judged.length < 2) return undefined;
  const variant = { prefix: 'without-gates.', wording: ' without gates' };
  const totalWithout = totalUnder(sheet, judged, [], paidFor, variant);
  return sheet.cell(
    { id: 'gates.cost', label: 'Cost of all gates together', unit: 'money', path: ['gates'] },
    subtract(totalWithout, paidFor.total),
  );
}

/** The payment if only the gates in force acted; what the removed ones leave alone is reused. */
function totalUnder(
  sheet: PlanSheet,
  removed: readonly GateCells[],
  inForce: readonly GateCells[],
  { paid }: Paid,
  variant: Variant,
): Formula {
  const payouts = paid.map(({ component, index, earning, payout: actual }) => {
    const isMoved = earning && removed.some(({ gate }) => actsOn(gate, component.id));
    const payout = isMoved
      ? payoutCells(sheet, { component, index, earning }, inForce, variant).payout
      : actual;
    return payableNow(sheet, { component, payout }, inForce);
  });
  return totalCells(sheet, payouts, variant).total;
}
