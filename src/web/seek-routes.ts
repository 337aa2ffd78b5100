// Goal seek: what a payee needs for a payment. A plain form, answered by the exact view on the
// server. In: the studio. Out: a router.

import express, { type Router } from 'express';
import { soughtGoal } from '../app/studio/seek-page.ts';
import { plainNumber } from '../core/index.ts';
import { Refusal } from './refusal.ts';
import { openPage, type Studio } from './studio.ts';
import { sceneOf } from './what-if-routes.ts';

export function seekRoutes(studio: Studio): Router {
  const router = express.Router();
  router.get('/seek/:period/:payee', async (request, response) => {
    const page = await openPage(studio, request);
    const outcome = await soughtGoal(sceneOf(studio, page, request), {
      goal: plainMoney(request.query['for']),
      by: chosen(request.query['by']),
      scenario: chosen(request.query['scenario']),
    });
    if (!outcome.ok) {
      throw new Refusal(422, 'Nothing can be sought', 'See why below.', outcome.diagnostics);
    }
    const sought = outcome.product;
    response.type('html').send(studio.pages.company({ page: 'seek', sought }, page.frame));
  });
  return router;
}

/** The first entry of a list, which stands for none, is sent as an empty text. */
function chosen(written: unknown): string | undefined {
  return typeof written === 'string' && written !== '' ? written : undefined;
}

/** `40,000` and `40000,50` are read as what they surely mean. */
function plainMoney(written: unknown): string | undefined {
  if (written === undefined) return undefined;
  const plain = plainNumber(String(written));
  if (plain !== undefined) return plain;
  throw new Refusal(400, 'Not an amount', 'Write a plain number such as 40000 or 40000.50.');
}
