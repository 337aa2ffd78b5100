// Changes one place of a YAML text and leaves every other byte as its author wrote it: comments,
// order, quotes, spaces. In: the text and an edit at a path. Out: the piece of text to replace, or
// none where the path leads nowhere. A change counts only when the new text, read again, is the old
// document with that edit and nothing else.

import { isCollection, isScalar, type ParsedNode, parseDocument } from 'yaml';
import type { DocumentMap, DocumentNode, DocumentPath } from '../core/index.ts';
import { PARSE_OPTIONS } from './read-yaml.ts';
import { fieldAdded, fieldRemoved, rowAdded } from './yaml-additions.ts';
import { rowCopied, rowRemoved } from './yaml-rows.ts';
import { spellings } from './yaml-spellings.ts';
import { readTree } from './yaml-tree.ts';

export type YamlEdit =
  | { readonly edit: 'set'; readonly path: DocumentPath; readonly text: string }
  /** Of a list: the row once more, after itself. */
  | { readonly edit: 'copy-row'; readonly path: DocumentPath }
  | { readonly edit: 'remove-row'; readonly path: DocumentPath }
  /** At the end of the list at the path. */
  | { readonly edit: 'add-row'; readonly path: DocumentPath; readonly node: DocumentNode }
  /** The path ends with the new field's name; behind the field `after`, else the last. */
  | {
      readonly edit: 'add-field';
      readonly path: DocumentPath;
      readonly node: DocumentNode;
      readonly after?: string;
    }
  | { readonly edit: 'remove-field'; readonly path: DocumentPath };

/** What stands from `from` up to `to` becomes `insert`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function editYaml(text: string, edit: YamlEdit): TextChange | undefined {
  const before = treeOf(text);
  const expected = before && edited(before.root, edit, 0);
  if (!before || expected === undefined) return undefined;
  const wanted = JSON.stringify(expected);
  return changesFor(text, before.contents, edit).find((change) => {
    const after = treeOf(changed(text, change));
    return after !== undefined && JSON.stringify(after.root) === wanted;
  });
}

export function changed(text: string, { from, to, insert }: TextChange): string {
  return text.slice(0, from) + insert + text.slice(to);
}

function treeOf(text: string): { root: DocumentNode; contents: ParsedNode } | undefined {
  const { contents, errors } = parseDocument(text, { ...PARSE_OPTIONS, keepSourceTokens: true });
  if (errors.length > 0 || contents === null) return undefined;
  // Places are not asked for: only the nodes are compared.
  const placeAt = () => ({ file: '', line: 1, column: 1 });
  return { root: readTree(contents, { text, placeAt }).root, contents };
}

/** The document as it should be; none where the path leads to nothing that can be edited so. */
function edited(node: DocumentNode, edit: YamlEdit, depth: number): DocumentNode | undefined {
  const step = edit.path[depth];
  const isLast = depth === edit.path.length - 1;
  if (step === undefined) return replaced(node, edit);
  if (typeof node === 'string') return undefined;
  if (isLast && (edit.edit === 'copy-row' || edit.edit === 'remove-row')) {
    return Array.isArray(node) ? withRow(node, edit.edit, Number(step)) : undefined;
  }
  if (isLast && (edit.edit === 'add-field' || edit.edit === 'remove-field')) {
    return Array.isArray(node) ? undefined : withField(node as DocumentMap, String(step), edit);
  }
  const inside = (node as DocumentMap)[step];
  const inner = inside === undefined ? undefined : edited(inside, edit, depth + 1);
  if (inner === undefined) return undefined;
  if (Array.isArray(node)) return node.with(Number(step), inner);
  return mapOf(
    Object.entries(node).map(([key, each]) => [key, key === String(step) ? inner : each]),
  );
}

/** The node that the path leads to. */
function replaced(node: DocumentNode, edit: YamlEdit): DocumentNode | undefined {
  if (edit.edit === 'set') return typeof node === 'string' ? edit.text : undefined;
  return edit.edit === 'add-row' && Array.isArray(node) ? [...node, edit.node] : undefined;
}

type FieldEdit = Extract<YamlEdit, { edit: 'add-field' | 'remove-field' }>;

function withField(map: DocumentMap, name: string, edit: FieldEdit): DocumentMap | undefined {
  const entries = Object.entries(map);
  const at = entries.findIndex(([key]) => key === name);
  if (edit.edit === 'remove-field') return at < 0 ? undefined : mapOf(entries.toSpliced(at, 1));
  if (at >= 0) return undefined;
  const after = entries.findIndex(([key]) => key === edit.after);
  const place = after < 0 ? entries.length : after + 1;
  return mapOf(entries.toSpliced(place, 0, [name, edit.node]));
}

function mapOf(entries: readonly (readonly [string, DocumentNode])[]): DocumentMap {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

function withRow(
  rows: readonly DocumentNode[],
  edit: 'copy-row' | 'remove-row',
  index: number,
): readonly DocumentNode[] | undefined {
  const row = rows[index];
  if (row === undefined) return undefined;
  return edit === 'copy-row' ? rows.toSpliced(index, 0, row) : rows.toSpliced(index, 1);
}

/** Ways to write the edit, the one nearest to the author's style first. */
function changesFor(text: string, contents: ParsedNode, edit: YamlEdit): readonly TextChange[] {
  const nodeAt = (path: DocumentPath): unknown =>
    isCollection(contents) && path.length > 0 ? contents.getIn(path, true) : contents;
  const holder = nodeAt(edit.path.slice(0, -1));
  const last = edit.path.at(-1) ?? '';
  switch (edit.edit) {
    case 'set': {
      const node = nodeAt(edit.path);
      return isScalar(node) ? spellings(node, edit.text) : [];
    }
    case 'copy-row':
      return rowCopied(text, holder, Number(last));
    case 'remove-row':
      return rowRemoved(text, holder, Number(last));
    case 'add-row':
      return rowAdded(text, nodeAt(edit.path), edit.node);
    case 'add-field':
      return fieldAdded(text, holder, [String(last), edit.node], edit.after);
    case 'remove-field':
      return fieldRemoved(text, holder, String(last));
  }
}
