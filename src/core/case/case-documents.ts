// Turns an example of a case into the documents and tables that a company folder would hold, so
// that cases run through the same readers as everything else. In: the case's document and the path
// of an example. Out: a company document, the plan's document, source tables.

import { isoDate, type Period } from '../calendar.ts';
import { isMap, nodeAt } from '../document/nodes.ts';
import type { SourceTables } from '../period-data/period-data.ts';
import type {
  DocumentMap,
  DocumentNode,
  DocumentPath,
  SourceDocument,
  SourceTable,
} from '../source.ts';

/** The payee of cases that need only one. */
export const ONLY_PAYEE = 'payee';

/** A part of a document as a document of its own; places stay those of the whole. */
export function partOf(document: SourceDocument, path: DocumentPath): SourceDocument {
  return {
    file: document.file,
    root: nodeAt(document.root, path) ?? '',
    placeOf: (inner) => document.placeOf([...path, ...inner]),
    placeOfKey: (inner) => document.placeOfKey([...path, ...inner]),
  };
}

/** The company that a case stands in: its attributes, and canonical tables. */
export function caseCompany(document: SourceDocument): SourceDocument {
  const { root } = document;
  const units = nodeAt(root, ['attributes']);
  const attributes = Object.entries(isMap(units) ? units : {}).map(([name, unit]) => [
    name,
    { unit },
  ]);
  const derived = nodeAt(root, ['derived']);
  const table = { file: 'case' };
  const company: DocumentMap = {
    company: 'case',
    name: 'Case',
    currency: nodeAt(root, ['currency']) ?? 'USD',
    fiscalYear: { startMonth: '1' },
    data: {
      folder: '.',
      deals: {
        ...table,
        id: 'id',
        creditTo: 'payee',
        countsOn: 'date',
        attributes: { date: { unit: 'date' }, ...Object.fromEntries(attributes) },
        ...(derived !== undefined && { derived }),
      },
      people: table,
      assignments: table,
      scores: table,
      reported: table,
      splits: table,
    },
  };
  return { ...document, root: company };
}

/** The tables of one example, with what a case leaves out filled in. */
export function caseTables(
  document: SourceDocument,
  path: DocumentPath,
  plan: string,
  period: Period,
): SourceTables {
  const given = (name: string): readonly DocumentMap[] =>
    rowsAt(document, [...path, 'given', name]);
  const one = (name: string): DocumentMap => mapAt(document, [...path, 'given', name]);
  const table = (rows: readonly DocumentMap[], columns: readonly string[]): SourceTable =>
    tableOf(document, path, rows, columns);
  const deals = given('deals').map((row, index) => ({
    id: `deal-${index + 1}`,
    payee: ONLY_PAYEE,
    date: isoDate(period.from),
    ...row,
  }));
  const assignments = given('assignments');
  const { year } = { year: `${period.fiscalYear}-01-01` };
  const own = { payee: ONLY_PAYEE, plan, from: year, targetIncentive: '0', ...one('payee') };
  const people = given('people');
  const payees =
    assignments.length > 0 ? assignments.map((row) => row['payee'] ?? '') : [ONLY_PAYEE];
  return {
    deals: table(deals, ['id', 'payee', 'date', ...Object.keys(mapAt(document, ['attributes']))]),
    lookups: [],
    tables: {
      people: [table(people.length > 0 ? people : payees.map((id) => ({ id })), ['id'])],
      assignments: [
        table(
          assignments.length > 0
            ? assignments.map((row) => ({ plan, from: year, targetIncentive: '0', ...row }))
            : [own],
          ['payee', 'plan', 'from', 'targetIncentive'],
        ),
      ],
      scores: [
        table(
          given('scores').map((row) => ({ payee: ONLY_PAYEE, period: period.id, ...row })),
          ['payee', 'period', 'component', 'goal', 'score'],
        ),
      ],
      reported: [
        table(
          [...given('reported'), ...figuresOf(one('figures'), period)],
          ['measure', 'period', 'figure'],
        ),
      ],
      splits: [table(given('splits'), ['deal', 'payee', 'share'])],
    },
  };
}

/** `figures: { nrr: 105% }`: reported figures of the case's own period. */
function figuresOf(figures: DocumentMap, period: Period): readonly DocumentMap[] {
  return Object.entries(figures).map(([measure, figure]) => ({
    measure,
    period: period.id,
    figure,
  }));
}

function rowsAt(document: SourceDocument, path: DocumentPath): readonly DocumentMap[] {
  const node = nodeAt(document.root, path);
  return Array.isArray(node) ? node.filter(isMap) : [];
}

function mapAt(document: SourceDocument, path: DocumentPath): DocumentMap {
  const node = nodeAt(document.root, path);
  return isMap(node) ? node : {};
}

function tableOf(
  document: SourceDocument,
  path: DocumentPath,
  rows: readonly DocumentMap[],
  known: readonly string[],
): SourceTable {
  const columns = [...new Set([...known, ...rows.flatMap((row) => Object.keys(row))])];
  return {
    file: document.file,
    columns,
    rows: rows.map((row) => columns.map((name) => scalarText(row[name]))),
    placeOf: () => document.placeOf(path),
  };
}

function scalarText(node: DocumentNode | undefined): string {
  return typeof node === 'string' ? node : '';
}
