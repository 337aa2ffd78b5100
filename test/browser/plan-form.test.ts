// The form beside a plan's text adds and takes away whatever the language has: entries, fields,
// rows; every comment and every other byte of the file stays.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';
import { type OpenedStudio, openTestBrowser, openTestStudio } from './open-studio.ts';

const FILE = 'plans/account-executive.yaml';
let studio: OpenedStudio;
let browser: Browser;
let page: Page;
let written: string;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
  written = await readFile(join(studio.folder, FILE), 'utf8');
  page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
});
afterAll(async () => {
  await Promise.all([studio.close(), browser.close()]);
});

async function open(): Promise<void> {
  await page.goto(`${studio.address}plans/edit?file=${encodeURIComponent(FILE)}`);
  await page.waitForSelector('[data-checked=yes]');
}

/** Chooses what to add, as its label says. */
async function add(to: string, label: string): Promise<void> {
  const value = await page.$$eval(
    `[aria-label="Add to ${to}"] option`,
    (all, wanted) => all.find((each) => each.textContent === wanted)?.getAttribute('value') ?? '',
    label,
  );
  expect(value).not.toBe('');
  await page.select(`[aria-label="Add to ${to}"]`, value);
}

const titles = (): Promise<readonly (string | null)[]> =>
  page.$$eval('.form-section summary', (all) => all.map((each) => each.textContent));

async function shows(title: string, isThere: boolean): Promise<void> {
  const test = `[...document.querySelectorAll('.form-section summary')].some((each) => each.textContent === '${title}')`;
  await page.waitForFunction(isThere ? test : `!${test}`);
  await page.waitForSelector('[data-checked=yes]');
}

async function saved(): Promise<string> {
  await page.click('.save-plan .button');
  await page.waitForFunction(`document.querySelector('[data-state]').textContent === 'Saved.'`);
  return readFile(join(studio.folder, FILE), 'utf8');
}

test('a gate is added with what the plan has, and can be paid by at once', async () => {
  await open();
  await add('The plan', 'Gate');
  await shows('New gate', true);
  // A measure that no component pays for, and a figure in its unit.
  const gate = `
  - id: new-gate
    title: New gate
    measure: icp-share
    window: period
    require: { atLeast: 62% }
    actsOn: all
    whenNotMet: zero
`;
  const lastGate = written.slice(written.lastIndexOf('\n\n', written.indexOf('planCap:')));
  expect(await saved()).toBe(written.replace(lastGate, `${gate.trimEnd()}${lastGate}`));
  expect(
    await page.$$eval('.plan-findings li', (all) => all.map((each) => each.dataset['code'])),
  ).not.toContain('plan/unknown-measure');
});

test('words are chosen from those that may stand there', async () => {
  const choice = '[data-path="components.0.window"]';
  const words = await page.$$eval(`${choice} option`, (all) => all.map((each) => each.textContent));
  expect(words).toEqual(['period', 'year-to-date', 'year']);
  await page.select('[data-path="payoutPeriod"]', 'month');
  await page.waitForSelector('[data-checked=yes]');
  await page.select('[data-path="payoutPeriod"]', 'quarter');
  await page.waitForSelector('[data-checked=yes]');
});

test('what is taken away again leaves the file as it was', async () => {
  await page.click('[aria-label="Remove New gate"]');
  await shows('New gate', false);
  await add('The plan', 'Negative payment');
  await page.waitForSelector('[data-path="negativePayment"]');
  await page.waitForSelector('[data-checked=yes]');
  await page.click('[aria-label="Leave out Negative payment"]');
  await page.waitForSelector('[data-path="negativePayment"]', { hidden: true });
  await page.waitForSelector('[data-checked=yes]');
  expect(await saved()).toBe(written);
});

test('a component of each kind can be added, and the checker says what it still lacks', async () => {
  await add('The plan', 'Component: kpi');
  await shows('New kpi', true);
  expect(await titles()).toContain('New kpi');
  const codes = await page.$$eval('.plan-findings li', (all) =>
    all.map((each) => each.dataset['code']),
  );
  expect(codes).toContain('plan/weights');
  await page.click('[aria-label="Remove New kpi"]');
  await shows('New kpi', false);
});

test('the last gate takes the list with it', async () => {
  for (const title of ['ICP fit', 'Average deal size', 'Number of cancelled customers']) {
    await page.click(`[aria-label="Remove ${title}"]`);
    await shows(title, false);
  }
  expect(await saved()).not.toMatch(/^gates:/m);
});

test('whoever types a title types on while the form follows', async () => {
  const title = (await page.$$('.plan-form [aria-label="Title"]'))[1];
  await title?.click({ count: 3 });
  await page.keyboard.type('New business');
  await page.waitForSelector('[data-checked=yes]');
  await page.keyboard.type(' ARR');
  await shows('New business ARR', true);
});
