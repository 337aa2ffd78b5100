// Adjustments: money that a person adds or takes, with a reason and an approver; each is a line of
// the statement. In: nothing of the plan, they come with the data. Out: their sum as one cell.
// Source: ENGINE.md section 7.

import type { SettlementStep } from './step.ts';

/** Id of the line that a statement shows adjustment by adjustment. */
export const ADJUSTMENTS_LINE = 'adjustments';

export const adjustmentStep: SettlementStep = (sheet) => {
  const adds = sheet.input(
    { id: 'plan.adjustments', label: 'Adjustments', unit: 'money', path: ['plan'] },
    { from: 'adjustments' },
  );
  return { lines: [{ id: ADJUSTMENTS_LINE, title: 'Adjustments', adds }], balances: [] };
};
