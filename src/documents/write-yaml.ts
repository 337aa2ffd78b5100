// Writes a document as YAML, over a text that was read before where there is one: what is the same
// stays as its author wrote it, comments and order included. In: the document, maybe the text.
// Out: the text.

import { parseDocument, stringify } from 'yaml';
import { type DocumentMap, type DocumentNode, isMap } from '../core/index.ts';
import { changed, editYaml, type YamlEdit } from './edit-yaml.ts';
import { PARSE_OPTIONS, parseYaml } from './read-yaml.ts';

const WIDTH = { lineWidth: 100 };

export function writeYaml(root: DocumentNode, over = ''): string {
  const before = rootOf(over);
  if (!before || !isMap(root)) return stringify(root, WIDTH);
  const text = editsFor(before, root).reduce((so, edit) => {
    const change = editYaml(so, edit);
    return change ? changed(so, change) : so;
  }, over);
  const left = differing(rootOf(text) ?? {}, root);
  if (left.length === 0) return text;
  const document = parseDocument(text, PARSE_OPTIONS);
  for (const name of left) {
    if (root[name] === undefined) document.delete(name);
    else document.set(name, document.createNode(root[name]));
  }
  return document.toString(WIDTH);
}

function rootOf(text: string): DocumentMap | undefined {
  const read = parseYaml(text, '');
  return read.ok && isMap(read.product.root) ? read.product.root : undefined;
}

/** Fields that hold one text are changed in their place. */
function editsFor(before: DocumentMap, root: DocumentMap): readonly YamlEdit[] {
  return differing(before, root).flatMap((name): readonly YamlEdit[] => {
    const node = root[name];
    if (node === undefined) return [{ edit: 'remove-field', path: [name] }];
    const isText = typeof node === 'string' && typeof before[name] === 'string';
    return isText ? [{ edit: 'set', path: [name], text: node }] : [];
  });
}

function differing(before: DocumentMap, after: DocumentMap): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
