// What a JSON Schema allows at a path: names of fields, the words that a field may have, and the
// forms of which what is written is one. In: the schema, and the keys on the way or the document.
// Out: the parts of the schema that hold there.

import { type DocumentNode, type DocumentPath, isList, isMap } from '../../core/index.ts';

export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly examples?: readonly DocumentNode[];
}

export interface SchemaOptions {
  readonly fields: readonly { readonly name: string; readonly about: string | undefined }[];
  readonly words: readonly string[];
}

/** Lists have no keys. */
export function optionsAt(schema: JsonSchema, path: readonly string[]): SchemaOptions {
  const reached = path.reduce<readonly JsonSchema[]>(
    (from, key) => from.flatMap((each) => stepInto(each, key, schema)),
    withItems(schema, schema),
  );
  const fields = new Map(
    reached.flatMap(({ properties = {} }) =>
      Object.entries(properties).map(([name, each]) => [name, aboutOf(each, schema)] as const),
    ),
  );
  return { fields: [...fields].map(([name, about]) => ({ name, about })), words: wordsOf(reached) };
}

export function wordsOf(forms: readonly JsonSchema[]): readonly string[] {
  const words = forms.flatMap((each) => [...(each.enum ?? []), each.const]);
  return [...new Set(words.filter((each) => typeof each === 'string'))];
}

export function aboutOf(schema: JsonSchema, whole: JsonSchema): string | undefined {
  return withItems(schema, whole).find(({ description }) => description)?.description;
}

function stepInto(from: JsonSchema, key: string, whole: JsonSchema): readonly JsonSchema[] {
  const next = propertyOf(from, key);
  return next ? withItems(next, whole) : [];
}

function propertyOf({ properties, additionalProperties }: JsonSchema, key: string) {
  const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return properties?.[key] ?? other;
}

/** Every form that a schema may take; a list stands for what is in it, too. */
function withItems(schema: JsonSchema, whole: JsonSchema): readonly JsonSchema[] {
  return formsOf(schema, whole).flatMap((form) => [
    form,
    ...(form.items ? withItems(form.items, whole) : []),
  ]);
}

/** Every form that a schema may take, names looked up. */
export function formsOf(schema: JsonSchema, whole: JsonSchema, depth = 0): readonly JsonSchema[] {
  if (depth > 8) return [];
  const named = schema.$ref?.replace('#/$defs/', '');
  const meant = named === undefined ? undefined : whole.$defs?.[named];
  const { anyOf = [], oneOf = [], allOf = [] } = schema;
  const others = [...(meant ? [meant] : []), ...anyOf, ...oneOf, ...allOf];
  return [schema, ...others.flatMap((each) => formsOf(each, whole, depth + 1))];
}

/** The forms at a path of which what is written there may be one. */
export function formsAt(
  whole: JsonSchema,
  root: DocumentNode,
  path: DocumentPath,
): readonly JsonSchema[] {
  let node: DocumentNode | undefined = root;
  let forms = fitting(formsOf(whole, whole), node);
  for (const step of path) {
    node = typeof node === 'object' ? (node as Record<string | number, DocumentNode>)[step] : '';
    const next = forms.flatMap((each) => {
      const inner = typeof step === 'number' ? each.items : propertyOf(each, step);
      return inner ? formsOf(inner, whole) : [];
    });
    forms = fitting(next, node);
  }
  return forms;
}

/** A form that fixes words fits where these stand. */
function fitting(
  forms: readonly JsonSchema[],
  node: DocumentNode | undefined,
): readonly JsonSchema[] {
  return forms.filter(({ properties, items }) => {
    if (properties) {
      const fixed = Object.entries(properties).filter(([, each]) => each.const !== undefined);
      return isMap(node) && fixed.every(([key, each]) => node[key] === each.const);
    }
    return items ? isList(node) : true;
  });
}
