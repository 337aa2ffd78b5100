// A new row or field of a YAML text, and a field taken away, in the style of what is around: as
// lines with the same indentation, or in brackets. In: the text, the list or map, what comes in.
// Out: ways to change the text; whoever asks reads each again and takes the first that is meant.

import {
  Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type ParsedNode,
  visit,
  type YAMLMap,
} from 'yaml';
import type { DocumentNode } from '../core/index.ts';
import type { TextChange } from './edit-yaml.ts';
import { endOf, lineBreakIn, rowAt } from './yaml-rows.ts';

export function rowAdded(text: string, list: unknown, node: DocumentNode): readonly TextChange[] {
  if (!isSeq(list)) return [];
  const last = rowAt(text, list as Parameters<typeof rowAt>[1], list.items.length - 1);
  if (!last) return [];
  const beside = { from: last.to, to: last.to, insert: `, ${inBrackets(node)}` };
  if (list.flow) return [beside];
  const indent = ' '.repeat(last.from - last.lineStart);
  return [lineAfter(text, last.to, `${indent}- ${indented(linesOf(node), `${indent}  `)}`)];
}

/** `after` names the field that it comes behind; else it comes behind the last. */
export function fieldAdded(
  text: string,
  map: unknown,
  [key, node]: readonly [string, DocumentNode],
  after: string | undefined,
): readonly TextChange[] {
  const found = fieldOf(text, map, after) ?? fieldOf(text, map, undefined);
  if (!found || !isMap(map)) return [];
  if (map.flow) {
    return [{ from: found.to, to: found.to, insert: `, ${key}: ${inBrackets(node)}` }];
  }
  const indent = ' '.repeat(columnOf(text, found.from));
  return [lineAfter(text, found.to, `${indent}${key}:${blockOf(node, indent)}`)];
}

export function fieldRemoved(text: string, map: unknown, key: string): readonly TextChange[] {
  const field = fieldOf(text, map, key);
  if (!field || !isMap(map)) return [];
  const index = map.items.findIndex((each) => nameOf(each.key) === key);
  const names = map.items.map((each) => nameOf(each.key));
  const [before, next] = [names[index - 1], names[index + 1]].map((name) =>
    name === undefined ? undefined : fieldOf(text, map, name),
  );
  const lineStart = text.lastIndexOf('\n', field.from - 1) + 1;
  const isAlone = text.slice(lineStart, field.from).trim() === '';
  return [
    ...(isAlone && !map.flow ? [{ from: lineStart, to: lineEnd(text, field.to), insert: '' }] : []),
    ...(next ? [{ from: field.from, to: next.from, insert: '' }] : []),
    ...(before ? [{ from: before.to, to: field.to, insert: '' }] : []),
  ];
}

/** What follows a key: on its line what is short, below it what is not. */
function blockOf(node: DocumentNode, indent: string): string {
  if (typeof node === 'string') return ` ${linesOf(node).join('')}`;
  if (isShort(node)) return ` ${inBrackets(node)}`;
  return `\n${indent}  ${indented(linesOf(node), `${indent}  `)}`;
}

/** Where a field stands, its value with it; the last one where no name is given. */
function fieldOf(text: string, map: unknown, name: string | undefined) {
  if (!isMap(map)) return undefined;
  const { items } = map as YAMLMap.Parsed;
  const pair = name === undefined ? items.at(-1) : items.find(({ key }) => nameOf(key) === name);
  if (!pair) return undefined;
  const from = pair.key.range[0];
  const end = endOf((pair.value ?? pair.key) as ParsedNode);
  return { from, to: from + text.slice(from, end).trimEnd().length };
}

function nameOf(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

/** A line of its own behind the one that an offset is on; a comment there stays with its line. */
function lineAfter(text: string, offset: number, line: string): TextChange {
  const at = lineEnd(text, offset);
  const isOpen = text[at - 1] !== '\n';
  const insert = isOpen ? `\n${line}` : `${line}\n`;
  return { from: at, to: at, insert: insert.replaceAll('\n', lineBreakIn(text)) };
}

function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function indented(lines: readonly string[], indent: string): string {
  return lines.map((line, index) => (index === 0 ? line : `${indent}${line}`)).join('\n');
}

/** Short enough for one line: what holds nothing but texts. */
function isShort(node: Exclude<DocumentNode, string>): boolean {
  return Object.values(node).every((each) => typeof each === 'string');
}

/** Within brackets a comma has to be quoted too. */
function inBrackets(node: DocumentNode): string {
  const document = documentOf([node]);
  if (isCollection(document.contents)) document.contents.flow = true;
  return document.toString(OPTIONS).trim().slice(1, -1).trim();
}

/** As lines, in which what is short stands in brackets. */
function linesOf(node: DocumentNode): readonly string[] {
  const document = documentOf(node);
  visit(document, {
    Collection(_key, each) {
      if (each === document.contents) return;
      each.flow = each.items.every((item) => isScalar(isPair(item) ? item.value : item));
    },
  });
  return document.toString(OPTIONS).trimEnd().split('\n');
}

const OPTIONS = { lineWidth: 0, flowCollectionPadding: true } as const;

function documentOf(node: DocumentNode): Document {
  return new Document(node, { schema: 'failsafe' });
}
