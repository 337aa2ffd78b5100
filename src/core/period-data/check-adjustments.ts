// Checks that every adjustment can be paid as it stands: to somebody who is paid for the period, in
// whole minor units, approved by another person. In: the rows, who is assigned, the currency.
// Out: findings at the rows' cells.

import { readPeriod } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import { checkMinorUnits } from './check-minor-units.ts';
import { type Adjustment, overlaps, type PeriodData } from './period-data.ts';
import type { TableFindings } from './table-findings.ts';

export function checkAdjustments(
  { adjustments, assignments, people }: PeriodData,
  { calendar, currency }: Company,
  findings: TableFindings,
): void {
  for (const adjustment of adjustments) {
    const { payee, amount, placeOf } = adjustment;
    checkApprover(adjustment, findings);
    checkMinorUnits(amount, currency, () => placeOf('amount'), findings);
    const period = readPeriod(adjustment.period, calendar);
    const isPaid = (each: PeriodData['assignments'][number]): boolean =>
      each.payee === payee && period !== undefined && overlaps(each, period);
    // What is no period or nobody known is said already.
    if (!period || !people.has(payee) || assignments.some(isPaid)) continue;
    const what = `\`${payee}\` has no assignment in ${period.id}, so nothing is paid there`;
    const remedy = 'move it to a period in which the payee is paid, or correct the payee';
    findings.reportAt('adjustments/not-assigned', placeOf('payee'), what, remedy);
  }
}

function checkApprover({ payee, approver, placeOf }: Adjustment, findings: TableFindings): void {
  if (approver !== payee) return;
  const what = `\`${payee}\` approved an adjustment of their own pay`;
  const remedy = 'name the other person who approved it';
  findings.reportAt('adjustments/own-approver', placeOf('approver'), what, remedy);
}
