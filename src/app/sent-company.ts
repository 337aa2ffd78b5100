// A company folder as plain text, for a browser that calculates by itself: documents and tables as
// they were read, before they mean anything. Where each stood in its file stays behind.
// In: a folder. Out: what is sent, and a folder made of it again. The core checks it as any other.

import {
  type DocumentNode,
  type Outcome,
  outcomeOf,
  readCompany,
  type SourceDocument,
  type SourceTable,
  type SourceTables,
} from '../core/index.ts';
import type { CompanyFolder } from './ports.ts';

interface SentDocument {
  readonly file: string;
  readonly root: DocumentNode;
}

type SentTable = Pick<SourceTable, 'file' | 'columns' | 'rows'>;

export interface SentCompany {
  readonly company: SentDocument;
  readonly plans: readonly SentDocument[];
  readonly deals: SentTable;
  readonly lookups: readonly SentTable[];
  readonly tables: Readonly<Record<string, readonly SentTable[]>>;
}

export async function sendCompany(folder: CompanyFolder): Promise<Outcome<SentCompany>> {
  const document = await folder.companyDocument();
  if (!document.ok) return document;
  const company = readCompany(document.product);
  if (!company.ok) return company;
  const [plans, read] = await Promise.all([folder.planDocuments(), folder.tables(company.product)]);
  if (!plans.ok) return plans;
  if (!read.ok) return read;
  const { deals, lookups, tables } = read.product;
  const sent = {
    company: sentDocument(document.product),
    plans: plans.product.map(sentDocument),
    deals: sentTable(deals),
    lookups: lookups.map(sentTable),
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, each]) => [name, each.map(sentTable)]),
    ),
  };
  return outcomeOf<SentCompany>(sent, []);
}

export function sentFolder({ company, plans, deals, lookups, tables }: SentCompany): CompanyFolder {
  const received = {
    deals: receivedTable(deals),
    lookups: lookups.map(receivedTable),
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, each]) => [name, each.map(receivedTable)]),
    ),
  } as unknown as SourceTables;
  return {
    companyDocument: async () => outcomeOf(receivedDocument(company), []),
    planDocuments: async () => outcomeOf(plans.map(receivedDocument), []),
    // What nobody is on any more is not sent.
    retiredPlanDocuments: async () => outcomeOf([], []),
    tables: async () => outcomeOf(received, []),
  };
}

const sentDocument = ({ file, root }: SourceDocument): SentDocument => ({ file, root });
const sentTable = ({ file, columns, rows }: SourceTable): SentTable => ({ file, columns, rows });

export function receivedDocument({ file, root }: SentDocument): SourceDocument {
  const place = { file, line: 1, column: 1 };
  return { file, root, placeOf: () => place, placeOfKey: () => place };
}

function receivedTable(table: SentTable): SourceTable {
  return {
    ...table,
    placeOf: (row, column) => ({ file: table.file, line: row + 2, column: column + 1 }),
  };
}
