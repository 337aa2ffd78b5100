// Below a plan: whose figures it shows can be chosen, what the team costs stands against what it
// brings in, and what is different is held against the published version, wherever that lies.
// Nothing of it runs text as code.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';
import { type OpenedStudio, openTestBrowser, openTestStudio } from './open-studio.ts';
import { policyFaults } from './policy-faults.ts';

let studio: OpenedStudio;
let browser: Browser;
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
  page = await browser.newPage();
  faults = await policyFaults(page);
});
afterAll(async () => {
  await Promise.all([studio.close(), browser.close()]);
});

async function open(file: string): Promise<void> {
  await page.goto(`${studio.address}plans/edit?file=plans%2F${file}.yaml`);
  await page.waitForSelector('[data-compared=yes]');
}

const textOf = (selector: string): Promise<string> =>
  page.$eval(selector, (each) => (each.textContent ?? '').trim().replaceAll(/\s+/g, ' '));

/** A row of a table by its first cell. */
async function row(section: string, head: string): Promise<readonly string[]> {
  const rows = await page.$$eval(`[aria-labelledby=${section}] tr`, (all) =>
    all.map((each) => [...each.children].map((cell) => cell.textContent ?? '')),
  );
  return rows.find(([first]) => first === head) ?? [];
}

test('pay at 0 to 200 % and the curves are those of whoever is chosen', async () => {
  await open('account-executive');
  expect(await textOf('#year-pay')).toBe('What a year pays Aisha Rahman');
  expect(await page.$$eval('.whose option', (all) => all.map((each) => each.textContent))).toEqual([
    'Aisha Rahman',
    'Jonas Lindqvist',
    'Marcus Bell',
    'Priya Raman',
    'Tomasz Wójcik',
    'Zoë Brandt',
    'Nobody: round figures',
  ]);
  // 65 %, 15 % and 20 % of 120,000, and 0.25 % and 0.5 % of 1,800,000 of credited ARR a year.
  await page.select('.whose select', 'marcus-bell');
  await page.waitForFunction(`document.querySelector('#year-pay').textContent.includes('Marcus')`);
  const [at, arr] = await row('year-pay', '100%');
  expect([at, arr]).toEqual(['100%', '78,000.00']);
  expect(await textOf('.curve-card')).toContain('Of 78,000.00 a year');
  expect(await row('year-pay', '0%')).not.toEqual([]);
  expect(await row('year-pay', '200%')).not.toEqual([]);
  await page.select('.whose select', 'nobody');
  await page.waitForFunction(
    `document.querySelector('#year-pay').textContent === 'What a year pays'`,
  );
  expect((await row('year-pay', '100%'))[1]).toBe('65,000.00');
});

test('the team’s cost stands against its bookings', async () => {
  expect(await textOf('#team-cost')).toBe('What a year costs: all 6 people');
  const [, bookings = '', cost = '', share] = await row('team-cost', '100%');
  const figure = (text: string): number => Number(text.replaceAll(',', ''));
  // The quotas that assignments give the six for the whole year.
  expect(figure(bookings)).toBe(3000000 * 2 + 1800000 * 2 + 3300000 + 3600000);
  expect(share).toBe(`${((figure(cost) / figure(bookings)) * 100).toFixed(2)}%`);
});

test('what is different is held against the version that people are on', async () => {
  const saved = await readFile(join(studio.folder, 'plans/account-executive.yaml'), 'utf8');
  const next = saved
    .replace("version: '2026.1'", "version: '2027.1'")
    .replace('from: 2026-01-01, to: 2026-12-31', 'from: 2099-01-01, to: 2099-12-31')
    .replace('payoutCap: { ofTarget: 220% }', 'payoutCap: { ofTarget: 150% }');
  await writeFile(join(studio.folder, 'plans/account-executive-2099.yaml'), next);
  await open('account-executive-2099');
  const said = await textOf('[data-changes]');
  expect(said).toContain('Since it was last saved plans/account-executive-2099.yaml as it stands');
  expect(said).toContain('Against the published version, 2026.1 plans/account-executive.yaml: of');
  expect(said).toMatch(/6 people are on it/);
  expect(said).toMatch(/Payout cap.*150%.* instead of .*220%.*at \d+% the plan pays [\d,.]+ less/);
  expect(said).toMatch(/All of it together: a year of Aisha Rahman, gates met Everything at 50%/);
  // Nobody is assigned to it yet: it is shown what it does for those who are on the plan now.
  expect(await textOf('#team-cost')).toBe('What a year costs: all 6 people');
  expect(await textOf('[data-preview]')).toContain('as if their assignments went on');
});

test('the next version starts from the one that holds, and the checker says what to change', async () => {
  const saved = await readFile(join(studio.folder, 'plans/cco.yaml'), 'utf8');
  await page.goto(`${studio.address}plans`);
  await page.select('[name=template]', 'plans/cco.yaml');
  await page.type('[name=id]', 'cco-2098');
  await Promise.all([page.waitForNavigation(), page.click('.start-plan .button')]);
  expect(await readFile(join(studio.folder, 'plans/cco-2098.yaml'), 'utf8')).toBe(saved);
  await page.waitForSelector('[data-checked=yes]');
  const codes = await page.$$eval('.plan-findings li', (all) =>
    all.map((each) => each.dataset['code']),
  );
  expect(codes).toContain('plan/duplicate-plan');
});

test('neither the page nor its worker runs text as code', () => {
  expect(faults).toEqual([]);
});
