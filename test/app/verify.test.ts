// Statements that prove themselves: a fresh one holds in every format; one changed deal, cent, plan
// or version of the engine is named. In: copies of the built-in company. Out: what verify says.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { calculatePayouts } from '../../src/app/calculate-payouts.ts';
import { type Verification, verifyStatement } from '../../src/app/verify-statement.ts';
import { outcomeOf } from '../../src/core/index.ts';
import { openFolder, openRenderers, statementReader } from '../../src/wire.ts';
import { must } from '../in-memory-company.ts';
import { openWorkbook, placeNamed } from '../render/recalculate.ts';

const REVINTEL = join(import.meta.dirname, '../../fixtures/companies/revintel');
const PAYEE = 'marcus-bell';
const PLAN = 'plans/account-executive.yaml';
type Format = 'pdf' | 'xlsx' | 'json';
let scratch = '';
const files = new Map<Format, string>();

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'ontarget-verify-'));
  const { statements } = must(
    await calculatePayouts(openFolder(REVINTEL), { period: '2026-Q3', payee: PAYEE }),
  );
  const [statement] = statements;
  if (!statement) throw new Error('no statement');
  const renderers = must(await openRenderers(['pdf', 'xlsx', 'json'], () => undefined));
  for (const format of ['pdf', 'xlsx', 'json'] as const) {
    const path = join(scratch, `statement.${format}`);
    await writeFile(path, await renderers[format](statement));
    files.set(format, path);
  }
  await renderers.close();
}, 60_000);

afterAll(() => rm(scratch, { recursive: true }));

function fileOf(format: Format): string {
  const path = files.get(format);
  if (path === undefined) throw new Error(`no ${format}`);
  return path;
}

async function verified(path: string, folder = REVINTEL): Promise<Verification> {
  const request = { path, reader: statementReader, openRenderers, log: () => undefined };
  return must(await verifyStatement(openFolder(folder), request));
}

/** RevIntel with one file changed. */
async function changed(file: string, from: string | RegExp, to: string): Promise<string> {
  const folder = await mkdtemp(join(scratch, 'revintel-'));
  await cp(REVINTEL, folder, { recursive: true });
  const text = await readFile(join(folder, file), 'utf8');
  const other = text.replace(from, to);
  if (other === text) throw new Error(`nothing to change in ${file}`);
  await writeFile(join(folder, file), other);
  return folder;
}

describe.each(['pdf', 'xlsx', 'json'] as const)('%s', (format) => {
  test('a fresh statement holds', async () => {
    const { holds, differences, changed: parts } = await verified(fileOf(format));
    expect({ differences, parts, holds }).toEqual({ differences: [], parts: [], holds: true });
  }, 60_000);

  test('a plan that says something else is named, also where every figure is the same', async () => {
    const folder = await changed(PLAN, /^purpose: .*$/m, 'purpose: Something else.');
    const { holds, changed: parts, differences } = await verified(fileOf(format), folder);
    expect({ parts, holds }).toEqual({ parts: ['plan'], holds: false });
    // The fingerprint itself stands in the statement.
    expect(differences.length).toBeGreaterThan(0);
  }, 60_000);

  test('a changed deal is named, with what it pays', async () => {
    const folder = await changed('data/deals.csv', '91200.00,52248.52', '91200.00,62248.52');
    const { holds, changed: parts, differences } = await verified(fileOf(format), folder);
    expect({ parts, holds }).toEqual({ parts: ['inputs', 'result'], holds: false });
    const found = differences.map((each) => each.found ?? '').join('\n');
    expect(found).toMatch(/19,?978\.13/);
  }, 60_000);
});

test('one changed cent in a PDF’s text is found at its line', async () => {
  const read = must(await statementReader.read(fileOf('pdf')));
  const texts = new Map(
    [...read.texts].map(([place, text]) => [place, text.replace('19,978.13', '19,978.14')]),
  );
  const reader = { ...statementReader, read: async () => outcomeOf({ ...read, texts }, []) };
  const request = { path: 'changed.pdf', reader, openRenderers, log: () => undefined };
  const { differences } = must(await verifyStatement(openFolder(REVINTEL), request));
  expect(differences.length).toBeGreaterThan(0);
  for (const { found = '', expected = '' } of differences) {
    expect(found.replace('19,978.14', '19,978.13')).toBe(expected);
  }
}, 60_000);

test('one changed cent in a workbook is found at its cell', async () => {
  const book = await openWorkbook(await readFile(fileOf('xlsx')));
  const place = placeNamed(book, 'new_arr_payout');
  const [sheet = '', address = ''] = place.split('!');
  const cell = book.getWorksheet(sheet)?.getCell(address);
  if (!cell?.formula) throw new Error(`no formula at ${place}`);
  cell.value = { formula: cell.formula, result: Number(cell.result) + 0.01 };
  const path = join(scratch, 'changed.xlsx');
  await writeFile(path, new Uint8Array(await book.xlsx.writeBuffer()));
  const { holds, changed: parts, differences } = await verified(path);
  expect({ holds, parts }).toEqual({ holds: false, parts: [] });
  expect(differences).toEqual([{ place, found: '12431.26', expected: '12431.25' }]);
});

test('one changed cent in a JSON file is found at its field; another engine is named', async () => {
  const text = await readFile(fileOf('json'), 'utf8');
  const path = join(scratch, 'changed.json');
  await writeFile(path, text.replace('"payment": "19978.13"', '"payment": "19978.14"'));
  const cent = await verified(path);
  expect(cent.differences).toEqual([{ place: 'payment', found: '19978.14', expected: '19978.13' }]);
  await writeFile(path, text.replace('· engine 1 ·', '· engine 0 ·'));
  expect((await verified(path)).changed).toEqual(['engine']);
});

test('what is no statement, or nobody’s, is a finding', async () => {
  const path = join(scratch, 'other.json');
  await writeFile(path, '{"payment": "1.00"}');
  const request = { path, reader: statementReader, openRenderers, log: () => undefined };
  const none = await verifyStatement(openFolder(REVINTEL), request);
  expect(none.diagnostics.map(({ code }) => code)).toEqual(['verify/not-a-statement']);
  const text = await readFile(fileOf('json'), 'utf8');
  await writeFile(path, text.replaceAll(PAYEE, 'nobody'));
  const unknown = await verifyStatement(openFolder(REVINTEL), request);
  expect(unknown.diagnostics.map(({ code }) => code)).toEqual(['calculation/unknown-payee']);
});
