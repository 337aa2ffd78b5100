// Checks that the tables fit each other and the plans: everybody named exists, every assignment
// has a plan and its quotas, no two assignments overlap, every score is on its scale.
// In: the data as read. Out: findings at the rows. Nothing is dropped silently.

import { isoDate } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import type { TableName } from '../company/document.ts';
import type { Component } from '../components/kinds.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { exactText, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import { allPlans, type Plans, versionsIn } from '../plan/plans.ts';
import { checkAdjustments } from './check-adjustments.ts';
import { checkBalances } from './check-balances.ts';
import { checkPeople } from './check-people.ts';
import { checkPeriods } from './check-periods.ts';
import { checkPools } from './check-pools.ts';
import { checkScores } from './check-scores.ts';
import { figureIssue } from './datum.ts';
import type { Assignment, PeriodData, PlacedRow, ReportedFigure } from './period-data.ts';
import { plansByPayee } from './plans-by-payee.ts';
import type { TableFindings } from './table-findings.ts';

/** The tables as read, and which of them have rows that could not be read. */
interface Tables {
  readonly data: PeriodData;
  readonly company: Company;
  readonly plans: Plans;
  readonly faulty: ReadonlySet<TableName>;
}

export function checkFit({ data, company, plans, faulty }: Tables, findings: TableFindings): void {
  if (!faulty.has('people')) checkPeople(data, findings);
  data.assignments.forEach((assignment) => {
    checkAssignment(assignment, plans, findings);
    const [first] = versionsIn(plans, assignment.plan, assignment);
    if (first) checkBalances(assignment, first, company.calendar, findings);
  });
  for (const list of Map.groupBy(data.assignments, ({ payee }) => payee).values()) {
    list.forEach((each, index) => {
      checkOverlap(each, list.slice(0, index), findings);
    });
  }
  const payeePlans = faulty.has('assignments') ? undefined : plansByPayee(data, plans);
  checkPools(plans, company.calendar, findings);
  if (payeePlans) checkScores(data.scores, plans, payeePlans, findings);
  for (const figure of data.reported) {
    checkMeasure(figure, plans, findings);
    checkReportedUnit(figure, plans, findings);
  }
  if (!faulty.has('assignments')) checkAdjustments(data, company, findings);
  checkPeriods(data, { calendar: company.calendar, plans, payeePlans }, findings);
  rejectTwice(
    data.scores,
    ({ payee = '', plan = '', period, component, goal }) => [payee, plan, period, component, goal],
    findings,
  );
  rejectTwice(
    data.adjustments,
    ({ payee, period, amount, reason }) => [payee, period, exactText(amount), reason],
    findings,
  );
  rejectTwice(data.reported, (each) => [each.payee ?? '', each.period, each.measure], findings);
}

function checkMeasure(
  { measure, placeOf }: ReportedFigure,
  plans: Plans,
  findings: TableFindings,
): void {
  const all = allPlans(plans).flatMap(({ measures }) => [...measures.values()]);
  const known = all.filter((each) => each.calculate === 'reported').map(({ id }) => id);
  if (known.includes(measure)) return;
  const near = nearestWord(measure, known);
  findings.reportAt(
    'reported/unknown-measure',
    placeOf('measure'),
    `no plan has a reported measure \`${measure}\``,
    near ? `write \`${near}\`` : 'correct the name, or remove the row',
  );
}

/** Plans may measure one name in different units: the figure is for one of them. */
function checkReportedUnit(
  { measure, placeOf, written }: ReportedFigure,
  plans: Plans,
  findings: TableFindings,
): void {
  const units = allPlans(plans).flatMap(({ measures }) => measures.get(measure)?.unit ?? []);
  const issues = units.map((unit) => figureIssue(written('figure'), unit, measure));
  const [issue] = issues;
  if (!issue || issues.includes(undefined)) return;
  findings.reportAt(issue.code, placeOf('figure'), issue.what, issue.remedy);
}

function checkAssignment(assignment: Assignment, plans: Plans, findings: TableFindings): void {
  const { plan: id, placeOf, payee } = assignment;
  const versions = versionsIn(plans, id, assignment);
  if (versions.length === 0) {
    const near = nearestWord(id, [...plans.keys()]);
    findings.reportAt(
      'assignment/unknown-plan',
      placeOf('plan'),
      `there is no plan \`${id}\``,
      near ? `write \`${near}\`` : `write one of: ${[...plans.keys()].join(', ')}`,
    );
    return;
  }
  if (assignment.from > assignment.to) {
    findings.reportAt(
      'assignment/dates',
      placeOf('to'),
      `the assignment of \`${payee}\` ends before it starts, on ${isoDate(assignment.from)}`,
      'write `from` as its first and `to` as its last day',
    );
  }
  if (assignment.targetIncentive.lt(ZERO)) {
    findings.reportAt(
      'assignment/negative',
      placeOf('targetIncentive'),
      `the target incentive of \`${payee}\` is \`${exactText(assignment.targetIncentive)}\``,
      'write the annual target incentive as a positive number',
    );
  }
  const ids = versions.flatMap(({ components }) => components.map((component) => component.id));
  const unknown = [...assignment.quotas.keys()].filter((name) => !ids.includes(name));
  for (const plan of versions) {
    for (const component of plan.components) {
      // The quota of a component whose column is misspelt is not missing as well.
      if (nearestWord(component.id, unknown) === undefined)
        checkQuota(assignment, component, plan, findings);
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

function checkQuota(
  assignment: Assignment,
  component: Component,
  { measures }: Plan,
  findings: TableFindings,
): void {
  if (!('quota' in component) || component.quota !== 'assigned') return;
  const quota = assignment.quotas.get(component.id);
  const { payee, placeOf, written } = assignment;
  const column = `quota.${component.id}`;
  const place = placeOf(column);
  const unit = measures.get(component.measure)?.unit;
  const issue = unit && figureIssue(written(column), unit, component.measure);
  if (issue) findings.reportAt(issue.code, place, issue.what, issue.remedy);
  if (quota === undefined) {
    findings.reportAt(
      'assignment/no-quota',
      place,
      `\`${payee}\` has no quota for \`${component.id}\``,
      `fill in the column ${column}, or state the quota in the plan`,
    );
  } else if (quota.lte(ZERO)) {
    findings.reportAt(
      'quota/not-positive',
      place,
      `the quota of \`${payee}\` for \`${component.id}\` is \`${exactText(quota)}\``,
      'write a quota above zero; attainment is not defined otherwise',
    );
  } else if ('baseline' in component && component.baseline?.number.eq(quota)) {
    findings.reportAt(
      'quota/equals-baseline',
      place,
      `the quota of \`${payee}\` for \`${component.id}\` is its baseline`,
      'write as quota where things shall be; the baseline is where they stand now',
    );
  }
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

function rejectTwice<Row extends PlacedRow>(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly string[],
  findings: TableFindings,
): void {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const parts = keyOf(row);
    const key = JSON.stringify(parts);
    const first = lines.get(key);
    if (first === undefined) lines.set(key, row.place.line);
    else {
      const named = parts.filter((part) => part !== '').join(', ');
      const what = `there are two rows for ${named} (first on line ${first})`;
      findings.reportAt('data/duplicate-row', row.place, what, 'keep the row that holds');
    }
  }
}
