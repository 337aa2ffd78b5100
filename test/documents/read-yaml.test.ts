// YAML and JSON documents: what is kept, where things stand, and what each mistake is answered.

import { describe, expect, test } from '@jest/globals';
import type { SourceDocument } from '../../src/core/index.ts';
import { parseYaml } from '../../src/documents/read-yaml.ts';

function documentIn(text: string): SourceDocument {
  const outcome = parseYaml(text, 'plan.yaml');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 1));
  return outcome.product;
}

/** The nodes as plain JSON, which shows text as text. */
function nodesIn(text: string): unknown {
  return JSON.parse(JSON.stringify(documentIn(text).root));
}

/** Findings as place with code, what is wrong, and the remedy. */
function findings(text: string): readonly (readonly string[])[] {
  const outcome = parseYaml(text, 'plan.yaml');
  expect(outcome.ok).toBe(false);
  return outcome.diagnostics.map(({ code, place, what, remedy }) => [
    `${place.line}:${place.column} ${code}`,
    what,
    remedy,
  ]);
}

describe('a document keeps what the author wrote', () => {
  test.each([
    [
      'numbers',
      'a: 0.10\nb: 1e3\nc: 007\nd: 0.1234567890123456789',
      { a: '0.10', b: '1e3', c: '007', d: '0.1234567890123456789' },
    ],
    [
      'words that other schemas change',
      'a: no\nb: null\nc: 2026-03-31\nd: ~',
      { a: 'no', b: 'null', c: '2026-03-31', d: '~' },
    ],
    ['lists and maps', 'a:\n  - x: 1\n  - [2, 3]', { a: [{ x: '1' }, ['2', '3']] }],
    [
      'nothing as empty text',
      'a:\nb: ""\nc: {d}\ne: [""]',
      { a: '', b: '', c: { d: '' }, e: [''] },
    ],
    ['long text', 'a: >-\n  one\n  two\nb: |\n  x', { a: 'one two', b: 'x\n' }],
    ['text in quotes with signs', `a: "*x"\nb: '!x'\n"<<": 1`, { a: '*x', b: '!x', '<<': '1' }],
    ['a list at the root', '- a\n- b', ['a', 'b']],
    ['Windows line ends', 'a: 1\r\nb: 2\r\n', { a: '1', b: '2' }],
    [
      'JSON, digits as written',
      '{\n\t"a": [1.10, 2e5, true, null],\n\t"b": "\\u00e9\\ud83d\\ude00\\/"\n}',
      { a: ['1.10', '2e5', 'true', 'null'], b: 'é😀/' },
    ],
    [
      '64 levels',
      `${'['.repeat(64)}${']'.repeat(64)}`,
      JSON.parse(`${'['.repeat(64)}${']'.repeat(64)}`),
    ],
  ])('%s', (_name, text, expected) => {
    expect(nodesIn(text)).toEqual(expected);
  });

  test('maps have no prototype, and `__proto__` is a name like any other', () => {
    const { root } = documentIn('{"__proto__": {"isAdmin": "yes"}, "constructor": 1}');
    expect(Object.getPrototypeOf(root)).toBeNull();
    expect(Object.keys(root)).toEqual(['__proto__', 'constructor']);
    expect((root as { isAdmin?: string }).isAdmin).toBeUndefined();
    expect(({} as { isAdmin?: string }).isAdmin).toBeUndefined();
  });
});

describe('a document knows where its parts stand', () => {
  const { placeOf, placeOfKey } = documentIn(
    'name: A\ncomponents:\n  - id: base\n    curve:\n      points: [1, 2, 3]\n' +
      '    "a b": x\n    empty:\n',
  );
  const components0 = ['components', 0];

  test.each([
    ['the root', [], 1, 1, undefined],
    ['a value', ['name'], 1, 7, 'name'],
    ['a list entry', components0, 3, 5, 'components[0]'],
    [
      'a nested value',
      [...components0, 'curve', 'points', 2],
      5,
      22,
      'components[0].curve.points[2]',
    ],
    ['a name with a blank', [...components0, 'a b'], 6, 12, 'components[0]["a b"]'],
    ['a missing field, at its map', [...components0, 'rate'], 3, 5, 'components[0].rate'],
    ['a missing part of a missing part', ['x', 1, 'y'], 1, 1, 'x[1].y'],
    ['what is below a text, at the text', ['name', 'first'], 1, 7, 'name.first'],
  ])('%s', (_name, path, line, column, shown) => {
    const expected = { file: 'plan.yaml', line, column, ...(shown && { path: shown }) };
    expect(placeOf(path)).toEqual(expected);
  });

  test('a key stands before its value', () => {
    expect(placeOfKey([...components0, 'curve'])).toMatchObject({ line: 4, column: 5 });
    expect(placeOfKey([...components0, 'missing'])).toMatchObject({ line: 3, column: 5 });
    expect(placeOfKey([])).toMatchObject({ line: 1, column: 1 });
  });
});

describe('what a document must not use', () => {
  test.each([
    [
      'two entries of one name, at every level',
      'a: 1\nb: {c: 1, c: 2}\na: 3',
      [
        [
          '2:11 yaml/duplicate-key',
          '`c` stands here again; it is first on line 2',
          'keep one of the two; several of a kind are a list, each starting with `- `',
        ],
        [
          '3:1 yaml/duplicate-key',
          '`a` stands here again; it is first on line 1',
          'keep one of the two; several of a kind are a list, each starting with `- `',
        ],
      ],
    ],
    [
      'anchors and aliases',
      'a: &base\n  x: 1\nb: *base',
      [
        [
          '1:4 yaml/alias',
          '`&base` marks a part for use elsewhere, or takes it from there',
          'write the value out where it is used; a text with & or * needs quotes: `"*"`',
        ],
        [
          '3:4 yaml/alias',
          '`*base` marks a part for use elsewhere, or takes it from there',
          'write the value out where it is used; a text with & or * needs quotes: `"*"`',
        ],
      ],
    ],
    [
      'tags',
      'a: !!binary x\nb: !money 5',
      [
        [
          '1:4 yaml/tag',
          '`!!binary` is a tag',
          'remove it; a text that starts with ! needs quotes: `"!"`',
        ],
        [
          '2:4 yaml/tag',
          '`!money` is a tag',
          'remove it; a text that starts with ! needs quotes: `"!"`',
        ],
      ],
    ],
    [
      'merge keys',
      '<<: {a: 1}',
      [
        [
          '1:1 yaml/merge-key',
          '`<<` would copy fields from another part',
          'write the fields out in this place',
        ],
      ],
    ],
    [
      'several documents',
      'a: 1\n---\nb: 2',
      [
        [
          '2:1 yaml/many-documents',
          '`---`: a second document starts here',
          'remove the line `---` or `...`, or make two files of it',
        ],
      ],
    ],
    [
      '65 levels',
      '- '.repeat(65),
      [
        [
          '1:129 yaml/too-deep',
          'this is nested more than 64 levels deep',
          'take out levels of nesting',
        ],
      ],
    ],
    [
      'plain text, such as a table',
      'payee,amount\nAnn,1',
      [
        [
          '1:1 yaml/no-fields',
          'this is plain text without fields: `payee,amount Ann,1`',
          'write `name: value` lines (a space follows the colon), or name another file',
        ],
      ],
    ],
    [
      'nothing but comments',
      '# later',
      [
        [
          '1:1 file/empty',
          '`plan.yaml` has nothing but comments',
          'write the fields, or name another file',
        ],
      ],
    ],
    [
      'a colon without a name',
      ': 5',
      [['1:1 yaml/syntax', 'nothing stands before this colon', 'write `name: value`']],
    ],
  ])('%s', (_name, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });

  test('an alias bomb costs nothing', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`)}]`,
    );
    const codes = parseYaml(['l0: &l0 x', ...levels].join('\n'), 'plan.yaml').diagnostics;
    expect(codes).toHaveLength(31 + 270);
    expect(new Set(codes.map(({ code }) => code))).toEqual(new Set(['yaml/alias']));
  });

  test.each([
    ['open brackets', '['.repeat(100_000)],
    ['closed brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['dashes', '- '.repeat(20_000)],
    ['maps', '{a: '.repeat(20_000)],
  ])('nesting without end: %s', (_name, text) => {
    const { diagnostics } = parseYaml(text, 'plan.yaml');
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/too-deep']);
  });

  test('a map of very many names is read in one pass', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`);
    const { root, placeOfKey } = documentIn(names.join('\n'));
    expect(Object.keys(root)).toHaveLength(20_000);
    expect(placeOfKey(['k19999']).line).toBe(20_000);
  });
});
