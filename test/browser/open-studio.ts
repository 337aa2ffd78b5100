// A studio on a copy of a company, and a real headless browser to look at it with.
// In: a company's folder. Out: both, and how to close them.

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { readConfig } from '../../src/config.ts';
import { findBrowser } from '../../src/render/browser.ts';
import { bundleScripts } from '../../src/web/bundle.ts';
import { openStudio } from '../../src/wire.ts';

const PATIENCE_MS = 120_000;
const HOME = join(import.meta.dirname, '../..');

export interface OpenedStudio {
  /** `http://127.0.0.1:45231/` */
  readonly address: string;
  /** The copy that it works on. */
  readonly folder: string;
  /** What it said in the terminal. */
  readonly said: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openTestStudio(
  company = 'fixtures/companies/revintel',
): Promise<OpenedStudio> {
  const home = await mkdtemp(join(tmpdir(), 'ontarget-studio-'));
  const folder = join(home, 'company');
  await cp(resolve(HOME, company), folder, { recursive: true });
  const said: string[] = [];
  const request = { folder, isExample: true, host: '127.0.0.1', port: 0 };
  const outcome = await openStudio({ ...request, log: (line) => said.push(line) });
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ what }) => what).join('\n'));
  const { address, stop } = outcome.product;
  return {
    address,
    folder,
    said,
    close: async () => {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export async function openTestBrowser(): Promise<Browser> {
  const { browserPath, cacheFolder } = readConfig();
  const found = await findBrowser({
    cacheFolder,
    ...(browserPath !== undefined && { configuredPath: browserPath }),
  });
  if (!found.isFound) throw new Error([...found.lookedAt, found.remedy].join('\n'));
  const { executablePath, environment } = found;
  const start = (args: readonly string[]): Promise<Browser> =>
    puppeteer.launch({
      executablePath,
      args: ['--disable-gpu', '--font-render-hinting=none', ...args],
      pipe: true,
      ...(environment && { env: environment }),
    });
  // The pages are our own, so a machine that refuses the sandbox can go without.
  const isRoot = process.getuid?.() === 0;
  const browser = isRoot ? start(['--no-sandbox']) : start([]).catch(() => start(['--no-sandbox']));
  return patient(await browser);
}

/** Its pages wait as long as a busy machine takes; what never comes is still a failure. */
function patient(browser: Browser): Browser {
  const newPage = browser.newPage.bind(browser);
  const opened: Browser['newPage'] = async (...options) => {
    const page = await newPage(...options);
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  };
  return Object.assign(browser, { newPage: opened });
}

/** A script of a test's own, made as the pages' scripts are. */
export async function bundled(entry: string): Promise<string> {
  const [script] = (await bundleScripts([entry])).values();
  if (script === undefined) throw new Error(`${entry} makes no script`);
  return script;
}
