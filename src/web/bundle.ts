// Builds the one script of the pages, in which the same core calculates in the browser. Templates
// are compiled here, since pages may not run text as code. In: src/browser. Out: its JavaScript.

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import Handlebars from 'handlebars';

const ENTRY = join(import.meta.dirname, '../browser/main.ts');

export async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [compiledTemplates],
  });
  const [script] = outputFiles;
  if (!script) throw new Error('esbuild made no script');
  return script.text;
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
