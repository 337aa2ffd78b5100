// What every sheet is made from: the statement, the words, and a formatter for sentences.
// In: a statement. Out: the desk, and the two lines that open every sheet but the summary.

import type { Statement } from '../../core/index.ts';
import { type Formatter, formatter } from '../format.ts';
import { english, type Wording } from '../wording.ts';
import { text } from './cells.ts';
import { LiveWorkbook } from './live/live-workbook.ts';
import type { SheetBuilder } from './sheet-content.ts';
import { englishWorkbook, type WorkbookWords } from './workbook-words.ts';

export interface SheetDesk {
  readonly statement: Statement;
  readonly format: Formatter;
  readonly words: Wording;
  readonly workbookWords: WorkbookWords;
  /** The worksheet as live cells. */
  readonly live: LiveWorkbook;
}

/** The words and the numbers of the reader. */
export function sheetFormat({ locale, currency }: Pick<Statement, 'locale' | 'currency'>) {
  return {
    format: formatter(locale, currency, english),
    words: english,
    workbookWords: englishWorkbook,
  };
}

export function sheetDesk(statement: Statement): SheetDesk {
  const ids = statement.components.map(({ id }) => id);
  return {
    statement,
    ...sheetFormat(statement),
    live: new LiveWorkbook(statement.worksheet, ids),
  };
}

/** Title, whose and what it is, and an empty row: every table's header follows as row 4. */
export function addTitle(builder: SheetBuilder, title: string, desk: SheetDesk): void {
  const { statement, format, workbookWords, words } = desk;
  const plan = `${statement.plan.title}, ${words.version(statement.plan.version)}`;
  const when = format.period(statement.period);
  builder.add('title', text(title));
  builder.add('subtitle', text(workbookWords.subtitle(statement.payee.name, when, plan)));
  builder.blank();
}
