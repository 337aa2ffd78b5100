// The columns of the deals sheet: what each deal is, the payee's share of it, and each figure of
// the worksheet as a formula over its row. In: a live workbook. Out: columns from left to right,
// with the letter that formulas know each by. Where the worksheet counts different customers, two
// more columns mark the first deal of each.

import {
  type Datum,
  type Formula,
  ONE,
  operandsOf,
  type StatementWorksheet,
  shareLabel,
  type Unit,
  type WorksheetCell,
  ZERO,
} from '../../../core/index.ts';
import { columnLetters } from '../sheet-content.ts';
import { ROW } from './live-formulas.ts';
import type { LiveWorkbook } from './live-workbook.ts';

export interface LiveColumn {
  readonly label: string;
  readonly unit: Unit;
  /** Title over the columns of one measure. */
  readonly group?: string;
  /** Name of all its figures. */
  readonly range?: string;
  /** Absent where it is what the deal itself says. */
  readonly formula?: (row: number, rows: RowSpan) => string;
  readonly datum: (deal: number) => Datum;
}

/** The rows that deals stand on. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

type Distinct = Extract<Formula, { op: 'distinct' }>;

/** Columns from the `first` one of the sheet on; attributes that are shown lead. */
export function liveColumns(
  book: LiveWorkbook,
  shown: readonly string[],
  first: number,
): readonly LiveColumn[] {
  const { source } = book;
  const attributes = attributeNames(source, shown);
  const { columns } = source.worksheet;
  const letterOf = (index: number): string => columnLetters(index + first);
  const letters = {
    attribute: (name: string) => letterOf(attributes.indexOf(name)),
    column: (id: string) =>
      letterOf(attributes.length + columns.findIndex((column) => column.id === id)),
  };
  const given = attributes.map((name) => attributeColumn(name, source));
  const calculated = columns.map((column) => {
    const text = book.formulas.columnFormula(column, letters);
    return calculatedColumn(column, text, book);
  });
  const marks = distinctCounts(source).flatMap((node, index) => {
    const key = letterOf(attributes.length + columns.length + 2 * index);
    return markColumns(node, { key, letters, book });
  });
  return [...given, ...calculated, ...marks];
}

/** What statements show first, then what formulas read. */
function attributeNames(source: StatementWorksheet, shown: readonly string[]): readonly string[] {
  return [...new Set([...shown, ...source.worksheet.attributes])];
}

function attributeColumn(name: string, { attributes, deals }: StatementWorksheet): LiveColumn {
  const labelOf = (each: string): string | undefined => attributes.labels.get(each);
  return {
    label: labelOf(name) ?? shareLabel(name, labelOf) ?? name,
    unit: attributes.units.get(name) ?? 'ratio',
    datum: (deal) => deals[deal]?.row.get(name),
  };
}

function calculatedColumn(column: WorksheetCell, text: string, book: LiveWorkbook): LiveColumn {
  const { values, deals } = book.source;
  const data = values.columns.get(column.id);
  const datum = (deal: number): Datum => (deal < deals.length ? data?.at(deal) : undefined);
  // Unknown figures decide nothing, or there would be no statement; a program must not stop at one.
  const nothing = column.unit === 'flag' ? 'FALSE()' : '""';
  const safe = `IFERROR(${text},${nothing})`;
  return {
    label: column.label,
    unit: column.unit,
    range: book.formulas.columnRange(column.id),
    formula: (row, { first }) => {
      const isKnown = datum(row - first) !== undefined;
      return (isKnown ? text : safe).replaceAll(ROW, String(row));
    },
    datum,
  };
}

function distinctCounts({ worksheet }: StatementWorksheet): readonly Distinct[] {
  const found = new Map<string, Distinct>();
  const visit = (formula: Formula): void => {
    if (formula.op === 'distinct') found.set(`${formula.column} ${formula.where}`, formula);
    operandsOf(formula).forEach(visit);
  };
  for (const { formula } of worksheet.cells) visit(formula);
  return [...found.values()];
}

interface MarkContext {
  readonly key: string;
  readonly letters: { readonly column: (id: string) => string };
  readonly book: LiveWorkbook;
}

/** What is counted, and 1 where it stands for the first time. */
function markColumns(
  { column, where }: Distinct,
  { key, letters, book }: MarkContext,
): readonly LiveColumn[] {
  const { values, worksheet, deals } = book.source;
  const [data, flags] = [values.columns.get(column), values.columns.get(where)];
  const label = worksheet.columns.find(({ id }) => id === column)?.label ?? column;
  const isCounted = (deal: number): boolean => deal < deals.length && flags?.at(deal) === true;
  const keyAt = (deal: number): Datum => (isCounted(deal) ? data?.at(deal) : '');
  const seen = new Set<string>();
  const firsts = deals.map((_, deal) => {
    const text = String(keyAt(deal));
    const isFirst = text !== '' && !seen.has(text);
    seen.add(text);
    return isFirst ? ONE : ZERO;
  });
  return [
    {
      label,
      unit: 'text',
      formula: (row) => `IF($${letters.column(where)}${row},$${letters.column(column)}${row},"")`,
      datum: keyAt,
    },
    {
      label: `${label}: first`,
      unit: 'count',
      range: book.formulas.firstsRange(column, where),
      formula: (row, rows) => {
        const keys = `$${key}$${rows.first}:$${key}$${rows.last}`;
        const place = `MATCH($${key}${row},${keys},0)=${row - rows.first + 1}`;
        return `IF($${key}${row}="",0,IF(${place},1,0))`;
      },
      datum: (deal) => firsts[deal],
    },
  ];
}
