// Checks that the tables fit each other and the plans: everybody named exists, every assignment
// has a plan and its quotas, no two assignments overlap, every score is on its scale.
// In: the data as read. Out: findings at the rows. Nothing is dropped silently.

import type { Company } from '../company/company.ts';
import type { TableName } from '../company/document.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { exactText } from '../exact-number.ts';
import { allPlans, type Plans } from '../plan/plans.ts';
import { checkAdjustments } from './check-adjustments.ts';
import { checkAssignments } from './check-assignments.ts';
import { checkPeople } from './check-people.ts';
import { checkPeriods } from './check-periods.ts';
import { checkPools } from './check-pools.ts';
import { checkQuotas } from './check-quotas.ts';
import { checkScores } from './check-scores.ts';
import { figureIssue } from './datum.ts';
import type { PeriodData, PlacedRow, ReportedFigure } from './period-data.ts';
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
  checkAssignments(data, plans, company.calendar, findings);
  const payeePlans = faulty.has('assignments') ? undefined : plansByPayee(data, plans);
  checkPools(plans, company.calendar, findings);
  if (payeePlans) checkScores(data.scores, plans, payeePlans, findings);
  if (payeePlans) checkQuotas(data.quotas, payeePlans, findings);
  checkReported(data.reported, plans, findings);
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

export function checkReported(
  reported: readonly ReportedFigure[],
  plans: Plans,
  findings: TableFindings,
): void {
  for (const figure of reported) {
    checkMeasure(figure, plans, findings);
    checkReportedUnit(figure, plans, findings);
  }
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
