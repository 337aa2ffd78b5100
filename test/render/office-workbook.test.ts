// The workbook in LibreOffice: recalculated on opening, without the results that were written, every
// cell that pays holds the same cents, for both companies, the published cases and one case of
// each mechanism. Skips, and says so, where LibreOffice is not installed.

import { dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import { minorDigits, type Statement } from '../../src/core/index.ts';
import { renderStatementWorkbook } from '../../src/render/excel.ts';
import { caseFiles } from '../case-files.ts';
import {
  builtInStatements,
  caseStatements,
  crmStatements,
  paidCells,
} from './company-statements.ts';
import { hasLibreOffice, placeNamed, recalculatedByLibreOffice } from './recalculate.ts';

const TIME_LIMIT = 600_000;
const isInstalled = await hasLibreOffice();
if (!isInstalled) process.stderr.write('SKIPPED: soffice is not installed\n');
const installed = isInstalled ? test : test.skip;

async function differences(statements: readonly Statement[]): Promise<readonly string[]> {
  const files = new Map<string, Uint8Array>();
  for (const [at, each] of statements.entries()) {
    files.set(String(at), await renderStatementWorkbook(each));
  }
  const books = await recalculatedByLibreOffice(files);
  return statements.flatMap((statement, at) => {
    const book = books.get(String(at));
    if (!book) return [`no workbook of ${statement.payee.id}`];
    return paidCells(statement).flatMap(([name, expected]) => {
      const [sheet = '', address = ''] = placeNamed(book, name).split('!');
      const cell = book.getWorksheet(sheet)?.getCell(address);
      const held = Number(cell?.result ?? cell?.value);
      const found = held.toFixed(minorDigits(statement.currency));
      return found === expected ? [] : [`${name}: ${found} instead of ${expected}`];
    });
  });
}

installed(
  'both companies',
  async () => {
    const built = await builtInStatements('2026-Q3');
    const crm = await crmStatements('2017-Q3');
    expect(built.length).toBeGreaterThan(0);
    expect(await differences([...built, ...crm])).toEqual([]);
  },
  TIME_LIMIT,
);

// HyperFormula takes every statement of every case, in a tenth of the time.
installed(
  'the published cases, and one of each mechanism',
  async () => {
    const folders = caseFiles.map((file) => dirname(file));
    const chosen = caseFiles.filter((file, at) => {
      return dirname(file) === 'published' || folders.indexOf(dirname(file)) === at;
    });
    const all = await Promise.all(chosen.map(caseStatements));
    const first = all.flatMap(([statement]) => (statement ? [statement] : []));
    expect(first.length).toBe(chosen.length);
    expect(await differences(first)).toEqual([]);
  },
  TIME_LIMIT,
);
