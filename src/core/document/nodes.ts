// Looks into the plain nodes of a document.
// In: a node and a path. Out: what stands there, or undefined.

import type { DocumentMap, DocumentNode, DocumentPath } from '../source.ts';

export function isMap(node: DocumentNode | undefined): node is DocumentMap {
  return typeof node === 'object' && !Array.isArray(node);
}

export function isList(node: DocumentNode | undefined): node is readonly DocumentNode[] {
  return Array.isArray(node);
}

export function nodeAt(
  root: DocumentNode | undefined,
  path: DocumentPath,
): DocumentNode | undefined {
  let node: DocumentNode | undefined = root;
  for (const step of path) {
    if (typeof node !== 'object') return undefined;
    node = (node as Readonly<Record<string | number, DocumentNode>>)[step];
  }
  return node;
}
