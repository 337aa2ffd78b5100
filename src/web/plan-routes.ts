// Plans as texts: the list, a new one from a template, the page that edits one, saving, and the
// letter of a text that need not be saved. In: the studio. Out: a router.

import express, { type Request, type Router } from 'express';
import { planFiles } from '../app/studio/plan-page.ts';
import type { EditedFile } from '../app/studio-ports.ts';
import { findLetter } from '../app/write-letter.ts';
import type { Outcome } from '../core/index.ts';
import { notFound, Refusal } from './refusal.ts';
import type { Studio } from './studio.ts';

/** A megabyte of text, as a form writes it. */
const form = express.urlencoded({ extended: false, limit: '3mb', parameterLimit: 10 });
/** What a letter may do in its frame: look like one. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
const FILE_NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;

export function planRoutes(studio: Studio): Router {
  const router = express.Router();
  const { files, desk, pages, company } = studio;
  router.get(planFiles.list, async (_request, response) => {
    const list = await files.list('plans');
    response.type('html').send(pages.plans({ files: list, templates: desk.templates }));
  });
  router.get(planFiles.edit, async (request, response) => {
    response.type('html').send(pages.plan(await planOf(studio, request)));
  });
  router.get(planFiles.text, async (request, response) => {
    response.json(await planOf(studio, request));
  });
  router.post(planFiles.start, form, async (request, response) => {
    const name = await started(studio, request);
    response.redirect(303, `${planFiles.edit}?file=${encodeURIComponent(name)}`);
  });
  router.post(planFiles.save, form, async (request, response) => {
    const saved = await save(studio, request);
    if (request.accepts(['html', 'json']) === 'json') response.json(saved);
    else response.redirect(303, `${planFiles.edit}?file=${encodeURIComponent(saved.name)}`);
  });
  router.post(planFiles.letter, form, async (request, response) => {
    const plan = () => Promise.resolve(desk.parse(field(request, 'text'), field(request, 'name')));
    const found = productOf(await findLetter({ folder: company, plan }), 'No letter yet');
    if ('choices' in found) throw notFound('The letter is of no plan.');
    response.set('Content-Security-Policy', LETTER_POLICY);
    response.type('html').send(pages.letter(found.letter));
  });
  return router;
}

async function planOf({ files }: Studio, request: Request): Promise<EditedFile> {
  const name = String(request.query['file'] ?? '');
  return productOf(await files.read(name), 'This plan cannot be opened');
}

async function started({ files, desk }: Studio, request: Request): Promise<string> {
  const role = field(request, 'template');
  const id = field(request, 'id').trim() || role;
  if (!desk.templates.includes(role)) throw notFound('There is no such template.');
  if (!FILE_NAME.test(id)) {
    const text = 'Name it with small letters, digits and hyphens, such as vp-sales-2027.';
    throw new Refusal(422, 'Not a name for a file', text);
  }
  const name = `plans/${id}.yaml`;
  const text = withId(await desk.template(role), id);
  return productOf(await files.save({ name, text }), 'Not started').name;
}

/** The template speaks of itself by its role's id. */
function withId(text: string, id: string): string {
  return text.replace(/^plan: .*$/m, () => `plan: ${id}`);
}

async function save({ files }: Studio, request: Request): Promise<EditedFile> {
  const [name, text, version] = ['name', 'text', 'version'].map((each) => field(request, each));
  if (!name || !text || !version) throw new Refusal(422, 'Not saved', 'The text is empty.');
  const current = await files.read(name);
  const outcome = await files.save({ name, text: sameBreaks(text, current) }, version);
  if (outcome.ok) return outcome.product;
  const isConflict = outcome.diagnostics.some(({ code }) => code === 'file/changed');
  const said = 'Nothing was written, and what you wrote is still in the page.';
  throw new Refusal(isConflict ? 409 : 422, 'Not saved', said, outcome.diagnostics);
}

/** Forms send every line break as two characters, whatever the file has. */
function sameBreaks(text: string, current: Outcome<EditedFile>): string {
  const isWide = current.ok && current.product.text.includes('\r\n');
  return isWide ? text : text.replaceAll('\r\n', '\n');
}

function field(request: Request, name: string): string {
  const body: unknown = request.body;
  const value = typeof body === 'object' && body ? (body as Record<string, unknown>)[name] : '';
  return typeof value === 'string' ? value : '';
}

function productOf<T>(outcome: Outcome<T>, title: string): T {
  if (outcome.ok) return outcome.product;
  throw new Refusal(422, title, 'See what is in the way below.', outcome.diagnostics);
}
