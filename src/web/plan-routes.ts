// Plans as texts: the list, a new one from a template, the page that edits one, saving, and the
// letter of a text that need not be saved; and the figures that assignments give to its payees.
// In: the studio. Out: a router.

import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { assignmentFiles } from '../app/studio/assigned-figures.ts';
import { planFiles } from '../app/studio/plan-page.ts';
import type { EditedFile } from '../app/studio-ports.ts';
import { findLetter } from '../app/write-letter.ts';
import { type Outcome, readCompany } from '../core/index.ts';
import { notFound, productOf, Refusal } from './refusal.ts';
import type { Studio } from './studio.ts';

/** A megabyte of text, as a form writes it. */
const form = express.urlencoded({ extended: false, limit: '3mb', parameterLimit: 10 });
/** What a letter may do in its frame: look like one. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
const FILE_NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;

const count = z.number().int().nonnegative();
const typedCells = z.strictObject({
  name: z.string(),
  version: z.string(),
  cells: z.array(
    z.strictObject({
      ...{ table: count, row: count, column: count },
      ...{ before: z.string(), text: z.string().max(200) },
    }),
  ),
});

export function planRoutes(studio: Studio): Router {
  const router = express.Router();
  const { files, desk, pages } = studio;
  router.get(planFiles.list, async (_request, response) => {
    const list = await files.list('plans');
    response.type('html').send(pages.plans({ files: list, templates: desk.templates }));
  });
  router.get(planFiles.edit, async (request, response) => {
    const isSaved = request.query['saved'] !== undefined;
    response.type('html').send(pages.plan({ file: await planOf(studio, request), isSaved }));
  });
  router.get(planFiles.text, async (request, response) => {
    response.json(await planOf(studio, request));
  });
  router.get(planFiles.figures, async (_request, response) => {
    response.json(await figureFiles(studio));
  });
  router.post(planFiles.figures, express.json({ limit: '1mb' }), async (request, response) => {
    const { version } = await saveFigures(studio, request);
    response.json({ version });
  });
  router.post(planFiles.start, form, async (request, response) => {
    response.redirect(303, addressOf(await started(studio, request)));
  });
  router.post(planFiles.save, form, (request, response) => save(studio, request, response));
  router.post(planFiles.letter, form, (request, response) => letter(studio, request, response));
  return router;
}

function addressOf(name: string): string {
  return `${planFiles.edit}?file=${encodeURIComponent(name)}`;
}

async function planOf({ files }: Studio, request: Request): Promise<EditedFile> {
  const name = String(request.query['file'] ?? '');
  return productOf(await files.read(name), 'This plan cannot be opened', SEE_BELOW);
}

const SEE_BELOW = 'See what is in the way below.';

/** The tables of assignments that can be changed here, as they stand. */
async function figureFiles({ company, files }: Studio) {
  const document = await company.companyDocument();
  const read = document.ok ? readCompany(document.product) : document;
  const found = (read.ok ? assignmentFiles(read.product) : []).map(async ({ table, name }) => {
    const file = await files.read(name);
    return file.ok ? [{ table, name, version: file.product.version }] : [];
  });
  return (await Promise.all(found)).flat();
}

async function saveFigures({ files }: Studio, request: Request): Promise<EditedFile> {
  const asked = typedCells.safeParse(request.body);
  if (!asked.success) throw new Refusal(400, 'Not saved', 'Nothing was written.');
  const { name, version, cells } = asked.data;
  const said = 'No figure was written, and what you typed is still in the page.';
  return productOf(await files.saveCells(name, cells, version), 'Not saved', said);
}

async function started({ files, desk }: Studio, request: Request): Promise<string> {
  const role = field(request, 'template');
  const id = field(request, 'id').trim() || role;
  const isNext = role.startsWith('plans/');
  if (!isNext && !desk.templates.includes(role)) throw notFound('There is no such template.');
  if (!FILE_NAME.test(id)) {
    const text = 'Name it with small letters, digits and hyphens, such as vp-sales-2027.';
    throw new Refusal(422, 'Not a name for a file', text);
  }
  const name = `plans/${id}.yaml`;
  // A next version keeps the plan's id; the checker says what has to be another.
  const text = isNext
    ? productOf(await files.read(role), 'Not started', SEE_BELOW).text
    : withId(await desk.template(role), id);
  return productOf(await files.save({ name, text }), 'Not started', SEE_BELOW).name;
}

/** The template speaks of itself by its role's id. */
function withId(text: string, id: string): string {
  return text.replace(/^plan: .*$/m, () => `plan: ${id}`);
}

/** The page's script is told in JSON; a plain form gets the page again, with the text as typed. */
async function save(studio: Studio, request: Request, response: Response): Promise<void> {
  const { files, pages } = studio;
  const [name, text, version] = ['name', 'text', 'version'].map((each) => field(request, each));
  if (!name || !text || !version) throw new Refusal(422, 'Not saved', 'The text is empty.');
  const current = await files.read(name);
  const outcome = await files.save({ name, text: sameBreaks(text, current) }, version);
  if (request.accepts(['html', 'json']) === 'json') {
    const said = 'Nothing was written, and what you wrote is still in the page.';
    response.json(productOf(outcome, 'Not saved', said));
  } else if (outcome.ok) {
    response.redirect(303, `${addressOf(name)}&saved`);
  } else {
    const theirs = current.ok && current.product.version !== version ? current.product : undefined;
    const refused = { findings: outcome.diagnostics, ...(theirs && { theirs }) };
    // Saved once more, it is meant: both versions were shown.
    const file = { name, text, version: theirs?.version ?? version };
    response.status(theirs ? 409 : 422).type('html');
    response.send(pages.plan({ file, isSaved: false, refused }));
  }
}

/** Forms send every line break as two characters, whatever the file has. */
function sameBreaks(text: string, current: Outcome<EditedFile>): string {
  const isWide = current.ok && current.product.text.includes('\r\n');
  return isWide ? text : text.replaceAll('\r\n', '\n');
}

async function letter(studio: Studio, request: Request, response: Response): Promise<void> {
  const { files, pages, company } = studio;
  const typed = { name: field(request, 'name'), text: field(request, 'text') };
  const plan = () => Promise.resolve(files.parse(typed));
  const found = productOf(await findLetter({ folder: company, plan }), 'No letter yet', SEE_BELOW);
  if ('choices' in found) throw notFound('The letter is of no plan.');
  response.set('Content-Security-Policy', LETTER_POLICY);
  response.type('html').send(pages.letter(found.letter));
}

function field(request: Request, name: string): string {
  const body: unknown = request.body;
  const value = typeof body === 'object' && body ? (body as Record<string, unknown>)[name] : '';
  return typeof value === 'string' ? value : '';
}
