// Holds keep back a part of components that exist, say when it is released and when it is lost, and
// together never hold more than there is. In: the draft of a plan. Out: findings.

import { isWritten } from '../../document/fields.ts';
import type { Findings } from '../../document/findings.ts';
import { percentText } from '../../document/leaves.ts';
import { isMap, nodeAt } from '../../document/nodes.ts';
import { type Exact, ONE, sumOf, ZERO } from '../../exact-number.ts';
import type { DocumentPath } from '../../source.ts';
import type { PlanCheck, PlanDraft } from '../draft.ts';
import { checkActsOn } from './acts-on.ts';
import { checkRequirement } from './requirement.ts';

type HoldEntry = PlanDraft['holds'][number];

export const checkHolds: PlanCheck = (draft, findings) => {
  for (const { path, fields } of draft.holds) {
    checkActsOn(fields.actsOn, path, findings);
    checkRelease({ path, fields }, findings);
    checkForfeit({ path, fields }, findings);
    checkProvided(draft, { path, fields }, findings);
    if (!fields.share || (fields.share.gt(ZERO) && fields.share.lte(ONE))) continue;
    const what = `${percentText(fields.share)} of a payout cannot be held`;
    findings.report('hold/share', [...path, 'share'], what, 'write more than 0%, up to 100%');
  }
  checkTogether(draft, findings);
};

function checkRelease({ path, fields: { release } }: HoldEntry, findings: Findings): void {
  if (!isWritten(findings.document.root, path, 'release')) {
    const what = 'nothing says when what is held is released';
    const remedy =
      'add `release: { afterDays: 90 }`, `release: { afterPeriods: 1 }`, or with a date of the ' +
      'deals `release: { on: paid_on }`';
    findings.report('hold/no-release', path, what, remedy);
  }
  if (!release || 'on' in release || Object.values(release).some((after) => after > 0)) return;
  const what = 'what is released at once is not held';
  findings.report('hold/no-release', [...path, 'release'], what, 'write a number above zero');
}

/** A deal whose event never comes would be held for ever without a word. */
function checkForfeit({ path, fields: { release } }: HoldEntry, findings: Findings): void {
  if (!release) return;
  const { root } = findings.document;
  const place = [...path, 'forfeit'];
  const isStated = isWritten(root, path, 'forfeit');
  const report = (what: string, remedy: string, at: DocumentPath = place): void =>
    findings.report('hold/forfeit', at, what, remedy);
  const example = '`forfeit: { afterDays: 180, since: close_date }`';
  if (!('on' in release)) {
    const remedy = 'remove it, or write `provided` for a condition on what falls due';
    if (isStated) report('days or periods always pass, so nothing is left to forfeit', remedy);
    return;
  }
  if (!isStated) {
    const what = `nothing says what becomes of pay for deals whose \`${release.on}\` never comes`;
    report(what, `add ${example}, \`forfeit: { on: cancelled_on }\` or \`forfeit: never\``, path);
    return;
  }
  const written = nodeAt(root, place);
  if (!isMap(written)) return;
  const has = (name: string): boolean => written[name] !== undefined;
  if (has('afterDays') !== has('since')) {
    report('days are counted from a date of the deal, and both are needed', `write ${example}`);
  } else if (!has('on') && (has('where') || !has('since'))) {
    report('nothing says on which day of the deal it is forfeited', 'add `on: cancelled_on`');
  }
}

/** What falls due by time may hang on a measure; an event of a deal has its own ends. */
function checkProvided(
  draft: PlanDraft,
  { path, fields: { provided, release } }: HoldEntry,
  findings: Findings,
): void {
  if (!provided) return;
  const place = [...path, 'provided'];
  checkRequirement(draft, provided, place, findings);
  if (!release || !('on' in release)) return;
  const what = 'what an event of a deal releases is forfeited by the deal, not by a measure';
  const remedy = 'say in `forfeit` when a deal’s share is lost, or release after days or periods';
  findings.report('hold/forfeit', place, what, remedy);
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
