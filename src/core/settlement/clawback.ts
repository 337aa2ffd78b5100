// Clawbacks: pay for deals that are taken back, posted in the period of the event. What was paid
// for them is known from outside the worksheet, by calculating what would have been paid without
// them. In: that sum. Out: a line that takes it, rounded once. Source: ENGINE.md section 7.

import { NO_MONEY, subtract } from '../worksheet/operations.ts';
import type { SettlementStep } from './step.ts';

/** Id of the line that a statement shows with the deals behind it. */
export const CLAWBACK_LINE = 'clawback';

export const clawbackStep: SettlementStep = (sheet) => {
  if (!sheet.plan.clawback) return undefined;
  const path = ['clawback'];
  const named = (step: string, label: string) =>
    ({ id: `${CLAWBACK_LINE}.${step}`, label, unit: 'money', path }) as const;
  const due = sheet.input(named('due', 'Share of what was paid for deals taken back'), {
    from: 'takenBack',
  });
  const takes = sheet.cell(named('takes', 'Clawback'), sheet.rounded(due));
  const adds = sheet.cell(named('taken', 'Taken back'), subtract(NO_MONEY, takes));
  return {
    lines: [{ id: CLAWBACK_LINE, title: 'Clawback', adds }],
    balances: [],
    uncovered: takes,
  };
};
