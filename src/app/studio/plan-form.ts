// The form beside a plan's text: the figures and words that founders change most, found by where
// they stand in the document. A field is a path, so that a change of it is an edit of the text.
// In: the document as written, faults and all. Out: sections of fields and tables of rows.

import type { DocumentMap, DocumentNode, DocumentPath } from '../../core/index.ts';

export interface FormField {
  readonly path: DocumentPath;
  readonly label: string;
  readonly text: string;
}

export interface FormTable {
  /** The list whose entries are the rows. */
  readonly path: DocumentPath;
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly fields: readonly FormField[] }[];
  /** Rows without an id may be added and taken away: nothing else speaks of them. */
  readonly isOpen: boolean;
}

export interface FormSection {
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly tables: readonly FormTable[];
}

/** Fields of each kind of entry that are shown; whatever stands below them is shown with them. */
const TERMS = ['title', 'effective', 'payoutPeriod', 'planCap', 'planFloor'];
const ENTRY = ['title', 'weight', 'quota', 'window', 'attainment', 'curve', 'keyResults', 'goals'];
const LIMITS = ['payoutCap', 'payoutFloor', 'attainmentCap', 'dealCap', 'each'];
const GATE = ['title', 'require', 'whenNotMet'];
const ROW_SKIPS = ['id', 'title', 'measure', 'evidence', 'because', 'when'];
const LISTS = [
  { name: 'components', shown: [...ENTRY, ...LIMITS] },
  { name: 'gates', shown: GATE },
];

export function planForm(root: DocumentNode): readonly FormSection[] {
  if (!isMap(root)) return [];
  const terms = sectionOf('The plan', root, [], TERMS);
  const entries = LISTS.flatMap(({ name, shown }) => {
    const list = root[name];
    if (!isList(list)) return [];
    return list.flatMap((each, index) =>
      isMap(each) ? [sectionOf(titleOf(each), each, [name, index], shown)] : [],
    );
  });
  return [terms, ...entries].filter(({ fields, tables }) => fields.length + tables.length > 0);
}

function sectionOf(
  title: string,
  entry: DocumentMap,
  path: DocumentPath,
  shown: readonly string[],
): FormSection {
  const parts = shown.flatMap((name) => {
    const node = entry[name];
    return node === undefined ? [] : [partsAt(node, [...path, name], [name])];
  });
  return {
    title,
    fields: parts.flatMap(({ fields }) => fields),
    tables: parts.flatMap(({ tables }) => tables),
  };
}

type Parts = Pick<FormSection, 'fields' | 'tables'>;

function partsAt(node: DocumentNode, path: DocumentPath, names: readonly string[]): Parts {
  if (typeof node === 'string') {
    return { fields: [{ path, label: labelOf(names), text: node }], tables: [] };
  }
  if (isList(node)) {
    const table = tableAt(node, path, names);
    return { fields: [], tables: table ? [table] : [] };
  }
  const parts = Object.entries(node).map(([name, each]) =>
    partsAt(each, [...path, name], [...names, name]),
  );
  return {
    fields: parts.flatMap(({ fields }) => fields),
    tables: parts.flatMap(({ tables }) => tables),
  };
}

function tableAt(
  list: readonly DocumentNode[],
  path: DocumentPath,
  names: readonly string[],
): FormTable | undefined {
  const rows = list.map((row, index) => ({
    name: isMap(row) && row['id'] !== undefined ? titleOf(row) : '',
    fields: isMap(row) ? scalarsIn(row, [...path, index], []) : [],
  }));
  const columns = [...new Set(rows.flatMap(({ fields }) => fields.map(({ label }) => label)))];
  if (columns.length === 0) return undefined;
  const isOpen = rows.every(({ name }) => name === '');
  return { path, label: labelOf(names), columns, rows, isOpen };
}

function scalarsIn(
  map: DocumentMap,
  path: DocumentPath,
  names: readonly string[],
): readonly FormField[] {
  return Object.entries(map).flatMap(([name, node]): readonly FormField[] => {
    if (ROW_SKIPS.includes(name)) return [];
    const inner = [...names, name];
    if (typeof node === 'string') {
      return [{ path: [...path, name], label: labelOf(inner), text: node }];
    }
    return isMap(node) ? scalarsIn(node, [...path, name], inner) : [];
  });
}

/** `payoutCap, ofTarget` becomes “Payout cap of target”. */
function labelOf(names: readonly string[]): string {
  const words = names
    .map((name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function titleOf(entry: DocumentMap): string {
  const title = entry['title'] ?? entry['id'];
  return typeof title === 'string' ? title : '';
}

function isMap(node: DocumentNode | undefined): node is DocumentMap {
  return typeof node === 'object' && !Array.isArray(node);
}

function isList(node: DocumentNode | undefined): node is readonly DocumentNode[] {
  return Array.isArray(node);
}
