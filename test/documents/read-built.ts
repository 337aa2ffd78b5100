// Writes built workbooks to disk and reads them, as the tests of workbooks do.
// In: bytes or the XML of a sheet. Out: outcomes, and findings in short.

import type { Outcome, SourceTable } from '../../src/core/index.ts';
import { readWorkbook, type WorkbookOptions } from '../../src/documents/read-workbook.ts';
import { type SheetXml, workbook } from './build-workbook.ts';
import type { TempFiles } from './temp-files.ts';

type Read = (bytes: Buffer, options?: WorkbookOptions) => Promise<Outcome<SourceTable>>;

export function readerIn(files: TempFiles): Read {
  let count = 0;
  return async (bytes, options) => {
    count += 1;
    return await readWorkbook(await files.write(`${count}.xlsx`, bytes), 'deals.xlsx', options);
  };
}

export function dealsSheet(sheet: Partial<SheetXml>, sharedStrings?: string): Buffer {
  return workbook([{ name: 'Deals', rows: '', ...sheet }], sharedStrings);
}

export function tableIn(outcome: Outcome<SourceTable>): SourceTable {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 1));
  return outcome.product;
}

/** Findings as `line:column code: what`. */
export function findingsIn(outcome: Outcome<SourceTable>): readonly string[] {
  return outcome.diagnostics.map(
    ({ code, place, what }) => `${place.line}:${place.column} ${code}: ${what}`,
  );
}
