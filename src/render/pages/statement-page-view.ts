// A statement as a page on which every number opens: the statement's own view, with the calculation
// behind each line, gate and total. In: an opened statement. Out: the view.

import type { OpenedStatement } from '../../app/studio-ports.ts';
import type { Statement } from '../../core/index.ts';
import { type CardView, cardView, type LineView, partsTable } from '../component-view.ts';
import type { GateView } from '../conditions-view.ts';
import type { Desk } from '../desk.ts';
import { formatter } from '../format.ts';
import { type StatementView, statementView } from '../statement-view.ts';
import type { TableView } from '../table-view.ts';
import { english } from '../wording.ts';
import { type OpenedNumberView, openedNumberView } from './opened-number-view.ts';
import { awaitsText } from './studio-words.ts';

export interface StatementPageView extends Omit<StatementView, 'lines' | 'gates'> {
  readonly rows: readonly RowView[];
  readonly notes: readonly string[];
  readonly conditions: readonly (GateView & { readonly numbers: readonly OpenedNumberView[] })[];
  readonly total: OpenedNumberView | undefined;
  readonly awaits: string;
  /** It may be handed out. */
  readonly isFinal: boolean;
  readonly path: string;
  readonly whatIf: string;
  readonly seek: string;
}

/** A line of the payment, and what it opens. */
interface RowView {
  readonly line: LineView;
  readonly card: CardView | undefined;
  readonly parts: TableView | undefined;
  readonly number: OpenedNumberView | undefined;
}

export function statementPageView(
  { pay, numbers }: OpenedStatement,
  statement: Statement,
): StatementPageView {
  const words = english;
  const desk = { format: formatter(statement.locale, statement.currency, words), words };
  const { lines, gates, ...view } = statementView(statement);
  const open = (cell: string | undefined): OpenedNumberView | undefined => {
    const number = cell === undefined ? undefined : numbers.get(cell);
    return number && openedNumberView(number, desk);
  };
  const judged = [...statement.links, ...statement.gates].map((each) => each.judged?.cells ?? {});
  const path = `${statement.period.id}/${encodeURIComponent(pay.payee.id)}`;
  const { awaits } = pay;
  return {
    ...view,
    rows: rowsOf(statement, lines.rows, desk, open),
    notes: [...lines.balances, ...lines.limits],
    conditions: gates.map((gate, index) => ({
      ...gate,
      numbers: Object.values(judged[index] ?? {}).flatMap((cell) => open(cell) ?? []),
    })),
    total: open(statement.cells.payment),
    awaits: awaitsText(awaits, desk.format.list),
    isFinal: !awaits.some(({ stops }) => stops),
    path: `/statements/${path}`,
    whatIf: `/what-if/${path}`,
    seek: `/seek/${path}`,
  };
}

function rowsOf(
  { lines, components }: Statement,
  texts: readonly LineView[],
  desk: Desk,
  open: (cell: string | undefined) => OpenedNumberView | undefined,
): readonly RowView[] {
  return texts.map((line, index) => {
    const { id, cell } = lines[index] ?? {};
    const component = components.find((each) => each.id === id);
    return {
      line,
      card: component && cardView(component, desk),
      parts: component && partsTable(component, desk),
      number: open(component ? component.cells.payout : cell),
    };
  });
}
