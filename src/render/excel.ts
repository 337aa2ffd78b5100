// A statement as an Excel workbook: the payment and what it is made of, down to every deal.
// In: a statement. Out: the bytes of an .xlsx file, the same for the same statement.
// Every cell of the worksheet is a live formula with its result beside it: change a deal or a
// quota, and the payment follows.

import type { Statement } from '../core/index.ts';
import { aboutSheet } from './excel/about-sheet.ts';
import { calculationSheet } from './excel/calculation-sheet.ts';
import { componentsSheet } from './excel/components-sheet.ts';
import { dealsSheet } from './excel/deals-sheet.ts';
import { gatesSheet } from './excel/gates-sheet.ts';
import { inputsSheet } from './excel/inputs-sheet.ts';
import { planTablesSheet } from './excel/plan-tables-sheet.ts';
import { sheetDesk } from './excel/sheet-desk.ts';
import { summarySheet } from './excel/summary-sheet.ts';
import { paperOf, writeWorkbook } from './excel/write-workbook.ts';
import { yearToDateSheet } from './excel/year-to-date-sheet.ts';

const MS_PER_DAY = 86_400_000;

export function renderStatementWorkbook(statement: Statement): Promise<Uint8Array> {
  const desk = sheetDesk(statement);
  const sheets = [
    summarySheet(desk),
    componentsSheet(desk),
    gatesSheet(desk),
    calculationSheet(desk),
    dealsSheet(desk),
    // After the sheets whose formulas look into its tables.
    planTablesSheet(desk),
    inputsSheet(desk),
    yearToDateSheet(desk),
  ];
  const names = sheets.flatMap((sheet) => sheet.names);
  return writeWorkbook({
    title: desk.words.documentTitle(statement.payee.name, desk.format.period(statement.period)),
    company: statement.company.name,
    dated: new Date(statement.period.to * MS_PER_DAY),
    paper: paperOf(statement.locale),
    sheets: [...sheets, aboutSheet(desk, names)],
  });
}
