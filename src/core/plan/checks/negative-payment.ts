// A plan that takes pay back may leave a payment below zero: it says what happens then.
// In: the draft of a plan. Out: a finding where pay is first taken back.

import { isWritten } from '../../document/fields.ts';
import type { DocumentPath } from '../../source.ts';
import type { PlanCheck, PlanDraft } from '../draft.ts';

export const checkNegativePayment: PlanCheck = (draft, findings) => {
  const [taking] = takingBack(draft);
  if (!taking || isWritten(findings.document.root, [], 'negativePayment')) return;
  findings.report(
    'plan/negative-payment',
    taking,
    'this can take back more than is due, and nothing says what a payment below zero means',
    'add `negativePayment: carry` (taken from the next payments) or `negativePayment: pay-back`',
  );
};

/** Where the plan takes back what was paid. */
function takingBack({ components, header }: PlanDraft): readonly DocumentPath[] {
  const recovering = components.filter(({ fields }) => fields.negativeTrueUp === 'recover');
  return [
    ...(header.clawback ? [['clawback']] : []),
    ...recovering.map(({ path }) => [...path, 'negativeTrueUp']),
  ];
}
