// A clawback takes a part of what was paid, and its schedule goes on in time.
// In: the draft of a plan. Out: findings at its rows.

import type { Findings } from '../../document/findings.ts';
import { percentText } from '../../document/leaves.ts';
import { type Exact, ONE, ZERO } from '../../exact-number.ts';
import type { DocumentPath } from '../../source.ts';
import type { PlanCheck } from '../draft.ts';

export const checkClawback: PlanCheck = (draft, findings) => {
  const { takes } = draft.clawback ?? {};
  if (!takes) return;
  if (!('schedule' in takes)) checkShare(takes, ['clawback', 'takes'], findings);
  else {
    const path = ['clawback', 'takes', 'schedule'];
    takes.schedule.forEach(({ withinDays, share }, index) => {
      checkShare(share, [...path, index, 'share'], findings);
      const before = takes.schedule[index - 1];
      if (!before || before.withinDays < withinDays) return;
      const what = `\`${withinDays}\` days come after \`${before.withinDays}\``;
      const place = [...path, index, 'withinDays'];
      findings.report(
        'clawback/schedule',
        place,
        what,
        'write the rows in the order of their days',
      );
    });
  }
};

function checkShare(share: Exact, path: DocumentPath, findings: Findings): void {
  if (share.gt(ZERO) && share.lte(ONE)) return;
  const what = `${percentText(share)} of what was paid cannot be taken back`;
  findings.report('clawback/schedule', path, what, 'write more than 0%, up to 100%');
}
