// What can be added to a plan at a place, and what it starts as: both from the schema that plans
// are read by, so that whatever the language has can be added. References to measures and kinds of
// figures are tried in turn; the checker says which of them fits.
// In: the schema and the document. Out: additions, and for one of them the nodes to try.

import {
  type DocumentNode,
  type DocumentPath,
  exact,
  exactText,
  isDecimalText,
  isList,
  isMap,
  nodeAt,
} from '../../core/index.ts';
import { labelOf } from './plan-labels.ts';
import { aboutOf, formsAt, formsOf, type JsonSchema, wordsOf } from './plan-schema.ts';

export interface Addition {
  /** The list that gets an entry, or the field that comes in. */
  readonly path: DocumentPath;
  readonly isEntry: boolean;
  readonly label: string;
  readonly about?: string;
  /** Of several kinds of entries, which. */
  readonly kind?: string;
}

export interface Added {
  readonly path: DocumentPath;
  readonly node: DocumentNode;
  /** The list that it goes into is not there yet. */
  readonly isFirst: boolean;
  /** The field behind which a new one comes, in the order of the schema. */
  readonly after?: string;
}

/** At a map of the document: fields that it does not have, and entries of its lists. */
export function additionsAt(
  whole: JsonSchema,
  root: DocumentNode,
  path: DocumentPath,
): readonly Addition[] {
  const node = nodeAt(root, path);
  const forms = formsAt(whole, root, path).filter(({ properties }) => properties);
  const known = new Map(forms.flatMap(({ properties = {} }) => Object.entries(properties)));
  return [...known].flatMap(([name, schema]): readonly Addition[] => {
    const entries = entryForms(schema, whole);
    const about = aboutOf(schema, whole);
    const one = { path: [...path, name], ...(about !== undefined && { about }) };
    if (entries.length === 0) {
      const isThere = isMap(node) && node[name] !== undefined;
      const isFixed = forms.some(({ required }) => required?.includes(name));
      return isThere || isFixed ? [] : [{ ...one, isEntry: false, label: labelOf([name]) }];
    }
    const kinds = wordsOf(entries.flatMap(({ properties = {} }) => Object.values(properties)));
    const fixed = kinds.filter((kind) => entries.some((each) => isOfKind(each, kind)));
    const label = labelOf([entryName(name)]);
    return fixed.length < 2
      ? [{ ...one, isEntry: true, label }]
      : fixed.map((kind) => ({ ...one, isEntry: true, label: `${label}: ${kind}`, kind }));
  });
}

/** Whether a field at this path may be left out. */
export function isOptional(whole: JsonSchema, root: DocumentNode, path: DocumentPath): boolean {
  const forms = formsAt(whole, root, path.slice(0, -1)).filter(({ properties }) => properties);
  const name = String(path.at(-1));
  return forms.length > 0 && forms.every(({ required }) => !required?.includes(name));
}

/** Different nodes to start with, the likeliest first. */
export function nodesToAdd(
  { path, isEntry, kind }: Addition,
  whole: JsonSchema,
  root: DocumentNode,
): readonly Added[] {
  const name = String(path.at(-1));
  const schema = formsAt(whole, root, path.slice(0, -1)).flatMap(
    ({ properties }) => properties?.[name] ?? [],
  )[0];
  if (!schema) return [];
  const [form] = entryForms(schema, whole).filter((each) => !kind || isOfKind(each, kind));
  const isFirst = isEntry && !isList(nodeAt(root, path));
  const after = isEntry && !isFirst ? undefined : fieldBefore(path, whole, root);
  const nodes = scenesIn(root, path, whole, kind).map((scene) => {
    const node = isEntry ? starter(form ?? {}, scene) : fieldStarter(name, schema, scene);
    return isFirst ? [node] : node;
  });
  const different = new Map(nodes.map((node) => [JSON.stringify(node), node]));
  return [...different.values()].map((node) => {
    return { path, node, isFirst, ...(after !== undefined && { after }) };
  });
}

/** The last field that stands there and comes before this one in the schema. */
function fieldBefore(path: DocumentPath, whole: JsonSchema, root: DocumentNode) {
  const holder = nodeAt(root, path.slice(0, -1));
  const forms = formsAt(whole, root, path.slice(0, -1));
  const names = forms.flatMap(({ properties = {} }) => Object.keys(properties));
  const before = names.slice(0, names.indexOf(String(path.at(-1))));
  return isMap(holder) ? before.findLast((each) => holder[each] !== undefined) : undefined;
}

/** What starters refer to. */
interface Scene {
  readonly whole: JsonSchema;
  readonly word: string;
  readonly taken: ReadonlySet<string>;
  readonly measure: string;
  readonly component: string;
  /** The entries beside which one is added. */
  readonly siblings: readonly DocumentNode[];
  /** Which of the examples is taken: plain figures, or percentages. */
  readonly example: number;
}

function scenesIn(
  root: DocumentNode,
  path: DocumentPath,
  whole: JsonSchema,
  kind: string | undefined,
): readonly Scene[] {
  const word = kind ?? idWord(entryName(String(path.at(-1))));
  const list = nodeAt(root, path);
  const siblings = isList(list) ? list : [];
  const measures = isMap(root) && isMap(root['measures']) ? Object.keys(root['measures']) : [];
  const used = new Set(textsOf(componentsOf(root), 'measure'));
  const inOrder = measures.toSorted((a, b) => Number(used.has(a)) - Number(used.has(b)));
  const [component = ''] = textsOf(componentsOf(root), 'id');
  const taken = new Set(textsOf(root, 'id'));
  return (inOrder.length > 0 ? inOrder : ['']).flatMap((measure) =>
    [0, 1].map((example) => ({ whole, word, taken, siblings, measure, component, example })),
  );
}

function componentsOf(root: DocumentNode): DocumentNode {
  return (isMap(root) && root['components']) || '';
}

/** The texts of all fields of a name. */
function textsOf(node: DocumentNode, name: string): readonly string[] {
  if (typeof node === 'string') return [];
  return Object.entries(node).flatMap(([key, each]) =>
    key === name && typeof each === 'string' ? [each] : textsOf(each, name),
  );
}

function starter(schema: JsonSchema, scene: Scene): DocumentNode {
  for (const form of formsOf(schema, scene.whole)) {
    const { examples, properties, items, required = [], minItems = 1 } = form;
    const example = examples?.[Math.min(scene.example, examples.length - 1)];
    if (example !== undefined) return example;
    const [word] = wordsOf([form]);
    if (word !== undefined) return word;
    if (properties) {
      // An entry’s id comes first, as people write it.
      const names = required.toSorted((a, b) => Number(b === 'id') - Number(a === 'id'));
      const fields = names.flatMap((name) => {
        const inner = properties[name];
        return inner ? [[name, fieldStarter(name, inner, scene)] as const] : [];
      });
      return Object.fromEntries(fields);
    }
    if (items) {
      const inner = { ...scene, siblings: [] };
      return Array.from({ length: Math.max(minItems, 1) }, () => starter(items, inner));
    }
  }
  return scene.component;
}

function fieldStarter(name: string, schema: JsonSchema, scene: Scene): DocumentNode {
  if (name === 'id') return freshId(scene);
  if (name === 'measure') return scene.measure;
  if (name === 'weight') return weightLeft(scene) ?? starter(schema, scene);
  if (aboutOf(schema, scene.whole) === 'Text') return `New ${scene.word.replaceAll('-', ' ')}`;
  const isList = entryForms(schema, scene.whole).length > 0;
  return starter(schema, isList ? { ...scene, word: idWord(entryName(name)) } : scene);
}

/** What the other entries leave of the whole. */
function weightLeft({ siblings }: Scene): string | undefined {
  const weights = siblings.map((each) => exact(readWeight(each)));
  const left = weights.reduce((rest, each) => rest.minus(each), exact('100'));
  return left.gt('0') ? `${exactText(left)}%` : undefined;
}

function readWeight(entry: DocumentNode): string {
  const weight = isMap(entry) ? entry['weight'] : undefined;
  const digits = typeof weight === 'string' ? weight.replace(/\s*%$/, '') : '';
  return isDecimalText(digits) ? digits : '0';
}

function freshId({ word, taken }: Scene): string {
  const first = `new-${word}`;
  const others = Array.from({ length: taken.size + 1 }, (_, at) => `${first}-${at + 2}`);
  return [first, ...others].find((each) => !taken.has(each)) ?? first;
}

/** What the entries of a list may be; none where its rows have no ids. */
function entryForms(schema: JsonSchema, whole: JsonSchema): readonly JsonSchema[] {
  return formsOf(schema, whole)
    .flatMap(({ items }) => (items ? formsOf(items, whole) : []))
    .filter(({ properties }) => properties?.['id']);
}

function isOfKind({ properties = {} }: JsonSchema, kind: string): boolean {
  return Object.values(properties).some((each) => each.const === kind);
}

/** `keyResults` are added one `keyResult` at a time. */
function entryName(list: string): string {
  return list.replace(/s$/, '');
}

function idWord(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
