// The printer with its real browser: what comes out, what stays inside, what survives a crash.
// In: small HTML documents. Out: PDFs, read back with pdf.js and by their bytes.
// The first test unpacks the npm-shipped browser twice at once; the others print with the result.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findBrowser } from '../../src/render/browser.ts';
import { openPrinter, type Printer } from '../../src/render/printer.ts';
import type { BrowserFound } from '../../src/render/try-browser.ts';

const top = join(import.meta.dirname, '..', '..');
const inter = join(top, 'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2');
const A4 = { format: 'a4' } as const;

let cacheFolder: string;
let found: BrowserFound;
let printer: Printer;

jest.setTimeout(60_000);

beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'ontarget-printer-'));
  await leavePartialFolder('chromium-147.0.0.partial-killed', new Date(0));
  await leavePartialFolder('chromium-147.0.0.partial-at-work', new Date());
  const paths = await Promise.all([findInOtherProcess(), findInOtherProcess()]);
  expect(new Set(paths).size).toBe(1);
  const search = await findBrowser({ cacheFolder });
  if (!search.isFound) throw new Error(search.lookedAt.join('; '));
  found = search;
  printer = await openPrinter(found, { pages: 2 });
});

afterAll(async () => {
  await printer?.close();
  await rm(cacheFolder, { recursive: true, force: true });
});

test('two processes that unpack at once leave one whole browser, and clear a killed one', async () => {
  expect(found.label).toMatch(/^Chromium 147\S* \(npm package @sparticuz\/chromium 147/);
  const left = (await readdir(cacheFolder)).sort();
  expect(left).toEqual(['chromium-147.0.0', 'chromium-147.0.0.partial-at-work']);
});

test('a configured path that does not work is reported, not passed over', async () => {
  const absent = await findBrowser({ configuredPath: '/no/such/chrome', cacheFolder });
  expect(absent).toEqual({
    isFound: false,
    lookedAt: ['the configured path: there is no /no/such/chrome'],
    remedy: 'Install Chromium or Google Chrome, or configure the path of one.',
  });
  const other = join(cacheFolder, 'not-a-browser');
  await writeFile(other, '#!/bin/sh\necho "cannot open display" >&2; exit 3\n', { mode: 0o755 });
  const broken = await findBrowser({ configuredPath: other, cacheFolder });
  expect(broken).toMatchObject({
    lookedAt: [`the configured path: ${other} does not start: cannot open display`],
  });
});

test('prints tagged text with embedded fonts and page numbers', async () => {
  const body = '<h1>Statement</h1><p style="break-before:page">Payout 1,234.50</p>';
  const content = 'font: 9pt Inter; content: counter(page) " / " counter(pages)';
  const style = `<style>@page { margin: 15mm; @bottom-right { ${content} } }</style>`;
  const bytes = await printer.print(documentOf(body + style), { format: 'letter' });
  expect(await pageTexts(bytes)).toEqual(['1 / 2 Statement', '2 / 2 Payout 1,234.50']);
  const text = Buffer.from(bytes).toString('latin1');
  expect(new Set(text.match(/\/FontName \/\S+/g))).toEqual(
    new Set(['/FontName /AAAAAA+Inter-Regular']),
  );
  expect(text).toContain('/FontFile2');
  expect(text).toContain('/StructTreeRoot');
  expect(text).toContain('/Outlines');
  expect(text).toContain('/MediaBox [0 0 612 792]');
});

test('a document can neither run scripts nor reach files or the network', async () => {
  const requests: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    response.end('served');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await fetch(`${url}/control`);
  const bytes = await printer.print(documentOf(hostileBody(url)), A4);
  server.close();
  expect(requests).toEqual(['/control']);
  expect(await pageTexts(bytes)).toEqual(['Before. After.']);
});

test('a document that wants to go elsewhere stays, and takes no other with it', async () => {
  const leaving = await openPrinter(found, { pages: 1 });
  const refresh = '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">';
  const texts: string[][] = [];
  try {
    for (const pause of [0, 0, 100]) {
      texts.push(await pageTexts(await leaving.print(documentOf(`${refresh}stays`), A4)));
      await later(pause);
      texts.push(await pageTexts(await leaving.print(documentOf('next'), A4)));
    }
  } finally {
    await leaving.close();
  }
  expect(texts.flat()).toEqual(['stays', 'next', 'stays', 'next', 'stays', 'next']);
});

test('white paper is refused: it is what a machine without fonts prints', async () => {
  await expect(printer.print('<html></html>', A4)).rejects.toThrow('has no text');
});

test('the same document gives the same bytes: again, in parallel, in another browser', async () => {
  const rows = '<tr><th scope="row">Deal</th><td>5.00</td></tr>'.repeat(20);
  const html = documentOf(`<table>${rows}</table>`);
  const other = await openPrinter(found, { pages: 1 });
  const prints = [printer, printer, printer, other].map((each) => each.print(html, A4));
  const printed = await Promise.all(prints).finally(other.close);
  expect(new Set(printed.map(digest)).size).toBe(1);
  const dated = await printer.print(html, { ...A4, documentDate: '2026-03-31' });
  expect(digest(dated)).not.toBe(digest(printed[0] ?? dated));
  const { info } = await (await getDocument({ data: dated }).promise).getMetadata();
  expect(info).toMatchObject({ CreationDate: "D:20260331000000+00'00'" });
});

test('more documents than pages: each gets its own text', async () => {
  const names = Array.from({ length: 7 }, (_, index) => `payee ${index}`);
  const printed = await Promise.all(names.map((name) => printer.print(documentOf(name), A4)));
  expect(await Promise.all(printed.map(pageTexts))).toEqual(names.map((name) => [name]));
});

test('a crash while printing is said, and printing goes on', async () => {
  const others = browserProcesses();
  const lines: string[] = [];
  const fragile = await openPrinter(found, { pages: 1, log: (line) => lines.push(line) });
  const long = documentOf('<p>a long document</p>'.repeat(30_000));
  try {
    for (const [isVictim, message] of [
      [isRenderer, 'the browser page crashed while printing'],
      [isBrowser, 'the browser stopped while printing'],
    ] as const) {
      const doomed = expect(fragile.print(long, A4)).rejects.toThrow(message);
      await later(300);
      killAll(isVictim, others);
      await doomed;
      expect(await pageTexts(await fragile.print(documentOf('alive'), A4))).toEqual(['alive']);
    }
    killAll(isRenderer, others); // Between two documents.
    await later(200);
    expect(await pageTexts(await fragile.print(documentOf('still'), A4))).toEqual(['still']);
  } finally {
    await fragile.close();
  }
  expect(lines).toContain('The browser has stopped; starting it again.');
  await expect(fragile.print(long, A4)).rejects.toThrow('the printer is closed');
});

function documentOf(body: string): string {
  const style = `${fontFace()} body { font-family: Inter; font-weight: 400 } h1, th { font: inherit }`;
  const head = `<meta charset="utf-8"><title>Test</title><style>${style}</style>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
}

function fontFace(): string {
  const url = `data:font/woff2;base64,${readFileSync(inter).toString('base64')}`;
  return `@font-face { font-family: Inter; src: url(${url}) format("woff2") }`;
}

function hostileBody(url: string): string {
  return `<meta http-equiv="refresh" content="0;url=${url}/refresh"><p>Before.</p>
    <script>document.body.append("SCRIPT"); fetch("${url}/script")</script>
    <svg onload="fetch('${url}/svg-script')"><image href="${url}/svg"/></svg>
    <img src="${url}/image" onerror="document.body.append('HANDLER')">
    <img src="file:///etc/passwd"><iframe src="file:///etc/passwd"></iframe>
    <iframe src="${url}/frame"></iframe><object data="${url}/object"></object>
    <iframe srcdoc="<script>parent.document.body.append('FRAME')</script><img src=${url}/in>">
    </iframe>
    <link rel="stylesheet" href="${url}/sheet"><link rel="preconnect" href="${url}">
    <link rel="prefetch" href="${url}/prefetch"><link rel="preload" as="image" href="${url}/load">
    <style>@import "${url}/import"; p { background: url(${url}/paint) }</style>
    <p>After.</p>`;
}

async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  // pdf.js takes the buffer over, so it gets a copy.
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : ''));
    texts.push(words.join(' ').replace(/\s+/g, ' ').trim());
  }
  return texts;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function leavePartialFolder(name: string, changed: Date): Promise<void> {
  const folder = join(cacheFolder, name);
  await mkdir(folder);
  await writeFile(join(folder, 'chromium'), 'half a browser');
  await utimes(folder, changed, changed);
}

async function findInOtherProcess(): Promise<string> {
  const source = join(top, 'src/render/browser.ts');
  const script = `import { findBrowser } from ${JSON.stringify(source)};
    console.log((await findBrowser({ cacheFolder: process.argv[1] })).executablePath)`;
  const args = ['--input-type=module', '--eval', script, cacheFolder];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return stdout.trim();
}

interface BrowserProcess {
  readonly id: number;
  readonly command: string;
}

/** The processes that run this test's own unpacked browser, and nobody else's. */
function browserProcesses(): BrowserProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ id: Number(name), command: commandOf(name) }))
    .filter(({ command }) => command.startsWith(cacheFolder));
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return ''; // It ended between the listing and this look.
  }
}

function isRenderer({ command }: BrowserProcess): boolean {
  return command.includes('--type=renderer');
}

function isBrowser({ command }: BrowserProcess): boolean {
  return !command.includes('--type=');
}

function killAll(isVictim: (each: BrowserProcess) => boolean, spared: BrowserProcess[]): void {
  const sparedIds = new Set(spared.map(({ id }) => id));
  const victims = browserProcesses().filter((each) => isVictim(each) && !sparedIds.has(each.id));
  expect(victims.length).toBeGreaterThan(0);
  for (const { id } of victims) process.kill(id, 'SIGKILL');
}
