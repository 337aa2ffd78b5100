// The reader test: from the text of a printed letter alone, every number and word that the plan
// pays by is found: weights, points, quotas, gates, caps, parts of the year. And what people wrote
// into a plan shows as text. In: letters of the built-in plans. Out: PDFs, read back with unpdf.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { readConfig } from '../../src/config.ts';
import type { Letter } from '../../src/core/index.ts';
import { findBrowser } from '../../src/render/browser.ts';
import { printLetter } from '../../src/render/pdf.ts';
import { openPrinter, type Printer } from '../../src/render/printer.ts';
import { letterOf } from './letter-example.ts';
import { missingIn, packed } from './letter-reader.ts';

const HOME = join(import.meta.dirname, '../..');
const REVINTEL = 'fixtures/companies/revintel';
let printer: Printer;

jest.setTimeout(120_000);

beforeAll(async () => {
  const found = await findBrowser({ cacheFolder: readConfig().cacheFolder });
  if (!found.isFound) throw new Error(found.lookedAt.join('; '));
  printer = await openPrinter(found, { pages: 2 });
});

afterAll(() => printer?.close());

async function textOf(letter: Letter): Promise<string> {
  const bytes = await printLetter(printer, letter, { locale: 'en-US' });
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return packed(text);
}

describe.each([
  [`${REVINTEL}/plans/account-executive.yaml`, 'marcus-bell', ['1,800,000', '120,000.00']],
  [`${REVINTEL}/plans/vp-sales.yaml`, undefined, ['15,000,000', '150,000.00', '300,000.00']],
  [`${REVINTEL}/plans/cmo.yaml`, undefined, ['165,000.00', '70,000.00']],
  [`${REVINTEL}/plans/cco.yaml`, undefined, ['5,000,000', '115%', '80,000.00']],
  ['fixtures/companies/crm-export/plans/regional-sales-manager.yaml', undefined, ['100,000.00']],
])('the letter of %s', (path, payee, ownFigures) => {
  test('says every figure and word that it pays by', async () => {
    const letter = await letterOf(path, payee);
    const text = await textOf(letter);
    expect(missingIn(text, letter.plan)).toEqual([]);
    for (const figure of ownFigures) expect(text).toContain(packed(figure));
    for (const { quota, targetIncentive } of letter.periods) {
      expect(text).toContain(`${quota.times('100').toFixed()}%`);
      expect(text).toContain(`${targetIncentive.times('100').toFixed()}%`);
    }
  });
});

test('what people wrote shows as they wrote it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ontarget-letter-'));
  const hostile = `<script>alert(1)</script><img src=file:///etc/passwd> {{x}} & "q"`;
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  try {
    await cp(join(HOME, REVINTEL), folder, { recursive: true });
    const plan = join(folder, 'plans/account-executive.yaml');
    const text = await readFile(plan, 'utf8');
    const written = text
      .replace('title: Account Executive 2026', `title: '${hostile}'`)
      .replace('label: Credited ARR', `label: '${long}'`)
      .replaceAll('title: ICP fit', `title: '${hostile}'`);
    await writeFile(plan, written);
    const read = await textOf(await letterOf(relative(HOME, plan), 'marcus-bell'));
    expect(read).toContain(packed(hostile));
    expect(read).toContain(long);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('is tagged, titled and the same each time', async () => {
  const letter = await letterOf(`${REVINTEL}/plans/cco.yaml`);
  const [one, other] = [await printLetter(printer, letter), await printLetter(printer, letter)];
  const source = Buffer.from(one).toString('latin1');
  expect(source).toContain('/StructTreeRoot');
  expect(source).toContain('/Lang (en)');
  expect(source).toMatch(/\/Alt \(What Net revenue retention pays/);
  expect(Buffer.compare(one, other)).toBe(0);
});
