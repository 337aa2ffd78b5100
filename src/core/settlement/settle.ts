// From what was earned to what payroll pays. The order of the steps stands here and nowhere else;
// each adds lines to what is due so far, so that the lines always add up to the payment.
// In: what was earned, after limits. Out: lines, balances and the payment. Source: ENGINE.md, 7.

import type { PlanSheet } from '../calculate/plan-sheet.ts';
import { add, type Formula } from '../worksheet/operations.ts';
import { adjustmentStep } from './adjustments.ts';
import { carryforwardStep } from './carryforward.ts';
import { clawbackStep } from './clawback.ts';
import { deferStep } from './defer.ts';
import { drawStep } from './draw.ts';
import { holdStep } from './hold.ts';
import type { ComponentPay, Settled, SettlementStep, Settling } from './step.ts';

const settlementSteps: readonly SettlementStep[] = [
  clawbackStep,
  deferStep,
  holdStep,
  drawStep,
  adjustmentStep,
  carryforwardStep,
];

export interface Settlement extends Settled {
  readonly payment: Formula;
}

/** What a step changed of what the next ones start from. */
function moved({ payable, payableTotal, uncovered }: Settled): Partial<Settling> {
  return {
    ...(payable && { payable }),
    ...(payableTotal && { payableTotal }),
    ...(uncovered && { uncovered }),
  };
}

export function settlementCells(
  sheet: PlanSheet,
  earned: Formula,
  payouts: readonly ComponentPay[],
  lastSegment: PlanSheet,
): Settlement {
  let settling: Settling = { lastSegment, due: earned, payable: payouts, payableTotal: earned };
  const settled: Settled[] = [];
  for (const step of settlementSteps) {
    const found = step(sheet, settling);
    if (!found) continue;
    settled.push(found);
    const due = add(settling.due, ...found.lines.map(({ adds }) => adds));
    settling = { ...settling, ...moved(found), due };
  }
  const lines = settled.flatMap((each) => each.lines);
  const payment = sheet.cell(
    { id: 'plan.total', label: 'Payment', unit: 'money', path: ['plan'] },
    add(earned, ...lines.map(({ adds }) => adds)),
  );
  return { lines, balances: settled.flatMap(({ balances }) => balances), payment };
}
