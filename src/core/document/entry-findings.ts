// Findings about entries of a document in an author's words: missing, blank, of the wrong kind, not
// known. In: a document, the path of the entry, what may stand there. Out: one diagnostic each.
// Source: OpenFisca's error guide; the forms shown come from the schema itself (forms.ts).

import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { DocumentMap, DocumentNode, DocumentPath, SourceDocument } from '../source.ts';
import { TEXT_FORM } from './forms.ts';
import { nearestWord } from './nearest-word.ts';
import { isList, isMap, nodeAt } from './nodes.ts';

export const MAP_FORM = 'fields, one `name: value` to a line';
export const LIST_FORM = 'a list, each entry starting with `- `';

export function missingField(
  document: SourceDocument,
  path: DocumentPath,
  form: string | undefined,
): Diagnostic {
  const name = String(path.at(-1));
  const isPlain = form === undefined || form === TEXT_FORM;
  const remedy = isPlain ? `add \`${name}: …\`` : `add \`${name}:\` with ${form}`;
  return diagnose(
    'document/missing-field',
    document.placeOf(path),
    `\`${name}\` is missing`,
    remedy,
  );
}

export function blank(
  document: SourceDocument,
  path: DocumentPath,
  form: string | undefined,
): Diagnostic {
  const remedy = `write ${form ?? 'a value'}`;
  return diagnose('document/blank', document.placeOf(path), `${nameOf(path)} is blank`, remedy);
}

/** An entry of the wrong kind, with the forms it may take. */
export function wrongShape(
  document: SourceDocument,
  path: DocumentPath,
  node: DocumentNode | undefined,
  form: string | undefined,
): Diagnostic {
  if (node === undefined) return missingField(document, path, form);
  if (node === '') return blank(document, path, form);
  const what = `${nameOf(path)} cannot be ${nodeWord(node)}`;
  const remedy = `write ${form ?? 'another value'}`;
  return diagnose('document/wrong-shape', document.placeOf(path), what, remedy);
}

export function severalForms(
  document: SourceDocument,
  path: DocumentPath,
  node: DocumentMap,
  form: string | undefined,
): Diagnostic {
  const said = Object.keys(node).map((key) => `\`${key}\``);
  const what = `${nameOf(path)} says ${said.join(' and ')}, and only one of them can hold`;
  return diagnose('document/wrong-shape', document.placeOf(path), what, `write ${form}`);
}

/** The field that a misspelt one was meant to be: the nearest that is not there yet. */
export function meantField(
  key: string,
  names: readonly string[],
  node: DocumentMap,
): string | undefined {
  return nearestWord(
    key,
    names.filter((name) => node[name] === undefined),
  );
}

export function unknownField(
  document: SourceDocument,
  path: DocumentPath,
  names: readonly string[],
  form?: string,
): Diagnostic {
  const key = String(path.at(-1));
  const node = nodeAt(document.root, path.slice(0, -1));
  const what = `nothing is called \`${key}\` here`;
  const meant = isMap(node) ? meantField(key, names, node) : undefined;
  const free = names.filter((name) => isMap(node) && node[name] === undefined);
  const removal = free.length > 0 ? `remove it, or use one of: ${free.join(', ')}` : 'remove it';
  const instead = form === undefined ? removal : `write ${form}`;
  const remedy = meant !== undefined ? `write \`${meant}\`` : instead;
  return diagnose('document/unknown-field', document.placeOfKey(path), what, remedy);
}

/** The field that tells what kind of entry this is: missing, misspelt, or a word nobody knows. */
export function unknownKind(
  document: SourceDocument,
  path: DocumentPath,
  name: string,
  words: readonly string[],
): Diagnostic {
  const node = nodeAt(document.root, path);
  const keys = isMap(node) && node[name] === undefined ? Object.keys(node) : [];
  const misspelt = nearestWord(name, keys);
  return misspelt === undefined
    ? unknownWord(document, [...path, name], words)
    : unknownField(document, [...path, misspelt], [name]);
}

/** A word outside a closed list, with the nearest one suggested. */
export function unknownWord(
  document: SourceDocument,
  path: DocumentPath,
  words: readonly string[],
): Diagnostic {
  const node = nodeAt(document.root, path);
  if (typeof node !== 'string' || node === '')
    return wrongShape(document, path, node, oneOf(words));
  const near = nearestWord(node, words);
  const what = `\`${node}\` is none of: ${words.join(', ')}`;
  const remedy = near ? `write \`${near}\`` : `write ${oneOf(words)}`;
  return diagnose('document/unknown-word', document.placeOf(path), what, remedy);
}

export function tooFew(
  document: SourceDocument,
  path: DocumentPath,
  count: number,
  minimum: number | bigint,
): Diagnostic {
  const what =
    count === 0
      ? `${nameOf(path)} has no entries`
      : `${nameOf(path)} has fewer than ${minimum} entries`;
  const remedy = `list at least ${minimum > 1 ? `${minimum} entries` : 'one entry'}`;
  return diagnose('document/no-entries', document.placeOf(path), what, remedy);
}

export function oneOf(words: readonly string[] | undefined): string | undefined {
  if (words === undefined) return undefined;
  return words.length === 1 ? `\`${words[0]}\`` : `one of: ${words.join(', ')}`;
}

/** How a message names an entry: by its field, or by its number in a list. */
export function nameOf(path: DocumentPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  if (typeof last === 'string') return `\`${last}\``;
  const list = path.slice(0, -1).findLast((step) => typeof step === 'string');
  return `entry ${last + 1} of \`${list}\``;
}

function nodeWord(node: DocumentNode): string {
  if (typeof node === 'string') return `the text \`${node}\``;
  if (isList(node)) return 'a list';
  return Object.keys(node).length === 0 ? 'empty' : 'a map of fields';
}
