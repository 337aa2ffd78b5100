// Reads the rows of a mapped table into records of typed fields: which column a field comes from,
// other spellings, blanks, units. In: tables with their mappings and the fields wanted.
// Out: one record per readable row; everything else is a finding.

import { type FiscalCalendar, readPeriod } from '../calendar.ts';
import type { TableMapping } from '../company/company.ts';
import type { SourceTable } from '../source.ts';
import type { Datum } from '../worksheet/operations.ts';
import { type CellUnit, readDatum } from './datum.ts';
import { OPEN_END, OPEN_START, type PlacedRow, type Span } from './period-data.ts';
import type { TableFindings } from './table-findings.ts';

interface FieldSpec {
  readonly unit: CellUnit;
  readonly required: boolean;
}
export type RecordSpec = Readonly<Record<string, FieldSpec>>;

export const needed = (unit: CellUnit): FieldSpec => ({ unit, required: true });
export const optional = (unit: CellUnit): FieldSpec => ({ unit, required: false });

export interface TableRecord extends PlacedRow {
  readonly names: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly get: (name: string) => Datum;
}

/** The time that a row's `from` and `to` name; open on a side where nothing is said. */
export function timeOf(record: TableRecord): Span {
  return {
    from: (record.get('from') as number | undefined) ?? OPEN_START,
    to: (record.get('to') as number | undefined) ?? OPEN_END,
  };
}

/** `2026-Q01` is `2026-Q1`; what is no period stays as written, for the finding about it. */
export function periodIdOf(record: TableRecord, calendar: FiscalCalendar): string {
  const written = record.text('period') as string;
  return readPeriod(written, calendar)?.id ?? written;
}

/** A field's text in each row: from a column, or the same for all; undefined where unmapped. */
type FieldReader = {
  readonly column: number;
  readonly text: (row: readonly string[]) => string;
};

export function readRecords(
  tables: readonly SourceTable[],
  mappings: readonly TableMapping[],
  spec: RecordSpec,
  findings: TableFindings,
): readonly TableRecord[] {
  return tables.flatMap((table, index) => {
    const mapping = mappings[index];
    return mapping ? recordsOf(table, mapping, expanded(spec, table, mapping), findings) : [];
  });
}

/** A spec entry `quota.*` stands for every column or mapped field of that prefix. */
function expanded(spec: RecordSpec, table: SourceTable, mapping: TableMapping): RecordSpec {
  const names = [...Object.keys(mapping.columns ?? {}), ...table.columns];
  const entries = Object.entries(spec).flatMap(([name, field]) => {
    if (!name.endsWith('*')) return [[name, field] as const];
    const prefix = name.slice(0, -1);
    return names.filter((each) => each.startsWith(prefix)).map((each) => [each, field] as const);
  });
  return Object.fromEntries(entries);
}

function recordsOf(
  table: SourceTable,
  mapping: TableMapping,
  spec: RecordSpec,
  findings: TableFindings,
): readonly TableRecord[] {
  const readers = new Map<string, FieldReader>();
  for (const [name, field] of Object.entries(spec)) {
    const reader = fieldReader(table, mapping, name);
    if (reader) readers.set(name, reader);
    else if (field.required || mapping.columns?.[name] !== undefined) {
      const source = mapping.columns?.[name];
      findings.missingColumn(table, typeof source === 'string' ? source : name, mapping.place);
    }
  }
  const missing = Object.entries(spec).some(
    ([name, { required }]) => required && !readers.has(name),
  );
  if (missing) return [];
  return table.rows.flatMap((row, index) => {
    const record = readRow(table, row, index, spec, readers, findings);
    return record ? [record] : [];
  });
}

function fieldReader(
  table: SourceTable,
  mapping: TableMapping,
  name: string,
): FieldReader | undefined {
  const source = mapping.columns?.[name];
  if (typeof source === 'object') return { column: -1, text: () => source.always };
  // A column that the mapping gives to another field is not taken a second time by its name.
  const isTaken = source === undefined && Object.values(mapping.columns ?? {}).includes(name);
  const column = table.columns.indexOf(source ?? name);
  if (column < 0 || isTaken) return undefined;
  const spellings = mapping.aliases?.[name];
  const respell = (text: string): string =>
    spellings && Object.hasOwn(spellings, text) ? (spellings[text] ?? text) : text;
  return { column, text: (row) => respell(row[column] ?? '') };
}

function readRow(
  table: SourceTable,
  row: readonly string[],
  index: number,
  spec: RecordSpec,
  readers: ReadonlyMap<string, FieldReader>,
  findings: TableFindings,
): TableRecord | undefined {
  const data = new Map<string, Datum>();
  let readable = true;
  for (const [name, reader] of readers) {
    const field = spec[name] as FieldSpec;
    const text = reader.text(row);
    const outcome = readDatum(text, field.unit);
    if ('datum' in outcome) {
      data.set(name, outcome.datum);
      if (outcome.datum !== undefined || !field.required) continue;
      const column = table.columns[reader.column] ?? name;
      const what = `\`${name}\` is blank${column === name ? '' : ` (column \`${column}\`)`}`;
      findings.report('data/blank', table, index, reader.column, what, 'fill in the cell');
    } else {
      findings.report(
        outcome.code,
        table,
        index,
        reader.column,
        `${outcome.what} (column \`${table.columns[reader.column] ?? name}\`)`,
        outcome.remedy,
      );
    }
    readable = false;
  }
  if (!readable) return undefined;
  return {
    place: table.placeOf(index, -1),
    placeOf: (name) => table.placeOf(index, readers.get(name)?.column ?? -1),
    written: (name) => readers.get(name)?.text(row) ?? '',
    names: [...data.keys()],
    get: (name) => data.get(name),
    text: (name) => data.get(name) as string | undefined,
  };
}
