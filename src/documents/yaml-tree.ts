// Turns a parsed YAML tree into plain nodes and refuses what a document must not use: aliases,
// tags, merge keys, double keys, nesting beyond 64. In: a tree without syntax errors.
// Out: text, lists and prototype-free maps, and all findings.
// Source: the alias bomb ("billion laughs"), and prototype pollution through `__proto__` keys.

import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import {
  type Diagnostic,
  type DocumentMap,
  type DocumentNode,
  diagnose,
  type Place,
} from '../core/index.ts';
import { quoteText } from './quote-text.ts';

export const DEPTH_MAX = 64;

/** The text being read, and how an offset in it becomes a place. */
export interface YamlSource {
  readonly text: string;
  readonly placeAt: (offset: number) => Place;
}

export interface Tree {
  readonly root: DocumentNode;
  readonly diagnostics: readonly Diagnostic[];
}

interface Walk extends YamlSource {
  readonly found: Diagnostic[];
}

export function readTree(contents: ParsedNode, source: YamlSource): Tree {
  const walk: Walk = { ...source, found: [] };
  return { root: readNode(contents, 1, walk), diagnostics: walk.found };
}

function readNode(node: ParsedNode | null, depth: number, walk: Walk): DocumentNode {
  // `{ name }` in braces has no value at all; like `name:` it is empty text.
  if (node === null) return '';
  refuseProperties(node, walk);
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
  if (isAlias(node)) return '';
  if (depth > DEPTH_MAX) {
    walk.found.push(tooDeep(walk.placeAt(node.range[0])));
    return '';
  }
  if (isSeq(node)) return node.items.map((item) => readNode(item as ParsedNode, depth + 1, walk));
  return isMap(node) ? readMap(node, depth, walk) : '';
}

function readMap(node: YAMLMap.Parsed, depth: number, walk: Walk): DocumentMap {
  const map: Record<string, DocumentNode> = Object.create(null);
  const lines = new Map<string, number>();
  for (const { key, value } of node.items) {
    const name = readNode(key, depth, walk);
    if (typeof name !== 'string') continue;
    const place = walk.placeAt(key.range[0]);
    const firstLine = lines.get(name);
    if (isScalar(key) && key.type === 'PLAIN' && name === '<<') walk.found.push(mergeKey(place));
    if (name === '') walk.found.push(noName(place));
    if (firstLine !== undefined) walk.found.push(duplicateKey(name, firstLine, place));
    else lines.set(name, place.line);
    map[name] = readNode(value, depth + 1, walk);
  }
  return map;
}

function refuseProperties(node: ParsedNode, walk: Walk): void {
  const start = node.range[0];
  if (isAlias(node)) walk.found.push(alias(`*${node.source}`, walk.placeAt(start)));
  else if (node.anchor !== undefined) {
    const written = `&${node.anchor}`;
    walk.found.push(alias(written, walk.placeAt(offsetBefore(walk.text, written, start))));
  }
  if (node.tag !== undefined) {
    const offset = offsetBefore(walk.text, '!', start);
    const written = /^!\S*/.exec(walk.text.slice(offset, offset + 80))?.[0] ?? node.tag;
    walk.found.push(tag(written, walk.placeAt(offset)));
  }
}

/** Anchors and tags stand before the node that the parser hangs them on. */
function offsetBefore(text: string, written: string, start: number): number {
  const offset = text.lastIndexOf(written, start);
  // `!!str` is two exclamation marks; its place is the first.
  return written === '!' && text[offset - 1] === '!' ? offset - 1 : Math.max(offset, 0);
}

function tooDeep(place: Place): Diagnostic {
  const what = `this is nested more than ${DEPTH_MAX} levels deep`;
  return diagnose('yaml/too-deep', place, what, 'take out levels of nesting');
}

function alias(written: string, place: Place): Diagnostic {
  const what = `${quoteText(written)} marks a part for use elsewhere, or takes it from there`;
  const remedy = 'write the value out where it is used; a text with & or * needs quotes: `"*"`';
  return diagnose('yaml/alias', place, what, remedy);
}

function tag(written: string, place: Place): Diagnostic {
  const remedy = `remove it; a text that starts with ! needs quotes: \`"!"\``;
  return diagnose('yaml/tag', place, `${quoteText(written)} is a tag`, remedy);
}

function mergeKey(place: Place): Diagnostic {
  const remedy = 'write the fields out in this place';
  return diagnose('yaml/merge-key', place, '`<<` would copy fields from another part', remedy);
}

function noName(place: Place): Diagnostic {
  const remedy = 'write `name: value`';
  return diagnose('yaml/syntax', place, 'nothing stands before this colon', remedy);
}

function duplicateKey(name: string, firstLine: number, place: Place): Diagnostic {
  const what = `${quoteText(name)} stands here again; it is first on line ${firstLine}`;
  const remedy = 'keep one of the two; several of a kind are a list, each starting with `- `';
  return diagnose('yaml/duplicate-key', place, what, remedy);
}
