// Reads people and who reports to whom, with dates. A person may stand in several rows, one per
// time under a manager. In: records. Out: people by id, or findings (two names, unknown manager,
// circle); the order of rows changes neither.

import { compareText } from '../diagnostic.ts';
import { checkNames } from './check-names.ts';
import { checkReporting, reportingRow } from './check-reporting.ts';
import type { Person } from './period-data.ts';
import { needed, optional, type RecordSpec, type TableRecord, timeOf } from './read-records.ts';
import type { TableFindings } from './table-findings.ts';

export const peopleSpec: RecordSpec = {
  id: needed('text'),
  name: optional('text'),
  title: optional('text'),
  manager: optional('text'),
  from: optional('date'),
  to: optional('date'),
};

export function readPeople(
  records: readonly TableRecord[],
  findings: TableFindings,
  isComplete: boolean,
): ReadonlyMap<string, Person> {
  const sorted = records.toSorted(byPersonAndTime);
  const rowsOf = Map.groupBy(sorted, (record) => record.text('id') as string);
  const people = new Map<string, Person>();
  for (const [id, rows] of rowsOf) {
    checkNames(id, rows, findings);
    people.set(id, personOf(id, rows));
  }
  checkReporting(sorted, people, findings, isComplete);
  return people;
}

/** Of titles that follow each other, the latest. */
function personOf(id: string, rows: readonly TableRecord[]): Person {
  const latest = (field: string): string | undefined =>
    rows.findLast((row) => row.text(field) !== undefined)?.text(field);
  const title = latest('title');
  const reporting = rows
    .flatMap(reportingRow)
    .map(({ manager, from, to }) => ({ manager, from, to }));
  return { id, name: latest('name') ?? id, reporting, ...(title && { title }) };
}

function byPersonAndTime(left: TableRecord, right: TableRecord): number {
  const [first, second] = [timeOf(left), timeOf(right)];
  const inOrder = (field: string): number =>
    compareText(left.text(field) ?? '', right.text(field) ?? '');
  return (
    inOrder('id') ||
    first.from - second.from ||
    inOrder('manager') ||
    first.to - second.to ||
    inOrder('name') ||
    inOrder('title')
  );
}
