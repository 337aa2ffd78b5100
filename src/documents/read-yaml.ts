// Reads YAML (and JSON, which is YAML) into plain nodes that know where they stood in the file.
// In: the text and the name to show. Out: a SourceDocument, or every finding with line and column.
// The failsafe schema keeps each scalar as the author wrote it: `0.10` never becomes a double.
// Source: YAML 1.2.2; what is refused beyond it (aliases, tags, merge keys) is in yaml-tree.ts.

import { isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import {
  byPlace,
  type Diagnostic,
  diagnose,
  type Outcome,
  outcomeOf,
  type Place,
  type SourceDocument,
} from '../core/index.ts';
import { placesIn } from './document-places.ts';
import { aboutFile, stopped } from './file-findings.ts';
import { quoteText } from './quote-text.ts';
import { syntaxFindings } from './yaml-syntax.ts';
import { readTree } from './yaml-tree.ts';

export const PARSE_OPTIONS = {
  schema: 'failsafe',
  maxAliasCount: 0,
  prettyErrors: false,
  stringKeys: true,
  // The library compares each key with all others, a minute for a hostile map; yaml-tree.ts looks
  // keys up instead.
  uniqueKeys: false,
} as const;

export function parseYaml(text: string, file: string): Outcome<SourceDocument> {
  const lineCounter = new LineCounter();
  const parsed = parseDocument(text, { ...PARSE_OPTIONS, lineCounter });
  const placeAt = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const source = { text, placeAt };
  const syntax = syntaxFindings(parsed, source);
  // A broken structure would show entries in wrong places, so nothing is said about its content.
  if (syntax.some((each) => each.code !== 'yaml/many-documents')) {
    return { ok: false, diagnostics: syntax };
  }
  const contents: ParsedNode | null = parsed.contents;
  if (contents === null) return stopped(onlyComments(file));
  const { root, diagnostics } = readTree(contents, source);
  const found: Diagnostic[] = [...syntax, ...diagnostics].sort(byPlace);
  if (isScalar(contents) && found.length === 0)
    found.push(noFields(String(root), placeAt(contents.range[0])));
  return outcomeOf({ file, root, ...placesIn(contents, placeAt) }, found);
}

function onlyComments(file: string): Diagnostic {
  const what = `${quoteText(file)} has nothing but comments`;
  return aboutFile('file/empty', file, what, 'write the fields, or name another file');
}

function noFields(text: string, place: Place): Diagnostic {
  const what = `this is plain text without fields: ${quoteText(text)}`;
  const remedy = 'write `name: value` lines (a space follows the colon), or name another file';
  return diagnose('yaml/no-fields', place, what, remedy);
}
