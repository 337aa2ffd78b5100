// A run as a workbook for finance: all payees, one row each, what changed against the run before,
// and what somebody should look at. In: a run's statements and what the run before paid.
// Out: the bytes of an .xlsx file, the same for the same run.

import type { Exact, Statement } from '../../core/index.ts';
import { runExceptionsSheet } from './run-exceptions-sheet.ts';
import { runPayoutsSheet } from './run-payouts-sheet.ts';
import { sheetFormat } from './sheet-desk.ts';
import { paperOf, writeWorkbook } from './write-workbook.ts';

/** Payments of the run before, by payee; none where this is the first one. */
export type PreviousPayments = ReadonlyMap<string, Exact>;

const MS_PER_DAY = 86_400_000;

export function renderRunWorkbook(
  statements: readonly [Statement, ...Statement[]],
  previous: PreviousPayments,
): Promise<Uint8Array> {
  const [{ company, period, locale }] = statements;
  const { format, workbookWords } = sheetFormat(statements[0]);
  return writeWorkbook({
    title: workbookWords.runTitle(company.name, format.period(period)),
    company: company.name,
    dated: new Date(period.to * MS_PER_DAY),
    paper: paperOf(locale),
    sheets: [runPayoutsSheet(statements, previous), runExceptionsSheet(statements, previous)],
  });
}
