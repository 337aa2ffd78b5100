// What the plan page's script needs of a company to calculate by itself: documents and tables, as
// JSON. A plan at fault does not stop it: that is what the page is for. In: the company's folder.
// Out: the sources; and in the browser, documents and tables again, whose places name the file.

import {
  type Outcome,
  outcomeOf,
  readCompany,
  type SourceDocument,
  type SourceTable,
  type SourceTables,
} from '../../core/index.ts';
import type { CompanyFolder } from '../ports.ts';

export interface CompanySources {
  readonly company: Sent<SourceDocument>;
  /** Every plan that can be parsed. */
  readonly plans: readonly Sent<SourceDocument>[];
  /** Absent where the data cannot be read. */
  readonly tables?: SentTables;
}

/** Functions do not travel as JSON. */
type Sent<T> = Omit<T, 'placeOf' | 'placeOfKey'>;
type SentTable = Sent<SourceTable>;

interface SentTables {
  readonly deals: SentTable;
  readonly lookups: readonly SentTable[];
  readonly tables: Readonly<Record<keyof SourceTables['tables'], readonly SentTable[]>>;
}

export async function companySources(folder: CompanyFolder): Promise<Outcome<CompanySources>> {
  const company = await folder.companyDocument();
  if (!company.ok) return company;
  const read = readCompany(company.product);
  const tables = read.ok ? await folder.tables(read.product) : undefined;
  const plans = await folder.planDocuments();
  return outcomeOf(
    {
      company: company.product,
      plans: plans.ok ? plans.product : [],
      ...(tables?.ok && { tables: tables.product }),
    },
    [],
  );
}

export function placedDocument({ file, root }: Sent<SourceDocument>): SourceDocument {
  const placeOf = () => ({ file, line: 1, column: 1 });
  return { file, root, placeOf, placeOfKey: placeOf };
}

export function placedTables({ deals, lookups, tables }: SentTables): SourceTables {
  const named = Object.entries(tables).map(
    ([name, several]) => [name, several.map(placedTable)] as const,
  );
  return {
    deals: placedTable(deals),
    lookups: lookups.map(placedTable),
    tables: Object.fromEntries(named) as unknown as SourceTables['tables'],
  };
}

/** Rows follow a line of names; a text over several lines shifts those below it. */
function placedTable({ file, columns, rows }: SentTable): SourceTable {
  const placeOf = (row: number, column: number) => ({
    file,
    line: row + 2,
    column: Math.max(column, 0) + 1,
  });
  return { file, columns, rows, placeOf };
}
