// About the workbook: what it was made from, how its numbers are made, whom to ask, and the names
// that its cells have. In: the desk and the names on the other sheets. Out: the sheet.

import { fingerprintLine, minorDigits } from '../../core/index.ts';
import { type Cell, date, heading, text, toned } from './cells.ts';
import { type NamedRange, SheetBuilder, type SheetContent } from './sheet-content.ts';
import type { SheetDesk } from './sheet-desk.ts';

export function aboutSheet(desk: SheetDesk, names: readonly NamedRange[]): SheetContent {
  const { statement, workbookWords } = desk;
  const { currency } = statement;
  const builder = new SheetBuilder(workbookWords.sheets.about);
  builder.add('title', text(workbookWords.sheets.about));
  builder.blank();
  for (const [label, cell] of facts(desk)) builder.add('body', toned(label, 'label'), cell);
  builder.blank();
  builder.add('section', text(workbookWords.howMade));
  for (const note of workbookWords.notes(currency, minorDigits(currency))) {
    builder.add('body', undefined, text(note));
  }
  builder.blank();
  builder.add('section', text(workbookWords.namedCells));
  const { name, sheet, cells } = workbookWords;
  builder.add('header', heading(name), heading(`${sheet}, ${cells}`));
  for (const each of names) {
    builder.add('body', text(each.name), text(`${each.sheet}, ${each.range}`));
  }
  return builder.content({ widths: [34, 100], frozen: { rows: 0, columns: 0 } });
}

function facts({ statement, words, workbookWords, format }: SheetDesk) {
  const { company, payee, plan, period, currency, fingerprint } = statement;
  const { labels } = words;
  const rows: readonly (readonly [label: string, cell: Cell | undefined])[] = [
    [workbookWords.company, text(company.name)],
    [workbookWords.companyId, text(company.id)],
    [workbookWords.payee, text(payee.name)],
    [workbookWords.payeeId, text(payee.id)],
    [labels.plan, text(plan.title)],
    [workbookWords.planId, text(plan.id)],
    [workbookWords.planVersion, text(plan.version)],
    [labels.period, text(format.period(period))],
    [workbookWords.periodId, text(period.id)],
    [workbookWords.from, date(period.from)],
    [workbookWords.to, date(period.to)],
    [workbookWords.currency, text(currency)],
    [labels.fingerprint, text(fingerprintLine(payee.id, period.id, fingerprint))],
    [labels.verify, text(words.howToVerify)],
    [workbookWords.contact, company.contact === undefined ? undefined : text(company.contact)],
  ];
  return rows;
}
