// Turns an example of a case into the documents and tables that a company folder would hold, so
// that cases run through the same readers as everything else. In: the case's document and the path
// of an example. Out: a company document, the plan's document, source tables.

import { type FiscalCalendar, isoDate, type Period, periodsOfYear } from '../calendar.ts';
import { isMap, nodeAt } from '../document/nodes.ts';
import type { SourceTables } from '../period-data/period-data.ts';
import type {
  DocumentMap,
  DocumentNode,
  DocumentPath,
  SourceDocument,
  SourceTable,
} from '../source.ts';
import { type DealsShape, dealsShape, type NamedDocuments } from './named-documents.ts';

/** The payee of cases that need only one. */
export const ONLY_PAYEE = 'payee';

/** A part of a document as a document of its own; places stay those of the whole. */
function partOf(document: SourceDocument, path: DocumentPath): SourceDocument {
  return {
    file: document.file,
    root: nodeAt(document.root, path) ?? '',
    placeOf: (inner, offset) => document.placeOf([...path, ...inner], offset),
    placeOfKey: (inner) => document.placeOfKey([...path, ...inner]),
  };
}

/** A case has one plan, a list, or a name; assignments that name none are to the first. */
export function casePlans(
  document: SourceDocument,
  { plans }: NamedDocuments,
): readonly SourceDocument[] {
  if (plans) return plans;
  const list = nodeAt(document.root, ['plans']);
  const paths = Array.isArray(list) ? list.map((_, index) => ['plans', index]) : [['plan']];
  return paths.map((path) => partOf(document, path));
}

/** The company that a case stands in, or a named one, with tables as a case writes them. */
export function caseCompany(document: SourceDocument, named: NamedDocuments): SourceDocument {
  const { attributes, derived, countsOn } = dealsShape(document, named);
  const lookups = lookupsOf(document);
  const table = { file: 'case' };
  const data: DocumentMap = {
    folder: '.',
    deals: {
      ...table,
      id: 'id',
      creditTo: 'payee',
      countsOn,
      attributes,
      ...(lookups.length > 0 && { lookups: lookups.map(lookupMapping) }),
      ...(derived !== undefined && { derived }),
    },
    people: table,
    assignments: table,
    scores: table,
    reported: table,
    splits: table,
    adjustments: table,
    quotas: table,
    rates: table,
  };
  const { company } = named;
  if (company) return { ...company, root: { ...(company.root as DocumentMap), data } };
  return { ...document, root: { ...ownCompany(document.root), data } };
}

/** What a case says of its company by itself. */
function ownCompany(root: DocumentNode): DocumentMap {
  const pools = nodeAt(root, ['pools']);
  return {
    company: 'case',
    name: 'Case',
    currency: nodeAt(root, ['currency']) ?? 'USD',
    fiscalYear: { startMonth: nodeAt(root, ['startMonth']) ?? '1' },
    ...(pools !== undefined && { pools }),
  };
}

/** What the tables of an example stand in. */
interface CaseContext {
  /** The plan of assignments that name none. */
  readonly plan: string;
  readonly period: Period;
  readonly calendar: FiscalCalendar;
  readonly deals: DealsShape;
}

/** `{ amount: money }` as a company writes it: `{ amount: { unit: money } }`. */
function withUnits(units: DocumentNode | undefined): DocumentMap {
  const entries = Object.entries(isMap(units) ? units : {});
  return Object.fromEntries(entries.map(([name, unit]) => [name, { unit }]));
}

function lookupsOf({ root }: SourceDocument): Rows {
  const list = nodeAt(root, ['lookups']);
  return Array.isArray(list) ? list.filter(isMap) : [];
}

/** The key has the name of the attribute that it matches. */
function lookupMapping({ match = '', attributes }: DocumentMap): DocumentMap {
  return { file: 'case', match, key: match, attributes: withUnits(attributes) };
}

/** The tables of one example, with what a case leaves out filled in. */
export function caseTables(
  document: SourceDocument,
  path: DocumentPath,
  { plan, period, calendar, deals }: CaseContext,
): SourceTables {
  const own = mapAt(document, [...path, 'given']);
  const placed = (name: string): DocumentPath =>
    own[name] === undefined ? ['given', name] : [...path, 'given', name];
  const given = (name: string): Rows => rowsAt(document, placed(name));
  const one = (name: string): DocumentMap => mapAt(document, placed(name));
  const table = (rows: Rows, columns: readonly string[]): SourceTable =>
    tableOf(document, path, rows, columns);
  const [first = period] = periodsOfYear(period.fiscalYear, period.kind, calendar);
  const from = isoDate(first.from);
  const dated = { payee: ONLY_PAYEE, period: period.id };
  const assignments = assignmentsOf(given('assignments'), one('payee'), { plan, from });
  const payees = [...new Set(assignments.map((row) => row['payee'] ?? ''))].map((id) => ({ id }));
  const people = given('people');
  const scores = given('scores').map((row) => ({ ...dated, ...row }));
  const quotas = given('quotas').map((row) => ({ payee: ONLY_PAYEE, ...row }));
  const adjustments = given('adjustments').map((row) => ({ ...dated, ...row }));
  const reported = [...given('reported'), ...figuresOf(one('figures'), period)];
  const attributes = Object.keys(deals.attributes);
  return {
    deals: table(dealsOf(given('deals'), period, deals), ['id', 'payee', ...attributes]),
    lookups: lookupsOf(document).map(({ rows }) =>
      table(Array.isArray(rows) ? rows.filter(isMap) : [], []),
    ),
    tables: {
      people: [table(people.length > 0 ? people : payees, ['id'])],
      assignments: [table(assignments, ['payee'])],
      scores: [table(scores, ['payee', 'period', 'component', 'goal', 'score'])],
      reported: [table(reported, ['measure', 'period', 'figure'])],
      splits: [table(given('splits'), ['deal', 'payee', 'share', 'of'])],
      rates: [table(given('rates'), ['from', 'to', 'date', 'rate'])],
      quotas: [table(quotas, ['payee', 'component', 'from', 'quota'])],
      adjustments: [table(adjustments, ['payee', 'period', 'amount', 'reason', 'approver'])],
    },
  };
}

type Rows = readonly DocumentMap[];

/** Deals without id, payee or date belong to the only payee, on the first day of the period. */
function dealsOf(deals: Rows, period: Period, { countsOn }: DealsShape): Rows {
  const dated = { payee: ONLY_PAYEE, [countsOn]: isoDate(period.from) };
  return deals.map((row, index) => ({ id: `deal-${index + 1}`, ...dated, ...row }));
}

/** `payee: { targetIncentive: … }` is the short form for one payee on the plan all year. */
function assignmentsOf(rows: Rows, payee: DocumentMap, usual: DocumentMap): Rows {
  const common = { ...usual, targetIncentive: '0' };
  if (rows.length === 0) return [{ ...common, payee: ONLY_PAYEE, ...payee }];
  return rows.map((row) => ({ ...common, ...row }));
}

/** `figures: { nrr: 105% }`: reported figures of the case's own period. */
function figuresOf(figures: DocumentMap, period: Period): Rows {
  return Object.entries(figures).map(([measure, figure]) => ({
    measure,
    period: period.id,
    figure,
  }));
}

function rowsAt(document: SourceDocument, path: DocumentPath): Rows {
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
  rows: Rows,
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
