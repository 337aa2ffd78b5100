// Reads a table from a file, by the ending of its name. In: a path, the name to show, limits.
// Out: a SourceTable, or every finding. The content is never sniffed: a file that is not what its
// name says is refused by the reader that its name asks for.

import { extname } from 'node:path';
import type { Outcome, SourceTable } from '../core/index.ts';
import { aboutFile, stopped } from './file-findings.ts';
import { quoteText } from './quote-text.ts';
import type { ReadLimits } from './read-bytes.ts';
import { parseCsv, type Separator } from './read-csv.ts';
import { readText } from './read-text.ts';
import { readWorkbook, type WorkbookOptions } from './read-workbook.ts';
import { WORKBOOK_LIMITS } from './workbook-limits.ts';

export type TableOptions = ReadLimits & Pick<WorkbookOptions, 'sheet'>;

/** `shownAs` decides the format: an upload's path is often a bare temporary name. */
export async function readTable(
  path: string,
  shownAs: string,
  options: TableOptions,
): Promise<Outcome<SourceTable>> {
  const ending = extname(shownAs).toLowerCase();
  switch (ending) {
    case '.csv':
      return await readDelimited(path, shownAs, options);
    case '.tsv':
      return await readDelimited(path, shownAs, options, '\t');
    case '.xlsx':
      return await readWorkbook(path, shownAs, {
        sheet: options.sheet,
        limits: { fileBytesMax: Math.min(options.maxBytes, WORKBOOK_LIMITS.fileBytesMax) },
      });
    default: {
      const what = `${quoteText(shownAs)} does not end in .csv, .tsv or .xlsx`;
      const remedy = 'save it in Excel as `CSV UTF-8` or `Excel Workbook (.xlsx)`';
      return stopped(aboutFile('file/unknown-format', shownAs, what, remedy));
    }
  }
}

async function readDelimited(
  path: string,
  shownAs: string,
  limits: ReadLimits,
  separator?: Separator,
): Promise<Outcome<SourceTable>> {
  const text = await readText(path, shownAs, limits);
  return text.ok ? parseCsv(text.product, shownAs, separator) : text;
}
