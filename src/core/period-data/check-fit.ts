// Checks that the tables fit each other and the plans: everybody named exists, every assignment
// has a plan and its quotas, no two assignments overlap, every score is on its scale.
// In: the data as read. Out: findings at the rows. Nothing is dropped silently.

import { isoDate, readPeriod } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import type { TableName } from '../company/document.ts';
import type { Component } from '../components/kinds.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { exactText, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import { checkPeople } from './check-people.ts';
import { checkScores } from './check-scores.ts';
import type { Assignment, PeriodData, PlacedRow, ReportedFigure } from './period-data.ts';
import type { TableFindings } from './table-findings.ts';

type Plans = ReadonlyMap<string, Plan>;

/** The tables as read, and which of them have rows that could not be read. */
interface Tables {
  readonly data: PeriodData;
  readonly company: Company;
  readonly plans: Plans;
  readonly faulty: ReadonlySet<TableName>;
}

export function checkFit({ data, company, plans, faulty }: Tables, findings: TableFindings): void {
  if (!faulty.has('people')) checkPeople(data, findings);
  data.assignments.forEach((assignment, index) => {
    checkAssignment(assignment, plans, findings);
    checkOverlap(assignment, data.assignments[index - 1], findings);
  });
  if (!faulty.has('assignments')) checkScores(data, plans, findings);
  for (const figure of data.reported) checkMeasure(figure, plans, findings);
  for (const { period, placeOf } of [...data.scores, ...data.reported]) {
    if (readPeriod(period, company.calendar)) continue;
    findings.reportAt(
      'data/period',
      placeOf('period'),
      `\`${period}\` is not a period`,
      'write a period such as `2026-Q3`, `2026-M07`, `2026-H1` or `2026`',
    );
  }
  rejectTwice(
    data.scores,
    (each) => [each.payee, each.period, each.component, each.goal],
    findings,
  );
  rejectTwice(data.reported, (each) => [each.payee ?? '', each.period, each.measure], findings);
}

function checkMeasure(
  { measure, placeOf }: ReportedFigure,
  plans: Plans,
  findings: TableFindings,
): void {
  const known = [...plans.values()].flatMap(({ measures }) => [...measures.keys()]);
  if (known.includes(measure)) return;
  const near = nearestWord(measure, known);
  findings.reportAt(
    'reported/unknown-measure',
    placeOf('measure'),
    `no plan has a measure \`${measure}\``,
    near ? `write \`${near}\`` : 'correct the name, or remove the row',
  );
}

function checkAssignment(assignment: Assignment, plans: Plans, findings: TableFindings): void {
  const { plan: id, placeOf, payee } = assignment;
  const plan = plans.get(id);
  if (!plan) {
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
  const ids = plan.components.map((component) => component.id);
  const unknown = [...assignment.quotas.keys()].filter((name) => !ids.includes(name));
  for (const component of plan.components) {
    // The quota of a component whose column is misspelt is not missing as well.
    if (nearestWord(component.id, unknown) === undefined)
      checkQuota(assignment, component, findings);
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

function checkQuota(assignment: Assignment, component: Component, findings: TableFindings): void {
  if (!('quota' in component) || component.quota !== 'assigned') return;
  const quota = assignment.quotas.get(component.id);
  const { payee, placeOf } = assignment;
  const place = placeOf(`quota.${component.id}`);
  if (quota === undefined) {
    findings.reportAt(
      'assignment/no-quota',
      place,
      `\`${payee}\` has no quota for \`${component.id}\``,
      `fill in the column quota.${component.id}, or state the quota in the plan`,
    );
  } else if (quota.lte(ZERO)) {
    findings.reportAt(
      'quota/not-positive',
      place,
      `the quota of \`${payee}\` for \`${component.id}\` is \`${exactText(quota)}\``,
      'write a quota above zero; attainment is not defined otherwise',
    );
  }
}

function checkOverlap(
  assignment: Assignment,
  before: Assignment | undefined,
  findings: TableFindings,
): void {
  if (before?.payee !== assignment.payee || assignment.from > before.to) return;
  // Dates in the wrong order are said already.
  if (assignment.from > assignment.to) return;
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
