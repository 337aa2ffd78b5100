// Target incentives and quotas beside the plan: typed over, they count at once; saved, they stand in
// the company's table with every other byte as it was; and nothing is written over what another
// program changed.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';
import { type OpenedStudio, openTestBrowser, openTestStudio } from './open-studio.ts';

const TABLE = 'data/assignments.csv';
let studio: OpenedStudio;
let browser: Browser;
let page: Page;
let written: string;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
  written = await readFile(join(studio.folder, TABLE), 'utf8');
  page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${studio.address}plans/edit?file=plans%2Faccount-executive.yaml`);
  await page.waitForSelector('[data-compared=yes]');
});
afterAll(async () => {
  await Promise.all([studio.close(), browser.close()]);
});

const onDisk = (): Promise<string> => readFile(join(studio.folder, TABLE), 'utf8');

async function type(label: string, text: string): Promise<void> {
  const input = await page.$(`.plan-people [aria-label="${label}"]`);
  await input?.click({ count: 3 });
  await page.keyboard.type(text);
  await page.waitForSelector('[data-priced=yes]');
}

async function save(): Promise<void> {
  await page.click('.save-plan .button');
}

const said = (text: string) =>
  page.waitForFunction(`document.querySelector('[data-state]').textContent === '${text}'`);

const AISHA = `${TABLE} Aisha Rahman, Target incentive`;

test('a target incentive that is typed counts at once, and is saved into its cell', async () => {
  await type(AISHA, '280000');
  await page.waitForFunction(
    `document.querySelector('.curve-card').textContent.includes('Of 182,000.00 a year')`,
  );
  expect(await onDisk()).toBe(written);
  await said('Not saved yet.');
  await save();
  await said('Saved.');
  const row = 'aisha-rahman,account-executive,2026-01-01,2026-12-31,';
  expect(await onDisk()).toBe(written.replace(`${row}140000`, `${row}280000`));
});

test('a figure that is none is a finding at its row', async () => {
  await type(AISHA, 'much');
  await page.waitForFunction(
    `document.querySelector('.plan-findings').textContent.includes('assignments.csv:5')`,
  );
  await type(AISHA, '280000');
});

test('what another program changed is not written over', async () => {
  const theirs = (await onDisk()).replace('marcus-bell,account', 'marcus-bell ,account');
  await writeFile(join(studio.folder, TABLE), theirs);
  await type(AISHA, '300000');
  await save();
  await page.waitForSelector('[data-conflict] [role=alert]');
  expect(await page.$eval('[data-conflict]', (each) => each.textContent)).toMatch(
    /Not saved.*changed elsewhere.*1 of your figures still fit/s,
  );
  expect(await onDisk()).toBe(theirs);
  await save();
  await said('Saved.');
  expect(await onDisk()).toBe(theirs.replace(',280000,', ',300000,'));
});
