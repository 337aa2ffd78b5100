// Scenarios as files: kept, renamed, taken away, and only as they were when the page showed them.
// What is written is a scenario that the core can read, and nothing else.
// In: the studio. Out: a router.

import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { fileStem } from '../app/file-stem.ts';
import type { EditedFile } from '../app/studio-ports.ts';
import { type DocumentMap, type DocumentNode, readScenario, type Scenario } from '../core/index.ts';
import { notFound, productOf, Refusal } from './refusal.ts';
import type { Studio } from './studio.ts';

const file = z.string().startsWith('scenarios/');
/** What a page keeps: the document of a scenario, and the file that it was made from. */
const keptFrom = z.strictObject({
  scenario: z.json(),
  file: file.optional(),
  version: z.string().optional(),
});
const shown = z.strictObject({ file, version: z.string(), title: z.string().optional() });

export function scenarioRoutes(studio: Studio): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false, limit: '10kb', parameterLimit: 10 });
  router.get('/scenarios', async (request, response) => {
    const read = await studio.files.read(String(request.query['file'] ?? ''));
    if (!read.ok) throw notFound('There is no such scenario.');
    response.json(productOf(studio.files.parse(read.product), 'Not a scenario').root);
  });
  router.post('/scenarios', express.json({ limit: '1mb' }), async (request, response) => {
    response.json(await keep(studio, request));
  });
  router.post('/scenarios/rename', form, async (request, response) => {
    const saved = await rename(studio, request);
    response.redirect(303, saved);
  });
  router.post('/scenarios/remove', form, async (request, response) => {
    const { version, name, scenario } = await shownScenario(studio, request);
    productOf(await studio.files.remove({ name, version }), 'Not deleted');
    response.redirect(303, pathOf(scenario));
  });
  return router;
}

async function keep(studio: Studio, request: Request): Promise<object> {
  const asked = keptFrom.safeParse(request.body);
  if (!asked.success) throw new Refusal(400, 'Not a scenario', 'Nothing was written.');
  const { scenario, file: from, version } = asked.data;
  const before = from === undefined ? undefined : await studio.files.read(from);
  const over = before?.ok ? before.product.text : undefined;
  const text = studio.files.write(scenario as DocumentNode, over);
  const read = await scenarioOf(studio, { name: 'scenario', text });
  const stem = fileStem(read.payee);
  const name = from ?? `scenarios/${stem}_${read.period.id}_${read.id}.yaml`;
  const saved = productOf(await studio.files.save({ name, text }, version), 'Not kept');
  return { file: saved.name, version: saved.version };
}

async function rename(studio: Studio, request: Request): Promise<string> {
  const { title, name, text: before, version, scenario } = await shownScenario(studio, request);
  if (!title?.trim()) throw new Refusal(422, 'Not renamed', 'A scenario needs a name.');
  const { root } = productOf(studio.files.parse({ name, text: before }), 'Not a scenario');
  const text = studio.files.write({ ...(root as DocumentMap), title: title.trim() }, before);
  await scenarioOf(studio, { name, text });
  productOf(await studio.files.save({ name, text }, version), 'Not renamed');
  return `${pathOf(scenario)}?scenario=${encodeURIComponent(name)}`;
}

interface ShownScenario extends EditedFile {
  readonly title: string | undefined;
  readonly scenario: Scenario;
}

/** The scenario that a page showed; `version` is that of the page. */
async function shownScenario(studio: Studio, request: Request): Promise<ShownScenario> {
  const asked = shown.safeParse(request.body);
  if (!asked.success) throw new Refusal(400, 'Not a scenario', 'Nothing was changed.');
  const { file: name, version, title } = asked.data;
  const { text } = productOf(await studio.files.read(name), 'Not a scenario');
  return { name, text, version, title, scenario: await scenarioOf(studio, { name, text }) };
}

async function scenarioOf(
  studio: Studio,
  from: Pick<EditedFile, 'name' | 'text'>,
): Promise<Scenario> {
  const opened = productOf(await studio.open(), 'The company folder has problems');
  const document = productOf(studio.files.parse(from), 'Not a scenario');
  return productOf(readScenario(document, opened), 'Not a scenario');
}

function pathOf({ payee, period }: Scenario): string {
  return `/what-if/${period.id}/${encodeURIComponent(payee)}`;
}
