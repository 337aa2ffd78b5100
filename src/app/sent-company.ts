// A company folder as JSON, for a browser that calculates by itself: documents and tables as they
// were read, before they mean anything, with their places, and what reading them found. What cannot
// be read is sent as its findings: a plan at fault is what the plan page is for.
// In: a folder. Out: what is sent, and a folder made of it again. The core checks it as any other.

import {
  type DocumentNode,
  type DocumentPath,
  type Outcome,
  readCompany,
  type SourceDocument,
  type SourceTable,
  type SourceTables,
} from '../core/index.ts';
import type { CompanyFolder } from './ports.ts';

/** Where pages ask for it. */
export const SENT_COMPANY = '/company.json';

export interface SentCompany {
  readonly company: Outcome<SentDocument>;
  readonly plans: Outcome<readonly SentDocument[]>;
  readonly retiredPlans: Outcome<readonly SentDocument[]>;
  readonly tables: Outcome<SentTables>;
}

export interface SentDocument {
  readonly file: string;
  readonly root: DocumentNode;
  /** By the path as JSON: lines and columns of the node and of its key. */
  readonly places: Readonly<Record<string, SentPlace>>;
}

type SentPlace = readonly [line: number, column: number, keyLine: number, keyColumn: number];

interface SentTable extends Pick<SourceTable, 'file' | 'columns' | 'rows'> {
  /** Of the header, then of each row: cells are shown at the start of their row. */
  readonly lines: readonly number[];
}

interface SentTables {
  readonly deals: SentTable;
  readonly lookups: readonly SentTable[];
  readonly tables: Readonly<Record<string, readonly SentTable[]>>;
}

export async function sendCompany(folder: CompanyFolder): Promise<SentCompany> {
  const document = await folder.companyDocument();
  const company = document.ok ? readCompany(document.product) : document;
  const [plans, retired, tables] = await Promise.all([
    folder.planDocuments(),
    folder.retiredPlanDocuments(),
    company.ok ? folder.tables(company.product) : failed(company),
  ]);
  return {
    company: mapped(document, sentDocument),
    plans: mapped(plans, (all) => all.map(sentDocument)),
    retiredPlans: mapped(retired, (all) => all.map(sentDocument)),
    tables: mapped(tables, (all): SentTables => tablesBy(all, sentTable)),
  };
}

export function sentFolder({ company, plans, retiredPlans, tables }: SentCompany): CompanyFolder {
  return {
    companyDocument: async () => mapped(company, receivedDocument),
    planDocuments: async () => mapped(plans, (all) => all.map(receivedDocument)),
    retiredPlanDocuments: async () => mapped(retiredPlans, (all) => all.map(receivedDocument)),
    tables: async () =>
      mapped(tables, (all) => tablesBy(all, receivedTable) as unknown as SourceTables),
  };
}

function mapped<T, Sent>(outcome: Outcome<T>, map: (product: T) => Sent): Outcome<Sent> {
  return outcome.ok ? { ...outcome, product: map(outcome.product) } : outcome;
}

/** A company that cannot be read has said so itself. */
function failed({ ok }: { readonly ok: false }): Outcome<SourceTables> {
  return { ok, diagnostics: [] };
}

function tablesBy<From, To>(
  { deals, lookups, tables }: Tables<From>,
  map: (table: From) => To,
): Tables<To> {
  const named = Object.entries(tables).map(([name, each]) => [name, each.map(map)] as const);
  return { deals: map(deals), lookups: lookups.map(map), tables: Object.fromEntries(named) };
}

interface Tables<T> {
  readonly deals: T;
  readonly lookups: readonly T[];
  readonly tables: Readonly<Record<string, readonly T[]>>;
}

function sentDocument({ file, root, placeOf, placeOfKey }: SourceDocument): SentDocument {
  const places = pathsIn(root).map((path): [string, SentPlace] => {
    const [own, key] = [placeOf(path), placeOfKey(path)];
    return [JSON.stringify(path), [own.line, own.column, key.line, key.column]];
  });
  return { file, root, places: Object.fromEntries(places) };
}

function pathsIn(node: DocumentNode, path: DocumentPath = []): readonly DocumentPath[] {
  const inner: readonly (readonly [string | number, DocumentNode])[] = Array.isArray(node)
    ? node.map((each, index) => [index, each] as const)
    : Object.entries(typeof node === 'string' ? {} : node);
  return [path, ...inner.flatMap(([step, each]) => pathsIn(each, [...path, step]))];
}

export function receivedDocument({ file, root, places }: SentDocument): SourceDocument {
  const at = (path: DocumentPath): SentPlace =>
    places[JSON.stringify(path)] ?? (path.length === 0 ? [1, 1, 1, 1] : at(path.slice(0, -1)));
  return {
    file,
    root: receivedNode(root),
    placeOf: (path) => {
      const [line, column] = at(path);
      return { file, line, column };
    },
    placeOfKey: (path) => {
      const [, , line, column] = at(path);
      return { file, line, column };
    },
  };
}

/** Maps without prototype, as every reader makes them. */
function receivedNode(node: DocumentNode): DocumentNode {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(receivedNode);
  const entries = Object.entries(node).map(([key, each]) => [key, receivedNode(each)] as const);
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

function sentTable({ file, columns, rows, placeOf }: SourceTable): SentTable {
  return { file, columns, rows, lines: [-1, ...rows.keys()].map((row) => placeOf(row, -1).line) };
}

function receivedTable({ file, columns, rows, lines }: SentTable): SourceTable {
  const placeOf = (row: number) => ({ file, line: lines[row + 1] ?? lines.at(-1) ?? 1, column: 1 });
  return { file, columns, rows, placeOf };
}
