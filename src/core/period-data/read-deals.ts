// Reads the deal table: attributes with their units and spellings, stages, look-ups into other
// tables, derived attributes, and who is credited. In: tables and the company's mapping.
// Out: deals in order of their ids, so that the order of rows can never change a result.

import type { DealMapping } from '../company/company.ts';
import type { AttributeSource } from '../company/document.ts';
import { compareText } from '../diagnostic.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { ONE } from '../exact-number.ts';
import type { SourceTable } from '../source.ts';
import { DealColumns } from '../worksheet/deal-columns.ts';
import { prepareDealFormula } from '../worksheet/exact.ts';
import type { Datum } from '../worksheet/operations.ts';
import { reportTwice } from './check-splits.ts';
import { readDatum } from './datum.ts';
import type { CreditShare, Deal, PeriodData } from './period-data.ts';
import type { DealShares } from './read-splits.ts';
import type { TableFindings } from './table-findings.ts';

type AttributeReader = (row: readonly string[], index: number, into: Map<string, Datum>) => void;

export function readDeals(
  table: SourceTable,
  lookups: readonly SourceTable[],
  mapping: DealMapping,
  splits: ReadonlyMap<string, DealShares> | undefined,
  findings: TableFindings,
): Pick<PeriodData, 'deals' | 'dealColumns' | 'isPaidApart'> {
  const readers = [
    ...attributeReaders(table, mapping.attributes, mapping, findings),
    ...stageReader(table, mapping, findings),
    ...mapping.lookups.flatMap((lookup, index) => {
      const source = lookups[index];
      return source ? [lookupReader(table, mapping, lookup, source, findings)] : [];
    }),
    ...derivedReaders(mapping),
  ];
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
    credits.some(({ share, payout }) => !share.eq(payout)),
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

function attributeReaders(
  table: SourceTable,
  attributes: ReadonlyMap<string, AttributeSource>,
  { place }: Pick<DealMapping, 'place'>,
  findings: TableFindings,
): readonly AttributeReader[] {
  return [...attributes].flatMap(([name, source]) => {
    const column = table.columns.indexOf(source.column ?? name);
    if (column < 0) {
      findings.missingColumn(table, source.column ?? name, place);
      return [];
    }
    return [
      (row, index, into) => {
        into.set(name, readCell(table, row, index, column, source, findings));
      },
    ] satisfies AttributeReader[];
  });
}

function readCell(
  table: SourceTable,
  row: readonly string[],
  index: number,
  column: number,
  source: AttributeSource,
  findings: TableFindings,
): Datum {
  const written = row[column] ?? '';
  const aliases = source.aliases ?? {};
  const text = Object.hasOwn(aliases, written) ? (aliases[written] ?? written) : written;
  const outcome = readDatum(text, source.unit);
  if ('datum' in outcome) return outcome.datum;
  const name = table.columns[column] ?? '';
  findings.report(
    outcome.code,
    table,
    index,
    column,
    `${outcome.what} (column \`${name}\`)`,
    outcome.remedy,
  );
  return undefined;
}

function stageReader(
  table: SourceTable,
  { stage, place }: DealMapping,
  findings: TableFindings,
): readonly AttributeReader[] {
  if (!stage) return [];
  const column = table.columns.indexOf(stage.column);
  if (column < 0) {
    findings.missingColumn(table, stage.column, place);
    return [];
  }
  const words = [...stage.stageOf.keys()];
  return [
    (row, index, into) => {
      const written = row[column] ?? '';
      const found = stage.stageOf.get(written);
      into.set('stage', found);
      if (found !== undefined) return;
      if (written === '') {
        const what = `\`${stage.column}\` is blank`;
        findings.report('data/blank', table, index, column, what, 'fill in the cell');
        return;
      }
      const near = nearestWord(written, words);
      findings.report(
        'deals/unknown-stage',
        table,
        index,
        column,
        `the stage \`${written}\` is not known (column \`${stage.column}\`)`,
        near
          ? `write \`${near}\`, or map \`${written}\` to a stage in company.yaml`
          : `write one of: ${words.join(', ')}; or map it to a stage in company.yaml`,
      );
    },
  ];
}

function lookupReader(
  table: SourceTable,
  { attributes }: DealMapping,
  lookup: DealMapping['lookups'][number],
  source: SourceTable,
  findings: TableFindings,
): AttributeReader {
  const keyColumn = source.columns.indexOf(lookup.key);
  if (keyColumn < 0) {
    findings.missingColumn(source, lookup.key, lookup.place);
    return () => undefined;
  }
  const matchColumn = table.columns.indexOf(attributes.get(lookup.match)?.column ?? lookup.match);
  const readers = attributeReaders(source, lookup.attributes, lookup, findings);
  const rows = new Map<string, Map<string, Datum>>();
  source.rows.forEach((row, index) => {
    const key = row[keyColumn] ?? '';
    const found = new Map<string, Datum>();
    for (const read of readers) read(row, index, found);
    if (key !== '' && rows.has(key)) {
      findings.report(
        'lookup/duplicate-key',
        source,
        index,
        keyColumn,
        `\`${key}\` stands twice in the look-up table`,
        'keep one row per key',
      );
    }
    rows.set(key, found);
  });
  return (_row, index, into) => {
    const key = into.get(lookup.match);
    if (key === undefined) return;
    const found = rows.get(String(key));
    for (const [name, datum] of found ?? []) into.set(name, datum);
    if (found) return;
    const near = nearestWord(String(key), [...rows.keys()].sort(compareText));
    const added = 'add it there, or map an alias in company.yaml';
    const what = `\`${key}\` (${lookup.match}) is not in ${source.file}`;
    const remedy = near ? `write \`${near}\`, or ${added}` : added;
    findings.report('lookup/not-found', table, index, matchColumn, what, remedy);
  };
}

function derivedReaders(mapping: DealMapping): readonly AttributeReader[] {
  return mapping.derived.map(({ name, formula }) => {
    const run = prepareDealFormula(formula);
    return (_row, _index, into) => {
      into.set(name, run(into));
    };
  });
}
