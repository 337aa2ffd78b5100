// What-if in the browser pays what the exact view pays on the server, to the cent: two hundred
// scenarios at random of RevIntel and of a company that was just started. Another seed:
// ONTARGET_SEED=7 npm test -- test/browser/what-if-exact

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'puppeteer-core';
import { openCompany } from '../../src/app/open-company.ts';
import { startCompany } from '../../src/app/start-company.ts';
import { payeesIn } from '../../src/app/studio/overview.ts';
import { whatIfOf } from '../../src/app/studio/prepare-what-if.ts';
import {
  buildStatement,
  calculate,
  type DocumentNode,
  exactText,
  readPeriod,
  readScenario,
  type WhatIf,
} from '../../src/core/index.ts';
import { editedFiles } from '../../src/documents/edited-files.ts';
import { openFolder, openStart } from '../../src/wire.ts';
import { must } from '../in-memory-company.ts';
import { parameters } from '../oracle/seed.ts';
import { bundled, openTestBrowser, openTestStudio } from './open-studio.ts';
import { type Random, randomBy, randomScenario } from './random-scenario.ts';

const SCENARIOS = 200;
const ENTRY = join(import.meta.dirname, 'in-page/live-entry.ts');

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([openTestBrowser(), bundled(ENTRY)]);
});
afterAll(() => browser.close());

test('of RevIntel', () => equalOn('fixtures/companies/revintel', '2026-Q3'), 240_000);

test('of a company that was just started', async () => {
  const home = await mkdtemp(join(tmpdir(), 'ontarget-started-'));
  const folder = join(home, 'acme');
  must(await startCompany(openStart(folder, 'account-executive')));
  await equalOn(folder, '2026-Q1');
  await rm(home, { recursive: true });
}, 240_000);

async function equalOn(company: string, period: string): Promise<void> {
  const studio = await openTestStudio(company);
  const page = await browser.newPage();
  try {
    await page.goto(studio.address);
    await page.evaluate(script);
    const opened = must(await openCompany(openFolder(studio.folder)));
    const found = readPeriod(period, opened.company.calendar);
    if (!found) throw new Error(`no period ${period}`);
    const payees = payeesIn(opened, found);
    const random = randomBy(parameters.seed);
    const each = Math.ceil(SCENARIOS / payees.length);
    let compared = 0;
    for (const payee of payees) {
      const whatIf = must(whatIfOf(opened, found, payee));
      const documents = scenariosOf(whatIf, random, each);
      const call = `payAll(${JSON.stringify({ payee, period })}, ${JSON.stringify(documents)})`;
      const inBrowser = await page.evaluate(call);
      expect(inBrowser).toEqual(documents.map((document) => onServer(whatIf, document)));
      compared += documents.length;
    }
    expect(compared).toBeGreaterThanOrEqual(SCENARIOS);
  } finally {
    await page.close();
    await studio.close();
  }
}

function scenariosOf(whatIf: WhatIf, random: Random, count: number): readonly DocumentNode[] {
  return Array.from({ length: count }, () => randomScenario(whatIf, random));
}

const files = editedFiles('.');

/** Kept as a file says it, read again, and calculated as a whole run over the changed data. */
function onServer(whatIf: WhatIf, document: DocumentNode): readonly string[] {
  const { company, plans, data, period, payee } = whatIf.request;
  const parsed = must(files.parse({ name: 'scenario.yaml', text: files.write(document) }));
  const scenario = must(readScenario(parsed, { company, plans, data }));
  // A result that another one stands on is not read any more where that one is supposed too.
  const refused = whatIf.calculate(scenario.changes);
  if (!refused.ok) return refused.diagnostics.map(({ code }) => code);
  const changed = whatIf.changedData(scenario.changes);
  const outcome = calculate({ company, plans, data: changed, period, payee });
  const [calculation] = outcome.ok ? outcome.product.payees : [];
  if (!calculation) return outcome.diagnostics.map(({ code }) => code);
  const { payment, lines } = buildStatement(calculation, company);
  return [payment, ...lines.map(({ payout }) => payout)].map(({ exact }) => exactText(exact));
}
