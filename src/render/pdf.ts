// A statement or a plan letter as PDF bytes: tagged, with the same bytes for the same content.
// In: an open printer and a statement or a letter. Out: the bytes.

import { isoDate, type Letter, type Statement } from '../core/index.ts';
import { renderDocument, renderView } from './html.ts';
import { letterView } from './letter/letter-view.ts';
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

/** A letter is dated by the day on which its plan comes into force. */
export function printLetter(
  printer: Printer,
  letter: Letter,
  options: StatementOptions = {},
): Promise<Uint8Array> {
  const view = letterView(letter, options);
  const documentDate = isoDate(letter.plan.effective.from);
  return printer.print(renderDocument('letter', view), { format: view.paper, documentDate });
}
