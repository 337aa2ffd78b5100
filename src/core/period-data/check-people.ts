// Checks that everybody whom a table names is in the list of people, and says so once for each.
// In: the data as read. Out: findings at the first row that names somebody unknown.

import type { Place } from '../diagnostic.ts';
import { nearestWord } from '../document/nearest-word.ts';
import type { PeriodData } from './period-data.ts';
import type { TableFindings } from './table-findings.ts';

/** Somebody named in a row, and as what. */
interface Mention {
  readonly id: string;
  readonly place: () => Place;
  readonly does: string;
}

export function checkPeople(data: PeriodData, findings: TableFindings): void {
  const unknown = mentions(data).filter(({ id }) => !data.people.has(id));
  for (const [id, [first, ...others]] of Map.groupBy(unknown, (each) => each.id)) {
    if (!first) continue;
    const near = nearestWord(id, [...data.people.keys()]);
    const does = [...new Set([first, ...others].map((each) => each.does))].join(', ');
    findings.reportAt(
      'people/unknown',
      first.place(),
      `\`${id}\` ${does} and is not in the list of people`,
      near ? `write \`${near}\`, or add \`${id}\` to the people` : `add \`${id}\` to the people`,
    );
  }
}

/** Of deals, which are many, only those of somebody unknown. */
function mentions({
  people,
  assignments,
  scores,
  reported,
  adjustments,
  quotas,
  deals,
}: PeriodData): readonly Mention[] {
  return [
    ...assignments.map(({ payee, placeOf }) => ({
      id: payee,
      place: () => placeOf('payee'),
      does: 'has an assignment',
    })),
    ...scores.flatMap(({ payee, placeOf }) =>
      payee === undefined
        ? []
        : [{ id: payee, place: () => placeOf('payee'), does: 'has a score' }],
    ),
    ...reported.flatMap(({ payee, placeOf }) =>
      payee === undefined
        ? []
        : [{ id: payee, place: () => placeOf('payee'), does: 'has a reported figure' }],
    ),
    ...quotas.map(({ payee, placeOf }) => ({
      id: payee,
      place: () => placeOf('payee'),
      does: 'has a quota',
    })),
    ...adjustments.map(({ payee, placeOf }) => ({
      id: payee,
      place: () => placeOf('payee'),
      does: 'has an adjustment',
    })),
    ...deals.flatMap(({ credits, place: row }) =>
      credits
        .filter(({ payee }) => !people.has(payee))
        .map(({ payee, place }) => ({
          id: payee,
          place: () => place ?? row,
          does: 'is credited with deals',
        })),
    ),
  ];
}
