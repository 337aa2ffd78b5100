// Style sheet, script and fonts, all from this machine. In: the bundle. Out: a router. The script
// is named by its content, so that a browser never runs an old one.

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';

const TEMPLATES = join(import.meta.dirname, '../../templates');
const { resolve } = createRequire(import.meta.url);
const FONTS = dirname(resolve('@fontsource/inter/package.json'));

export interface Script {
  readonly name: string;
  readonly text: string;
}

export function namedScript(text: string): Script {
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { name: `studio-${mark}.js`, text };
}

export function assets(script: Script): Router {
  const router = express.Router();
  const options = { index: false, redirect: false, dotfiles: 'deny' } as const;
  router.get(`/${script.name}`, (_request, response) => {
    response.type('text/javascript').set('Cache-Control', 'max-age=31536000, immutable');
    response.send(script.text);
  });
  router.use('/inter', express.static(FONTS, { ...options, maxAge: '1d' }));
  router.get('/chart.css', (_request, response) => response.sendFile(join(TEMPLATES, 'chart.css')));
  router.use(express.static(join(TEMPLATES, 'studio'), options));
  return router;
}
