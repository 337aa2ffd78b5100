// Random damage to a document: entries removed, renamed or replaced by something else.
// In: a document's nodes. Out: a fast-check arbitrary of damaged documents, as JSON (which is YAML).

import fc from 'fast-check';
import type { DocumentNode } from '../../src/core/index.ts';

type Path = readonly (string | number)[];

/** What may stand anywhere by mistake: words of the language, figures, blanks, hostile names. */
const texts = fc.oneof(
  fc.constantFrom('', ' ', 'even', 'all', 'assigned', 'zero', 'kpi', 'linear', 'ratio', 'sum'),
  fc.constantFrom('0', '-1', '5%', '-5%', '0.5', '1e5', '999999999999999999999999999999999999999'),
  fc.constantFrom('2026-01-01', '2026-02-30', 'bookings', 'win-rate', '__proto__', 'constructor'),
  fc.constantFrom("stage = 'won'", 'close_value >', 'days(close_date)', 'close_value + stage', '('),
  fc.string({ maxLength: 12 }),
);

const keys = fc.oneof(
  fc.constantFrom('id', 'kind', 'calculate', 'shape', 'measure', 'weight', 'annual', 'money', 'at'),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'componets', 'titel', 'when'),
  fc.string({ minLength: 1, maxLength: 8 }),
);

const nodes = fc.letrec<{ node: DocumentNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(keys, tie('node'), { maxKeys: 3, noNullPrototype: false }),
  ),
})).node;

interface Edit {
  readonly at: number;
  readonly how: 'remove' | 'rename' | 'replace' | 'repeat';
  readonly name: string;
  readonly node: DocumentNode;
}

const edits = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('remove', 'rename', 'replace', 'replace', 'repeat'),
    name: keys,
    node: nodes,
  }),
  { minLength: 1, maxLength: 4 },
);

/** The document with up to four entries damaged, as text. */
export function damaged(root: DocumentNode): fc.Arbitrary<string> {
  return edits.map((list) => JSON.stringify(list.reduce(edited, root), undefined, 1));
}

function edited(root: DocumentNode, edit: Edit): DocumentNode {
  const paths = pathsIn(root);
  const path = paths[edit.at % paths.length] ?? [];
  return change(root, path, edit);
}

function pathsIn(node: DocumentNode, path: Path = []): readonly Path[] {
  if (typeof node === 'string') return [path];
  const steps = Array.isArray(node) ? [...node.keys()] : Object.keys(node);
  const inner = steps.flatMap((step) => pathsIn(childOf(node, step), [...path, step]));
  return [path, ...inner];
}

function change(node: DocumentNode, path: Path, edit: Edit): DocumentNode {
  const [step, ...rest] = path;
  if (step === undefined) return edit.node;
  const isLast = rest.length === 0;
  if (Array.isArray(node)) {
    return node.flatMap((child, index) => {
      if (index !== step) return [child];
      if (!isLast) return [change(child, rest, edit)];
      if (edit.how === 'remove') return [];
      return edit.how === 'repeat' ? [child, child] : [edit.node];
    });
  }
  const entries = Object.entries(node).flatMap(([key, child]): [string, DocumentNode][] => {
    if (key !== step) return [[key, child]];
    if (!isLast) return [[key, change(child, rest, edit)]];
    if (edit.how === 'remove') return [];
    return edit.how === 'rename' ? [[edit.name, child]] : [[key, edit.node]];
  });
  return Object.fromEntries(entries);
}

function childOf(node: DocumentNode, step: string | number): DocumentNode {
  return (node as Readonly<Record<string | number, DocumentNode>>)[step] ?? '';
}
