// The first page: everybody's pay in a period, findings, the golden thread.
// In: the studio. Out: a router.

import express, { type Router } from 'express';
import { KeptOverviews } from '../app/studio/kept-overview.ts';
import { openPage, type Studio } from './studio.ts';

export function overviewRoutes(studio: Studio): Router {
  const router = express.Router();
  const kept = new KeptOverviews();
  router.get('/', async (request, response) => {
    const { opened, frame, said } = await openPage(studio, request);
    const overview = kept.of(opened, frame.period, said);
    response.type('html').send(studio.pages.company({ page: 'overview', overview }, frame));
  });
  return router;
}
