// A table ready for a template: every cell is text already, and says how it is aligned.
// In: columns and cells. Out: the table's view. The first cell of a row is its header.

/**
 * `words` is text that wraps between words alone, `text` may break a very long one, `short` never
 * wraps: dates, flags, ids.
 */
export type Align = 'text' | 'words' | 'short' | 'figure';

export interface ColumnView {
  readonly label: string;
  readonly align: Align;
}

export interface CellView {
  readonly text: string;
  readonly align: Align;
}

export interface RowView {
  readonly header: CellView;
  readonly cells: readonly CellView[];
}

export interface TableView {
  readonly caption: string;
  readonly columns: readonly ColumnView[];
  /** Many columns need smaller type. */
  readonly isDense: boolean;
  readonly rows: readonly RowView[];
  readonly total: RowView | undefined;
}

export interface GroupedTableView {
  readonly caption: string;
  /** What the table leaves out, and where that is. */
  readonly note: string | undefined;
  readonly columns: readonly ColumnView[];
  readonly columnCount: number;
  readonly isDense: boolean;
  readonly groups: readonly {
    readonly title: string;
    readonly note: string;
    readonly rows: readonly RowView[];
  }[];
}

interface TableTexts {
  readonly caption: string;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly (readonly string[])[];
  readonly total?: readonly string[];
}

interface GroupedTableTexts {
  readonly caption: string;
  readonly note: string | undefined;
  readonly columns: readonly ColumnView[];
  readonly groups: readonly {
    readonly title: string;
    readonly note: string;
    readonly rows: readonly (readonly string[])[];
  }[];
}

const DENSE_FROM = 9;
const LONG_WORD = 16;

export const textColumn = (label: string): ColumnView => ({ label, align: 'text' });
export const shortColumn = (label: string): ColumnView => ({ label, align: 'short' });
export const figureColumn = (label: string): ColumnView => ({ label, align: 'figure' });

/** A column that is empty in every row is left out; `total` is not asked. */
export function tableView({ caption, columns, rows, total }: TableTexts): TableView {
  const isKept = (index: number): boolean => index === 0 || rows.some((row) => row[index] !== '');
  const kept = <T>(items: readonly T[]): readonly T[] => items.filter((_, index) => isKept(index));
  const keptColumns = asWords(kept(columns), rows.map(kept));
  const view = (texts: readonly string[]): RowView => rowView(kept(texts), keptColumns);
  return {
    caption,
    columns: keptColumns,
    isDense: keptColumns.length >= DENSE_FROM,
    rows: rows.map(view),
    total: total && view(total),
  };
}

export function groupedTableView({
  caption,
  note,
  columns,
  groups,
}: GroupedTableTexts): GroupedTableView {
  const shown = asWords(
    columns,
    groups.flatMap(({ rows }) => rows),
  );
  return {
    caption,
    note,
    columns: shown,
    columnCount: shown.length,
    isDense: shown.length >= DENSE_FROM,
    groups: groups.map(({ rows, ...head }) => ({
      ...head,
      rows: rows.map((texts) => rowView(texts, shown)),
    })),
  };
}

/** Text columns without a very long word need not break any. */
function asWords(
  columns: readonly ColumnView[],
  rows: readonly (readonly string[])[],
): readonly ColumnView[] {
  const hasLongWord = (text = ''): boolean =>
    text.split(/\s/).some(({ length }) => length > LONG_WORD);
  return columns.map((column, index) => {
    const isWords = column.align === 'text' && !rows.some((row) => hasLongWord(row[index]));
    return isWords ? { ...column, align: 'words' } : column;
  });
}

function rowView(texts: readonly string[], columns: readonly ColumnView[]): RowView {
  const all = columns.map(({ align }, index): CellView => ({ text: texts[index] ?? '', align }));
  const [header = { text: '', align: 'text' }, ...cells] = all;
  return { header, cells };
}
