// A statement or a plan letter as one HTML document with styles and fonts inside, by Handlebars:
// strict, everything from the data escaped, templates compiled once. In: a view. Out: HTML.
// Style sheets and fonts are partials, being ours: no text is ever put in unescaped.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import Handlebars from 'handlebars';
import type { Statement } from '../core/index.ts';
import { type FontSubset, fontFaces, fontSubsets, subsetsFor } from './fonts.ts';
import { type StatementOptions, type StatementView, statementView } from './statement-view.ts';

const TEMPLATES = join(import.meta.dirname, '../../templates');
const FOLDERS = ['.', 'partials', 'statement', 'letter'].map((each) => join(TEMPLATES, each));

type Template = (view: object) => string;
type DocumentName = 'statement' | 'letter';
const compiled = new Map<DocumentName, Template>();

export function renderStatementHtml(statement: Statement, options: StatementOptions = {}): string {
  return renderView(statementView(statement, options));
}

export function renderView(view: StatementView): string {
  return renderDocument('statement', view);
}

export function renderDocument(name: DocumentName, view: object): string {
  const template = compiled.get(name) ?? compileDocument(name);
  compiled.set(name, template);
  const fonts = subsetsFor(JSON.stringify(view)).map((each) => ({ partial: fontPartial(each) }));
  return template({ ...view, fonts, style: `${name}.css` });
}

function compileDocument(document: DocumentName): Template {
  const handlebars = Handlebars.create();
  for (const path of FOLDERS.flatMap(partialFiles)) {
    const name = extname(path) === '.hbs' ? basename(path, '.hbs') : basename(path);
    handlebars.registerPartial(name, readFileSync(path, 'utf8'));
  }
  for (const subset of fontSubsets)
    handlebars.registerPartial(fontPartial(subset), fontFaces(subset));
  return handlebars.compile(`{{> ${document}}}`, { strict: true, preventIndent: true });
}

function partialFiles(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /\.(hbs|css)$/.test(name));
  return names.map((name) => join(folder, name));
}

const fontPartial = (subset: FontSubset): string => `font-${subset}`;
