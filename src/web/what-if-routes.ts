// What if: a payee's levers and deals, the scenarios that are kept as files, and those side by
// side. The browser calculates by itself; it is sent the folder's documents and tables as they are.
// In: the studio. Out: a router.

import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { fileStem } from '../app/file-stem.ts';
import { SENT_COMPANY, sendCompany } from '../app/sent-company.ts';
import { comparison, whatIfPage } from '../app/studio/what-if-page.ts';
import type { CompanyPage, Comparison } from '../app/studio-ports.ts';
import { type DocumentNode, type Outcome, readScenario } from '../core/index.ts';
import { notFound, Refusal } from './refusal.ts';
import { payOfPage } from './statement-routes.ts';
import { type OpenedPage, openPage, type Studio } from './studio.ts';

/** What a page keeps: the document of a scenario, and the file that it was made from. */
const kept = z.strictObject({
  scenario: z.json(),
  file: z.string().startsWith('scenarios/').optional(),
  version: z.string().optional(),
});

export function whatIfRoutes(studio: Studio): Router {
  const router = express.Router();
  router.get(SENT_COMPANY, async (_request, response) => {
    response.json(await sendCompany(studio.company));
  });
  router.get('/what-if/:period/:payee', async (request, response) => {
    const page = await openPage(studio, request);
    const { scenario } = request.query;
    const file = typeof scenario === 'string' ? scenario : undefined;
    const whatIf = productOf(
      await whatIfPage(sceneOf(studio, page, request), file),
      'Nothing can be calculated yet',
    );
    send(studio, response, page, { page: 'what-if', whatIf });
  });
  router.get('/what-if/:period/:payee/compare', async (request, response) => {
    const page = await openPage(studio, request);
    send(studio, response, page, {
      page: 'comparison',
      comparison: await compared(studio, page, request),
    });
  });
  router.get('/what-if/:period/:payee/compare/xlsx', async (request, response) => {
    const page = await openPage(studio, request);
    const { payee, ...rest } = await compared(studio, page, request);
    const bytes = await studio.comparisonWorkbook({ payee, ...rest }, page.frame);
    response.attachment(`scenarios_${fileStem(payee.id)}_${page.frame.period.id}.xlsx`);
    response.send(Buffer.from(bytes));
  });
  router.get('/scenarios', async (request, response) => {
    const file = await studio.files.read(String(request.query['file'] ?? ''));
    if (!file.ok) throw notFound('There is no such scenario.');
    response.json(productOf(studio.files.parse(file.product), 'Not a scenario').root);
  });
  router.post('/scenarios', express.json({ limit: '1mb' }), async (request, response) => {
    response.json(await keep(studio, request));
  });
  return router;
}

function send(
  { pages }: Studio,
  response: express.Response,
  { frame }: OpenedPage,
  page: CompanyPage,
): void {
  response.type('html').send(pages.company(page, frame));
}

export function sceneOf({ files }: Studio, page: OpenedPage, request: Request) {
  const { payee } = payOfPage(page, request);
  return { opened: page.opened, files, period: page.frame.period, payee };
}

async function compared(studio: Studio, page: OpenedPage, request: Request): Promise<Comparison> {
  const names = [request.query['with'] ?? []].flat().map(String);
  const outcome = await comparison(sceneOf(studio, page, request), names);
  return productOf(outcome, 'A scenario cannot be calculated');
}

/** Writes a scenario that the core can read, and nothing else. */
async function keep(studio: Studio, request: Request): Promise<object> {
  const asked = kept.safeParse(request.body);
  if (!asked.success) throw new Refusal(400, 'Not a scenario', 'Nothing was written.');
  const { scenario, file, version } = asked.data;
  const text = studio.files.write(scenario as DocumentNode);
  const opened = productOf(await studio.open(), 'The company folder has problems');
  const document = productOf(studio.files.parse({ name: 'scenario', text }), 'Not a scenario');
  const read = productOf(readScenario(document, opened), 'Not kept');
  const name = file ?? `scenarios/${read.payee}_${read.period.id}_${read.id}.yaml`;
  const saved = productOf(await studio.files.save({ name, text }, version), 'Not kept');
  return { file: saved.name, version: saved.version };
}

function productOf<T>(outcome: Outcome<T>, title: string): T {
  if (outcome.ok) return outcome.product;
  const isConflict = outcome.diagnostics.some(({ code }) => code === 'file/changed');
  const status = isConflict ? 409 : 422;
  const text = outcome.diagnostics.map(({ what, remedy }) => `${what}: ${remedy}.`).join(' ');
  throw new Refusal(status, title, text, outcome.diagnostics);
}
