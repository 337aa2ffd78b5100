// Builds the pages' scripts, in which the same core calculates in the browser. What only one page
// needs is a part of its own, loaded by that page. Templates are compiled here, since pages may not
// run text as code. In: src/browser. Out: JavaScript by file name.

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import Handlebars from 'handlebars';

const BROWSER = join(import.meta.dirname, '../browser');
const ENTRIES = ['main.ts', 'plan/plan-worker.ts', 'what-if-worker.ts'].map((each) =>
  join(BROWSER, each),
);

/** Tests bundle an entry of their own, in the same way. */
export async function bundleScripts(
  entries: readonly string[] = ENTRIES,
): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [...entries],
    entryNames: '[name]',
    chunkNames: 'part-[hash]',
    outdir: BROWSER,
    bundle: true,
    splitting: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [compiledTemplates],
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

/** `import './gate.hbs'` registers a partial of that name with Handlebars’ runtime. */
const compiledTemplates: Plugin = {
  name: 'compiled-templates',
  setup({ onLoad }) {
    onLoad({ filter: /\.hbs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const compiled = Handlebars.precompile(text, { strict: true, preventIndent: true });
      const name = JSON.stringify(basename(path, '.hbs'));
      const contents =
        `import Handlebars from 'handlebars/runtime.js';\n` +
        `Handlebars.registerPartial(${name}, Handlebars.template(${compiled}));\n`;
      return { contents: String(contents), loader: 'js' };
    });
  },
};
