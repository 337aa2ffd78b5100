// Reads people and who reports to whom, with dates. A person may stand in several rows, one per
// time under a manager. In: records. Out: people by id, or findings (unknown manager, circle).

import { compareText } from '../diagnostic.ts';
import { OPEN_END, OPEN_START, type Person } from './period-data.ts';
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
  for (const record of records) checkManager(record, people, findings);
  return new Map([...people].sort(([a], [b]) => compareText(a, b)));
}

function reportingOf(record: TableRecord): readonly Reporting[] {
  const manager = record.text('manager');
  if (manager === undefined) return [];
  const from = (record.get('from') as number | undefined) ?? OPEN_START;
  const to = (record.get('to') as number | undefined) ?? OPEN_END;
  return [{ manager, from, to }];
}

function byStart(reporting: readonly Reporting[]): readonly Reporting[] {
  return reporting.toSorted((a, b) => a.from - b.from || compareText(a.manager, b.manager));
}

function checkManager(
  record: TableRecord,
  people: ReadonlyMap<string, Person>,
  findings: TableFindings,
): void {
  const id = record.text('id') as string;
  const manager = record.text('manager');
  if (manager === undefined) return;
  if (!people.has(manager)) {
    findings.reportAt(
      'people/unknown-manager',
      record.place,
      `\`${id}\` reports to \`${manager}\`, who is not in the list of people`,
      `add \`${manager}\` to the people, or correct the name`,
    );
    return;
  }
  const person = people.get(id) as Person;
  const overlapping = person.reporting.some(
    (each, index) => index > 0 && each.from <= (person.reporting[index - 1] as Reporting).to,
  );
  if (overlapping) {
    findings.reportAt(
      'people/two-managers',
      record.place,
      `\`${id}\` has two managers at the same time`,
      'give the rows dates that do not overlap',
    );
  }
  if (isCircular(id, people)) {
    findings.reportAt(
      'people/circle',
      record.place,
      `\`${id}\` reports, over others, to \`${id}\``,
      'break the circle of managers',
    );
  }
}

function isCircular(start: string, people: ReadonlyMap<string, Person>): boolean {
  const seen = new Set<string>();
  const open = [start];
  while (open.length > 0) {
    const id = open.pop() as string;
    for (const { manager } of people.get(id)?.reporting ?? []) {
      if (manager === start) return true;
      if (!seen.has(manager)) open.push(manager);
      seen.add(manager);
    }
  }
  return false;
}
