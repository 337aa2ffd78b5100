// The plan page without its script: the text is shown and saved by a plain form, and a conflict
// loses nothing.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';
import { type OpenedStudio, openTestBrowser, openTestStudio } from './open-studio.ts';

const FILE = 'plans/cmo.yaml';
let studio: OpenedStudio;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
  page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${studio.address}plans/edit?file=${encodeURIComponent(FILE)}`);
});
afterAll(async () => {
  await Promise.all([studio.close(), browser.close()]);
});

const onDisk = (): Promise<string> => readFile(join(studio.folder, FILE), 'utf8');
const shown = (): Promise<string> => page.$eval('textarea', (each) => each.value);

/** At the very start of the text. */
async function write(text: string): Promise<void> {
  await page.focus('textarea');
  await page.keyboard.down('Control');
  await page.keyboard.press('Home');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

async function save(): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click('.save-plan .button')]);
}

test('a plain form shows the text and saves it', async () => {
  const before = await onDisk();
  expect(await shown()).toBe(before);
  await write('# mine');
  await save();
  expect(await onDisk()).toBe(`# mine${before}`);
  expect(await page.$eval('[data-state]', (each) => each.textContent)).toBe('Saved.');
});

test('what another program saved meanwhile is shown beside the text as typed', async () => {
  const before = await onDisk();
  const theirs = before.replace('# mine', '# theirs');
  await writeFile(join(studio.folder, FILE), theirs);
  await write('# again ');
  await save();
  expect(await onDisk()).toBe(theirs);
  expect(await shown()).toBe(`# again ${before}`);
  expect(await page.$eval('.theirs', (each) => each.textContent)).toBe(theirs);
  expect(await page.$eval('[role=alert]', (each) => each.textContent)).toContain('Not saved');
  // Both were seen: saved once more, it is meant.
  await save();
  expect(await onDisk()).toBe(`# again ${before}`);
});

test('a text of two megabytes is refused with the text still there', async () => {
  const before = await onDisk();
  await page.$eval('textarea', (each) => {
    each.value = `#${'x'.repeat(2_000_000)}`;
  });
  await save();
  expect(await onDisk()).toBe(before);
  expect(await page.$eval('[role=alert]', (each) => each.textContent)).toContain('Not saved');
  expect((await shown()).length).toBe(2_000_001);
});
