// Edits of a plan's text: what they change, and that every comment and every other byte stays.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Lexer } from 'yaml';
import type { DocumentNode, DocumentPath } from '../../src/core/index.ts';
import { changed, editYaml, type YamlEdit } from '../../src/documents/edit-yaml.ts';
import { parseYaml } from '../../src/documents/read-yaml.ts';

const HOME = join(import.meta.dirname, '../..');

function edit(text: string, change: YamlEdit): string {
  const found = editYaml(text, change);
  if (!found) throw new Error(`no edit of ${change.path.join('.')} in\n${text}`);
  return changed(text, found);
}

const set = (path: DocumentPath, text: string): YamlEdit => ({ edit: 'set', path, text });
const copy = (path: DocumentPath): YamlEdit => ({ edit: 'copy-row', path });
const remove = (path: DocumentPath): YamlEdit => ({ edit: 'remove-row', path });

describe('a figure is changed where it stands', () => {
  test.each([
    ['plain', 'a: 1 # why\nb: 2\n', 'a: 15% # why\nb: 2\n'],
    ['single quotes', "a: '1'   # why\n", "a: '15%'   # why\n"],
    ['double quotes', '{ "a": "1", "b": 2 }\n', '{ "a": "15%", "b": 2 }\n'],
    ['in braces', '{ b: 2, a: 1 }', '{ b: 2, a: 15% }'],
    ['a block of lines', 'a: |\n  1\n  2\n# end\nb: 2\n', 'a: 15%\n# end\nb: 2\n'],
    ['nothing yet', 'a:\nb: 2\n', 'a: 15%\nb: 2\n'],
    ['Windows line ends', 'a: 1\r\nb: 2\r\n', 'a: 15%\r\nb: 2\r\n'],
  ])('%s', (_name, before, after) => {
    expect(edit(before, set(['a'], '15%'))).toBe(after);
  });

  test.each([
    ['a: 1', 'year # 1', "a: 'year # 1'"],
    ['{ a: 1 }', 'one, two', "{ a: 'one, two' }"],
    ['a: 1', "it's: so", "a: 'it''s: so'"],
    ['a: 1', 'two\nlines', 'a: "two\\nlines"'],
    ['a: 1', '', "a: ''"],
    ['a: "1"', 'say "so"', 'a: "say \\"so\\""'],
  ])('%j with %j is quoted where it must be', (before, text, after) => {
    expect(edit(before, set(['a'], text))).toBe(after);
  });

  test('a path that leads nowhere changes nothing', () => {
    expect(editYaml('a: 1', set(['b'], '2'))).toBeUndefined();
    expect(editYaml('a: [1]', set(['a'], '2'))).toBeUndefined();
    expect(editYaml('a: [1', set(['a', 0], '2'))).toBeUndefined();
    expect(editYaml('a: [1]', remove(['a', 1]))).toBeUndefined();
  });
});

const DASHES = `points: # from result to pay
  # the threshold
  - { at: 60%, pays: 40% } # low
  # in full
  - { at: 100%, pays: 100% } # full
other: 1
`;
const MAPS = `rows:
- from: 0 # start
  of: slice

# later
- from: 100%
  of: whole`;
const LINES = `rows: [
  { from: 0 }, # a
  { from: 1 } # b
] # end
`;

describe('rows are written as their list is', () => {
  test('copied', () => {
    expect(edit(DASHES, copy(['points', 1]))).toBe(
      DASHES.replace('# full\n', '# full\n  - { at: 100%, pays: 100% }\n'),
    );
    expect(edit(MAPS, copy(['rows', 1]))).toBe(`${MAPS}\n- from: 100%\n  of: whole`);
    expect(edit(LINES, copy(['rows', 0]))).toBe(LINES.replace('# a\n', '# a\n  { from: 0 },\n'));
    expect(edit(LINES, copy(['rows', 1]))).toBe(
      LINES.replace('1 } # b', '1 }, # b\n  { from: 1 }'),
    );
    expect(edit('a: [1, 2]', copy(['a', 0]))).toBe('a: [1, 1, 2]');
  });

  test('removed, the last one too', () => {
    expect(edit(DASHES, remove(['points', 0]))).toBe(
      DASHES.replace('  - { at: 60%, pays: 40% } # low\n', ''),
    );
    expect(edit(MAPS, remove(['rows', 1]))).toBe(MAPS.slice(0, MAPS.indexOf('- from: 100%')));
    expect(edit(LINES, remove(['rows', 1]))).toBe('rows: [\n  { from: 0 } # a\n] # end\n');
    expect(edit('a: [1, 2, 3]', remove(['a', 1]))).toBe('a: [1, 3]');
    expect(edit('a: [1, 2]', remove(['a', 1]))).toBe('a: [1]');
  });
});

describe('a field comes in and goes', () => {
  const add = (path: DocumentPath, node: DocumentNode, after?: string): YamlEdit => ({
    edit: 'add-field',
    path,
    node,
    ...(after !== undefined && { after }),
  });
  const leaveOut = (path: DocumentPath): YamlEdit => ({ edit: 'remove-field', path });

  test.each<[string, YamlEdit, string]>([
    ['a: 1 # one\n# about b\nb: 2\n', add(['c'], '3', 'a'), 'a: 1 # one\nc: 3\n# about b\nb: 2\n'],
    ['a: 1', add(['b'], { x: '1' }), 'a: 1\nb: { x: 1 }'],
    ['a: 1\r\n', add(['b'], '2'), 'a: 1\r\nb: 2\r\n'],
    ['a: { b: 1 } # x\n', add(['a', 'c'], 'it, too'), 'a: { b: 1, c: "it, too" } # x\n'],
    [
      'a:\n  - id: x\n    b: 1\nc: 2\n',
      add(['a', 0, 'd'], '3'),
      'a:\n  - id: x\n    b: 1\n    d: 3\nc: 2\n',
    ],
    [
      'a: |\n  text\n',
      add(['b'], [{ id: 'x', y: [{ z: '1' }] }]),
      'a: |\n  text\nb:\n  - id: x\n    y:\n      - { z: 1 }\n',
    ],
  ])('%j', (before, change, after) => {
    expect(edit(before, change)).toBe(after);
    expect(edit(after, leaveOut(change.path)).trimEnd()).toBe(before.trimEnd());
  });

  test('what is there already, or has nowhere to go, changes nothing', () => {
    expect(editYaml('a: 1', add(['a'], '2'))).toBeUndefined();
    expect(editYaml('a: 1', add(['b', 'c'], '2'))).toBeUndefined();
    expect(editYaml('a: 1', leaveOut(['b']))).toBeUndefined();
    expect(editYaml('- a: 1 # first\n', leaveOut([0, 'a']))).toBeUndefined();
  });

  test('an entry is written at the end of its list', () => {
    const row: YamlEdit = { edit: 'add-row', path: ['a'], node: { id: 'y', b: { c: '1' } } };
    expect(edit('a:\n  - id: x # one\n# end\n', row)).toBe(
      'a:\n  - id: x # one\n  - id: y\n    b: { c: 1 }\n# end\n',
    );
    expect(edit('a: [{ id: x }]', row)).toBe('a: [{ id: x }, { id: y, b: { c: 1 } }]');
    expect(editYaml('a: 1', row)).toBeUndefined();
  });
});

const FOLDERS = ['fixtures/companies/revintel/plans', 'fixtures/companies/crm-export/plans'];
const PLANS = FOLDERS.flatMap((folder) =>
  readdirSync(join(HOME, folder)).map((name) => readFileSync(join(HOME, folder, name), 'utf8')),
);
const STYLED = [
  ...PLANS,
  readFileSync(join(HOME, 'templates/new/vp-sales/plan.yaml'), 'utf8'),
  ...[DASHES, MAPS, LINES].flatMap((text) => [text, text.replaceAll('\n', '\r\n')]),
  JSON.stringify({ a: { b: ['1', '2', { c: 'x' }] } }, null, 2),
];

function rootOf(text: string): DocumentNode {
  const outcome = parseYaml(text, 'plan.yaml');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.product.root;
}

function scalarPaths(node: DocumentNode, path: DocumentPath = []): readonly DocumentPath[] {
  if (typeof node === 'string') return [path];
  const entries: readonly (readonly [string | number, DocumentNode])[] = Array.isArray(node)
    ? node.map((each, index) => [index, each] as const)
    : Object.entries(node);
  return entries.flatMap(([step, inner]) => scalarPaths(inner, [...path, step]));
}

function commentsOf(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));
}

const PATHS = STYLED.map((text) => scalarPaths(rootOf(text)));
const place = fc.nat(STYLED.length - 1).chain((index) =>
  fc.record({
    text: fc.constant(STYLED[index] as string),
    path: fc.constantFrom(...(PATHS[index] as readonly DocumentPath[])),
  }),
);
const PROPERTY = { numRuns: 200 };

test('any text can be set at any figure: it alone is another, every comment stays', () => {
  const words = fc.oneof(fc.string(), fc.constantFrom('15%', '2026-01-31', '- a', 'a: b', '#'));
  fc.assert(
    fc.property(place, words, ({ text, path }, word) => {
      const after = edit(text, set(path, word));
      const back = edit(after, set(path, textAt(rootOf(text), path)));
      expect(textAt(rootOf(after), path)).toBe(word);
      expect(rootOf(back)).toEqual(rootOf(text));
      expect(commentsOf(after)).toEqual(commentsOf(text));
    }),
    PROPERTY,
  );
});

test('a row that is copied and removed again leaves the text as it was', () => {
  const rows = place.filter(({ path }) => path.some((step) => typeof step === 'number'));
  fc.assert(
    fc.property(rows, ({ text, path }) => {
      const row = path.slice(0, path.findLastIndex((step) => typeof step === 'number') + 1);
      const copied = edit(text, copy(row));
      const next = [...row.slice(0, -1), Number(row.at(-1)) + 1];
      expect(rootOf(edit(copied, remove(next)))).toEqual(rootOf(text));
      expect(commentsOf(copied).length).toBeGreaterThanOrEqual(commentsOf(text).length);
      // A copy below a last line without its break gives it one.
      expect(edit(copied, remove(next)).trimEnd().length).toBe(text.trimEnd().length);
    }),
    PROPERTY,
  );
});

function textAt(root: DocumentNode, path: DocumentPath): string {
  const found = path.reduce<DocumentNode | undefined>(
    (node, step) => (node as Readonly<Record<string, DocumentNode>> | undefined)?.[String(step)],
    root,
  );
  return String(found);
}
