// Checks dated quotas: each is for a component whose quota is assigned, positive, in the measure's
// unit, and the only one of its days. In: the rows, the plans of each payee.
// Out: findings at the rows' cells.

import { isoDate } from '../calendar.ts';
import { takesQuota } from '../components/kinds.ts';
import { nearestWord } from '../document/nearest-word.ts';
import type { Plan } from '../plan/plan.ts';
import { type DatedQuota, overlaps } from './period-data.ts';
import type { PayeePlans } from './plans-by-payee.ts';
import { quotaIssues } from './quota-issues.ts';
import type { TableFindings } from './table-findings.ts';

export function checkQuotas(
  quotas: readonly DatedQuota[],
  payeePlans: PayeePlans,
  findings: TableFindings,
): void {
  quotas.forEach((quota, index) => {
    checkDays(quota, quotas.slice(0, index), findings);
    const plans = payeePlans.get(quota.payee);
    if (!plans) return;
    const asking = plans.filter(({ components }) =>
      components.some((each) => each.id === quota.component && takesQuota(each)),
    );
    if (asking.length === 0) reportUnknown(quota, plans, findings);
    else checkFigure(quota, asking, findings);
  });
}

function checkDays(
  { payee, component, from, to, placeOf }: DatedQuota,
  before: readonly DatedQuota[],
  findings: TableFindings,
): void {
  if (from > to) {
    const what = `the quota of \`${payee}\` ends before it starts, on ${isoDate(from)}`;
    const remedy = 'write `from` as its first and `to` as its last day';
    findings.reportAt('quotas/dates', placeOf('from'), what, remedy);
    return;
  }
  const other = before.find(
    (each) => each.payee === payee && each.component === component && overlaps(each, { from, to }),
  );
  if (!other) return;
  const line = other.place.line;
  const what =
    `\`${payee}\` has two quotas for \`${component}\` on one day (the other: ` + `line ${line})`;
  const remedy = `start this one after ${isoDate(other.to)}, or end the other one earlier`;
  findings.reportAt('quotas/dates', placeOf('from'), what, remedy);
}

function reportUnknown(
  { payee, component, placeOf }: DatedQuota,
  plans: readonly Plan[],
  findings: TableFindings,
): void {
  const all = plans.flatMap(({ components }) => components);
  const known = [...new Set(all.filter(takesQuota).map(({ id }) => id))];
  const isStated = all.some(({ id }) => id === component);
  const near = nearestWord(component, known);
  const report = (what: string, remedy: string): void =>
    findings.reportAt('assignment/unknown-quota', placeOf('component'), what, remedy);
  if (isStated) {
    const what = `the plan states the quota of \`${component}\` itself`;
    report(what, 'write `quota: assigned` in the plan, or remove the row');
    return;
  }
  const listed = known.length > 0 ? `write one of: ${known.join(', ')}` : 'remove the row';
  report(`\`${payee}\` has no component \`${component}\``, near ? `write \`${near}\`` : listed);
}

function checkFigure(
  { payee, component: id, quota, placeOf, written }: DatedQuota,
  plans: readonly Plan[],
  findings: TableFindings,
): void {
  for (const plan of plans) {
    for (const component of plan.components.filter((each) => each.id === id)) {
      const stated = { payee, quota, written: written('quota') };
      for (const { code, what, remedy } of quotaIssues(stated, component, plan))
        findings.reportAt(code, placeOf('quota'), what, remedy);
    }
  }
}
