// Reads the deal table: what is known of each deal, and who is credited. In: tables and the
// company's mapping. Out: deals in order of their ids, so that the order of rows can never change
// a result.

import type { Company, DealMapping } from '../company/company.ts';
import { compareText } from '../diagnostic.ts';
import { ONE } from '../exact-number.ts';
import type { SourceTable } from '../source.ts';
import { DealColumns } from '../worksheet/deal-columns.ts';
import type { Datum } from '../worksheet/operations.ts';
import { type AttributeTables, attributeReaders } from './attribute-readers.ts';
import { reportTwice } from './check-splits.ts';
import type { CreditShare, Deal, PeriodData } from './period-data.ts';
import type { DealShares } from './read-splits.ts';
import type { TableFindings } from './table-findings.ts';

/** What deals are put together from. */
interface DealSources extends AttributeTables {
  readonly splits: ReadonlyMap<string, DealShares> | undefined;
}

export function readDeals(
  { splits, ...tables }: DealSources,
  company: Pick<Company, 'currency' | 'calendar' | 'deals'>,
  findings: TableFindings,
): Pick<PeriodData, 'deals' | 'dealColumns' | 'isPaidApart'> {
  const mapping = company.deals;
  const { table } = tables;
  const readers = attributeReaders(tables, company, findings);
  const identity = identityReader(table, mapping, findings);
  if (!identity) return { deals: [], dealColumns: DealColumns.of(0, []), isPaidApart: false };
  const seen = new Map<string, number>();
  const data = new Map<string, Datum[]>();
  const attributes = new Map<string, Datum>();
  const identified = table.rows.map((row, index) => {
    attributes.clear();
    for (const read of readers) read(row, index, attributes);
    for (const [name, datum] of attributes) listOf(data, name, table.rows.length)[index] = datum;
    const { id, creditTo } = identity(row, index);
    rejectTwice(seen, id, index, table, mapping, findings);
    const credits = creditsOf(id, creditTo, splits?.get(id), findings);
    if (splits && credits.length === 0) reportNoPayee(id, index, table, mapping, findings);
    return { id, credits, index };
  });
  const ordered = identified.toSorted((a, b) => compareText(a.id, b.id));
  const columns = [...data].map(
    ([name, list]) => [name, ordered.map(({ index }) => list[index])] as const,
  );
  const dealColumns = DealColumns.of(ordered.length, columns);
  const deals = ordered.map(
    ({ id, credits, index }, at): Deal => ({
      id,
      attributes: dealColumns.row(at),
      credits,
      place: table.placeOf(index, -1),
    }),
  );
  const isPaidApart = deals.some(({ credits }) =>
    credits.some(({ share, payout, paidBefore }) => paidBefore || !share.eq(payout)),
  );
  return { deals, dealColumns, isPaidApart };
}

/** Who shares the whole, or else the payee of the deal's own row; and those in addition. */
function creditsOf(
  deal: string,
  creditTo: string,
  shares: DealShares | undefined,
  findings: TableFindings,
): readonly CreditShare[] {
  const own = creditTo === '' ? [] : [{ payee: creditTo, share: ONE, payout: ONE }];
  if (!shares) return own;
  const { whole, overlays } = shares;
  if (whole.length > 0) return [...whole, ...overlays];
  for (const { payee, place } of overlays) {
    if (payee === creditTo && place) reportTwice(deal, payee, place, findings);
  }
  return own.length > 0 ? [...own, ...overlays] : [];
}

/** Every list is as long as there are rows: lists with gaps are slow to read. */
function listOf(data: Map<string, Datum[]>, name: string, length: number): Datum[] {
  const list = data.get(name) ?? new Array<Datum>(length).fill(undefined);
  data.set(name, list);
  return list;
}

function identityReader(
  table: SourceTable,
  mapping: DealMapping,
  findings: TableFindings,
): ((row: readonly string[], index: number) => { id: string; creditTo: string }) | undefined {
  const idColumn = table.columns.indexOf(mapping.idColumn);
  const { creditTo } = mapping;
  const always = typeof creditTo === 'object' ? creditTo.always : undefined;
  const creditColumn = typeof creditTo === 'string' ? table.columns.indexOf(creditTo) : -1;
  if (idColumn < 0) findings.missingColumn(table, mapping.idColumn, mapping.place);
  if (creditColumn < 0 && typeof creditTo === 'string') {
    findings.missingColumn(table, creditTo, mapping.place);
  }
  if (idColumn < 0 || (creditColumn < 0 && always === undefined)) return undefined;
  return (row, index) => {
    const id = row[idColumn] ?? '';
    if (id === '') {
      findings.report(
        'data/blank',
        table,
        index,
        idColumn,
        'a deal has no id',
        'give each deal an id',
      );
    }
    return { id, creditTo: always ?? row[creditColumn] ?? '' };
  };
}

function reportNoPayee(
  id: string,
  index: number,
  table: SourceTable,
  { creditTo }: DealMapping,
  findings: TableFindings,
): void {
  const column = typeof creditTo === 'string' ? table.columns.indexOf(creditTo) : -1;
  const what = `nobody is credited with deal \`${id}\``;
  const remedy = 'name the person in the row, or list shares of the deal';
  findings.report('deals/no-payee', table, index, column, what, remedy);
}

function rejectTwice(
  seen: Map<string, number>,
  id: string,
  index: number,
  table: SourceTable,
  { idColumn }: DealMapping,
  findings: TableFindings,
): void {
  if (id === '') return;
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, index);
    return;
  }
  const { line } = table.placeOf(first, -1);
  findings.report(
    'deals/duplicate-id',
    table,
    index,
    table.columns.indexOf(idColumn),
    `the deal \`${id}\` stands twice (first on line ${line})`,
    'remove one of the two rows, or give it an id of its own',
  );
}
