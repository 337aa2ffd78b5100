// The studio as an express application: what every request passes, then one router per page.
// In: the studio's parts. Out: the application; nothing listens yet.

import express, { type Express } from 'express';
import helmet from 'helmet';
import { assets, type Scripts } from './assets.ts';
import { knownHost, ownPagesOnly } from './guards.ts';
import { overviewRoutes } from './overview-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { problemHandler } from './problem-page.ts';
import { notFound } from './refusal.ts';
import { scenarioRoutes } from './scenario-routes.ts';
import { seekRoutes } from './seek-routes.ts';
import { statementRoutes } from './statement-routes.ts';
import type { Studio } from './studio.ts';
import { whatIfRoutes } from './what-if-routes.ts';

/** Nothing but the studio's own files; no code or style inside pages. */
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameSrc: ["'self'"],
    workerSrc: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
} as const;

export function studioApp(studio: Studio, scripts: Scripts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    helmet({
      contentSecurityPolicy: POLICY,
      // Plain HTTP on this machine: nothing to insist on.
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
  app.use(knownHost(studio.host), ownPagesOnly);
  app.use('/assets', assets(scripts));
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use(overviewRoutes(studio), planRoutes(studio));
  app.use(statementRoutes(studio), whatIfRoutes(studio), seekRoutes(studio));
  app.use(scenarioRoutes(studio));
  app.use((_request, _response, next) => {
    next(notFound('There is no page here. The overview shows everything there is.'));
  });
  app.use(problemHandler(studio.pages, studio.log));
  return app;
}
