// The overview is calculated once for what the folder holds, and anew as soon as a file of it is
// another, even where its size and its times are the same.

import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { KeptOverviews } from '../../src/app/studio/kept-overview.ts';
import { payoutPeriods } from '../../src/app/studio/payout-periods.ts';
import type { Period } from '../../src/core/index.ts';
import { type OpenedStudio, openTestStudio } from '../browser/open-studio.ts';
import { openRevintel } from '../core/what-if/open-revintel.ts';

let studio: OpenedStudio;

beforeAll(async () => {
  studio = await openTestStudio();
});
afterAll(() => studio.close());

async function total(): Promise<string> {
  const page = await (await fetch(`${studio.address}?period=2026-Q3`)).text();
  return /class="total">.*?class="money">([^<]*)/s.exec(page)?.[1] ?? '';
}

test('a file of the same size and time with another text is seen at once', async () => {
  const path = join(studio.folder, 'data/deals.csv');
  const text = await readFile(path, 'utf8');
  const before = await total();
  const { atime, mtime } = await stat(path);
  const write = async (now: string): Promise<string> => {
    await writeFile(path, now);
    await utimes(path, atime, mtime);
    return total();
  };
  const other = changed(text);
  expect([other.length, other === text]).toEqual([text.length, false]);
  expect(await write(other)).not.toBe(before);
  expect(await write(text)).toBe(before);
});

/** An amount with two digits changed round: as long as before. */
function changed(text: string): string {
  return text.replace(/^(RI-1110,.*,)(\d)(\d)(\d+\.\d\d,\d+)$/m, '$1$3$2$4');
}

test('the same folder is looked at once for each period', async () => {
  const opened = await openRevintel();
  const kept = new KeptOverviews();
  const [second, third] = payoutPeriods(opened) as readonly [Period, Period];
  const first = kept.of(opened, second, []);
  expect(kept.of(opened, second, [])).toBe(first);
  expect(kept.of(opened, third, [])).not.toBe(first);
  const anew = await openRevintel();
  expect(kept.of(anew, second, [])).not.toBe(first);
});
