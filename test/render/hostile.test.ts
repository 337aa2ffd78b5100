// What customers, plans and CRMs write is text: in statements, letters, pictures and workbooks it
// shows as it was written, runs nothing and fetches nothing. A listening port must stay silent.
// In: hostile texts wherever a text can stand. Out: documents, read back.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { findPicture } from '../../src/app/draw-plan.ts';
import { readConfig } from '../../src/config.ts';
import { companyFolder, readDocument } from '../../src/documents/company-folder.ts';
import { findBrowser } from '../../src/render/browser.ts';
import { renderRunWorkbook } from '../../src/render/excel/run-workbook.ts';
import { renderStatementWorkbook } from '../../src/render/excel.ts';
import { printLetter, printStatement } from '../../src/render/pdf.ts';
import { openPrinter, type Printer } from '../../src/render/printer.ts';
import { drawPicture } from '../../src/wire.ts';
import { must } from '../in-memory-company.ts';
import { letterOf } from './letter-example.ts';
import { packed } from './letter-reader.ts';
import { openWorkbook, writtenFormulas } from './recalculate.ts';
import { exampleStatement } from './statement-example.ts';

const HOME = join(import.meta.dirname, '../..');
const REVINTEL = 'fixtures/companies/revintel';
const requests: (string | undefined)[] = [];
let server: Server;
let printer: Printer;
let folder = '';
/** `<script>`, `<img>` and `=HYPERLINK`, each with an address that would answer. */
let hostile = '';

jest.setTimeout(120_000);

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url);
    response.end('served');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await fetch(`${url}/control`);
  hostile =
    `=HYPERLINK("${url}/cell") <script src=${url}/script></script>` +
    `<img src=${url}/image><img src=file:///etc/passwd>`;
  const found = await findBrowser({ cacheFolder: readConfig().cacheFolder });
  if (!found.isFound) throw new Error(found.lookedAt.join('; '));
  printer = await openPrinter(found, { pages: 1 });
  folder = await mkdtemp(join(tmpdir(), 'ontarget-hostile-'));
  await cp(join(HOME, REVINTEL), folder, { recursive: true });
  const plan = join(folder, 'plans/account-executive.yaml');
  const text = await readFile(plan, 'utf8');
  await writeFile(plan, text.replaceAll('title: New ARR', `title: '${hostile}'`));
});

afterAll(async () => {
  await printer?.close();
  server.close();
  await rm(folder, { recursive: true });
});

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return packed(text);
}

test('in a statement and a letter', async () => {
  const statement = exampleStatement('USD', (text) => `${hostile} ${text}`);
  expect(await textOf(await printStatement(printer, statement))).toContain(packed(hostile));
  const letter = await letterOf(relative(HOME, join(folder, 'plans/account-executive.yaml')));
  expect(await textOf(await printLetter(printer, letter))).toContain(packed(hostile));
  expect(requests).toEqual(['/control']);
});

test('in pictures of a plan', async () => {
  const plan = join(folder, 'plans/account-executive.yaml');
  const found = must(
    await findPicture({ folder: companyFolder(folder), plan: () => readDocument(plan, plan) }),
  );
  if (!('picture' in found)) throw new Error('one plan was named');
  const { curves, cost = '' } = drawPicture(found.picture, 'en-US');
  for (const svg of [...curves.values(), cost]) {
    expect(svg).not.toMatch(/<script|<img|<a\b|href=|url\(/);
    await printer.print(`<!doctype html><title>x</title><p>picture</p>${svg}`, { format: 'a4' });
  }
  expect(curves.get('new-arr')).toContain('&lt;script src');
  expect(requests).toEqual(['/control']);
});

test('in the workbooks of a statement and of a run', async () => {
  const statement = exampleStatement('USD', (text) => `${hostile} ${text}`);
  const files = [
    await renderStatementWorkbook(statement),
    await renderRunWorkbook([statement], new Map()),
  ];
  for (const bytes of files) {
    const book = await openWorkbook(bytes);
    for (const { formula } of writtenFormulas(book)) expect(formula).not.toMatch(/^HYPERLINK/i);
    const texts = book.worksheets.flatMap((sheet) => {
      const found: string[] = [];
      sheet.eachRow((row) => row.eachCell(({ value }) => found.push(String(value))));
      return found;
    });
    expect(texts.some((text) => text.startsWith(`'=HYPERLINK(`))).toBe(true);
    expect(texts.filter((text) => text.startsWith('=HYPERLINK('))).toEqual([]);
  }
});
