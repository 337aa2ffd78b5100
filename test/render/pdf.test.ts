// Statements printed by the real browser and read back with pdf.js: what a leader sees, on how many
// pages, on which paper, with tags. In: statements. Out: PDFs and their text.

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readConfig } from '../../src/config.ts';
import type { Statement } from '../../src/core/index.ts';
import { findBrowser } from '../../src/render/browser.ts';
import { printStatement } from '../../src/render/pdf.ts';
import { openPrinter, type Printer } from '../../src/render/printer.ts';
import { type StatementOptions, statementView } from '../../src/render/statement-view.ts';
import { builtInStatements } from './company-statements.ts';
import { exampleStatement } from './statement-example.ts';

let printer: Printer;

jest.setTimeout(120_000);

beforeAll(async () => {
  const found = await findBrowser({ cacheFolder: readConfig().cacheFolder });
  if (!found.isFound) throw new Error(found.lookedAt.join('; '));
  printer = await openPrinter(found, { pages: 2 });
});

afterAll(() => printer?.close());

interface Page {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

async function print(statement: Statement, options: StatementOptions = {}) {
  const bytes = await printStatement(printer, statement, options);
  const source = Buffer.from(bytes).toString('latin1');
  return { bytes, source, pages: await readPages(bytes) };
}

async function readPages(bytes: Uint8Array): Promise<readonly Page[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const pages: Page[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => ('str' in item && item.str.trim() ? [item.str] : []));
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({ text: words.join(' ').replace(/\s+/g, ' '), width, height });
  }
  await task.destroy();
  return pages;
}

describe('the hand-made statement', () => {
  test('says who is paid what, and why', async () => {
    const { pages } = await print(exampleStatement(), { locale: 'en-US' });
    const [first] = pages;
    expect(first?.text).toContain('Jo "Ace" Hill');
    expect(first?.text).toContain('Payment for Q2 2026 $7,000.00');
    expect(first?.text).toContain('Questions finance@acme.example');
    expect(first?.text).toContain(
      'ICP fit was 77.9999%, the plan asks for at least 78%: not met. ' +
        'The payout factor of New deals is capped at 100%. This cost you 300.00.',
    );
    expect(first?.text).toContain('Plan cap No more than 7,000.00 a period -234.56');
    const whole = pages.map(({ text }) => text).join(' ');
    expect(whole).toContain('An OKR aims high, and 60–70% is success. 61.7% is one.');
    expect(whole).toContain('You are here');
    expect(whole).toContain(
      '100%, counts in full, with a share of 50%; New deals: 12%, term >= 24 1 deal',
    );
  });

  test('numbers its pages and names payee, period and company below each', async () => {
    const { pages } = await print(exampleStatement());
    pages.forEach(({ text }, index) => {
      expect(text).toContain('Jo "Ace" Hill · Q2 2026 · Acme & Sons');
      expect(text).toContain(`${index + 1} / ${pages.length}`);
    });
  });

  test('is on the reader’s paper and in the reader’s numbers', async () => {
    const letter = await print(exampleStatement(), { locale: 'en-US' });
    expect(letter.pages[0]).toMatchObject({ width: 612, height: 792 });
    const german = await print(exampleStatement('EUR'), { locale: 'de-DE' });
    expect(german.pages[0]?.width).toBeCloseTo(595.92, 1);
    expect(german.pages[0]?.text.replaceAll('\u00a0', ' ')).toContain('7.000,00 €');
  });

  test('is tagged, titled, in its language, with words for its pictures and embedded fonts', async () => {
    const { source } = await print(exampleStatement());
    expect(source).toContain('/StructTreeRoot');
    expect(source).toContain('/Lang (en)');
    expect(source).toContain('/Title (Statement of Jo "Ace" Hill, Q2 2026)');
    expect(source).toMatch(/\/Alt \(What New deals pays\. Payout curve, in proportion/);
    expect(source).toMatch(/\/Scope \/Row/);
    expect(source).toMatch(/\/S \/Caption/);
    const fonts = [...new Set(source.match(/\/FontName \/\S+/g))].sort();
    expect(fonts).toEqual(['/FontName /AAAAAA+Inter-Regular', '/FontName /BAAAAA+Inter-SemiBold']);
  });

  test('has the same bytes each time', async () => {
    const [one, other] = [await print(exampleStatement()), await print(exampleStatement())];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  test('prints what users wrote as they wrote it', async () => {
    const hostile = '<script>alert(1)</script> {{x}} & "q"';
    const { pages } = await print(exampleStatement('USD', (text) => `${text} ${hostile}`));
    expect(pages[0]?.text).toContain(hostile);
  });
});

test('a leader of the built-in company reads three pages at most; how numbers were made follows', async () => {
  const periods = ['2026-Q1', '2026-Q3', '2026-Q4'];
  const statements = (await Promise.all(periods.map(builtInStatements))).flat();
  const longest = statements.toSorted((a, b) => b.deals.rows.length - a.deals.rows.length);
  for (const statement of longest.slice(0, 6)) {
    for (const paper of ['a4', 'letter'] as const) {
      const { pages } = await print(statement, { paper });
      const appendix = pages.findIndex(({ text }) => text.includes('How each number was made'));
      expect(appendix).toBeGreaterThan(0);
      expect(appendix).toBeLessThanOrEqual(3);
      expect(pages[0]?.text).toContain(statementView(statement).payment.figure);
      const closing = pages.findIndex(({ text }) => text.includes('To ask and to check'));
      expect([appendix - 1, appendix]).toContain(closing);
    }
  }
});
