// What if: a payee's levers and deals, and kept scenarios side by side. The browser calculates by
// itself; it is sent the folder's documents and tables as they are.
// In: the studio. Out: a router.

import express, { type Request, type Router } from 'express';
import { fileStem } from '../app/file-stem.ts';
import { SENT_COMPANY, sendCompany } from '../app/sent-company.ts';
import { comparison, whatIfPage } from '../app/studio/what-if-page.ts';
import type { CompanyPage, Comparison } from '../app/studio-ports.ts';
import { productOf } from './refusal.ts';
import { payOfPage } from './statement-routes.ts';
import { type OpenedPage, openPage, type Studio } from './studio.ts';

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
