// The studio's pages as Handlebars templates, compiled once: strict, everything from the data
// escaped. In: templates/ and a page's view. Out: HTML.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';

const TEMPLATES = join(import.meta.dirname, '../../../templates');
const FOLDERS = ['partials', 'pages'].map((each) => join(TEMPLATES, each));

export type WritePage = (name: string, view: object) => string;

export function pageTemplates(): WritePage {
  const handlebars = Handlebars.create();
  for (const folder of FOLDERS) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.hbs'))) {
      handlebars.registerPartial(basename(file, '.hbs'), readFileSync(join(folder, file), 'utf8'));
    }
  }
  const compiled = new Map<string, (view: object) => string>();
  return (name, view) => {
    const template =
      compiled.get(name) ??
      handlebars.compile(`{{> ${name}}}`, { strict: true, preventIndent: true });
    compiled.set(name, template);
    return template(view);
  };
}
