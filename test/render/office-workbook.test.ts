// The workbook in LibreOffice: recalculated on opening, without the results that were written, every
// cell that pays holds the same cents, for both companies and the first statement of every worked
// case. Skips, and says so, where LibreOffice is not installed.

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
/** More files than about 200 in one go are not all written. */
const AT_ONCE = 100;
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

// The first statement of each: HyperFormula takes them all, in a tenth of the time.
installed(
  'every worked case',
  async () => {
    const all = await Promise.all(caseFiles.map(caseStatements));
    const first = all.flatMap(([statement]) => (statement ? [statement] : []));
    expect(first.length).toBe(caseFiles.length);
    for (let at = 0; at < first.length; at += AT_ONCE) {
      expect(await differences(first.slice(at, at + AT_ONCE))).toEqual([]);
    }
  },
  TIME_LIMIT,
);
