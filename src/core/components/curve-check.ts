// Checks of a payout curve inside a component: rows in order, ends stated, figures in the right
// unit. In: a curve and what it runs on. Out: findings at the faulty rows.

import type { Curve } from '../curves/kinds.ts';
import { curveFaults, curveRows, curveRowsField } from '../curves/kinds.ts';
import type { CheckContext } from './component-kind.ts';

/** `percent` for curves over an attainment or score, `plain` for tiers over money. */
export function checkCurve(
  curve: Curve,
  runsOn: 'percent' | 'plain',
  context: Pick<CheckContext, 'report'>,
): void {
  const rows = curveRowsField(curve);
  for (const fault of curveFaults(curve)) {
    context.report(fault.code, ['curve', rows, fault.row], fault.what, fault.remedy);
  }
  curveRows(curve).forEach((row, index) => {
    const isZero = row.at.number.eq('0');
    if (!isZero && row.at.isPercent !== (runsOn === 'percent')) {
      const what =
        runsOn === 'percent'
          ? 'this row starts at a plain number, and the curve runs on a percentage'
          : 'this row starts at a percentage, and the tiers run on money';
      const remedy = runsOn === 'percent' ? 'write a percentage, such as `70%`' : 'write money';
      context.report('plan/unit-mismatch', ['curve', rows, index], what, remedy);
    }
    if (!row.pays.isPercent && !row.pays.number.eq('0')) {
      context.report(
        'plan/unit-mismatch',
        ['curve', rows, index],
        'what this row pays is written without a percent sign',
        'write it like `100%`',
      );
    }
  });
}
