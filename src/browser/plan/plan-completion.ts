// Completion while typing a plan: the fields that may stand where the cursor is, and the words that
// a field may have, all from the schema that the plan is read by. In: the lines up to the cursor.
// Out: what may be written.

import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { type JsonSchema, optionsAt } from '../../app/studio/plan-schema.ts';
import { planJsonSchema } from '../../core/index.ts';

const schema = planJsonSchema() as JsonSchema;

const WORD = /[\w-]*$/;
const KEY_LINE = /^(\s*(?:- +)*)([\w-]+):/;

export function planCompletion(context: CompletionContext): CompletionResult | null {
  const { state, pos, explicit } = context;
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(0, pos - line.from);
  const word = WORD.exec(before)?.[0] ?? '';
  if (!explicit && word === '') return null;
  const above = state.doc.slice(0, line.from).toString().split('\n').slice(0, -1);
  const open = opened(before);
  const path = [...pathTo(above, indentOf(before)), ...open.path];
  const { fields, words } = optionsAt(schema, open.key ? [...path, open.key] : path);
  const options = open.key
    ? words.map((label) => ({ label, type: 'enum' }))
    : fields.map(({ name, about }) => ({
        label: name,
        apply: `${name}: `,
        type: 'property',
        ...(about !== undefined && { info: about }),
      }));
  return options.length === 0 ? null : { from: pos - word.length, options, validFor: /^[\w-]*$/ };
}

/** Where a new key on this line would stand: behind the dashes. */
function indentOf(before: string): number {
  return /^\s*(?:- +)*/.exec(before)?.[0].length ?? 0;
}

/** What is open on the line itself: `planCap: { ofTarget: ` is in `planCap`, at `ofTarget`. */
function opened(before: string): { readonly path: readonly string[]; readonly key?: string } {
  const parts = before.split('{');
  const last = parts.at(-1)?.split(',').at(-1) ?? '';
  const keys = parts.slice(0, -1).flatMap((part) => /([\w-]+):\s*\[?\s*$/.exec(part)?.[1] ?? []);
  const key = /([\w-]+):\s*[\w-]*$/.exec(last)?.[1];
  return key === undefined ? { path: keys } : { path: keys, key };
}

/** The keys above under which a line with this indentation stands. */
function pathTo(above: readonly string[], indent: number): readonly string[] {
  const path: string[] = [];
  let below = indent;
  for (const line of above.toReversed()) {
    const [, lead = '', key = ''] = KEY_LINE.exec(line) ?? [];
    if (key === '' || lead.length >= below) continue;
    // Behind a dash the key stands beside the line, not above it.
    path.unshift(key);
    below = lead.indexOf('-') >= 0 ? lead.indexOf('-') + 1 : lead.length;
  }
  return path;
}
