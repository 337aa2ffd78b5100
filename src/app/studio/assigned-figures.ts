// Target incentives and quotas stand with the assignments, in tables of the company: here they are
// part of the form beside a plan, cell by cell, and a cell that was typed over counts at once.
// In: the company's tables and the plan's document. Out: a section of the form; changed tables.

import {
  type Company,
  type DocumentNode,
  isList,
  isMap,
  readCompany,
  type SourceTable,
  type SourceTables,
} from '../../core/index.ts';
import type { CompanyFolder } from '../ports.ts';
import type { FormField, FormSection, FormTable } from './plan-form.ts';
import { labelOf } from './plan-labels.ts';

/** A cell of one of the company's tables of assignments, counted in their order. */
export interface AssignedCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

export interface TypedCell extends AssignedCell {
  /** As it was read. */
  readonly before: string;
  readonly text: string;
}

/** Tables of text in which a cell can be changed; names are relative to the company's folder. */
export interface AssignmentFile {
  readonly table: number;
  readonly name: string;
}

const SHOWN = ['from', 'to', 'targetIncentive', 'baseSalary'];
const TEXT_TABLE = /\.[ct]sv$/i;

export function assignmentFiles({ dataFolder, tables }: Company): readonly AssignmentFile[] {
  return tables.assignments.flatMap(({ file }, table) =>
    TEXT_TABLE.test(file) ? [{ table, name: `${dataFolder}/${file}` }] : [],
  );
}

export async function assignmentNames(folder: CompanyFolder): Promise<readonly string[]> {
  const document = await folder.companyDocument();
  const company = document.ok ? readCompany(document.product) : document;
  return company.ok ? assignmentFiles(company.product).map(({ name }) => name) : [];
}

/** As if the cells that were typed over stood in the tables already. */
export function withTypedCells(tables: SourceTables, cells: readonly TypedCell[]): SourceTables {
  if (cells.length === 0) return tables;
  const assignments = tables.tables.assignments.map((table, index): SourceTable => {
    const own = cells.filter((each) => each.table === index);
    const rows = table.rows.map((row, at) =>
      own
        .filter((each) => each.row === at)
        .reduce<readonly string[]>((cells, { column, text }) => cells.with(column, text), row),
    );
    return { ...table, rows };
  });
  return { ...tables, tables: { ...tables.tables, assignments } };
}

export interface AssignedScene {
  readonly company: Company;
  readonly tables: SourceTables;
  /** Of a payee’s id. */
  readonly nameOf: (payee: string) => string;
}

/** None where nobody is assigned to the plan. */
export function assignedSection(
  root: DocumentNode,
  { company, tables, nameOf }: AssignedScene,
): FormSection | undefined {
  const plan = isMap(root) ? root['plan'] : undefined;
  const files = new Map(assignmentFiles(company).map(({ table, name }) => [table, name]));
  const shown = [...SHOWN, ...componentIds(root).map((id) => `quota.${id}`)];
  const found = tables.tables.assignments.flatMap((table, index): readonly FormTable[] => {
    const mapping = company.tables.assignments[index] ?? {};
    const name = files.get(index);
    const rows = table.rows.flatMap((row, at) => {
      const [payee, own] = ['payee', 'plan'].map((field) => fieldText(field, row, table, mapping));
      if (own !== plan || !payee) return [];
      const of = { table: index, row: at, isOpen: name !== undefined };
      return [
        { name: nameOf(payee), fields: shown.flatMap((each) => fieldOf(each, of, table, mapping)) },
      ];
    });
    const [first] = rows;
    if (!first) return [];
    const columns = first.fields.map((each) => each.label);
    const label = name ?? `${table.file}: change it there`;
    return [{ path: ['assignments', index], label, columns, rows, isOpen: false, isFixed: true }];
  });
  if (found.length === 0) return undefined;
  return {
    path: ['assignments'],
    title: 'Who is on it, with target incentives and quotas',
    fields: [],
    tables: found,
    additions: [],
  };
}

type Mapping = Pick<Company['tables']['assignments'][number], 'columns' | 'aliases'>;

function fieldOf(
  name: string,
  { table: index, row, isOpen }: Omit<AssignedCell, 'column'> & { readonly isOpen: boolean },
  table: SourceTable,
  mapping: Mapping,
): readonly FormField[] {
  const column = columnOf(name, table, mapping);
  if (column === undefined) return [];
  const cell = { table: index, row, column };
  const text = table.rows[row]?.[column] ?? '';
  const label = labelOf(name.split('.'));
  return [
    {
      path: ['assignments', index, row, column],
      label,
      text,
      ...(isOpen ? { cell } : { isFixed: true }),
    },
  ];
}

/** None where a field has no column of its own. */
function columnOf(name: string, { columns }: SourceTable, mapping: Mapping): number | undefined {
  const source = mapping.columns?.[name] ?? name;
  const column = typeof source === 'string' ? columns.indexOf(source) : -1;
  return column < 0 ? undefined : column;
}

function fieldText(
  name: string,
  row: readonly string[],
  table: SourceTable,
  mapping: Mapping,
): string {
  const source = mapping.columns?.[name];
  if (typeof source === 'object') return source.always;
  const text = row[columnOf(name, table, mapping) ?? -1] ?? '';
  return mapping.aliases?.[name]?.[text] ?? text;
}

function componentIds(root: DocumentNode): readonly string[] {
  const components = isMap(root) ? root['components'] : undefined;
  return (isList(components) ? components : []).flatMap((each) => {
    const id = isMap(each) ? each['id'] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}
