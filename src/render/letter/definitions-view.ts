// The definitions of a letter: every measure with all of its fields, and the figures of deals that
// formulas speak of. In: the letter. Out: views.

import type { DocumentMap, Letter } from '../../core/index.ts';
import { type TableView, tableView, textColumn } from '../table-view.ts';
import { wordsOf } from './field-words.ts';
import type { LetterDesk } from './letter-desk.ts';
import { isMap, type TermRow } from './plan-words.ts';
import { rootOf } from './sections-view.ts';

export interface DefinitionsView {
  readonly note: string;
  readonly measures: readonly {
    readonly title: string;
    readonly rows: readonly TermRow[];
    readonly tables: readonly TableView[];
  }[];
  readonly figures: TableView | undefined;
}

export function definitionsView(letter: Letter, desk: LetterDesk): DefinitionsView {
  const measures: DocumentMap = rootOf(letter)['measures'] as DocumentMap;
  return {
    note: desk.letter.definitionsNote,
    measures: Object.entries(measures).flatMap(([id, node]) => {
      if (!isMap(node)) return [];
      const unit = letter.plan.measures.get(id)?.unit ?? 'number';
      const said = desk.plan.say('measures', node, unit, ['label', 'date']);
      const rows = [...said.rows, ...countsOn(letter, id)];
      return [{ title: desk.plan.measureTitle(id), rows, tables: said.tables }];
    }),
    figures: figuresTable(letter, desk),
  };
}

/** The date of a deal that decides in which period it counts, the company's own included. */
function countsOn({ plan }: Letter, id: string): readonly TermRow[] {
  const measure = plan.measures.get(id);
  if (!measure || !('date' in measure)) return [];
  return [{ label: wordsOf('measures.date').label, text: measure.date }];
}

/** How much of a deal counts for whom is a figure of the deal that no table names. */
const SHARE = 'share.';

function figuresTable({ definitions }: Letter, desk: LetterDesk): TableView | undefined {
  const { labels } = desk.letter;
  if (definitions.length === 0) return undefined;
  return tableView({
    caption: labels.dealFigures,
    columns: [labels.figure, labels.meaning, labels.formula].map(textColumn),
    rows: definitions.map(({ name, label, formula = '' }) => {
      const meaning = name.startsWith(SHARE) ? desk.letter.shareOfDeal : label;
      return [name, meaning === name ? '' : meaning, formula];
    }),
  });
}
