// Holds keep back a part of components that exist, say when it is released, and together never hold
// more than there is. In: the draft of a plan. Out: findings.

import { isWritten } from '../../document/fields.ts';
import type { Findings } from '../../document/findings.ts';
import { percentText } from '../../document/leaves.ts';
import { type Exact, ONE, sumOf, ZERO } from '../../exact-number.ts';
import type { PlanCheck, PlanDraft } from '../draft.ts';
import { checkActsOn } from './acts-on.ts';

type HoldEntry = PlanDraft['holds'][number];

export const checkHolds: PlanCheck = (draft, findings) => {
  for (const { path, fields } of draft.holds) {
    checkActsOn(fields.actsOn, path, findings);
    checkRelease({ path, fields }, findings);
    if (!fields.share || (fields.share.gt(ZERO) && fields.share.lte(ONE))) continue;
    const what = `${percentText(fields.share)} of a payout cannot be held`;
    findings.report('hold/share', [...path, 'share'], what, 'write more than 0%, up to 100%');
  }
  checkTogether(draft, findings);
};

function checkRelease({ path, fields: { release } }: HoldEntry, findings: Findings): void {
  if (!isWritten(findings.document.root, path, 'release')) {
    const what = 'nothing says when what is held is released';
    const remedy = 'add `release: { afterDays: 90 }` or `release: { afterPeriods: 1 }`';
    findings.report('hold/no-release', path, what, remedy);
  }
  if (!release || Object.values(release).some((after) => after > 0)) return;
  const what = 'what is released at once is not held';
  findings.report('hold/no-release', [...path, 'release'], what, 'write a number above zero');
}

/** Several holds on one component hold parts of the same payout. */
function checkTogether({ holds, components }: PlanDraft, findings: Findings): void {
  for (const { fields } of components) {
    const { id } = fields;
    if (id === undefined) continue;
    const acting = holds.filter(
      ({ fields: { actsOn } }) => actsOn === 'all' || actsOn?.includes(id),
    );
    const last = acting.at(-1);
    const total: Exact = sumOf(acting.flatMap((each) => each.fields.share ?? []));
    if (!last || acting.length < 2 || total.lte(ONE)) continue;
    const what = `holds on \`${id}\` add up to ${percentText(total)} of its payout`;
    findings.report('hold/share', [...last.path, 'share'], what, 'hold 100% together at most');
  }
}
