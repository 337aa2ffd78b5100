// `npm run screenshots`: every page of the studio on the built-in company, light and dark, on a
// desk and on a phone, and with the keyboard's focus on it. In: maybe a folder and words that the
// pages' names must contain. Out: pictures to look at.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openTestBrowser, openTestStudio } from './open-studio.ts';
import { studioPages } from './pages.ts';

Reflect.deleteProperty(Object.prototype, '__proto__');
const [out = join(import.meta.dirname, '../../out/screenshots'), ...wanted] = process.argv.slice(2);

const SIZES = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844, isMobile: true, deviceScaleFactor: 2 },
} as const;
const TABS = 8;

await mkdir(out, { recursive: true });
const [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
try {
  const page = await browser.newPage();
  const names = Object.keys(studioPages).filter(
    (name) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  for (const name of names) await look(page, name);
} finally {
  await Promise.all([studio.close(), browser.close()]);
}

async function look(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewport(viewport);
      await studioPages[name]?.(page, studio.address);
      await take(page, `${name}-${scheme}-${size}`, true);
    }
  }
  await page.setViewport(SIZES.desktop);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await studioPages[name]?.(page, studio.address);
  for (let tab = 0; tab < TABS; tab += 1) await page.keyboard.press('Tab');
  await take(page, `${name}-focus`, false);
}

async function take(page: Page, name: string, fullPage: boolean): Promise<void> {
  const path = join(out, `${name}.png`) as `${string}.png`;
  await page.screenshot({ path, fullPage });
  process.stdout.write(`${path}\n`);
}
