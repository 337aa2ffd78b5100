// Style sheets, scripts and fonts, all from this machine. The main script and its parts are named
// by their content, so that a browser never runs an old one; a worker keeps its name and is asked
// for anew. In: the bundle. Out: a router.

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';

const TEMPLATES = join(import.meta.dirname, '../../templates');
const { resolve } = createRequire(import.meta.url);
const FONTS = dirname(resolve('@fontsource/inter/package.json'));

export interface Scripts {
  /** The name of what every page loads. */
  readonly main: string;
  readonly texts: ReadonlyMap<string, string>;
}

export function namedScripts(bundled: ReadonlyMap<string, string>): Scripts {
  const text = bundled.get('main.js') ?? '';
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const main = `studio-${mark}.js`;
  return { main, texts: new Map([...bundled, [main, text]]) };
}

export function assets({ texts }: Scripts): Router {
  const router = express.Router();
  const options = { index: false, redirect: false, dotfiles: 'deny' } as const;
  router.get('/:script.js', (request, response, next) => {
    const name = `${request.params.script}.js`;
    const text = texts.get(name);
    if (text === undefined) return next();
    const isForever = /^(?:studio|part)-/.test(name);
    const keep = isForever ? 'max-age=31536000, immutable' : 'no-cache';
    response.type('text/javascript').set('Cache-Control', keep).send(text);
  });
  router.use('/inter', express.static(FONTS, { ...options, maxAge: '1d' }));
  router.get('/chart.css', (_request, response) => response.sendFile(join(TEMPLATES, 'chart.css')));
  router.use(express.static(join(TEMPLATES, 'studio'), options));
  return router;
}
