// Checks that every assignment can be paid by: a plan that exists, days in order, the quotas that
// its plan asks for, and no two of one payee at the same time. In: the data, the plans.
// Out: findings at the rows' cells.

import { type DayNumber, type FiscalCalendar, isoDate } from '../calendar.ts';
import { type Component, takesQuota } from '../components/kinds.ts';
import { isCurrency } from '../currency.ts';
import { currencyIssue } from '../document/leaves.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { exactText, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import { type Plans, versionsIn } from '../plan/plans.ts';
import { checkBalances, checkFirstOfYear } from './check-balances.ts';
import {
  type Assignment,
  type DatedQuota,
  isWithin,
  type PeriodData,
  type Span,
} from './period-data.ts';
import { quotaIssues } from './quota-issues.ts';
import type { TableFindings } from './table-findings.ts';

export function checkAssignments(
  { assignments, quotas }: PeriodData,
  plans: Plans,
  calendar: FiscalCalendar,
  findings: TableFindings,
): void {
  for (const assignment of assignments) {
    const versions = versionsIn(plans, assignment.plan, assignment);
    const [first] = versions;
    if (!first) {
      reportNoPlan(assignment, plans, findings);
      continue;
    }
    checkFigures(assignment, findings);
    checkRamp(assignment, versions, findings);
    checkDraw(assignment, versions, findings);
    checkCurrency(assignment, versions, findings);
    checkQuotas(assignment, versions, quotas, findings);
    checkBalances(assignment, first, calendar, findings);
  }
  for (const list of Map.groupBy(assignments, ({ payee }) => payee).values()) {
    list.forEach((each, index) => {
      checkOverlap(each, list.slice(0, index), findings);
      checkFirstOfYear(each, list.slice(0, index), calendar, findings);
    });
  }
}

function reportNoPlan({ plan, placeOf }: Assignment, plans: Plans, findings: TableFindings): void {
  const near = nearestWord(plan, [...plans.keys()]);
  findings.reportAt(
    'assignment/unknown-plan',
    placeOf('plan'),
    `there is no plan \`${plan}\``,
    near ? `write \`${near}\`` : `write one of: ${[...plans.keys()].join(', ')}`,
  );
}

function checkFigures(
  { payee, from, to, targetIncentive, placeOf }: Assignment,
  findings: TableFindings,
): void {
  if (from > to) {
    findings.reportAt(
      'assignment/dates',
      placeOf('to'),
      `the assignment of \`${payee}\` ends before it starts, on ${isoDate(from)}`,
      'write `from` as its first and `to` as its last day',
    );
  }
  if (targetIncentive.lt(ZERO)) {
    findings.reportAt(
      'assignment/negative',
      placeOf('targetIncentive'),
      `the target incentive of \`${payee}\` is \`${exactText(targetIncentive)}\``,
      'write the annual target incentive as a positive number',
    );
  }
}

function checkDraw(
  { payee, drawFrom, placeOf }: Assignment,
  versions: readonly Plan[],
  findings: TableFindings,
): void {
  const isCounted = versions.some(({ draw }) => draw?.lasts && !('until' in draw.lasts));
  if (drawFrom === undefined || isCounted) return;
  const [plan] = versions;
  const what =
    `\`${payee}\` has a first day of a draw, and no draw of plan \`${plan?.id}\` ` +
    'counts from one';
  const remedy = 'leave the cell blank, or add `lasts: { months: 3 }` to the draw of the plan';
  findings.reportAt('assignment/no-draw', placeOf('drawFrom'), what, remedy);
}

function checkRamp(
  { payee, rampFrom, placeOf }: Assignment,
  versions: readonly Plan[],
  findings: TableFindings,
): void {
  if (rampFrom === undefined || versions.some(({ ramp }) => ramp)) return;
  const [plan] = versions;
  const what = `\`${payee}\` has a first day of a ramp, and plan \`${plan?.id}\` has no ramp`;
  const remedy = 'leave the cell blank, or add `ramp: [{ months: 3, quota: 50% }]` to the plan';
  findings.reportAt('assignment/no-ramp', placeOf('rampFrom'), what, remedy);
}

/** Paid in another currency than the plan's: the plan says on which day's rate. */
function checkCurrency(
  { payee, payoutCurrency, placeOf }: Assignment,
  versions: readonly Plan[],
  findings: TableFindings,
): void {
  if (payoutCurrency === undefined) return;
  const place = placeOf('payoutCurrency');
  if (!isCurrency(payoutCurrency)) {
    const { code, what, remedy } = currencyIssue(payoutCurrency);
    findings.reportAt(code, place, what, remedy);
    return;
  }
  const unstated = versions.find(
    ({ currency, payoutRateOn }) => currency !== payoutCurrency && payoutRateOn === undefined,
  );
  if (!unstated) return;
  const what =
    `\`${payee}\` is paid in ${payoutCurrency}, plan \`${unstated.id}\` is in ` +
    `${unstated.currency}, and nothing says on which day the rate is taken`;
  const remedy =
    'add to the plan `payoutRateOn: period-end`, or `payoutRateOn: { daysAfterPeriodEnd: 15 }` ' +
    'for the day of the payment';
  findings.reportAt('assignment/no-rate-date', place, what, remedy);
}

function checkQuotas(
  assignment: Assignment,
  versions: readonly Plan[],
  dated: readonly DatedQuota[],
  findings: TableFindings,
): void {
  const ids = versions.flatMap(({ components }) => components.map((component) => component.id));
  const unknown = [...assignment.quotas.keys()].filter((name) => !ids.includes(name));
  const { payee, plan: id, placeOf } = assignment;
  const own = dated.filter((each) => each.payee === payee);
  for (const plan of versions) {
    for (const component of plan.components.filter(takesQuota)) {
      // The quota of a component whose column is misspelt is not missing as well.
      if (nearestWord(component.id, unknown) !== undefined) continue;
      checkQuota(assignment, component, plan, own, findings);
    }
  }
  for (const name of unknown) {
    const near = nearestWord(name, ids);
    findings.reportAt(
      'assignment/unknown-quota',
      placeOf(`quota.${name}`),
      `plan \`${id}\` has no component \`${name}\``,
      near ? `name the column quota.${near}` : 'leave the cell blank, or correct the plan',
    );
  }
}

/** A quota of its own, or dated ones for all days on the plan; above zero. */
function checkQuota(
  { payee, quotas, from, to, placeOf, written }: Assignment,
  component: Component,
  plan: Plan,
  dated: readonly DatedQuota[],
  findings: TableFindings,
): void {
  const { id } = component;
  const column = `quota.${id}`;
  const quota = quotas.get(id);
  if (quota) {
    for (const issue of quotaIssues({ payee, quota, written: written(column) }, component, plan))
      findings.reportAt(issue.code, placeOf(column), issue.what, issue.remedy);
    return;
  }
  const { effective } = plan;
  const days = { from: Math.max(from, effective.from), to: Math.min(to, effective.to) };
  const missing = firstUncovered(
    days,
    dated.filter((each) => each.component === id),
  );
  if (missing === undefined) return;
  const since = missing > days.from ? ` from ${isoDate(missing)} on` : '';
  findings.reportAt(
    'assignment/no-quota',
    placeOf(column),
    `\`${payee}\` has no quota for \`${id}\`${since}`,
    `fill in the column ${column}, or state the quota in the plan`,
  );
}

/** The first day of a span that no quota holds on; quotas are in order of time. */
function firstUncovered({ from, to }: Span, quotas: readonly DatedQuota[]): DayNumber | undefined {
  let day = from;
  for (const quota of quotas) if (isWithin(day, quota)) day = quota.to + 1;
  return day <= to ? day : undefined;
}

function checkOverlap(
  assignment: Assignment,
  earlier: readonly Assignment[],
  findings: TableFindings,
): void {
  // Dates in the wrong order are said already.
  if (assignment.from > assignment.to) return;
  const before = earlier.find((each) => assignment.from <= each.to);
  if (!before) return;
  const { line } = before.place;
  findings.reportAt(
    'assignment/overlap',
    assignment.placeOf('from'),
    `\`${assignment.payee}\` has two assignments at the same time (the other: line ${line})`,
    `start this one after ${isoDate(before.to)}, or end the other one earlier`,
  );
}
