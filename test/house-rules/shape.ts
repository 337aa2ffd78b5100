// Sizes, headers and names of files: ARCHITECTURE.md, "How the code reads", 8, 10 and 11.
// In: parsed sources and paths. Out: findings.

import type { Node } from 'oxc-parser';
import { eachFile, eachNode, everywhere, type Rule } from './rule.ts';
import type { SourceFile } from './source-file.ts';

const FILE_LINES_MAX = 300;
const FUNCTION_LINES_MAX = 50;
const LINE_COLUMNS_MAX = 100;
const HEADER_LINES_MIN = 2;
const HEADER_LINES_MAX = 6;

export const syntax: Rule = eachFile((file) =>
  file.syntaxErrors.map((what) => ({ file: file.path, line: 1, what, remedy: 'make it parse' })),
);

export const fileLength: Rule = eachFile(({ path, lines }) => {
  if (lines.length <= FILE_LINES_MAX) return [];
  const what = `${lines.length} lines, more than ${FILE_LINES_MAX}`;
  return [{ file: path, line: FILE_LINES_MAX + 1, what, remedy: 'split it by what it knows' }];
});

export const functionLength: Rule = eachNode(everywhere, ({ node }, file) => {
  if (!isFunction(node)) return undefined;
  const count = file.lineOf(node.end) - file.lineOf(node.start) + 1;
  if (count <= FUNCTION_LINES_MAX) return undefined;
  const what = `function of ${count} lines, more than ${FUNCTION_LINES_MAX}`;
  return { what, remedy: 'keep the branching here and move the leaves into named functions' };
});

export const lineWidth: Rule = eachFile(({ path, lines }) =>
  lines.flatMap((line, index) => {
    const columns = [...line].length;
    if (columns <= LINE_COLUMNS_MAX) return [];
    const what = `${columns} columns, more than ${LINE_COLUMNS_MAX}`;
    return [{ file: path, line: index + 1, what, remedy: 'break the line (npm run format)' }];
  }),
);

/** A header is a comment at the very top, followed by an empty line. */
export const fileHeader: Rule = eachFile(({ path, lines }) => {
  const start = lines[0]?.startsWith('#!') ? 1 : 0;
  const count = headerLines(lines.slice(start));
  const ends = (lines[start + count] ?? '').trim() === '';
  const long = count >= HEADER_LINES_MIN && count <= HEADER_LINES_MAX;
  if (long && ends) return [];
  const limits = `${HEADER_LINES_MIN} to ${HEADER_LINES_MAX}`;
  const what = long ? 'no empty line after the header' : `header of ${count} lines, not ${limits}`;
  const remedy = 'open with a comment: purpose, what comes in, what goes out, its source';
  return [{ file: path, line: start + 1, what, remedy }];
});

const VAGUE_WORD = /^(utils?|helpers?|common|misc|lib|managers?|services?)$/;

/** The whole name, or its last word: `money-utils.ts`, `run-manager.ts`. Fixtures are data. */
export const fileName: Rule = ({ paths }) =>
  paths.flatMap((path) => {
    if (!/^(src|test|templates)\//.test(path)) return [];
    const vague = path
      .split('/')
      .map((segment) => segment.split('.')[0]?.split(/[-_]/).at(-1) ?? '')
      .find((word) => VAGUE_WORD.test(word));
    if (vague === undefined) return [];
    const remedy = 'name it after what it knows, in the words of ENGINE.md';
    return [{ file: path, line: 1, what: `'${vague}' says nothing`, remedy }];
  });

export const noBarrel: Rule = eachFile(({ path, statements }) => {
  if (path === 'src/core/index.ts' || !isBarrel(statements)) return [];
  const remedy = 'import from the files themselves; core/index.ts is the only door';
  return [{ file: path, line: 1, what: 'the file only passes on other files', remedy }];
});

export const noLeftover: Rule = eachFile((file) =>
  file.comments.flatMap(({ value, start }) => {
    const mark = /\b(TODO|FIXME|XXX)\b/.exec(value);
    if (mark === null) return [];
    const line = file.lineOf(start + 2 + mark.index);
    return [{ file: file.path, line, what: `${mark[1]} in a comment`, remedy: 'do it or drop it' }];
  }),
);

const HOLDING_FOLDERS = ['src', 'templates', 'fixtures', 'test'];
const TOP_FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'LICENSE'];

export const topLevel: Rule = ({ paths }) => {
  const first = new Map(paths.map((path) => [path.split('/')[0] ?? '', path]));
  return [...first].flatMap(([top, path]) => {
    const known = path === top ? TOP_FILES.includes(top) : HOLDING_FOLDERS.includes(top);
    if (known || top.startsWith('.')) return [];
    const remedy = `only ${[...HOLDING_FOLDERS, ...TOP_FILES].join(', ')} and dot-files live there`;
    return [{ file: top, line: 1, what: 'does not belong at the top level', remedy }];
  });
};

function headerLines(lines: SourceFile['lines']): number {
  if (lines[0]?.startsWith('/*')) return lines.findIndex((line) => line.includes('*/')) + 1;
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return end < 0 ? lines.length : end;
}

function isFunction(node: Node): boolean {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

function isBarrel(statements: SourceFile['statements']): boolean {
  const passesOn = (each: Node): boolean =>
    each.type === 'ExportAllDeclaration' ||
    (each.type === 'ExportNamedDeclaration' && each.declaration === null);
  return (
    statements.some(passesOn) &&
    statements.every((each) => passesOn(each) || each.type === 'ImportDeclaration')
  );
}
