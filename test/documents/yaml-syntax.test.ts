// What people mistype in YAML, and the answer to each slip.

import { describe, expect, test } from '@jest/globals';
import { parseYaml } from '../../src/documents/read-yaml.ts';

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

describe('each slip of the pen has an answer', () => {
  test.each([
    [
      'a tab',
      'a:\n\tb: 1',
      [
        '2:1 yaml/syntax',
        'the line is indented with a tab',
        'indent with spaces only, two for each level',
      ],
    ],
    [
      'no space after a colon',
      'a: 1\nrate:5%',
      ['2:1 yaml/syntax', 'no space follows the colon in `rate:5%`', 'write `rate: 5%`'],
    ],
    [
      'no colon',
      'a: 1\nrate 5%',
      [
        '2:1 yaml/syntax',
        '`rate 5%` is neither a field nor a list entry',
        'write `name: value`, or `- value` in a list',
      ],
    ],
    [
      'a space from a web page',
      'a: 1\nb:\u00a02',
      [
        '2:1 yaml/syntax',
        'the line has a space that only looks like one (often U+00A0, from a web page)',
        'delete it and type an ordinary space',
      ],
    ],
    [
      'a percent sign in front',
      'rate: %5',
      ['1:7 yaml/syntax', 'a text cannot start with `%` unless quoted', 'put it in quotes: `"%5"`'],
    ],
    [
      'an at sign in front',
      'mail: @ann',
      [
        '1:7 yaml/syntax',
        'a text cannot start with `@` unless quoted',
        'put it in quotes: `"@ann"`',
      ],
    ],
    [
      'a quote that stays open',
      'name: "Ann\nrate: 5%',
      ['1:7 yaml/syntax', 'the quote before `Ann` is never closed', 'close it: `"Ann"`'],
    ],
    [
      'text behind a quote',
      `name: 'it's'`,
      [
        `1:11 yaml/syntax`,
        `text goes on after the closing quote: \`s'\``,
        `put it all in quotes; inside '…' write '' for ', inside "…" write \\" for "`,
      ],
    ],
    [
      'a second colon',
      'a: b: c',
      [
        '1:4 yaml/syntax',
        'the line has a second colon: `a: b: c`',
        'put the text in quotes: `"b: c"`; or begin a new line',
      ],
    ],
    [
      'deeper lines below a value',
      'a: 1\n  b: 2',
      [
        '1:4 yaml/syntax',
        '`1` is a value, and deeper lines follow below it',
        'start the next line in the column where this one starts, or remove the value',
      ],
    ],
    [
      'a bracket that stays open',
      'a: [1, 2\nb: 3',
      ['1:4 yaml/syntax', 'the bracket before `1, 2` is never closed', 'end it with `]`'],
    ],
    [
      'a brace that stays open',
      '{"a": 1',
      ['1:1 yaml/syntax', 'the bracket before `"a": 1` is never closed', 'end it with `}`'],
    ],
    [
      'a bracket too many',
      'a: ]',
      [
        '1:4 yaml/syntax',
        'no bracket was opened that `]` could close',
        'remove it, or put a text with brackets in quotes: `"]"`',
      ],
    ],
    [
      'a list beside its name',
      'a: - b',
      [
        '1:4 yaml/syntax',
        'a list starts on the line of its name',
        'put each entry on a line of its own below the name: `  - value`',
      ],
    ],
    [
      'a field under a list',
      '- a\nb: c',
      [
        '2:1 yaml/syntax',
        '`b: c` does not fit under the lines above it',
        'start it in the same column as the entries of its level, all `- ` or all names',
      ],
    ],
    [
      'a crooked list',
      'a:\n  - x\n - y',
      [
        '3:1 yaml/syntax',
        '`- y` does not fit under the lines above it',
        'start it in the same column as the entries of its level, all `- ` or all names',
      ],
    ],
    [
      'a backslash in double quotes',
      'a: "C:\\q"',
      [
        '1:7 yaml/syntax',
        '`\\q` means nothing inside double quotes',
        'write `\\\\` for a backslash, or put the text in single quotes',
      ],
    ],
    [
      'a template',
      'a: {{x}}',
      [
        '1:5 yaml/syntax',
        '`{x}}` is used as a name, and a name is plain text',
        'put a text with brackets in quotes: `"{x}}"`',
      ],
    ],
    [
      'an instruction',
      '%x\n---\na: 1',
      [
        '1:1 yaml/syntax',
        '`%x` is an instruction to the parser, not a field',
        'remove the line, or put its text in quotes',
      ],
    ],
    [
      'a stray comma',
      'a: [x, , y]',
      [
        '1:8 yaml/syntax',
        '`a: [x, , y]`: unexpected , in flow sequence',
        'put a text that holds such signs in quotes, and commas between entries',
      ],
    ],
    [
      'two anchors',
      'a: &x &y 1',
      [
        '1:7 yaml/alias',
        '`a: &x &y 1`: a node can have at most one anchor',
        'write the value out; a text that starts with & or * needs quotes: `"*"`',
      ],
    ],
    [
      'a foreign tag',
      'a: !x!y 1',
      [
        '1:4 yaml/tag',
        '`a: !x!y 1`: could not resolve tag: !x!y',
        'remove it; a text that starts with ! needs quotes: `"!"`',
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(findings(text)).toEqual([expected]);
  });

  test('all of them are found, in the order of the lines', () => {
    expect(findings('a: %1\nb: @2\nc: "\\q"')).toHaveLength(3);
  });

  test('control characters are shown and not sent to the terminal', () => {
    expect(findings('a: \u001b[31m"x"\u202e: b: c').join()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
