// axe-core looks at every page of the studio, light and dark, on a desk and on a phone: nothing
// serious may be found. What it says is part of the failure.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { type OpenedStudio, openTestBrowser, openTestStudio } from './open-studio.ts';
import { studioPages } from './pages.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const;

let studio: OpenedStudio;
let browser: Browser;

beforeAll(async () => {
  [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
});
afterAll(() => Promise.all([studio.close(), browser.close()]));

test.each(Object.keys(studioPages))('%s has no serious problem', async (name) => {
  const page = await browser.newPage();
  try {
    await page.setViewport(SIZES[0]);
    await studioPages[name]?.(page, studio.address);
    // The pages' own policy lets nothing in; the debugger's door is another.
    await page.evaluate(AXE);
    for (const size of SIZES) {
      await page.setViewport(size);
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        expect({ size, value, serious: await seriousIn(page) }).toEqual({
          size,
          value,
          serious: [],
        });
      }
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(size.width);
    }
  } finally {
    await page.close();
  }
});

async function seriousIn(page: Page) {
  const { violations } = (await page.evaluate('axe.run(document)')) as axe.AxeResults;
  const serious = violations.filter(({ impact }) => /serious|critical/.test(impact ?? ''));
  return serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
