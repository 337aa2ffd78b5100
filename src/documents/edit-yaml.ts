// Changes one place of a YAML text and leaves every other byte as its author wrote it: comments,
// order, quotes, spaces. In: the text and an edit at a path. Out: the piece of text to replace, or
// none where the path leads nowhere. A change counts only when the new text, read again, is the old
// document with that edit and nothing else.

import { isCollection, isScalar, type ParsedNode, parseDocument } from 'yaml';
import type { DocumentMap, DocumentNode, DocumentPath } from '../core/index.ts';
import { PARSE_OPTIONS } from './read-yaml.ts';
import { rowCopied, rowRemoved } from './yaml-rows.ts';
import { spellings } from './yaml-spellings.ts';
import { readTree } from './yaml-tree.ts';

export type YamlEdit =
  | { readonly edit: 'set'; readonly path: DocumentPath; readonly text: string }
  /** Of a list: the row once more, after itself. */
  | { readonly edit: 'copy-row'; readonly path: DocumentPath }
  | { readonly edit: 'remove-row'; readonly path: DocumentPath };

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
  if (step === undefined) {
    return edit.edit === 'set' && typeof node === 'string' ? edit.text : undefined;
  }
  if (typeof node === 'string') return undefined;
  const isRow = edit.edit !== 'set' && depth === edit.path.length - 1;
  if (isRow) return Array.isArray(node) ? withRow(node, edit.edit, Number(step)) : undefined;
  const inside = (node as DocumentMap)[step];
  const inner = inside === undefined ? undefined : edited(inside, edit, depth + 1);
  if (inner === undefined) return undefined;
  if (Array.isArray(node)) return node.with(Number(step), inner);
  const map: Record<string, DocumentNode> = Object.assign(Object.create(null), node);
  map[String(step)] = inner;
  return map;
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
    isCollection(contents) ? contents.getIn(path, true) : contents;
  if (edit.edit === 'set') {
    const node = nodeAt(edit.path);
    return isScalar(node) ? spellings(node, edit.text) : [];
  }
  const list = nodeAt(edit.path.slice(0, -1));
  const index = Number(edit.path.at(-1));
  return edit.edit === 'copy-row' ? rowCopied(text, list, index) : rowRemoved(text, list, index);
}
