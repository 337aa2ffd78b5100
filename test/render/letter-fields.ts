// Every field that a plan may have, walked off its schema, and every leaf that a plan's document
// has, so that a test can ask whether a letter says them all. In: a schema or a document. Out:
// fields as field-words.ts names them, with their fixed words; leaves with what stands there.

import type { DocumentNode } from '../../src/core/index.ts';

interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly const?: string;
  readonly enum?: readonly string[];
}

/** Fields with the fixed words that each may hold. */
export function schemaFields(schema: object): ReadonlyMap<string, ReadonlySet<string>> {
  const root = schema as SchemaNode;
  const found = new Map<string, Set<string>>();
  const visit = (node: SchemaNode, field: string): void => {
    const inner = innerOf(node, field, root);
    for (const [name, each] of inner) visit(each, name);
    if (inner.length > 0 || node.properties) return;
    const words = found.get(field) ?? new Set();
    for (const word of node.const === undefined ? (node.enum ?? []) : [node.const]) words.add(word);
    found.set(field, words);
  };
  visit(root, '');
  return found;
}

/** What a node consists of, each with the field that it is. */
function innerOf(
  { $ref, anyOf = [], oneOf = [], properties = {}, additionalProperties, items }: SchemaNode,
  field: string,
  root: SchemaNode,
): readonly (readonly [string, SchemaNode])[] {
  const referred = $ref === undefined ? [] : [root.$defs?.[$ref.slice($ref.lastIndexOf('/') + 1)]];
  const entries = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  const same = [...referred, ...anyOf, ...oneOf, ...entries, ...(items ? [items] : [])];
  return [
    ...same.flatMap((each) => (each ? [[field, each] as const] : [])),
    ...Object.entries(properties).map(([key, each]) => [fieldOf(field, key), each] as const),
  ];
}

export interface PlanLeaf {
  readonly field: string;
  readonly text: string;
}

export function planLeaves(root: DocumentNode): readonly PlanLeaf[] {
  const visit = (node: DocumentNode, field: string): readonly PlanLeaf[] => {
    if (typeof node === 'string') return [{ field, text: node }];
    if (Array.isArray(node)) return node.flatMap((each) => visit(each, field));
    const entries = Object.entries(node as Readonly<Record<string, DocumentNode>>);
    return entries.flatMap(([key, each]) => visit(each, fieldOf(field, key)));
  };
  // Measures are a map by their ids.
  return visit(root, '').map(({ field, text }) => ({
    field: field.replace(/^measures\.[^.]+/, 'measures'),
    text,
  }));
}

function fieldOf(field: string, key: string): string {
  if (key === 'curve') return 'curve';
  return field === '' ? key : `${field}.${key}`;
}
