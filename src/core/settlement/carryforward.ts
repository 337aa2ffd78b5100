// What happens when more is taken than is due: the plan says whether what is missing is carried to
// the next payments, or stated as a negative payment that the payee pays back.
// In: what is due after all other steps. Out: what is brought and carried, and the balance.
// Source: ENGINE.md section 7.

import { add, type Formula, maximum, NO_MONEY, subtract } from '../worksheet/operations.ts';
import type { SettlementStep } from './step.ts';

const CARRYFORWARD = 'carryforward';

export const carryforwardStep: SettlementStep = (sheet, { due }) => {
  if (sheet.plan.negativePayment !== 'carry') return undefined;
  const path = ['negativePayment'];
  const before = sheet.balanceBefore(CARRYFORWARD, 'Carried from earlier periods', path);
  const cell = (step: string, label: string, formula: Formula): Formula =>
    sheet.cell({ id: `${CARRYFORWARD}.${step}`, label, unit: 'money', path }, formula);
  const brought = cell('brought', 'Taken for earlier periods', subtract(NO_MONEY, before));
  const missing = subtract(NO_MONEY, add(due, brought));
  const after = cell('balanceAfter', 'Carried to the next period', maximum(NO_MONEY, missing));
  return {
    lines: [
      { id: 'brought', title: 'Carried from earlier periods', adds: brought },
      { id: 'carried', title: 'Carried to the next period', adds: after },
    ],
    balances: [{ id: CARRYFORWARD, title: 'Carryforward', before, after }],
  };
};
