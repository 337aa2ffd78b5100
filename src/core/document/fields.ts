// Reads a map of a document field by field, so that one faulty field hides no other fault: each
// field that could be read is handed on, each that could not becomes a finding at its own line.
// In: a zod shape and a node. Out: the readable fields and all findings. One schema serves types,
// checks and editor help; zod's issues become diagnostics in issues.ts and nowhere else.

import type { z } from 'zod';
import type { Diagnostic } from '../diagnostic.ts';
import type { DocumentNode, DocumentPath, SourceDocument } from '../source.ts';
import { MAP_FORM, meantField, unknownField, wrongShape } from './entry-findings.ts';
import { findingsOf } from './issues.ts';
import { nearestWord } from './nearest-word.ts';
import { isMap, nodeAt } from './nodes.ts';

export type Shape = Readonly<Record<string, z.ZodType>>;
/** The fields of a shape that could be read. */
export type FieldsOf<S extends Shape> = { [Key in keyof S]?: z.output<S[Key]> };

interface ReadFields<S extends Shape> {
  readonly fields: FieldsOf<S>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a map has a field, be it misspelt. */
export function isWritten(root: DocumentNode, map: DocumentPath, name: string): boolean {
  return nodeAt(root, [...map, name]) !== undefined || isMisspelt(root, map, name);
}

/** Whether a field is there under a misspelt name: that is the fault, and nothing is missing. */
export function isMisspelt(root: DocumentNode, map: DocumentPath, name: string): boolean {
  const node = nodeAt(root, map);
  if (!isMap(node) || node[name] !== undefined) return false;
  return nearestWord(name, Object.keys(node)) !== undefined;
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
    return { fields: {}, diagnostics: [wrongShape(document, path, node, MAP_FORM)] };
  }
  const names = [...Object.keys(shape), ...ignored];
  const unknown = Object.keys(node).filter((key) => !names.includes(key));
  // What a misspelt field was meant to be is not missing as well.
  const meant = unknown.map((key) => meantField(key, names, node));
  const fields: Record<string, unknown> = {};
  const diagnostics = unknown.map((key) => unknownField(document, [...path, key], names));
  for (const [name, schema] of Object.entries(shape)) {
    if (node[name] === undefined && meant.includes(name)) continue;
    const parsed = schema.safeParse(node[name], { reportInput: true });
    if (!parsed.success) {
      diagnostics.push(...findingsOf(document, [...path, name], schema, parsed.error.issues));
    } else if (parsed.data !== undefined) fields[name] = parsed.data;
  }
  return { fields: fields as FieldsOf<S>, diagnostics };
}
