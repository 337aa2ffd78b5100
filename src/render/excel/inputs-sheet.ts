// The payee's own numbers that the calculation starts from: quota, target incentive, scores, what
// earlier periods paid. Changing one here changes the payment. In: the desk. Out: the sheet.

import type { WorksheetCell } from '../../core/index.ts';
import { clauseText, figureFormat } from './calculation-sheet.ts';
import { figureHeading, heading, rawDatum, text, toned } from './cells.ts';
import { EDGE_WIDTH, SheetBuilder, type SheetContent } from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';

const FIGURE_COLUMN = 2;

export function inputsSheet(desk: SheetDesk): SheetContent {
  const { live: book, workbookWords } = desk;
  const builder = new SheetBuilder(workbookWords.sheets.inputs);
  addTitle(builder, workbookWords.sheets.inputs, desk);
  builder.add('note', text(workbookWords.inputsNote));
  const { step, figure, clause } = workbookWords;
  const header = builder.add('header', heading(step), figureHeading(figure), heading(clause));
  for (const cell of book.cellsAt('inputs')) addInput(builder, cell, desk);
  return builder.content({
    widths: [{ min: 30, max: 60 }, 20, { min: 16, max: 44 }, EDGE_WIDTH],
    frozen: { rows: header, columns: 1 },
    repeatedFrom: header,
    isOnePage: true,
  });
}

function addInput(builder: SheetBuilder, cell: WorksheetCell, desk: SheetDesk): void {
  const { live: book } = desk;
  const given = book.datumOf(cell);
  builder.add(
    'body',
    text(cell.label),
    rawDatum(given, figureFormat(cell.unit, given, desk)),
    toned(clauseText(cell), 'label'),
  );
  builder.nameCell(book.formulas.names.nameOf(cell.id), FIGURE_COLUMN);
}
