// Checks who reports to whom: every manager is known, nobody has two at a time, no managers stand
// in a circle on any day. In: the rows of people in a stable order, and the people they make.
// Out: findings at the rows.

import { type DayNumber, isoDate } from '../calendar.ts';
import { compareText } from '../diagnostic.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { isWithin, OPEN_START, overlaps, type Person, type Span } from './period-data.ts';
import { type TableRecord, timeOf } from './read-records.ts';
import type { TableFindings } from './table-findings.ts';

type People = ReadonlyMap<string, Person>;

/** A row that says to whom a person reports, and when. */
interface ReportingRow extends Span {
  readonly record: TableRecord;
  readonly id: string;
  readonly manager: string;
}

/** `isComplete` is false where a row of people could not be read: anybody may stand in it. */
export function checkReporting(
  records: readonly TableRecord[],
  people: People,
  findings: TableFindings,
  isComplete: boolean,
): void {
  const rows = records.flatMap(reportingRow);
  const rowsOf = Map.groupBy(rows, ({ id }) => id);
  const circles = new Set<string>();
  for (const row of rows) {
    if (row.from > row.to) reportNoTime(row, findings);
    if (!people.has(row.manager)) {
      if (isComplete) reportUnknown(row, people, findings);
      continue;
    }
    checkOverlap(row, rowsOf.get(row.id) ?? [], findings);
    checkCircle(row, people, circles, findings);
  }
}

/** What a row says about a manager; nothing where the cell is blank. */
export function reportingRow(record: TableRecord): readonly ReportingRow[] {
  const manager = record.text('manager');
  if (manager === undefined) return [];
  return [{ record, id: record.text('id') as string, manager, ...timeOf(record) }];
}

function reportNoTime({ record, id, from, to }: ReportingRow, findings: TableFindings): void {
  const what = `the time of \`${id}\` ends on ${isoDate(to)}, before it starts on ${isoDate(from)}`;
  const remedy = 'write `from` as its first and `to` as its last day';
  findings.reportAt('people/dates', record.placeOf('to'), what, remedy);
}

function reportUnknown(
  { record, id, manager }: ReportingRow,
  people: People,
  findings: TableFindings,
): void {
  const near = nearestWord(manager, [...people.keys()]);
  const added = `add \`${manager}\` to the people`;
  findings.reportAt(
    'people/unknown-manager',
    record.placeOf('manager'),
    `\`${id}\` reports to \`${manager}\`, who is not in the list of people`,
    near ? `write \`${near}\`, or ${added}` : added,
  );
}

/** Said at the later of two rows, once. */
function checkOverlap(
  row: ReportingRow,
  ofPerson: readonly ReportingRow[],
  findings: TableFindings,
): void {
  const before = ofPerson.slice(0, ofPerson.indexOf(row));
  const other = before.find((each) => overlaps(each, row));
  if (!other) return;
  const isSame = other.manager === row.manager;
  const whom = isSame ? 'twice' : `and to \`${row.manager}\``;
  const what = `\`${row.id}\` reports to \`${other.manager}\` ${whom} at the same time`;
  const remedy = isSame ? 'keep one of the rows' : 'give the rows dates that do not overlap';
  findings.reportAt('people/two-managers', row.record.placeOf('manager'), what, remedy);
}

/** A circle closes on the first day of its latest row: looking there finds it. Said once. */
function checkCircle(
  { record, id, from }: ReportingRow,
  people: People,
  circles: Set<string>,
  findings: TableFindings,
): void {
  const way = wayBack(id, people, from);
  const members = JSON.stringify(way?.toSorted(compareText));
  if (!way || circles.has(members)) return;
  circles.add(members);
  const chain = [...way.slice(1), id].map((each) => `\`${each}\``).join(', who reports to ');
  const remedy = 'correct the manager in one of their rows';
  const day = from === OPEN_START ? '' : ` on ${isoDate(from)}`;
  const what = `\`${id}\` reports to ${chain}${day}`;
  findings.reportAt('people/circle', record.placeOf('manager'), what, remedy);
}

/** The people from one up to the one who reports to the first again on a day, if there is one. */
function wayBack(start: string, people: People, day: DayNumber): readonly string[] | undefined {
  const seen = new Set<string>();
  const open: (readonly string[])[] = [[start]];
  for (let way = open.pop(); way; way = open.pop()) {
    const reporting = people.get(way.at(-1) ?? '')?.reporting ?? [];
    for (const { manager } of reporting.filter((each) => isWithin(day, each))) {
      if (manager === start) return way;
      if (!seen.has(manager)) open.push([...way, manager]);
      seen.add(manager);
    }
  }
  return undefined;
}
