// From a slider to new figures on the page: a leader with a thousand deals, measured in the real
// headless browser on the very parts that the studio's script is made of, layout included.
// In: nothing. Out: milliseconds a frame; the middle one, and one of a hundred that takes longer.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundled, openTestBrowser, openTestStudio } from '../browser/open-studio.ts';
import type { Result } from './result.ts';

const ENTRY = join(import.meta.dirname, '../browser/in-page/live-entry.ts');
const WHOSE = { payee: 'marcus-bell', period: '2026-Q3' };
const LEVERS = ['result/new-arr/period', 'result/icp-share/period', 'reported/executive-meetings'];
const DEALS = 1000;
const FRAMES = 200;
const WARM_UP = 40;
const GOAL_MS = 16;

export async function whatIfResults(log: (line: string) => void): Promise<readonly Result[]> {
  const [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
  try {
    await addDeals(join(studio.folder, 'data/deals.csv'));
    const page = await browser.newPage();
    await page.goto(`${studio.address}what-if/${WHOSE.period}/${WHOSE.payee}`);
    await page.evaluate(await bundled(ENTRY));
    const times: number[] = [];
    for (const lever of LEVERS) {
      const figures = Array.from({ length: WARM_UP + FRAMES }, (_, index) =>
        figureAt(index, lever),
      );
      const asked = [WHOSE, lever, figures].map((each) => JSON.stringify(each)).join(', ');
      const took = (await page.evaluate(`timeFrames(${asked})`)) as readonly number[];
      times.push(...took.slice(WARM_UP));
      log(`${lever}: ${took.length} frames`);
    }
    const inOrder = times.toSorted((one, other) => one - other);
    const at = (share: number): number => inOrder[Math.floor(inOrder.length * share)] ?? Number.NaN;
    const note = `goal: under ${GOAL_MS}, from a figure to a page laid out`;
    return [
      { name: 'whatif-ms-1000-deals', value: at(0.5), unit: 'ms', note },
      { name: 'whatif-ms-1000-deals-99th', value: at(0.99), unit: 'ms' },
    ];
  } finally {
    await Promise.all([studio.close(), browser.close()]);
  }
}

function figureAt(index: number, lever: string): string {
  const part = ((index * 37) % 100) / 100;
  if (lever.includes('share')) return part.toFixed(2);
  return lever.startsWith('reported') ? String(Math.round(part * 50)) : String(part * 1_000_000);
}

/** The payee's own deals again and again, each with an id of its own, all in the period. */
async function addDeals(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const own = text
    .split('\n')
    .filter((line) => line.includes(`,${WHOSE.payee},Closed won,`) && /,2026-0[789]-/.test(line));
  const more = Array.from({ length: DEALS - own.length }, (_, index) =>
    (own[index % own.length] ?? '').replace(/^[^,]+/, `MORE-${index}`),
  );
  await writeFile(path, `${text.trimEnd()}\n${more.join('\n')}\n`);
}
