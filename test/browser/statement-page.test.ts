// A statement in a real browser: a number is opened down to one deal, with the reason why it counted
// and why others did not; the statement is kept as a file. It works without a script.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'puppeteer-core';
import { type OpenedStudio, openTestBrowser, openTestStudio } from './open-studio.ts';

let studio: OpenedStudio;
let browser: Browser;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
});
afterAll(() => Promise.all([studio.close(), browser.close()]));

/** Of the first row of this deal that says so: the ids of the numbers around it, outermost first. */
const AROUND = `
  const cells = [...document.querySelectorAll('.line .counted td')];
  const found = cells.find((each) => each.textContent === 'counts in full'
    && each.closest('tr').textContent.startsWith('RI-1182'));
  const around = [];
  for (let at = found; at; at = at.parentElement) {
    if (at.tagName !== 'DETAILS') continue;
    at.firstElementChild.id = 'opened-' + around.length;
    around.unshift(at.firstElementChild.id);
  }
  found.closest('tr').id = 'found';
  found.closest('.number-body').id = 'found-in';
  around`;
const SHOWN = `document.querySelector('#found').checkVisibility()`;

test.each([true, false])('a number opens down to one deal (script: %s)', async (script) => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(script);
  await page.goto(`${studio.address}?period=2026-Q3`);
  await (await page.$('a ::-p-text(Marcus Bell)'))?.click();
  await page.waitForSelector('h1 ::-p-text(Marcus Bell)');
  const around = (await page.evaluate(AROUND)) as readonly string[];
  expect(around.length).toBeGreaterThan(3);
  const isShown = (): Promise<unknown> => page.evaluate(SHOWN);
  expect(await isShown()).toBe(false);
  for (const id of around) {
    // By keyboard, as anybody could: an open number is a stop on the way to those in it.
    await page.focus(`#${id}`);
    await page.keyboard.press('Enter');
  }
  expect(await isShown()).toBe(true);
  const said = await page.$eval('#found-in', ({ textContent }) => textContent);
  expect(said).toContain('RI-118261,279.24counts in full');
  expect(said).toMatch(/10 not counted, does not meet “kind = 'new' and stage = 'won'”: RI-1014/);
  expect(said).toContain('account-executive.yaml:');
  await page.close();
});

test.each([
  ['pdf', '%PDF'],
  ['xlsx', 'PK'],
  ['json', '{'],
])('a statement is kept as %s', async (format, start) => {
  const answer = await fetch(`${studio.address}statements/2026-Q3/priya-raman/${format}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toContain(`priya-raman_2026-Q3.${format}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(new TextDecoder().decode(bytes.subarray(0, start.length))).toBe(start);
});

test('goals without a score are said, and nothing is handed out', async () => {
  const scores = join(studio.folder, 'data/scores.csv');
  const text = await readFile(scores, 'utf8');
  await writeFile(scores, text.replace(/^priya-raman,2026-Q3,teamwork,forecast.*\n/m, ''));
  const path = 'statements/2026-Q3/priya-raman';
  const page = await (await fetch(`${studio.address}${path}`)).text();
  expect(page).toContain('Not scored, and counted as nothing: Forecast');
  expect((await fetch(`${studio.address}${path}/pdf`)).status).toBe(409);
  const overview = await (await fetch(`${studio.address}?period=2026-Q3`)).text();
  expect(overview).toContain('waits for its score');
  await writeFile(scores, text);
});

test.each([
  ['statements/2026-Q3/nobody', 404],
  ['statements/2026-Q3/%2e%2e%2f%2e%2e', 404],
  ['statements/1999-Q1/priya-raman', 404],
  ['statements/2026-Q3/priya-raman/exe', 404],
])('%s is answered with %d', async (path, status) => {
  expect((await fetch(`${studio.address}${path}`)).status).toBe(status);
});
