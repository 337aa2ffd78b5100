// The hero test of a plan as it is typed, in a real browser: RevIntel's old plan is gamed, with the
// clause that lets it happen as a way to its line; the new one passes.

import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';
import { type OpenedStudio, openTestBrowser, openTestStudio } from './open-studio.ts';

let studio: OpenedStudio;
let browser: Browser;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
  const { folder } = studio;
  const retired = join(folder, 'retired-plans/bookings-only.yaml');
  await copyFile(retired, join(folder, 'plans/bookings-only.yaml'));
});
afterAll(() => Promise.all([studio.close(), browser.close()]));

async function gamed(plan: string): Promise<{ page: Page; verdict: string; stories: string[] }> {
  const page = await browser.newPage();
  await page.goto(`${studio.address}plans/edit?file=plans%2F${plan}.yaml`);
  await page.waitForSelector('[data-priced=yes]');
  // What comes last moves what lies below it, the button too.
  await page.waitForSelector('[data-compared=yes]');
  await page.click('[data-hero-test] .button');
  await page.waitForSelector('[data-hero-test] li');
  const verdict = await page.$eval('[data-hero-test] [role=status]', (each) => each.textContent);
  const stories = await page.$$eval('[data-hero-test] li', (all) =>
    all.map((each) => each.textContent ?? ''),
  );
  return { page, verdict: verdict ?? '', stories };
}

test('the old plan pays more for less, and the story leads to its clause', async () => {
  const { page, verdict, stories } = await gamed('bookings-only');
  expect(verdict).toBe('Fails: it pays more for less.');
  expect(
    stories.some((each) =>
      /Exploit 1: Twelve deals of .* pay more than .* pays for it: Line \d+/s.test(each),
    ),
  ).toBe(true);
  await page.click('[data-hero-test] .jump');
  expect(await page.$eval('pierce/.cm-content', (each) => each.matches(':focus'))).toBe(true);
});

test('the new plan passes', async () => {
  const { verdict } = await gamed('account-executive');
  expect(verdict).toMatch(/^Passes: /);
});
