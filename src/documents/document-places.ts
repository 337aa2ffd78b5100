// Where the nodes of a document stand, looked up only when a finding needs it.
// In: the parsed tree and how offsets become places. Out: `placeOf` and `placeOfKey`, which show a
// missing entry at its nearest ancestor, and the way to it as readable text.

import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { DocumentPath, Place, SourceDocument } from '../core/index.ts';

/** What one step of a path leads to: the offsets of its key (if it has one) and of its value. */
interface Step {
  readonly keyOffset: number;
  readonly node: ParsedNode | null;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

export function placesIn(
  contents: ParsedNode,
  placeAt: (offset: number) => Place,
): Pick<SourceDocument, 'placeOf' | 'placeOfKey'> {
  const step = stepper();
  const at = (offset: number, path: DocumentPath): Place =>
    path.length === 0 ? placeAt(offset) : { ...placeAt(offset), path: pathText(path) };
  return {
    placeOf: (path, offset = 0) => {
      const reached = follow(contents, path, step);
      return at(valueOffset(reached) + withinText(reached, offset, placeAt), path);
    },
    placeOfKey: (path) => {
      const last = follow(contents, path.slice(0, -1), step);
      const found = path.length === 0 ? undefined : step(last.node, path.at(-1) ?? '');
      return at(found?.keyOffset ?? valueOffset(follow(contents, path, step)), path);
    },
  };
}

/** `components[0].curve.points[2]`; names that could be misread stand in brackets and quotes. */
export function pathText(path: DocumentPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    if (!PLAIN_NAME.test(part)) return `${text}[${JSON.stringify(part)}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

function follow(contents: ParsedNode, path: DocumentPath, step: Stepper): Step {
  let reached: Step = { keyOffset: contents.range[0], node: contents };
  for (const part of path) {
    const next = step(reached.node, part);
    if (next === undefined) return reached;
    reached = next;
  }
  return reached;
}

type Stepper = (node: ParsedNode | null, part: string | number) => Step | undefined;

/** Remembers each map's entries by name: a map of many faulty fields is looked up many times. */
function stepper(): Stepper {
  const entriesOf = new WeakMap<ParsedNode, ReadonlyMap<string, Step>>();
  return (node, part) => {
    if (isSeq(node)) {
      const item = typeof part === 'number' ? node.items[part] : undefined;
      return item && { keyOffset: item.range[0], node: item };
    }
    if (!isMap(node)) return undefined;
    const entries = entriesOf.get(node) ?? entriesByName(node);
    entriesOf.set(node, entries);
    return entries.get(String(part));
  };
}

function entriesByName(node: YAMLMap.Parsed): ReadonlyMap<string, Step> {
  return new Map(
    node.items.flatMap(({ key, value }): [string, Step][] =>
      isScalar(key) ? [[String(key.value), { keyOffset: key.range[0], node: value }]] : [],
    ),
  );
}

function valueOffset({ node, keyOffset }: Step): number {
  return node === null ? keyOffset : node.range[0];
}

/** Characters from a text's start; a text over several lines was folded, so its start must do. */
function withinText({ node }: Step, offset: number, placeAt: (offset: number) => Place): number {
  if (offset === 0 || !isScalar(node)) return 0;
  const [start, end] = node.range;
  if (placeAt(start).line !== placeAt(end).line) return 0;
  return offset + (node.type === 'PLAIN' ? 0 : 1);
}
