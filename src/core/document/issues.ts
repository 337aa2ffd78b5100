// Turns what zod refuses into findings in an author's words: what stands there, what may stand
// there instead, each fault once. In: issues of one field, its schema, its path. Out: diagnostics.
// Source: OpenFisca's error guide; the forms shown come from the schema itself (forms.ts).

import type { z } from 'zod';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { DocumentNode, DocumentPath, SourceDocument } from '../source.ts';
import {
  blank,
  meantField,
  missingField,
  nameOf,
  oneOf,
  severalForms,
  tooFew,
  unknownField,
  unknownWord,
  wrongShape,
} from './entry-findings.ts';
import {
  acceptedWords,
  alternatives,
  fieldNames,
  formsText,
  type Schema,
  schemaAt,
} from './forms.ts';
import type { LeafIssue } from './leaf-issues.ts';
import { nearestWord } from './nearest-word.ts';
import { isList, isMap, nodeAt } from './nodes.ts';

/** Findings for the issues of one zod parse, each at the place it points to. */
export function findingsOf(
  document: SourceDocument,
  base: DocumentPath,
  schema: Schema,
  issues: readonly z.core.$ZodIssue[],
): Diagnostic[] {
  const top = nodeAt(document.root, base);
  const entries = issues.map((issue): Entry => {
    const inner = issue.path as (string | number)[];
    const path = [...base, ...inner];
    const at = schemaAt(schema, inner, top);
    return { document, path, schema: at, node: nodeAt(document.root, path), issue };
  });
  const meant = new Set(entries.flatMap(meantPaths));
  const isMeant = ({ node, path }: Entry): boolean =>
    node === undefined && meant.has(JSON.stringify(path));
  return entries.filter((entry) => !isMeant(entry)).flatMap(findingsAt);
}

/** An issue with everything that a message about it needs. */
interface Entry {
  readonly document: SourceDocument;
  readonly path: DocumentPath;
  readonly schema: Schema | undefined;
  readonly node: DocumentNode | undefined;
  readonly issue: z.core.$ZodIssue;
}

/** What misspelt fields were meant to be is not missing as well. */
function meantPaths({ path, schema, node, issue }: Entry): readonly string[] {
  if (issue.code !== 'unrecognized_keys' || !isMap(node)) return [];
  const names = fieldNames(schema, node);
  return issue.keys.flatMap((key) => {
    const meant = meantField(key, names, node);
    return meant === undefined ? [] : [JSON.stringify([...path, meant])];
  });
}

function findingsAt(entry: Entry): Diagnostic[] {
  const { document, path, schema, node, issue } = entry;
  // A text in place of a list is refused as such; its length says nothing.
  if (issue.code === 'too_small' && !isList(node)) return [];
  const words = 'options' in issue ? (issue.options as readonly unknown[]).map(String) : undefined;
  if (node === undefined) return [missingField(document, path, oneOf(words) ?? formsText(schema))];
  if (node === '') return [blank(document, path, oneOf(words) ?? formsText(schema))];
  switch (issue.code) {
    case 'custom':
      return [leafFinding(document, path, issue.params as unknown as LeafIssue)];
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        unknownField(document, [...path, key], fieldNames(schema, node)),
      );
    case 'invalid_value':
      return [unknownWord(document, path, issue.values.map(String))];
    case 'invalid_union':
      return words ? [unknownWord(document, path, words)] : unionFindings(entry, issue);
    case 'invalid_key':
      return issue.issues.flatMap((each) =>
        each.code === 'custom'
          ? keyFinding(document, path, each.params as unknown as LeafIssue)
          : [],
      );
    case 'too_small':
      return isList(node) ? [tooFew(document, path, node.length, issue.minimum)] : [];
    default:
      return [wrongShape(document, path, node, formsText(schema))];
  }
}

/** A union says why the alternative that was meant refused. */
function unionFindings(
  { document, path, schema, node }: Entry,
  { errors }: z.core.$ZodIssueInvalidUnion,
): Diagnostic[] {
  if (typeof node === 'string') return [textFinding(document, path, schema, node, errors.flat())];
  const known = fieldNames(schema);
  const said = isMap(node) ? Object.keys(node) : [];
  if (said.length > 0 && !said.some((key) => known.includes(key))) {
    const form = formsText(schema);
    return said.map((key) => unknownField(document, [...path, key], known, form));
  }
  const options = schema ? alternatives(schema) : [];
  const tried = errors.flatMap((issues, index) => {
    const option = options[index];
    return option && !issues.every(isPlainMismatch) ? [{ option, issues }] : [];
  });
  const [nearest] = tried.toSorted((a, b) => a.issues.length - b.issues.length);
  if (!nearest || (isMap(node) && said.length === 0)) {
    return [wrongShape(document, path, node, formsText(schema))];
  }
  const both = nearest.issues.every((each) => isOtherForm(each, known));
  return both && isMap(node)
    ? [severalForms(document, path, node, formsText(schema))]
    : findingsOf(document, path, nearest.option, nearest.issues);
}

/** A text where a union stands: a leaf that refused it, a misspelt word, or the wrong kind. */
function textFinding(
  document: SourceDocument,
  path: DocumentPath,
  schema: Schema | undefined,
  node: string,
  issues: readonly z.core.$ZodIssue[],
): Diagnostic {
  const leaf = issues.find((each) => each.code === 'custom' && each.path.length === 0);
  if (leaf?.code === 'custom') {
    return leafFinding(document, path, leaf.params as unknown as LeafIssue);
  }
  const words = acceptedWords(schema);
  const near = nearestWord(node, words);
  return near !== undefined
    ? unknownWord(document, path, words)
    : wrongShape(document, path, node, formsText(schema));
}

function isPlainMismatch(issue: z.core.$ZodIssue): boolean {
  const isWrongKind = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  return isWrongKind && issue.path.length === 0;
}

/** Whether an alternative refused only fields that belong to another alternative. */
function isOtherForm(issue: z.core.$ZodIssue, known: readonly string[]): boolean {
  return issue.code === 'unrecognized_keys' && issue.keys.every((key) => known.includes(key));
}

function leafFinding(document: SourceDocument, path: DocumentPath, issue: LeafIssue): Diagnostic {
  const what = issue.code === 'document/blank' ? `${nameOf(path)} is blank` : issue.what;
  return diagnose(issue.code, document.placeOf(path, issue.offset), what, issue.remedy);
}

function keyFinding(document: SourceDocument, path: DocumentPath, issue: LeafIssue): Diagnostic {
  return diagnose(issue.code, document.placeOfKey(path), issue.what, issue.remedy);
}

/** Findings about the name of a map's entry, read as a leaf. */
export function keyFindings(
  document: SourceDocument,
  path: DocumentPath,
  leaf: z.ZodType,
): readonly Diagnostic[] {
  const issues = leaf.safeParse(path.at(-1)).error?.issues ?? [];
  return issues.flatMap((each) =>
    each.code === 'custom' ? keyFinding(document, path, each.params as unknown as LeafIssue) : [],
  );
}
