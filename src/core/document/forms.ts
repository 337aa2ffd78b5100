// Says in an author's words what a schema accepts at a place of a document: the names of its fields
// and the forms that an entry may take, so that a message can show what to write.
// In: a zod schema, a path into it, the node that stands there. Out: names and phrases.

import type { z } from 'zod';
import type { DocumentNode, DocumentPath } from '../source.ts';
import { nodeAt } from './nodes.ts';

export type Schema = z.core.$ZodType;

export const TEXT_FORM = 'a text';

/** More fields than these are named one after the other, not shown in braces. */
const FIELDS_IN_BRACES_MAX = 3;

/** The schema of the entry that a path leads to; undefined where none is stated. */
export function schemaAt(
  schema: Schema,
  path: DocumentPath,
  node: DocumentNode | undefined,
): Schema | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const [found] = members(schema, node).flatMap((each) => innerSchema(each, step) ?? []);
  return found && schemaAt(found, rest, nodeAt(node, [step]));
}

/** Names of the fields that a map may have here; none where names are free. */
export function fieldNames(schema: Schema | undefined, node?: DocumentNode): readonly string[] {
  const all = schema ? members(schema, node) : [];
  return [...new Set(all.flatMap((each) => Object.keys(fieldsOf(each))))];
}

/** The words among what may be written here. */
export function acceptedWords(schema: Schema | undefined): readonly string[] {
  return schema ? members(schema).flatMap(wordsOf) : [];
}

/** The alternatives of a union as they stand in it, in their order. */
export function alternatives(schema: Schema): readonly Schema[] {
  const def = defOf(bare(schema));
  return def.type === 'union' ? def.options : [];
}

/** What may be written here: "`assigned`, `{ annual: … }` or `{ level: … }`". */
export function formsText(schema: Schema | undefined): string | undefined {
  if (!schema) return undefined;
  const chosenBy = discriminatorOf(schema);
  if (chosenBy !== undefined) {
    const words = members(schema).flatMap((each) => wordsOf(fieldsOf(each)[chosenBy]));
    return `fields below it, with \`${chosenBy}:\` one of: ${words.join(', ')}`;
  }
  const forms = [...new Set(members(schema).flatMap(formsOf))];
  const last = forms.at(-1);
  return forms.length < 2 ? last : `${forms.slice(0, -1).join(', ')} or ${last}`;
}

function formsOf(schema: Schema): readonly string[] {
  const words = wordsOf(schema);
  if (words.length > 0) return words.map((word) => `\`${word}\``);
  switch (defOf(schema).type) {
    case 'object':
      return [fieldsForm(schema)];
    case 'record':
      return ['`name: value` lines below it'];
    case 'array':
      return ['a list, each entry starting with `- `'];
    default: {
      const said = (schema as z.ZodType).description ?? 'Text';
      return [said === 'Text' ? TEXT_FORM : said.charAt(0).toLowerCase() + said.slice(1)];
    }
  }
}

function fieldsForm(schema: Schema): string {
  const all = Object.entries(fieldsOf(schema));
  const asked = all.filter(([, field]) => defOf(field).type !== 'optional');
  // Where none has to be there, the first stands for all.
  const needed = (asked.length > 0 ? asked : all.slice(0, 1)).map(([name]) => name);
  if (needed.length > FIELDS_IN_BRACES_MAX) return `the fields ${needed.join(', ')} below it`;
  return `\`{ ${needed.map((name) => `${name}: …`).join(', ')} }\``;
}

/** The alternatives of a union; where a word in the map tells them apart, the one it names. */
function members(schema: Schema, node?: DocumentNode): readonly Schema[] {
  const inner = bare(schema);
  const def = defOf(inner);
  if (def.type !== 'union') return [inner];
  const all = def.options.flatMap((each) => members(each, node));
  const chosenBy = discriminatorOf(inner);
  const word = chosenBy === undefined ? undefined : nodeAt(node, [chosenBy]);
  if (chosenBy === undefined || typeof word !== 'string') return all;
  const named = all.filter((each) => wordsOf(fieldsOf(each)[chosenBy]).includes(word));
  return named.length > 0 ? named : all;
}

function innerSchema(schema: Schema, step: string | number): Schema | undefined {
  const def = defOf(schema);
  if (def.type === 'array') return typeof step === 'number' ? def.element : undefined;
  if (def.type === 'record') return def.valueType;
  const fields = fieldsOf(schema);
  return Object.hasOwn(fields, step) ? fields[step] : undefined;
}

function fieldsOf(schema: Schema): Readonly<Record<string, Schema>> {
  const def = defOf(schema);
  return def.type === 'object' ? def.shape : {};
}

function wordsOf(schema: Schema | undefined): readonly string[] {
  const def = schema && defOf(bare(schema));
  if (def?.type === 'literal') return def.values.map(String);
  return def?.type === 'enum' ? Object.values(def.entries).map(String) : [];
}

function discriminatorOf(schema: Schema): string | undefined {
  const def = defOf(bare(schema));
  return 'discriminator' in def ? String(def.discriminator) : undefined;
}

/** A schema without what makes it optional, or makes something else of its text. */
function bare(schema: Schema): Schema {
  const def = defOf(schema);
  if (def.type === 'optional') return bare(def.innerType);
  return def.type === 'pipe' ? bare(def.in) : schema;
}

function defOf(schema: Schema): z.core.$ZodTypes['_zod']['def'] {
  return (schema as z.core.$ZodTypes)._zod.def;
}
