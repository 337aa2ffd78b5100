// Every page of the studio, for those who look at all of them: pictures and the check for
// accessibility. In: a browser's page and the studio's address. Out: the page, ready to be looked at.

import type { Page } from 'puppeteer-core';

type Visit = (page: Page, address: string) => Promise<void>;

const at =
  (path: string): Visit =>
  async (page, address) => {
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle0' });
  };

export const studioPages: Readonly<Record<string, Visit>> = {
  overview: at('?period=2026-Q3'),
  'overview-waiting': at('?period=2026-Q4'),
  'not-found': at('nothing-here'),
};
