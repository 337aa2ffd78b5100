// A statement as PDF bytes: tagged, with the same bytes for the same statement.
// In: an open printer and a statement. Out: the bytes.

import type { Statement } from '../core/index.ts';
import { renderView } from './html.ts';
import type { Printer } from './printer.ts';
import { type StatementOptions, statementView } from './statement-view.ts';

/** Rejects when the printer does; the statement itself can always be printed. */
export function printStatement(
  printer: Printer,
  statement: Statement,
  options: StatementOptions = {},
): Promise<Uint8Array> {
  const view = statementView(statement, options);
  // No clock takes part: the document is dated by the last day of its period.
  return printer.print(renderView(view), { format: view.paper, documentDate: view.period.end });
}
