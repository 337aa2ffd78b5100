// A draw is an amount above zero; whether it is taken back is asked for by the schema itself.
// In: the draft of a plan. Out: a finding at the amount.

import { exactText, ZERO } from '../../exact-number.ts';
import type { PlanCheck } from '../draft.ts';

export const checkDraw: PlanCheck = ({ header: { draw } }, findings) => {
  if (!draw || draw.perPeriod.gt(ZERO)) return;
  const what = `a draw of \`${exactText(draw.perPeriod)}\` guarantees nothing`;
  findings.report('plan/limit', ['draw', 'perPeriod'], what, 'write money above zero');
};
