// Checks that the rows of one person agree on who that is: one name, and one title at a time. A
// new title from a later day on is a promotion. In: one person's rows, in a stable order.
// Out: a finding at the later of two rows that differ.

import { overlaps } from './period-data.ts';
import { type TableRecord, timeOf } from './read-records.ts';
import type { TableFindings } from './table-findings.ts';

export function checkNames(
  id: string,
  rows: readonly TableRecord[],
  findings: TableFindings,
): void {
  rows.forEach((row, index) => {
    const before = rows.slice(0, index);
    checkField(id, 'name', row, before, findings);
    const atThatTime = before.filter((each) => overlaps(timeOf(each), timeOf(row)));
    checkField(id, 'title', row, atThatTime, findings);
  });
}

function checkField(
  id: string,
  field: 'name' | 'title',
  row: TableRecord,
  others: readonly TableRecord[],
  findings: TableFindings,
): void {
  const own = row.text(field);
  const other = others.find((each) => ![undefined, own].includes(each.text(field)));
  if (own === undefined || !other) return;
  const what = `\`${id}\` has the ${field}s \`${other.text(field)}\` and \`${own}\``;
  const remedy =
    field === 'name'
      ? 'write one name in all rows, or give each of two people an id of their own'
      : 'write one title, or give the rows dates that do not overlap';
  findings.reportAt('people/two-names', row.placeOf(field), what, remedy);
}
