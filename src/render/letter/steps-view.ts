// The calculation step by step: each cell and column that the payment is made of, with its formula
// in words, as explanations of a statement have them. In: the letter's worksheet. Out: tables.

import {
  formulaWords,
  type Letter,
  type WorksheetCell,
  type WriteFigure,
} from '../../core/index.ts';
import { type TableView, tableView, textColumn } from '../table-view.ts';
import type { LetterDesk } from './letter-desk.ts';

export interface StepsView {
  readonly note: string;
  readonly tables: readonly TableView[];
}

export function stepsView({ sheet }: Letter, { format, letter }: LetterDesk): StepsView {
  const { worksheet, cells, columns } = sheet;
  const { labels } = letter;
  const titles = new Map([...worksheet.columns, ...worksheet.cells].map((each) => [each.id, each]));
  const named = (id: string): string => letter.quoted(titles.get(id)?.label ?? id);
  const write: WriteFigure = (datum, unit) => format.datum(datum, unit, { digits: 'exact' });
  const said = ({ formula }: WorksheetCell): string =>
    formula.op === 'input' ? letter.given : formulaWords(formula, named, worksheet, write);
  const table = (caption: string, steps: readonly WorksheetCell[]): readonly TableView[] => {
    if (steps.length === 0) return [];
    const rows = steps.map((each) => [each.label, said(each)]);
    return [tableView({ caption, columns: [labels.step, labels.how].map(textColumn), rows })];
  };
  return {
    note: letter.stepsNote,
    tables: [...table(labels.perDeal, columns), ...table(labels.step, cells)],
  };
}
