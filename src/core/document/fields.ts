// Reads a map of a document field by field, so that one faulty field hides no other fault: each
// field that could be read is handed on, each that could not becomes a finding at its own line.
// In: a zod shape and a node. Out: the readable fields and all findings. One schema serves types,
// checks and editor help; zod's issues become diagnostics here and nowhere else.

import type { z } from 'zod';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { LeafIssue } from './leaves.ts';
import { nearestWord } from './nearest-word.ts';
import type { DocumentMap, DocumentNode, DocumentPath, SourceDocument } from '../source.ts';

export type Shape = Readonly<Record<string, z.ZodType>>;
/** The fields of a shape that could be read. */
export type FieldsOf<S extends Shape> = { [Key in keyof S]?: z.output<S[Key]> };

export interface ReadFields<S extends Shape> {
  readonly fields: FieldsOf<S>;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether every required field is there and readable. */
  readonly complete: boolean;
}

export function isMap(node: DocumentNode | undefined): node is DocumentMap {
  return typeof node === 'object' && !Array.isArray(node);
}

/** Reads the fields of a shape; `ignored` names fields that the caller reads itself. */
export function readFields<S extends Shape>(
  document: SourceDocument,
  path: DocumentPath,
  shape: S,
  ignored: readonly string[] = [],
): ReadFields<S> {
  const node = nodeAt(document.root, path);
  if (!isMap(node)) {
    const diagnostics = [wrongShape(document, path, 'a map of fields', node)];
    return { fields: {}, diagnostics, complete: false };
  }
  const fields: Record<string, unknown> = {};
  const diagnostics = unknownFields(document, path, node, [...Object.keys(shape), ...ignored]);
  const unknownCount = diagnostics.length;
  for (const [name, schema] of Object.entries(shape)) {
    const parsed = schema.safeParse(node[name], { reportInput: true });
    if (parsed.success) {
      if (parsed.data !== undefined) fields[name] = parsed.data;
    } else diagnostics.push(...issuesAt(document, [...path, name], parsed.error.issues));
  }
  const complete = diagnostics.length === unknownCount;
  return { fields: fields as FieldsOf<S>, diagnostics, complete };
}

/** Findings for the issues of one zod parse, each at the place it points to. */
export function issuesAt(
  document: SourceDocument,
  path: DocumentPath,
  issues: readonly z.core.$ZodIssue[],
): Diagnostic[] {
  return issues.flatMap((issue) => fromIssue(document, path, issue));
}

export function nodeAt(root: DocumentNode, path: DocumentPath): DocumentNode | undefined {
  let node: DocumentNode | undefined = root;
  for (const step of path) {
    if (typeof node !== 'object') return undefined;
    node = (node as Readonly<Record<string | number, DocumentNode>>)[step];
  }
  return node;
}

function fromIssue(
  document: SourceDocument,
  base: DocumentPath,
  issue: z.core.$ZodIssue,
): Diagnostic[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  switch (issue.code) {
    case 'custom':
      return [leafFinding(document, path, issue.params as unknown as LeafIssue)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(document, [...path, key], []));
    case 'invalid_value':
      return [unknownWord(document, path, issue.values.map(String))];
    case 'invalid_union':
      return unionFindings(document, path, issue);
    case 'too_small':
      return [tooFew(document, path)];
    default:
      return [missingOrWrong(document, path, 'expected' in issue ? issue.expected : 'another form')];
  }
}

function leafFinding(document: SourceDocument, path: DocumentPath, issue: LeafIssue): Diagnostic {
  const place = document.placeOf(path);
  const column = place.column + (issue.offset ?? 0);
  return diagnose(issue.code, { ...place, column }, issue.what, issue.remedy);
}

function missingOrWrong(
  document: SourceDocument,
  path: DocumentPath,
  expected: string,
): Diagnostic {
  const node = nodeAt(document.root, path);
  if (node !== undefined) return wrongShape(document, path, shapeWord(expected), node);
  const name = String(path.at(-1));
  const what = `\`${name}\` is missing`;
  return diagnose('document/missing-field', document.placeOf(path), what, `add \`${name}: …\``);
}

function wrongShape(
  document: SourceDocument,
  path: DocumentPath,
  expected: string,
  node: DocumentNode | undefined,
): Diagnostic {
  const found = node === undefined ? 'nothing' : nodeWord(node);
  const place = document.placeOf(path);
  const name = path.length === 0 ? 'the document' : `\`${String(path.at(-1))}\``;
  const what = `${name} holds ${found} where ${expected} belongs`;
  return diagnose('document/wrong-shape', place, what, `write ${expected} here`);
}

function unknownFields(
  document: SourceDocument,
  path: DocumentPath,
  node: DocumentMap,
  names: readonly string[],
): Diagnostic[] {
  const unknown = Object.keys(node).filter((key) => !names.includes(key));
  return unknown.map((key) => unknownField(document, [...path, key], names));
}

function unknownField(
  document: SourceDocument,
  path: DocumentPath,
  names: readonly string[],
): Diagnostic {
  const key = String(path.at(-1));
  const near = nearestWord(key, names);
  const remedy = near
    ? `write \`${near}\``
    : names.length > 0
      ? `remove it, or use one of: ${names.join(', ')}`
      : 'remove it, or correct its spelling';
  const what = `nothing is called \`${key}\` here`;
  return diagnose('document/unknown-field', document.placeOfKey(path), what, remedy);
}

/** A word outside a closed list, with the nearest one suggested. */
export function unknownWord(
  document: SourceDocument,
  path: DocumentPath,
  words: readonly string[],
): Diagnostic {
  const node = nodeAt(document.root, path);
  if (node === undefined) return missingOrWrong(document, path, 'string');
  const written = typeof node === 'string' ? `\`${node}\`` : nodeWord(node);
  const near = typeof node === 'string' ? nearestWord(node, words) : undefined;
  const what = `${written} is none of: ${words.join(', ')}`;
  const remedy = near ? `write \`${near}\`` : `write one of: ${words.join(', ')}`;
  return diagnose('document/unknown-word', document.placeOf(path), what, remedy);
}

/** A union says why its nearest member refused; a wrong discriminator lists the words it knows. */
function unionFindings(
  document: SourceDocument,
  path: DocumentPath,
  issue: z.core.$ZodIssueInvalidUnion,
): Diagnostic[] {
  const options = (issue as { options?: readonly unknown[] }).options;
  if (options) return [unknownWord(document, path, options.map(String))];
  const members = issue.errors.filter((each) => !each.every(isPlainMismatch));
  const nearest = members.toSorted((a, b) => a.length - b.length)[0];
  if (nearest) return issuesAt(document, path, nearest);
  const words = issue.errors.flat().flatMap((each) => (each.code === 'invalid_value' ? each.values : []));
  if (words.length > 0) return [unknownWord(document, path, words.map(String))];
  return [missingOrWrong(document, path, 'another form')];
}

function isPlainMismatch(issue: z.core.$ZodIssue): boolean {
  const isWrongKind = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  return isWrongKind && issue.path.length === 0;
}

function tooFew(document: SourceDocument, path: DocumentPath): Diagnostic {
  const what = `\`${String(path.at(-1))}\` has no entries`;
  return diagnose('document/no-entries', document.placeOf(path), what, 'add at least one entry');
}

function nodeWord(node: DocumentNode): string {
  if (typeof node === 'string') return node === '' ? 'nothing' : `the text \`${node}\``;
  return Array.isArray(node) ? 'a list' : 'a map of fields';
}

function shapeWord(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a single value', object: 'a map of fields', array: 'a list', record: 'a map of names',
  };
  return words[expected] ?? expected;
}
