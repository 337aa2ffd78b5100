// What is known of each deal: columns with their units and spellings, stages, look-ups into other
// tables, money converted, derived attributes, in the order in which they need each other.
// In: tables and the company's mapping. Out: readers of a row, and findings at what does not fit.

import type { Company, DealMapping } from '../company/company.ts';
import type { AttributeSource } from '../company/document.ts';
import { compareText } from '../diagnostic.ts';
import { nearestWord } from '../document/nearest-word.ts';
import type { SourceTable } from '../source.ts';
import { prepareDealFormula } from '../worksheet/exact.ts';
import type { Datum } from '../worksheet/operations.ts';
import { conversionReaders } from './convert-deals.ts';
import { readDatum } from './datum.ts';
import type { ExchangeRates } from './exchange-rates.ts';
import type { TableFindings } from './table-findings.ts';

/** Adds to what is known of the deal in a row of the deal table. */
type AttributeReader = (row: readonly string[], index: number, into: Map<string, Datum>) => void;

/** The tables that attributes of deals stand in. */
export interface AttributeTables {
  readonly table: SourceTable;
  readonly lookups: readonly SourceTable[];
  readonly rates: ExchangeRates;
}

export function attributeReaders(
  { table, lookups, rates }: AttributeTables,
  company: Pick<Company, 'currency' | 'calendar' | 'deals'>,
  findings: TableFindings,
): readonly AttributeReader[] {
  const { deals: mapping } = company;
  return [
    ...columnReaders(table, mapping.attributes, mapping, findings),
    ...stageReader(table, mapping, findings),
    ...mapping.lookups.flatMap((lookup, index) => {
      const source = lookups[index];
      return source ? [lookupReader(table, mapping, lookup, source, findings)] : [];
    }),
    ...conversionReaders({ company, rates, table, findings }),
    ...derivedReaders(mapping),
  ];
}

function columnReaders(
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
  const readers = columnReaders(source, lookup.attributes, lookup, findings);
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
