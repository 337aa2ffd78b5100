// A few pages of one browser, reused: opening one for each document halves the speed.
// In: a way to open a page. Out: `use`, which lends a page to one piece of work at a time; requests
// beyond the number of pages wait in order. A page whose work failed is thrown away.

import type { Page } from 'puppeteer-core';

export interface PagePool {
  readonly use: <T>(work: (page: Page) => Promise<T>) => Promise<T>;
  /** Whoever still waits for a page is refused; work that has one goes on. */
  readonly close: () => void;
}

interface Slot {
  page: Page | undefined;
  usesLeft: number;
}

/**
 * A renderer keeps some memory of each document, and its node ids must not outgrow their eight
 * digits (reproducible-pdf.ts): 200 documents of 100,000 nodes reach a fifth of that.
 */
const USES_PER_PAGE = 200;

export function createPagePool(openPage: () => Promise<Page>, size: number): PagePool {
  const free = Array.from({ length: size }, (): Slot => ({ page: undefined, usesLeft: 0 }));
  const waiting: PromiseWithResolvers<Slot>[] = [];
  let isClosed = false;

  function take(): Promise<Slot> {
    if (isClosed) return Promise.reject(closedError());
    const request = Promise.withResolvers<Slot>();
    // The slot given back last has a warm page, so that light use keeps few pages open.
    const slot = free.pop();
    if (slot === undefined) waiting.push(request);
    else request.resolve(slot);
    return request.promise;
  }

  function giveBack(slot: Slot): void {
    const next = waiting.shift();
    if (next === undefined) free.push(slot);
    else next.resolve(slot);
  }

  async function use<T>(work: (page: Page) => Promise<T>): Promise<T> {
    const slot = await take();
    try {
      const product = await work(await pageOf(slot, openPage));
      slot.usesLeft -= 1;
      return product;
    } catch (cause) {
      slot.usesLeft = 0;
      throw cause;
    } finally {
      if (slot.usesLeft <= 0) discardPage(slot);
      giveBack(slot);
    }
  }

  function close(): void {
    isClosed = true;
    for (const request of waiting.splice(0)) request.reject(closedError());
  }

  return { use, close };
}

async function pageOf(slot: Slot, openPage: () => Promise<Page>): Promise<Page> {
  if (slot.page !== undefined && isUsable(slot.page)) return slot.page;
  discardPage(slot);
  slot.page = await openPage();
  slot.usesLeft = USES_PER_PAGE;
  return slot.page;
}

/** A page can crash, lose its browser, or be led away by its last document, while it lies idle. */
function isUsable(page: Page): boolean {
  return !page.isClosed() && page.browser().connected && page.url() === 'about:blank';
}

/** Not waited for: a page that hangs would keep its slot until the protocol's time limit. */
function discardPage(slot: Slot): void {
  // Closing fails only where the page or its browser is gone already.
  slot.page?.close().catch(() => undefined);
  slot.page = undefined;
}

function closedError(): Error {
  return new Error('the printer is closed');
}
