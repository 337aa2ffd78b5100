// What a JSON Schema allows at a path: names of fields, and the words that a field may have.
// In: the schema and the keys on the way; lists have no keys. Out: both, each once.

export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
}

export interface SchemaOptions {
  readonly fields: readonly { readonly name: string; readonly about: string | undefined }[];
  readonly words: readonly string[];
}

export function optionsAt(schema: JsonSchema, path: readonly string[]): SchemaOptions {
  const reached = path.reduce<readonly JsonSchema[]>(
    (from, key) => from.flatMap((each) => stepInto(each, key, schema)),
    alternatives(schema, schema),
  );
  const fields = new Map(
    reached.flatMap(({ properties = {} }) =>
      Object.entries(properties).map(([name, each]) => [name, aboutOf(each, schema)] as const),
    ),
  );
  const words = reached.flatMap((each) => [...(each.enum ?? []), each.const]);
  return {
    fields: [...fields].map(([name, about]) => ({ name, about })),
    words: [...new Set(words.filter((each) => typeof each === 'string'))],
  };
}

function stepInto(from: JsonSchema, key: string, root: JsonSchema): readonly JsonSchema[] {
  const { properties, additionalProperties } = from;
  const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const next = properties?.[key] ?? other;
  return next ? alternatives(next, root) : [];
}

/** Every form that a schema may take; a list stands for what is in it. */
function alternatives(schema: JsonSchema, root: JsonSchema, depth = 0): readonly JsonSchema[] {
  if (depth > 8) return [];
  const deeper = (each: JsonSchema) => alternatives(each, root, depth + 1);
  const named = schema.$ref?.replace('#/$defs/', '');
  const meant = named === undefined ? undefined : root.$defs?.[named];
  const { anyOf = [], oneOf = [], allOf = [], items } = schema;
  return [
    schema,
    ...(meant ? deeper(meant) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap(deeper),
    ...(items ? deeper(items) : []),
  ];
}

function aboutOf(schema: JsonSchema, root: JsonSchema): string | undefined {
  return alternatives(schema, root).find(({ description }) => description)?.description;
}
