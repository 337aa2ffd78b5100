// Small repositories that each house rule must refuse, and near misses that it must let pass.
// `refuses` pairs the sources with the place the finding must name; `passes` must find nothing.

import type { RuleName } from './rules.ts';

/** Path to text. */
export type Sources = Readonly<Record<string, string>>;

export interface Examples {
  readonly refuses: readonly (readonly [sources: Sources, place: string])[];
  readonly passes: readonly Sources[];
}

const A = 'src/core/a.ts';
const header = '// What it is for.\n// What comes in and out.\n\n';
const lines = (count: number): string => 'f();\n'.repeat(count);
const inA = (text: string): Sources => ({ [A]: text });
const inCli = (text: string): Sources => ({ 'src/cli/demo.ts': text });

export const examples: Readonly<Record<RuleName, Examples>> = {
  syntax: {
    refuses: [[inA('const = 1;'), `${A}:1`]],
    passes: [inA('const one: number = 1;')],
  },
  'top-level': {
    refuses: [
      [{ 'docs/guide.md': '' }, 'docs:1'],
      [{ 'NOTES.md': '' }, 'NOTES.md:1'],
      [{ src: '' }, 'src:1'],
    ],
    passes: [{ 'package.json': '', '.ci/run': '', 'templates/a.hbs': '', LICENSE: '', [A]: '' }],
  },
  'source-folder': {
    refuses: [
      [{ 'src/engine/a.ts': '' }, 'src/engine/a.ts:1'],
      [{ 'src/index.ts': '' }, 'src/index.ts:1'],
    ],
    passes: [{ 'src/wire.ts': '', 'src/config.ts': '', 'src/web/a/b.ts': '' }],
  },
  'import-boundary': {
    refuses: [
      [inA(`import { z } from 'zod';\nimport { readFile } from 'node:fs';`), `${A}:2`],
      [inA(`import yaml from 'yaml';`), `${A}:1`],
      [inA(`import fs from 'fs';`), `${A}:1`],
      [inA(`export { a } from './index.ts';`), `${A}:1`],
      [inA(`import type { Store } from '../app/ports.ts';`), `${A}:1`],
      [inA(`type Store = import('../app/ports.ts').Store;`), `${A}:1`],
      [inA(`const load = () => import('../wire.ts');`), `${A}:1`],
      [inA(`import a from '../../../elsewhere.ts';`), `${A}:1`],
      [{ 'src/app/pay.ts': `import { a } from '../core/money.ts';` }, 'src/app/pay.ts:1'],
      [{ 'src/app/pay.ts': `import 'node:fs';` }, 'src/app/pay.ts:1'],
      [{ 'src/documents/a.ts': `import '../render/html.ts';` }, 'src/documents/a.ts:1'],
      [{ 'src/documents/a.ts': `import '../app/pay.ts';` }, 'src/documents/a.ts:1'],
      [{ 'src/documents/a.ts': `import 'puppeteer-core';` }, 'src/documents/a.ts:1'],
      [{ 'src/web/a.ts': `import '../store/payees.ts';` }, 'src/web/a.ts:1'],
      [{ 'src/web/a.ts': `import '../wire.ts';` }, 'src/web/a.ts:1'],
      [{ 'src/cli/commands/pay.ts': `import '../../wire.ts';` }, 'src/cli/commands/pay.ts:1'],
      [{ 'src/config.ts': `import './wire.ts';` }, 'src/config.ts:1'],
      [
        { 'src/queue/a.ts': `new Worker(new URL('../web/job.ts', import.meta.url));` },
        'src/queue/a.ts:1',
      ],
    ],
    passes: [
      inA(`import * as z from 'zod/v4';\nimport './plan/plan.ts';`),
      { 'src/core/index.ts': `export { money } from './money.ts';` },
      { 'src/app/pay.ts': `import '../core/index.ts';\nimport './ports.ts';` },
      { 'src/documents/a.ts': `import 'node:fs';\nimport 'csv-parse/sync';\nimport './b.ts';` },
      {
        'src/store/a.ts': `import '../core/index.ts';\nimport type * as p from '../app/ports.ts';`,
      },
      { 'src/web/a.ts': `import '../app/pay.ts';\nimport '../config.ts';\nimport './pages/b.ts';` },
      { 'src/cli/demo.ts': `import '../wire.ts';\nimport 'commander';\nimport '../app/pay.ts';` },
      { 'src/wire.ts': `import './store/a.ts';\nimport './render/b.ts';\nimport 'express';` },
    ],
  },
  'file-extension': {
    refuses: [
      [inA(`import './b';`), `${A}:1`],
      [inA(`\nexport * from './b.js';`), `${A}:2`],
    ],
    passes: [inA(`import './b.ts';\nimport 'zod';`)],
  },
  'file-length': {
    refuses: [[inA(lines(301)), `${A}:301`]],
    passes: [inA(lines(300))],
  },
  'function-length': {
    refuses: [
      [inA(`\nfunction f() {\n${lines(49)}}`), `${A}:2`],
      [inA(`const f = () => {\n${lines(49)}};`), `${A}:1`],
      [inA(`class C {\n  m() {\n${lines(49)}  }\n}`), `${A}:2`],
    ],
    passes: [inA(`function f() {\n${lines(48)}}\n${lines(60)}`)],
  },
  'line-width': {
    refuses: [[inA(`\n// ${'x'.repeat(98)}`), `${A}:2`]],
    passes: [inA(`// ${'x'.repeat(97)}\n// ${'😀'.repeat(97)}`)],
  },
  'file-header': {
    refuses: [
      [inA('export const one = 1;'), `${A}:1`],
      [inA('// One line is not enough.\n\nf();'), `${A}:1`],
      [inA(`${'// Line.\n'.repeat(7)}\nf();`), `${A}:1`],
      [inA('// First.\n// Second.\nf();'), `${A}:1`],
      [inA('/** First. */\nf();'), `${A}:1`],
      [inA('#!/usr/bin/env node\nf();'), `${A}:2`],
      [inA(''), `${A}:1`],
    ],
    passes: [
      inA(`${header}f();`),
      inA(`#!/usr/bin/env node\n${header}f();`),
      inA('/*\n * What it is for.\n */\n\nf();'),
      inA('// Only.\n// Comments.'),
    ],
  },
  'file-name': {
    refuses: [
      [{ 'src/core/money-utils.ts': '' }, 'src/core/money-utils.ts:1'],
      [{ 'src/lib/a.css': '' }, 'src/lib/a.css:1'],
      [{ 'test/helpers.ts': '' }, 'test/helpers.ts:1'],
      [{ 'src/app/run-manager.ts': '' }, 'src/app/run-manager.ts:1'],
    ],
    passes: [
      {
        'src/app/manager-rollup.ts': '',
        'src/core/calibrate.ts': '',
        'fixtures/sales-manager.yaml': '',
      },
    ],
  },
  'no-barrel': {
    refuses: [
      [inA(`${header}export * from './b.ts';`), `${A}:1`],
      [inA(`import { b } from './b.ts';\nexport { b };`), `${A}:1`],
    ],
    passes: [
      { 'src/core/index.ts': `export { b } from './b.ts';` },
      inA(`export { b } from './b.ts';\nexport const one = 1;`),
      inA(`import './b.ts';`),
      inA(`${header}`),
    ],
  },
  'no-leftover': {
    refuses: [
      [inA('f(); // TODO: later'), `${A}:1`],
      [inA('/*\n FIXME */'), `${A}:2`],
      [inA('// XXX'), `${A}:1`],
    ],
    passes: [inA(`const currency = 'XXX';\n// The toDo list.`)],
  },
  'refused-word': {
    refuses: [
      [inA('const sellerId = 1;'), `${A}:1`],
      [inA('\nfunction pay(rep: string) {}'), `${A}:2`],
      [inA('interface Plan {\n  tierMultiplier: number;\n}'), `${A}:2`],
      [inA('type Kickers = 1;'), `${A}:1`],
      [inA('type Achievement = 1;'), `${A}:1`],
      [inA('const { payee: agent } = x;'), `${A}:1`],
      [inA('for (const [band = 1] of x) f();'), `${A}:1`],
      [inA('class Chargeback {\n  #x = 1;\n}'), `${A}:1`],
      [inA('class C {\n  hurdle = 1;\n}'), `${A}:2`],
      [inA('const pay = (...actuals: number[]) => 1;'), `${A}:1`],
      [inA('const HURDLE_RATE = 1;'), `${A}:1`],
      [inA('const plan = z.strictObject({\n  cliff: z.string(),\n});'), `${A}:2`],
    ],
    passes: [
      inA('const report = 1, repeat = 2, represent = 3, userAgent = 4, openBracket = 5;'),
      inA(`const headers = { seller: 'payee' };\nconst { rep } = row;\nrow.seller = 1;`),
      inA('const reserved = 1, bandwidth = 2, cliffs2 = 3;'),
      inA(`import { agent } from './b.ts';\nagent(1);`),
    ],
  },
  'bare-export': {
    refuses: [
      [inA('export const rate = 1;'), `${A}:1`],
      [inA('export type Value = 1;'), `${A}:1`],
      [inA('export interface Amount {}'), `${A}:1`],
      [inA('export function target(quota: number) {}'), `${A}:1`],
      [inA('const a = 1;\nexport { a as value };'), `${A}:2`],
    ],
    passes: [
      inA('export const commissionRate = 1;\nconst rate = 2;'),
      inA('export interface Money { amount: string; type: string }'),
      inA('export function pay(amount: number, rate: number) {}'),
      inA('export const pay = (value: number) => value;'),
    ],
  },
  'no-evaluated-text': {
    refuses: [
      [{ 'src/web/a.ts': `\neval('1');` }, 'src/web/a.ts:2'],
      [{ 'src/web/a.ts': `const f = eval;` }, 'src/web/a.ts:1'],
      [{ 'src/web/a.ts': `new Function('return 1');` }, 'src/web/a.ts:1'],
      [{ 'src/web/a.ts': `Function('return 1')();` }, 'src/web/a.ts:1'],
      [{ 'src/web/a.ts': `import { runInNewContext } from 'node:vm';` }, 'src/web/a.ts:1'],
      [{ 'src/web/a.ts': `await import('vm');` }, 'src/web/a.ts:1'],
    ],
    passes: [inA(`page.evaluate(f);\nconst x: Function = f;\nrow.eval();\nconst y = { eval: 1 };`)],
  },
  'pure-core': {
    refuses: [
      [inA('Math.random();'), `${A}:1`],
      [inA(`Math['random']();`), `${A}:1`],
      [inA('\nDate.now();'), `${A}:2`],
      [inA('new Date();'), `${A}:1`],
      [inA('Date();'), `${A}:1`],
      [inA('process.exit(1);'), `${A}:1`],
      [inA('setTimeout(f, 1);'), `${A}:1`],
      [inA('const x = { process };'), `${A}:1`],
      [inA('console.log(1);'), `${A}:1`],
      [inA('crypto.randomUUID();'), `${A}:1`],
    ],
    passes: [
      inA('new Date(0);\nMath.max(1, 2);\nrun.process = 1;\nconst x = { process: 1 };'),
      inA('function f(performance: Performance) { return performance.now(); }'),
      inA('const { process, steps: [fetch] } = run;\nprocess(fetch);'),
      { 'src/store/a.ts': 'Date.now();\nprocess.exit(1);' },
    ],
  },
  'no-double-in-core': {
    refuses: [
      [inA('parseFloat(text);'), `${A}:1`],
      [inA('Number.parseFloat(text);'), `${A}:1`],
      [inA('\nNumber(text);'), `${A}:2`],
      [inA('texts.map(Number);'), `${A}:1`],
      [inA('exact.toNumber();'), `${A}:1`],
      [inA('const x = +text;'), `${A}:1`],
    ],
    passes: [
      inA('Number.isSafeInteger(count);\nconst x: number = 1 + 2;\nconst y = -1;'),
      { 'src/render/a.ts': 'Number(text);' },
    ],
  },
  'no-kind-by-name': {
    refuses: [
      [inA(`if (kind === 'kpi') f();`), `${A}:1`],
      [inA('\nswitch (shape) {\n  case `linear`:\n}'), `${A}:3`],
      [inA(`type Kind = 'mbo';`), `${A}:1`],
    ],
    passes: [
      { 'src/core/components/kpi.ts': `const kind = 'kpi';` },
      { 'src/core/curves/kinds.ts': `const shape = 'linear';` },
      inA(`const label = 'commission on new deals';\nimport './components/okr.ts';`),
    ],
  },
  environment: {
    refuses: [
      [inCli('f(process.env.HOME);'), 'src/cli/demo.ts:1'],
      [inCli(`process['env'];`), 'src/cli/demo.ts:1'],
      [inCli(`import { env } from 'node:process';`), 'src/cli/demo.ts:1'],
      [inCli('\nconst { env } = process;'), 'src/cli/demo.ts:2'],
    ],
    passes: [{ 'src/config.ts': 'process.env;' }, inCli('process.argv;\nconst env = plan.env;')],
  },
  'dead-file': {
    refuses: [
      [{ ...inCli(`import './b.ts';`), [A]: '' }, `${A}:1`],
      [{ [A]: `import './b.ts';`, 'src/core/b.ts': `import './a.ts';` }, 'src/core/b.ts:1'],
    ],
    passes: [
      {
        'src/core/index.ts': `export * from './a.ts';`,
        [A]: `import './b.ts';`,
        'src/core/b.ts': '',
      },
      { 'src/cli/ontarget.js': `import('./c/d.ts');`, 'src/cli/c/d.ts': '' },
      { ...inCli(`new URL('./job.ts', import.meta.url);`), 'src/cli/job.ts': '' },
      { ...inCli(`import type { B } from '../app/b.ts';`), 'src/app/b.ts': '' },
    ],
  },
  'import-circle': {
    refuses: [
      [{ [A]: `import './b.ts';`, 'src/core/b.ts': `import { a } from './a.ts';` }, `${A}:1`],
      [
        {
          'src/core/b.ts': `import './c.ts';`,
          'src/core/c.ts': `export * from './d.ts';`,
          'src/core/d.ts': `import { type B } from './b.ts';`,
        },
        'src/core/b.ts:1',
      ],
      [inA(`import './a.ts';`), `${A}:1`],
    ],
    passes: [
      { [A]: `import './b.ts';`, 'src/core/b.ts': `import type { Z } from './a.ts';` },
      { [A]: `import './b.ts';`, 'src/core/b.ts': `const load = () => import('./a.ts');` },
      { [A]: `import './b.ts';\nimport './c.ts';`, 'src/core/b.ts': `import './c.ts';` },
    ],
  },
};
