// A leader in a real browser: moves a slider and sees the money move, keeps a scenario, finds it
// again, compares it, takes it along as a workbook. What another program changed is not overwritten.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';
import { type OpenedStudio, openTestBrowser, openTestStudio } from './open-studio.ts';

const KEPT = 'scenarios/marcus-bell_2026-Q3_more-meetings.yaml';
const MEETINGS = '[data-lever="reported/executive-meetings"]';

let studio: OpenedStudio;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  [studio, browser] = await Promise.all([openTestStudio(), openTestBrowser()]);
});
afterAll(() => Promise.all([studio.close(), browser.close()]));
beforeEach(async () => {
  problems.length = 0;
  page = await browser.newPage();
  page.on('pageerror', (problem) => problems.push(String(problem)));
  page.on('console', (said) => {
    if (said.type() === 'error' && !said.text().includes('409')) problems.push(said.text());
  });
});
afterEach(async () => {
  await page.close();
  expect(problems).toEqual([]);
});

const textOf = (selector: string): Promise<string> =>
  page.$eval(selector, ({ textContent }) => textContent ?? '');
interface HTMLField {
  value: string;
}

const fieldValue = (selector: string): Promise<string> =>
  page.$eval(selector, (field) => (field as unknown as HTMLField).value);
const money = (): Promise<string> => textOf('.outlook-money .money');

async function openWhatIf(): Promise<void> {
  await page.goto(`${studio.address}what-if/2026-Q3/marcus-bell`);
  await page.waitForSelector('#what-if[data-ready]');
}

/** Until the exact figure stands. */
async function settled(work: () => Promise<unknown>): Promise<void> {
  const count = `Number(document.getElementById('what-if').dataset.settled ?? 0)`;
  const before = await page.evaluate(count);
  await work();
  await page.waitForFunction(`${count} > ${before}`);
}

test('from a slider to a kept scenario, side by side with what stands', async () => {
  await openWhatIf();
  expect(await money()).toBe('$19,978.13');
  // By keyboard: figures in doubles while it moves, to the cent when it stays.
  await page.focus(`${MEETINGS} .lever-range`);
  await settled(() => page.keyboard.press('End'));
  expect(await money()).toBe('$22,228.13');
  expect(await textOf('.outlook-pay .change')).toBe('+2,250.00');
  await settled(async () => {
    await page.$eval(`${MEETINGS} .lever-text`, (field) => {
      field.setAttribute('data-was', (field as unknown as { value: string }).value);
    });
    await page.click(`${MEETINGS} .lever-text`, { count: 3 });
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
  });
  await page.type('#keep-form [name=title]', 'More meetings');
  await Promise.all([page.waitForNavigation(), page.click('#keep-form .button')]);
  await page.waitForSelector('#what-if[data-settled]');
  const text = await readFile(join(studio.folder, KEPT), 'utf8');
  expect(text).toContain('title: More meetings');
  expect(text).toMatch(/measure: executive-meetings\n\s+figure: "?9"?/);
  expect(await textOf('.kept')).toContain('More meetings');
  const shown = await money();
  await Promise.all([page.waitForNavigation(), page.click('#compare .button')]);
  const table = await textOf('table');
  expect(table).toContain('More meetings');
  expect(table).toContain('19,978.13');
  expect(table).toContain(shown.replace('$', ''));
  const href = await page.$eval('.actions .button', (link) => link.getAttribute('href'));
  const answer = await fetch(new URL(String(href), studio.address));
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename=scenarios_marcus-bell_2026-Q3.xlsx',
  ]);
});

test('what it takes is answered to the cent, or said to be out of reach', async () => {
  await openWhatIf();
  await Promise.all([page.waitForNavigation(), page.click('.way ::-p-text(What does it take?)')]);
  await page.type('.seek [name=for]', '30000');
  await page.select('.seek [name=by]', 'result/icp-share/period');
  await Promise.all([page.waitForNavigation(), page.click('.seek .button')]);
  expect(await textOf('.lead')).toBe('19,978.13 would be paid: 10,021.87 short of 30,000.00.');
  const answer = await textOf('.panel');
  expect(answer).toMatch(/from 0% to 70%\D+pays 40,696\.88/);
  expect(answer).toContain('One step less, 69.9%, pays 19,978.13.');
  await page.goto(
    `${studio.address}seek/2026-Q3/marcus-bell?for=60,000&by=result%2Fnew-arr%2Fperiod`,
  );
  expect(await textOf('.panel')).toMatch(/no figure reaches it.*stands in the way/s);
});

const TWO_MORE = 'scenario=scenarios%2Ftwo-more-customers.yaml';

test('what a scenario still needs is put on the sliders, and kept', async () => {
  await page.goto(`${studio.address}what-if/2026-Q3/marcus-bell?${TWO_MORE}`);
  await page.waitForSelector('#what-if[data-ready]');
  expect(await money()).toBe('$22,044.83');
  // Nobody moved it: it stands where the scenario's deals bring it.
  const arr = '[data-lever="result/new-arr/period"] .lever-text';
  expect(await fieldValue(arr)).toBe('901260');
  await page.type('#goal-form [name=for]', '40,000');
  await page.click('#goal-form .button');
  await page.waitForSelector('#goal-answer .ways');
  expect(await textOf('#goal-answer .lead')).toContain('22,044.83 would be paid');
  const ways = await page.$$eval('#goal-answer .ways li span', (all) =>
    all.map((each) => each.textContent ?? ''),
  );
  expect(ways.length).toBe(3);
  for (const [place, way] of ways.entries()) {
    await settled(() => page.click(`#goal-answer [data-way="${place}"]`));
    expect(way).toContain(`Pays ${(await money()).slice(1)}.`);
    expect(await textOf('#imagined')).toContain('2 × like RI-1110');
  }
  await page.$eval('#keep-form [name=title]', (field) => {
    (field as unknown as HTMLField).value = 'Forty thousand';
  });
  await Promise.all([page.waitForNavigation(), page.click('#keep-form .button')]);
  await page.waitForSelector('#what-if[data-settled]');
  expect(ways.at(-1)).toContain(`Pays ${(await money()).slice(1)}.`);
});

test('each way of the goal seek page opens as a what-if that pays what it says', async () => {
  const path = `seek/2026-Q3/marcus-bell?for=40000&${TWO_MORE}`;
  await page.goto(`${studio.address}${path}`);
  const ways = await page.$$eval('.ways li', (all) =>
    all.map((each) => {
      const [link] = each.getElementsByTagName('a');
      return { text: each.textContent ?? '', href: link?.href ?? '' };
    }),
  );
  expect(ways.length).toBe(3);
  for (const { text, href } of ways) {
    await page.goto(href);
    await page.waitForSelector('#what-if[data-settled]');
    expect(text).toContain(`Pays ${(await money()).slice(1)}.`);
  }
  await page.goto(`${studio.address}what-if/2026-Q3/marcus-bell?set=result%2Fnothing%3D5`);
  await page.waitForSelector('#what-if[data-ready]');
  expect(await textOf('#problem')).toBe('Nothing here is moved by: result/nothing=5.');
});

test('a payment above the plan’s cap is said to be out of reach, and why', async () => {
  await page.goto(`${studio.address}seek/2026-Q3/marcus-bell?for=60000`);
  expect(await textOf('.sought')).toMatch(/No figure reaches it.*54,000\.00.*limit/s);
});

test('while a slider moves the figures move, before the exact one stands', async () => {
  await openWhatIf();
  const seen = (await page.evaluate(`(async () => {
    const range = document.querySelector('[data-lever="result/new-arr/period"] .lever-range');
    const seen = [];
    for (const figure of [200000, 300000, 400000]) {
      range.value = figure;
      range.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      seen.push(document.querySelector('.outlook-money .money').textContent);
    }
    return [...seen, document.getElementById('what-if').dataset.settled ?? 'not settled'];
  })()`)) as readonly string[];
  expect(new Set(seen).size).toBe(4);
  expect(seen.at(-1)).toBe('not settled');
});

test('deals are imagined, changed and left out', async () => {
  await openWhatIf();
  await page.click('#imagine', { delay: 1 }).catch(() => undefined);
  await page.evaluate(`document.querySelector('.deal-controls details').open = true`);
  await page.type('#imagine [name=like]', 'RI-1110');
  await page.type('#imagine [name=closed]', '09152026');
  await settled(() => page.click('#imagine .button'));
  const withMore = await money();
  expect(withMore).not.toBe('$19,978.13');
  await settled(() => page.click('#imagined .link'));
  expect(await money()).toBe('$19,978.13');
  await page.evaluate(`document.querySelector('[data-deal="RI-1182"] details').open = true`);
  await settled(() => page.click('[data-deal="RI-1182"] .deal-drop'));
  expect(await textOf('[data-deal="RI-1182"] .deal-state')).toBe('left out');
  expect(await money()).not.toBe('$19,978.13');
  await settled(() => page.click('[data-deal="RI-1182"] .deal-back'));
  expect(await money()).toBe('$19,978.13');
});

test('a scenario is renamed and deleted, and what was moved meanwhile stays', async () => {
  const name = 'scenarios/priya-raman_2026-Q3_plain.yaml';
  const path = join(studio.folder, name);
  const text = `# Kept by hand.
scenario: plain
title: Plain # for now
note: Why it was made.
payee: priya-raman
period: 2026-Q3
changes:
  reported: # Two more.
    - { measure: executive-meetings, figure: 12 }
`;
  await writeFile(path, text);
  await page.goto(`${studio.address}what-if/2026-Q3/priya-raman?scenario=${name}`);
  await page.waitForSelector('#what-if[data-settled]');
  const more = '.kept li > details';
  await page.click(`${more} > summary`);
  await settled(() => page.select('[data-lever="score/teamwork/forecast"] select', '150'));
  const moved = await money();
  await page.$eval('.kept-form [name=title]', (field) => {
    (field as unknown as HTMLField).value = 'Twelve meetings';
  });
  await page.click('.kept-form .button');
  await page.waitForFunction(`document.querySelector('.kept').textContent.includes('Twelve')`);
  expect(await readFile(path, 'utf8')).toBe(text.replace('Plain #', 'Twelve meetings #'));
  expect(await money()).toBe(moved);
  // Keeping it under its name goes on from there: comments and the note stay.
  await page.$eval('#keep-form [name=title]', (field) => {
    (field as unknown as HTMLField).value = 'Twelve meetings';
  });
  await Promise.all([page.waitForNavigation(), page.click('#keep-form .button')]);
  await page.waitForSelector('#what-if[data-settled]');
  expect(await readFile(path, 'utf8')).toMatch(/^# Kept by hand\..*note: Why.*goal: forecast/s);
  // Changed by another program meanwhile, it is not deleted; then it is.
  const kept = await readFile(path, 'utf8');
  await writeFile(path, `${kept}# theirs\n`);
  await page.evaluate(`for (const each of document.querySelectorAll('.kept details'))
    each.open = true`);
  await page.click('.kept-form .danger');
  await page.waitForFunction(
    `document.getElementById('kept-said').textContent.includes('changed elsewhere')`,
  );
  await writeFile(path, kept);
  await page.click('.kept-form .danger');
  await page.waitForFunction(`document.querySelector('.kept').hidden`);
  await expect(readFile(path, 'utf8')).rejects.toThrow();
});

test('a scenario that another program changed is not overwritten', async () => {
  const name = 'scenarios/two-more-customers.yaml';
  const path = join(studio.folder, name);
  await page.goto(
    `${studio.address}what-if/2026-Q3/marcus-bell?scenario=${encodeURIComponent(name)}`,
  );
  await page.waitForSelector('#what-if[data-settled]');
  const theirs = (await readFile(path, 'utf8')).replace('count: 2', 'count: 3');
  await writeFile(path, theirs);
  await page.click('#keep-form .button');
  await page.waitForFunction(
    `document.getElementById('kept-said').textContent.includes('changed elsewhere')`,
  );
  expect(await readFile(path, 'utf8')).toBe(theirs);
});

test('another site cannot rename or delete a scenario, nor anybody another file', async () => {
  const name = 'scenarios/two-more-customers.yaml';
  const version = 'of no matter';
  const post = (what: string, file: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${studio.address}scenarios/${what}`, {
      method: 'POST',
      headers: { Accept: 'application/json', ...headers },
      body: new URLSearchParams({ file, version, title: 'Theirs' }),
      redirect: 'manual',
    });
  const own = { Origin: studio.address.replace(/\/$/, '') };
  const foreign = { Origin: 'https://evil.example' };
  const asked = ['rename', 'remove'].flatMap((what) => [
    post(what, name, foreign),
    post(what, 'plans/account-executive.yaml', own),
    post(what, 'scenarios/../company.yaml', own),
  ]);
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses).toEqual([403, 400, 422, 403, 400, 422]);
});

test('what is no scenario is not kept', async () => {
  const post = (body: unknown): Promise<Response> =>
    fetch(`${studio.address}scenarios`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        Origin: studio.address.replace(/\/$/, ''),
      },
      body: JSON.stringify(body),
    });
  const scenario = { scenario: 'x', payee: 'marcus-bell', period: '2026-Q3', changes: {} };
  const asked = [
    { scenario: 'nothing' },
    { scenario: { ...scenario, payee: 'nobody' } },
    { scenario, file: '../company.yaml' },
    { scenario, file: 'plans/account-executive.yaml' },
    { scenario, file: 'scenarios/../plans/x.yaml' },
    { scenario: { ...scenario, title: 'x'.repeat(2_000_000) } },
  ];
  const answers = await Promise.all(asked.map(post));
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 400, 400, 422, 413]);
});

/** Deals get a flag of their own, and the plan looks at it. */
const WITH_FLAG = {
  'company.yaml': (text: string) =>
    text.replace(/^( *)amount: .*$/m, '$&\n$1pilot: { unit: flag }'),
  'data/deals.csv': (text: string) =>
    `${text.trim().replaceAll('\n', ',no\n').replace(',no\n', ',pilot\n')},no\n`,
  'plans/account-executive.yaml': (text: string) =>
    text.replace(/^( *)crediting:$/m, '$&\n$1  - { when: pilot, credit: 0%, because: a pilot }'),
};

test('of a deal only what was changed is others', async () => {
  for (const [name, change] of Object.entries(WITH_FLAG)) {
    const path = join(studio.folder, name);
    await writeFile(path, change(await readFile(path, 'utf8')));
  }
  await openWhatIf();
  expect(await money()).toBe('$19,978.13');
  const form = '[data-deal="RI-1182"]';
  await page.evaluate(`document.querySelector('${form} details').open = true`);
  expect(await fieldValue(`${form} [name=pilot]`)).toBe('no');
  await page.click(`${form} [name=amount]`, { count: 3 });
  await page.keyboard.type('60000,50');
  await settled(() => page.click(`${form} [name=edit]`));
  await page.type('#keep-form [name=title]', 'One amount');
  await Promise.all([page.waitForNavigation(), page.click('#keep-form .button')]);
  await page.waitForSelector('#what-if[data-settled]');
  const kept = join(studio.folder, 'scenarios/marcus-bell_2026-Q3_one-amount.yaml');
  expect(await readFile(kept, 'utf8')).toMatch(/attributes:\s+amount: "?60000.50"?\s*$/);
  // The form holds what the scenario says, so that another change is added to it.
  expect(await fieldValue(`${form} [name=amount]`)).toBe('60000.5');
});
