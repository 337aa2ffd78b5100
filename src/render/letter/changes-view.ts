// The history of changes as a table: which field of which entry, from what, to what.
// In: the changes between two documents. Out: a row each, in the words of the letter.

import type { DocumentMap, DocumentNode, Letter, PlanChange } from '../../core/index.ts';
import { type TableView, tableView, textColumn } from '../table-view.ts';
import { fieldWords, wordsOf } from './field-words.ts';
import type { LetterDesk } from './letter-desk.ts';
import { fieldIn, isEntries, isMap } from './plan-words.ts';

export interface ChangesView {
  readonly note: string;
  readonly none: string | undefined;
  readonly table: TableView | undefined;
}

export function changesView(letter: Letter, desk: LetterDesk): ChangesView | undefined {
  const { changes } = letter;
  if (!changes) return undefined;
  const { letter: words } = desk;
  const { labels } = words;
  const { against, changes: all } = changes;
  const rows = all.flatMap((change) => changeRows(change, desk));
  return {
    note: words.changesNote(against.title, against.version),
    none: rows.length === 0 ? words.noChange : undefined,
    table:
      rows.length === 0
        ? undefined
        : tableView({
            caption: labels.changes,
            columns: [labels.field, labels.before, labels.after].map(textColumn),
            rows,
          }),
  };
}

/** A change of a whole entry is a row for each of its fields. */
export function changeRows(
  { path, before, after }: PlanChange,
  desk: LetterDesk,
): readonly (readonly string[])[] {
  const node = after ?? before;
  const inner = innerOf(node);
  if (inner) {
    return inner.flatMap(([key, each]) => {
      const change = { path: [...path, key], ...(after ? { after: each } : { before: each }) };
      return changeRows(change, desk);
    });
  }
  const { field, names, unit } = placeOf(path, desk);
  const said = (each: DocumentNode | undefined): string =>
    each === undefined ? desk.letter.absent : desk.plan.text(field, each as string, unit);
  return [[names.join(' › '), said(before), said(after)]];
}

/** What a map or a list of entries consists of; entries by their ids, rows by their numbers. */
function innerOf(
  node: DocumentNode | undefined,
): readonly (readonly [string | number, DocumentNode])[] | undefined {
  if (isMap(node)) return Object.entries(node);
  if (!isEntries(node)) return undefined;
  return node.map((each, row) => [typeof each['id'] === 'string' ? each['id'] : row, each]);
}

/** The way to a field in words, and the unit of its plain figures. */
function placeOf(path: PlanChange['path'], desk: LetterDesk) {
  let field = '';
  let unit: Parameters<LetterDesk['plan']['text']>[2] = 'number';
  let node: DocumentNode | undefined = desk.plan.root;
  const names: string[] = [];
  let wasEntry = false;
  for (const [index, step] of path.entries()) {
    node = stepInto(node, step);
    if (isMap(node)) unit = desk.plan.unitOf(node, unit);
    const isEntry: boolean = typeof step === 'number' || (!wasEntry && isListOfIds(field));
    wasEntry = isEntry;
    if (typeof step === 'number') names.push(desk.letter.row(step + 1));
    else if (isEntry) names.push(titleOf(node) ?? step);
    else {
      field = fieldIn(field, step);
      // Maps on the way to a field have no words of their own.
      if (field in fieldWords || index === path.length - 1) names.push(wordsOf(field).label);
    }
  }
  return { field, names, unit };
}

/** Entries of lists and of measures are found by their ids. */
function isListOfIds(field: string): boolean {
  return field === 'measures' || `${field}.id` in fieldWords;
}

function stepInto(node: DocumentNode | undefined, step: string | number): DocumentNode | undefined {
  if (isMap(node)) return node[step];
  if (!Array.isArray(node)) return undefined;
  return typeof step === 'number'
    ? node[step]
    : node.find((each) => isMap(each) && each['id'] === step);
}

function titleOf(node: DocumentNode | undefined): string | undefined {
  const entry: DocumentMap = isMap(node) ? node : {};
  const title = entry['title'] ?? entry['label'];
  return typeof title === 'string' ? title : undefined;
}
