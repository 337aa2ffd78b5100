// Reads people and who reports to whom, with dates. A person may stand in several rows, one per
// time under a manager. In: records. Out: people by id, or findings (unknown manager, circle).

import { compareText } from '../diagnostic.ts';
import { checkReporting, reportingRow } from './check-reporting.ts';
import type { Person } from './period-data.ts';
import { needed, optional, type RecordSpec, type TableRecord } from './read-records.ts';
import type { TableFindings } from './table-findings.ts';

export const peopleSpec: RecordSpec = {
  id: needed('text'),
  name: optional('text'),
  title: optional('text'),
  manager: optional('text'),
  from: optional('date'),
  to: optional('date'),
};

type Reporting = Person['reporting'][number];

export function readPeople(
  records: readonly TableRecord[],
  findings: TableFindings,
  isComplete: boolean,
): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  for (const record of records) {
    const id = record.text('id') as string;
    const before = people.get(id);
    const name = record.text('name') ?? before?.name ?? id;
    const title = record.text('title') ?? before?.title;
    const reporting = [...(before?.reporting ?? []), ...reportingOf(record)];
    people.set(id, { id, name, reporting: byStart(reporting), ...(title && { title }) });
  }
  checkReporting(records, people, findings, isComplete);
  return new Map([...people].sort(([a], [b]) => compareText(a, b)));
}

function reportingOf(record: TableRecord): readonly Reporting[] {
  return reportingRow(record).map(({ manager, from, to }) => ({ manager, from, to }));
}

function byStart(reporting: readonly Reporting[]): readonly Reporting[] {
  return reporting.toSorted((a, b) => a.from - b.from || compareText(a.manager, b.manager));
}
