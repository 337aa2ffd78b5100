// A plan pays in the currency of its company: amounts of two currencies do not meet without a dated
// rate. In: the draft and the company. Out: a finding at the plan's currency.

import type { PlanCheck } from '../draft.ts';

export const checkCurrency: PlanCheck = ({ header, company }, findings) => {
  const { currency } = header;
  if (currency === undefined || !company || currency === company.currency) return;
  findings.report(
    'plan/currency',
    ['currency'],
    `the plan pays in ${currency}, and the company’s figures are in ${company.currency}`,
    `write \`${company.currency}\`, or leave \`currency\` out`,
  );
};
