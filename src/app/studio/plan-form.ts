// The form beside a plan's text: the figures and words that founders change most, found by where
// they stand in the document. A field is a path, so that a change of it is an edit of the text.
// What may be added or left out, and the words to choose from, are asked of the schema.
// In: the document as written, faults and all. Out: sections of fields and tables of rows.

import {
  type DocumentMap,
  type DocumentNode,
  type DocumentPath,
  isList,
  isMap,
} from '../../core/index.ts';
import type { AssignedCell } from './assigned-figures.ts';
import { type Addition, additionsAt, isOptional } from './plan-additions.ts';
import { labelOf } from './plan-labels.ts';
import { formsAt, type JsonSchema, wordsOf } from './plan-schema.ts';

export interface FormField {
  readonly path: DocumentPath;
  readonly label: string;
  readonly text: string;
  /** The words that may stand there, where nothing else may. */
  readonly choices?: readonly string[];
  /** It stands in a table of the company, not in the plan. */
  readonly cell?: AssignedCell;
  /** It is only shown. */
  readonly isFixed?: true;
  /** What is left out with it, where that may be. */
  readonly removes?: DocumentPath;
}

export interface FormTable {
  /** The list whose entries are the rows. */
  readonly path: DocumentPath;
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly fields: readonly FormField[] }[];
  /** Rows without an id may be copied: nothing else speaks of them. */
  readonly isOpen: boolean;
  /** Rows are neither added nor taken away. */
  readonly isFixed?: true;
}

export interface FormSection {
  readonly path: DocumentPath;
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly tables: readonly FormTable[];
  readonly additions: readonly Addition[];
  /** An entry that may be taken out: of its list, or with it where it is the only one. */
  readonly removal?: { readonly edit: 'remove-row' | 'remove-field'; readonly path: DocumentPath };
}

/** Said elsewhere, or seldom changed. */
const HIDDEN = ['plan', 'role', 'purpose', 'currency', 'accepts', 'measures'];
const HIDDEN_IN_ENTRIES = ['id', 'kind', 'note', 'supports', 'objective'];
const HIDDEN_IN_ROWS = ['id', 'title', 'measure', 'evidence', 'because', 'when'];
const LISTS = ['components', 'gates', 'modifiers', 'links', 'holds', 'groupCaps'];

export function planForm(root: DocumentNode, schema: JsonSchema): readonly FormSection[] {
  if (!isMap(root)) return [];
  const form = { root, schema };
  const terms = sectionOf('The plan', root, [], [...HIDDEN, ...LISTS], form);
  const entries = LISTS.flatMap((name) => {
    const list = root[name];
    if (!isList(list)) return [];
    return list.flatMap((each, index): readonly FormSection[] => {
      if (!isMap(each)) return [];
      const section = sectionOf(titleOf(each), each, [name, index], HIDDEN_IN_ENTRIES, form);
      return [{ ...section, ...removalOf(name, index, list.length, form) }];
    });
  });
  return [terms, ...entries];
}

interface Form {
  readonly root: DocumentMap;
  readonly schema: JsonSchema;
}

function removalOf(
  list: string,
  index: number,
  length: number,
  { schema, root }: Form,
): Pick<FormSection, 'removal'> {
  if (length > 1) return { removal: { edit: 'remove-row', path: [list, index] } };
  return isOptional(schema, root, [list])
    ? { removal: { edit: 'remove-field', path: [list] } }
    : {};
}

function sectionOf(
  title: string,
  entry: DocumentMap,
  path: DocumentPath,
  hidden: readonly string[],
  form: Form,
): FormSection {
  const { schema, root } = form;
  const parts = Object.entries(entry)
    .filter(([name]) => !hidden.includes(name))
    .map(([name, node]) => {
      const own = [...path, name];
      const { fields, tables } = partsAt(node, own, [name], form);
      // What holds a table stays: its rows are taken out one by one.
      const canGo = tables.length === 0 && isOptional(schema, root, own);
      const [first, ...others] = fields;
      return first && canGo
        ? { fields: [{ ...first, removes: own }, ...others], tables }
        : { fields, tables };
    });
  const additions = additionsAt(schema, root, path).filter(
    (each) => each.isEntry || !hidden.includes(String(each.path.at(-1))),
  );
  return { path, title, ...joined(parts), additions };
}

type Parts = Pick<FormSection, 'fields' | 'tables'>;

function joined(parts: readonly Parts[]): Parts {
  return {
    fields: parts.flatMap(({ fields }) => fields),
    tables: parts.flatMap(({ tables }) => tables),
  };
}

function partsAt(
  node: DocumentNode,
  path: DocumentPath,
  names: readonly string[],
  form: Form,
): Parts {
  if (typeof node === 'string') {
    return { fields: [fieldAt(node, path, labelOf(names), form)], tables: [] };
  }
  if (isList(node)) {
    const table = tableAt(node, path, names, form);
    return { fields: [], tables: table ? [table] : [] };
  }
  return joined(
    Object.entries(node as DocumentMap).map(([name, each]) =>
      partsAt(each, [...path, name], [...names, name], form),
    ),
  );
}

function fieldAt(text: string, path: DocumentPath, label: string, form: Form): FormField {
  const choices = choicesAt(path, form);
  return { path, label, text, ...(choices.includes(text) && { choices }) };
}

/** Words, where only words may stand; measures, where one is named. */
function choicesAt(path: DocumentPath, { schema, root }: Form): readonly string[] {
  if (path.at(-1) === 'measure')
    return Object.keys(isMap(root['measures']) ? root['measures'] : {});
  const forms = formsAt(schema, root, path);
  const isOpen = forms.some(
    ({ type, enum: words, const: word }) => type && !words && word === undefined,
  );
  const words = isOpen ? [] : wordsOf(forms);
  return words.length > 1 ? words : [];
}

function tableAt(
  list: readonly DocumentNode[],
  path: DocumentPath,
  names: readonly string[],
  form: Form,
): FormTable | undefined {
  const rows = list.map((row, index) => ({
    name: isMap(row) && row['id'] !== undefined ? titleOf(row) : '',
    fields: isMap(row) ? scalarsIn(row, [...path, index], [], form) : [],
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
  form: Form,
): readonly FormField[] {
  return Object.entries(map).flatMap(([name, node]): readonly FormField[] => {
    if (HIDDEN_IN_ROWS.includes(name)) return [];
    const inner = [...names, name];
    if (typeof node === 'string') return [fieldAt(node, [...path, name], labelOf(inner), form)];
    return isMap(node) ? scalarsIn(node, [...path, name], inner, form) : [];
  });
}

function titleOf(entry: DocumentMap): string {
  const title = entry['title'] ?? entry['id'];
  return typeof title === 'string' ? title : '';
}
