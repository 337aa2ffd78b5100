// Who may import whom: ARCHITECTURE.md's table, the one door of the core, and `.ts` in specifiers.
// In: the imports of each file. Out: findings. A new npm package is one word in this table.

import { posix } from 'node:path';
import { eachFile, type Finding, type Rule } from './rule.ts';
import type { ImportEdge, SourceFile } from './source-file.ts';

const DOOR = 'src/core/index.ts';
const PORTS = 'src/app/ports.ts';
/** The studio's ports and the models of its pages. */
const STUDIO_PORTS = 'src/app/studio-ports.ts';

/** Readers and writers of texts that need no Node, for a plan that is typed in the browser. */
const BROWSER_READERS = ['src/documents/read-yaml.ts', 'src/documents/edit-yaml.ts'];

interface Allowance {
  /** Files, or folders that end in a slash; a folder may always import itself. */
  readonly sources: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
}

const edge = ['src/app/', DOOR, 'src/config.ts'];

const allowances: Readonly<Record<string, Allowance>> = {
  core: { sources: [], packages: ['@noble/hashes', 'zod'], node: false },
  app: { sources: [DOOR], packages: [], node: false },
  documents: {
    sources: [DOOR, PORTS, STUDIO_PORTS],
    packages: ['csv-parse', 'exceljs', 'unpdf', 'yaml', 'yauzl', 'zod'],
    node: true,
  },
  store: {
    sources: [DOOR, PORTS],
    packages: ['better-sqlite3', 'kysely', 'pg', 'zod'],
    node: true,
  },
  queue: { sources: [DOOR, PORTS], packages: ['pg-boss'], node: true },
  render: {
    sources: [DOOR, PORTS, STUDIO_PORTS, 'src/app/studio/plan-page.ts'],
    packages: [
      '@fontsource/inter',
      '@puppeteer/browsers',
      '@sparticuz/chromium',
      'd3-scale',
      'd3-shape',
      'exceljs',
      'handlebars',
      'puppeteer-core',
    ],
    node: true,
  },
  web: {
    sources: edge,
    packages: ['esbuild', 'express', 'express-session', 'handlebars', 'helmet', 'zod'],
    node: true,
  },
  // The script of the studio's pages: the same core, use cases and views in the browser.
  browser: {
    sources: ['src/app/', 'src/render/', 'templates/', ...BROWSER_READERS, DOOR],
    packages: [
      '@codemirror/autocomplete',
      '@codemirror/commands',
      '@codemirror/lang-yaml',
      '@codemirror/language',
      '@codemirror/lint',
      '@codemirror/state',
      '@codemirror/view',
      '@lezer/highlight',
      'handlebars',
      'zod',
    ],
    node: false,
  },
  cli: { sources: edge, packages: ['cli-progress', 'cli-table3', 'commander'], node: true },
  config: { sources: [DOOR], packages: ['zod'], node: true },
};

/** Imports follow the table; from outside, the core is entered by its index alone. */
export const importBoundary: Rule = eachFile((file) => {
  const folder = folderOf(file.path);
  const allowance = allowances[folder];
  if (allowance === undefined) return [];
  return file.imports.flatMap((each) => {
    const fault = boundaryFault(file.path, folder, allowance, each.specifier);
    return fault ? [at(file, each, ...fault)] : [];
  });
});

/** src holds the folders of ARCHITECTURE.md, config.ts and wire.ts, nothing else. */
export const sourceFolder: Rule = eachFile((file) => {
  const folder = folderOf(file.path);
  if (folder in allowances || folder === 'wire') return [];
  const known = `${Object.keys(allowances).join(', ')}, wire`;
  return [
    {
      file: file.path,
      line: 1,
      what: `src/${folder} is no part of the layout`,
      remedy: `move it into one of: ${known}`,
    },
  ];
});

/** Node runs the sources as they are, so a specifier names the real file; bundles take templates. */
export const fileExtension: Rule = eachFile((file) =>
  file.imports
    .filter(({ specifier }) => specifier.startsWith('.') && !/\.(?:ts|hbs)$/.test(specifier))
    .map((each) =>
      at(file, each, `'${each.specifier}' does not end in .ts`, 'write the name of the .ts file'),
    ),
);

/** `core` for src/core/a/b.ts, `wire` for src/wire.ts. */
function folderOf(path: string): string {
  return path.split('/')[1]?.replace(/\.[tj]s$/, '') ?? '';
}

function at(file: SourceFile, { line }: ImportEdge, what: string, remedy: string): Finding {
  return { file: file.path, line, what, remedy };
}

function boundaryFault(
  path: string,
  folder: string,
  allowance: Allowance,
  specifier: string,
): readonly [what: string, remedy: string] | undefined {
  if (specifier.startsWith('.')) return sourceFault(path, folder, allowance, specifier);
  if (specifier.startsWith('node:')) {
    if (allowance.node) return undefined;
    return [`${folder} imports ${specifier}`, 'pass in what it gives as an argument or a port'];
  }
  const known = allowance.packages.some((each) => isOrIsIn(specifier, each, '/'));
  if (known) return undefined;
  const names = allowance.packages.join(', ') || 'no package';
  return [`${folder} imports the package ${specifier}`, `it may import ${names}`];
}

function sourceFault(
  path: string,
  folder: string,
  allowance: Allowance,
  specifier: string,
): readonly [what: string, remedy: string] | undefined {
  const imported = posix.join(posix.dirname(path), specifier);
  if (folder === 'core' && imported === DOOR) {
    return ['core imports its own door', 'import the file that declares the name'];
  }
  if (imported.startsWith(`src/${folder}/`)) return undefined;
  if (allowance.sources.some((each) => isOrIsIn(imported, each, ''))) return undefined;
  if (imported === 'src/wire.ts' && isEntry(path)) return undefined;
  if (imported.startsWith('src/core/')) {
    return [`${folder} imports ${imported}`, `import from ${DOOR}, the core's one door`];
  }
  const may = [`src/${folder}/`, ...allowance.sources].join(', ');
  return [`${folder} imports ${imported}`, `it may import ${may}; wire.ts joins the rest`];
}

/** Files that a person or npm starts: they alone may call for the wiring. */
export function isEntry(path: string): boolean {
  return /^src\/cli\/[^/]+\.[tj]s$/.test(path);
}

/** The files that the studio's scripts are bundled from. */
export const BUNDLE_ENTRIES = ['main.ts', 'plan/plan-worker.ts', 'what-if-worker.ts'].map(
  (each) => `src/browser/${each}`,
);

function isOrIsIn(name: string, whole: string, separator: string): boolean {
  return (
    name === whole || (`${whole}${separator}`.endsWith('/') && name.startsWith(whole + separator))
  );
}
