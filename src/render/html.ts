// A statement or a plan letter as one HTML document with styles and fonts inside, a plan's picture
// as one SVG, by Handlebars: strict, everything from the data escaped, templates compiled once.
// In: a view. Out: HTML or SVG.
// Style sheets and fonts are partials, being ours: no text is ever put in unescaped.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import Handlebars from 'handlebars';
import { type FontSubset, fontFaces, fontSubsets, subsetsFor } from './fonts.ts';
import type { PictureView } from './picture/picture-view.ts';
import type { StatementView } from './statement-view.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');
const FOLDERS = ['.', 'partials', 'statement', 'letter', 'picture'].map((each) =>
  join(TEMPLATES, each),
);

type Template = (view: object) => string;
type DocumentName = 'statement' | 'letter' | 'picture';
const compiled = new Map<DocumentName, Template>();

export function renderView(view: StatementView): string {
  return renderDocument('statement', view);
}

export function renderDocument(name: DocumentName, view: object): string {
  const template = compiled.get(name) ?? compileDocument(name);
  compiled.set(name, template);
  const fonts = subsetsFor(JSON.stringify(view)).map((each) => ({ partial: fontPartial(each) }));
  return template({ ...view, fonts, style: `${name}.css` });
}

/** A picture stands by itself; not every program that shows SVG knows CSS variables. */
export function renderPicture(view: PictureView): string {
  const template = compiled.get('picture') ?? compileDocument('picture');
  compiled.set('picture', template);
  return template(view);
}

function compileDocument(document: DocumentName): Template {
  const handlebars = Handlebars.create();
  for (const path of FOLDERS.flatMap(partialFiles)) {
    const name = extname(path) === '.hbs' ? basename(path, '.hbs') : basename(path);
    handlebars.registerPartial(name, readFileSync(path, 'utf8'));
  }
  handlebars.registerPartial('picture-style', pictureStyle());
  for (const subset of fontSubsets)
    handlebars.registerPartial(fontPartial(subset), fontFaces(subset));
  return handlebars.compile(`{{> ${document}}}`, { strict: true, preventIndent: true });
}

const PICTURE_STYLES = ['colours.css', 'chart.css', 'picture/picture.css'];

/** Style sheets of a picture with each `var(--name)` replaced by what it stands for. */
function pictureStyle(): string {
  const [colours = '', ...styles] = PICTURE_STYLES.map((name) =>
    readFileSync(join(TEMPLATES, name), 'utf8'),
  );
  const known = new Map(
    [...colours.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, is]) => [name, is]),
  );
  return styles.join('\n').replaceAll(/var\((--[\w-]+)\)/g, (_, name) => {
    const found = known.get(name);
    if (found === undefined) throw new Error(`colours.css has no ${name}`);
    return found;
  });
}

function partialFiles(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /\.(hbs|css)$/.test(name));
  return names.map((name) => join(folder, name));
}

const fontPartial = (subset: FontSubset): string => `font-${subset}`;
