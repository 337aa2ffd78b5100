// Prints HTML to PDF with one browser and a few reused pages.
// In: a browser that was found, then whole HTML documents with fonts as data: URLs and margins and
// page numbers in `@page`. Out: tagged PDFs that depend on HTML, browser and fonts alone.
// Nothing in a document runs or reaches network or files: JavaScript off, offline, and every
// request but data: aborted. FACTS.md, "PDF", has what each of them alone lets through.

import { availableParallelism } from 'node:os';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { type LaunchOptions, launchBrowser } from './launch-browser.ts';
import { createPagePool } from './page-pool.ts';
import { reproduciblePdf } from './reproducible-pdf.ts';
import type { BrowserFound } from './try-browser.ts';

export interface PrinterOptions extends Partial<LaunchOptions> {
  /** How many documents are printed at once; two for each core is the fastest. */
  readonly pages?: number;
}

export interface PrintOptions {
  readonly format: 'a4' | 'letter';
  /** The date that the PDF says it was made, as in `2026-03-31`: the clock stays out of it. */
  readonly documentDate?: string;
}

export interface Printer {
  /** Rejects when the document cannot be printed; the printer stays usable. */
  readonly print: (html: string, options: PrintOptions) => Promise<Uint8Array>;
  /** Ends the browser, with all that is being printed. */
  readonly close: () => Promise<void>;
}

const PRINT_WITHIN_MS = 60_000;
const DATE_WHEN_NONE_IS_GIVEN = '2000-01-01';

export async function openPrinter(
  found: BrowserFound,
  { pages = 2 * availableParallelism(), log = () => {}, sandbox = 'required' }: PrinterOptions = {},
): Promise<Printer> {
  const launch = (): Promise<Browser> => launchBrowser(found, { log, sandbox });
  let launched = launch();
  await launched;

  async function runningBrowser(): Promise<Browser> {
    const seen = launched;
    if ((await seen).connected) return seen;
    // Of all pages that find the browser gone, the first starts it again.
    if (launched === seen) {
      log('The browser has stopped; starting it again.');
      launched = launch();
    }
    return launched;
  }

  const pool = createPagePool(async () => preparePage(await runningBrowser()), pages);
  return {
    print: (html, options) => pool.use((page) => whileAlive(page, printOn(page, html, options))),
    close: async () => {
      pool.close();
      await (await launched).close();
    },
  };
}

async function preparePage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  return whileAlive(page, prepared(page));
}

async function prepared(page: Page): Promise<Page> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', refuseRequest);
  // A page may also crash between two documents; closed, it is not lent again.
  page.on('error', () => page.close().catch(() => undefined));
  // Styles for print may ask for fonts that those for the screen do not: load them before.
  await page.emulateMediaType('print');
  return page;
}

function refuseRequest(request: HTTPRequest): void {
  // Each fails only where the page is gone, and the request with it.
  answer(request).catch(() => undefined);
}

function answer(request: HTTPRequest): Promise<void> {
  if (request.url().startsWith('data:')) return request.continue();
  // An aborted navigation (meta refresh) would lead the page to an error page, perhaps while the
  // next document is in it; after "no content" a browser stays where it is.
  return request.isNavigationRequest() ? request.respond({ status: 204 }) : request.abort();
}

async function printOn(page: Page, html: string, options: PrintOptions): Promise<Uint8Array> {
  const { format, documentDate = DATE_WHEN_NONE_IS_GIVEN } = options;
  await page.setContent(html, { timeout: PRINT_WITHIN_MS });
  mustBeBlank(page);
  // It waits for the fonts. Puppeteer's footer template would be a second document with fonts of
  // its own, and costs a third of the speed; a document numbers its pages by `@page` in its CSS.
  const settings = { printBackground: true, tagged: true, outline: true, timeout: PRINT_WITHIN_MS };
  const bytes = await page.pdf({ format, ...settings });
  mustBeBlank(page);
  mustHaveText(bytes);
  return reproduciblePdf(bytes, documentDate);
}

/** A document that went elsewhere (a meta refresh, say) is not the one that was to be printed. */
function mustBeBlank(page: Page): void {
  if (page.url() === 'about:blank') return;
  throw new Error(`the document left its page for ${page.url()}; it was not printed`);
}

/** Without a single font on the machine, Chromium prints white paper and reports success. */
function mustHaveText(bytes: Uint8Array): void {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Type /Font')) return;
  throw new Error(
    'the printed document has no text: either it is empty or the browser finds no fonts ' +
      '(apt-get install fontconfig fonts-dejavu-core)',
  );
}

/** A crashed or hanging page answers nothing, so the wait for it must end otherwise. */
async function whileAlive<T>(page: Page, work: Promise<T>): Promise<T> {
  const end = Promise.withResolvers<never>();
  const crashed = (cause: Error): void =>
    end.reject(new Error('the browser page crashed while printing', { cause }));
  const seconds = PRINT_WITHIN_MS / 1000;
  const late = (): void => end.reject(new Error(`printing took more than ${seconds} seconds`));
  const timer = setTimeout(late, PRINT_WITHIN_MS);
  page.once('error', crashed);
  try {
    return await Promise.race([work, end.promise]);
  } catch (cause) {
    if (!page.browser().connected) throw new Error('the browser stopped while printing', { cause });
    mustBeBlank(page);
    throw cause;
  } finally {
    clearTimeout(timer);
    page.off('error', crashed);
    // The loser of the race fails later, when nobody listens.
    work.catch(() => undefined);
  }
}
