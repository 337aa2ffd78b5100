// A table ready for a template: every cell is text already, and says how it is aligned.
// In: columns and cells. Out: the table's view. The first cell of a row is its header.

export type Align = 'text' | 'figure';

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
  readonly rows: readonly RowView[];
  readonly total: RowView | undefined;
}

export interface TableTexts {
  readonly caption: string;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly (readonly string[])[];
  readonly total?: readonly string[];
}

export const textColumn = (label: string): ColumnView => ({ label, align: 'text' });
export const figureColumn = (label: string): ColumnView => ({ label, align: 'figure' });

/** A column that is empty in every row is left out; `total` is not asked. */
export function tableView({ caption, columns, rows, total }: TableTexts): TableView {
  const kept = columns.map((_, index) => index === 0 || rows.some((row) => row[index] !== ''));
  const view = (texts: readonly string[]): RowView => {
    const all = columns.map(({ align }, index) => ({ text: texts[index] ?? '', align }));
    const [header = { text: '', align: 'text' }, ...cells] = all.filter((_, index) => kept[index]);
    return { header, cells };
  };
  return {
    caption,
    columns: columns.filter((_, index) => kept[index]),
    rows: rows.map(view),
    total: total && view(total),
  };
}
