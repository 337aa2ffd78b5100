// A founder in a real browser: from a template through three mistakes, each found at its line, to a
// saved plan that checks clean, with every comment still there; and an edit conflict that loses
// nothing.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';
import { startCompany } from '../../src/app/start-company.ts';
import { openStart } from '../../src/wire.ts';
import { type OpenedStudio, openTestBrowser, openTestStudio } from './open-studio.ts';

let home: string;
let studio: OpenedStudio;
let browser: Browser;
let page: Page;
let faults: string[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ontarget-founder-'));
  const company = join(home, 'acme');
  const made = await startCompany(openStart(company, 'vp-sales'));
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  [studio, browser] = await Promise.all([openTestStudio(company), openTestBrowser()]);
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
});
afterAll(async () => {
  await Promise.all([studio.close(), browser.close()]);
  await rm(home, { recursive: true, force: true });
});

const onDisk = (name: string): Promise<string> => readFile(join(studio.folder, name), 'utf8');

/** The findings once the checker has looked at what was typed last, as code and line. */
async function findings(): Promise<readonly string[]> {
  await page.waitForSelector('[data-checked=yes]');
  return page.$$eval('.plan-findings li', (all) =>
    all.map((each) => `${each.dataset['code']} ${each.querySelector('.jump')?.textContent}`),
  );
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

async function fill(label: string, text: string, at = 0): Promise<void> {
  const input = (await page.$$(`.plan-form [aria-label="${label}"]`))[at];
  if (!input) throw new Error(`no field ${label}`);
  await input.click({ count: 3 });
  await page.keyboard.type(text);
}

/** The keyboard alone goes to a line of the text. */
async function goTo(line: number): Promise<void> {
  await (await page.waitForSelector('pierce/.cm-content'))?.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('Home');
  await page.keyboard.up('Control');
  for (let each = 1; each < line; each += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
}

async function save(): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('s');
  await page.keyboard.up('Control');
}

const said = (text: string) =>
  page.waitForFunction(`document.querySelector('[data-state]').textContent === '${text}'`);

const FILE = 'plans/vp-sales-2027.yaml';

test('from a template through three mistakes to a saved, clean plan', async () => {
  const template = await onDisk('plans/vp-sales.yaml');
  const begun = template.replace(/^plan: .*$/m, 'plan: vp-sales-2027');
  await page.goto(`${studio.address}plans`);
  await page.select('[name=template]', 'vp-sales');
  await page.type('[name=id]', 'vp-sales-2027');
  await Promise.all([page.waitForNavigation(), page.click('.start-plan .button')]);
  expect(await onDisk(FILE)).toBe(begun);
  expect(await findings()).toEqual([]);

  await fill('Weight', '60%');
  expect(await findings()).toEqual([`plan/weights Line ${lineOf(begun, '- id: new-arr')}`]);
  // The text shows the place that the form changes.
  expect(await page.$eval('pierce/.cm-scroller', (each) => each.scrollTop)).toBeGreaterThan(0);
  await fill('Weight', '55%');
  expect(await findings()).toEqual([]);

  const measured = lineOf(begun, 'measure: new-arr # ');
  await goTo(measured);
  for (let each = 0; each < 2; each += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  expect(await findings()).toContain(`document/unknown-field Line ${measured}`);
  await page.keyboard.type('a');
  expect(await findings()).toEqual([]);

  await fill('Curve points 1, Pays', '50%');
  const [doubt] = await findings();
  expect(doubt).toBe(`payout/cliff Line ${lineOf(begun, '{ at: 70%')}`);
  await page.waitForSelector('[data-compared=yes]');
  expect(await page.$eval('[data-changes]', (each) => each.textContent)).toMatch(
    /Pays: 50% instead of 0%.*at 70% the plan pays 27,500\.00 more/s,
  );
  await fill('Curve points 1, Pays', '0%');
  expect(await findings()).toEqual([]);

  await fill('Title', 'VP Sales 2027');
  await page.waitForSelector('[data-compared=yes]');
  const changes = await page.$eval('[data-changes]', (each) => each.textContent);
  expect(changes).toMatch(/Since it was last saved.*VP Sales 2027 instead of VP Sales 2026/s);
  await save();
  await said('Saved.');
  expect(await onDisk(FILE)).toBe(begun.replace('title: VP Sales 2026', 'title: VP Sales 2027'));
  expect(faults).toEqual([]);
});

test('what another program saved meanwhile is not written over, and both are shown', async () => {
  const mine = await onDisk(FILE);
  const theirs = mine.replace('rounding: half-up', 'rounding: half-even');
  await writeFile(join(studio.folder, FILE), theirs);
  await fill('Title', 'Mine');
  await page.waitForSelector('[data-checked=yes]');
  await save();
  await page.waitForSelector('.theirs');
  expect(await page.$eval('[data-conflict]', (each) => each.textContent)).toContain(
    'was changed elsewhere since it was opened here',
  );
  expect(await page.$eval('.theirs', (each) => each.textContent)).toBe(theirs);
  expect(await onDisk(FILE)).toBe(theirs);
  await page.click('[data-conflict] .button');
  await said('Saved.');
  expect(await onDisk(FILE)).toBe(mine.replace('title: VP Sales 2027', 'title: Mine'));
  faults = [];
});

test('the letter is written from the text as typed, and its page may do nothing', async () => {
  await page.click('.letter summary');
  const frame = await page.waitForFrame((each) => each.url().endsWith('/plans/letter'));
  await frame.waitForSelector('h1');
  expect(await frame.$eval('body', (each) => each.textContent)).toContain('Mine');
  expect(faults).toEqual([]);
});

test('rows of a curve are added and taken away where they stand', async () => {
  const before = await onDisk(FILE);
  await page.click('[aria-label="Copy row 3"]');
  await page.waitForSelector('[aria-label="Curve points 4, Pays"]');
  await fill('Curve points 4, At', '150%');
  await fill('Curve points 4, Pays', '250%');
  expect(await findings()).toEqual([]);
  await page.click('[aria-label="Remove row 4"]');
  await page.waitForSelector('[aria-label="Curve points 4, Pays"]', { hidden: true });
  await page.waitForSelector('[data-checked=yes]');
  await save();
  await said('Saved.');
  expect(await onDisk(FILE)).toBe(before);
});

test('two megabytes are refused, and stay in the editor', async () => {
  const before = await onDisk(FILE);
  const bytes = 2_000_000;
  // As a paste arrives; whoever types goes on meanwhile.
  await page.evaluate(`{
    const content = document.querySelector('[data-editor]').shadowRoot.querySelector('.cm-content');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '# a comment of a line\\n'.repeat(${bytes / 20}));
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }`);
  await page.waitForSelector('[data-checked=yes]');
  await save();
  await page.waitForSelector('[data-conflict] [role=alert]');
  expect(await page.$eval('[data-conflict]', (each) => each.textContent)).toMatch(
    /Not saved\. Nothing was written.*larger than 1 MB/,
  );
  expect(await onDisk(FILE)).toBe(before);
  expect(await page.$eval('pierce/.cm-content', (each) => each.textContent)).toContain(
    '# a comment',
  );
});
