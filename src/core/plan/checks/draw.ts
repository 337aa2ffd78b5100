// A draw is an amount above zero that lasts some time; a recoverable one says what becomes of its
// balance when it ends. In: the draft of a plan. Out: findings.

import { isWritten } from '../../document/fields.ts';
import type { Findings } from '../../document/findings.ts';
import { exactText, ZERO } from '../../exact-number.ts';
import type { Draw } from '../document.ts';
import type { PlanCheck } from '../draft.ts';

export const checkDraw: PlanCheck = ({ header: { draw } }, findings) => {
  if (!draw) return;
  if (draw.perPeriod.lte(ZERO)) {
    const what = `a draw of \`${exactText(draw.perPeriod)}\` guarantees nothing`;
    findings.report('plan/limit', ['draw', 'perPeriod'], what, 'write money above zero');
  }
  if (draw.lasts && Object.values(draw.lasts).includes(0)) {
    const what = 'a draw of no time guarantees nothing';
    findings.report('plan/limit', ['draw', 'lasts'], what, 'write a number above zero');
  }
  checkEnd(draw, findings);
};

function checkEnd({ kind }: Draw, findings: Findings): void {
  const isStated = isWritten(findings.document.root, ['draw'], 'atEnd');
  if (isStated === (kind === 'recoverable')) return;
  if (isStated) {
    const what = 'what a non-recoverable draw adds is kept, so nothing is open at its end';
    findings.report('draw/no-recovery-rule', ['draw', 'atEnd'], what, 'remove it');
    return;
  }
  const what = 'nothing says what of the draw is still owed when it ends, or the payee leaves';
  const remedy = 'add `atEnd: owe` (taken back from later earnings) or `atEnd: forgive`';
  findings.report('draw/no-recovery-rule', ['draw', 'kind'], what, remedy);
}
