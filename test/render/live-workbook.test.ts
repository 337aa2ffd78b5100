// The workbook as a calculation: recalculated from scratch it comes to the same cents as the exact
// view in every cell, for the built-in company and every worked case; and when a deal or a score
// is changed in it, to what the engine pays for the changed data.

import { describe, expect, test } from '@jest/globals';
import {
  buildStatement,
  type Calculation,
  exactText,
  minorDigits,
  type Outcome,
  type Statement,
} from '../../src/core/index.ts';
import { renderStatementWorkbook } from '../../src/render/excel.ts';
import { caseFiles } from '../case-files.ts';
import { BOOKINGS, deals, kpi, plan } from '../core/small-plan.ts';
import { calculateTexts, must, type Texts } from '../in-memory-company.ts';
import {
  builtInStatements,
  caseStatements,
  crmStatements,
  paidCells,
} from './company-statements.ts';
import {
  type Changes,
  openWorkbook,
  placeNamed,
  recalculate,
  writtenFormulas,
} from './recalculate.ts';

/** Cells whose recalculated figure is not the calculated one, and payments of other cents. */
async function differences(statement: Statement): Promise<readonly string[]> {
  const book = await openWorkbook(await renderStatementWorkbook(statement));
  const { at, named } = recalculate(book);
  const cents = paidCells(statement).flatMap(([name, expected]) => {
    const found = Number(named(name)).toFixed(minorDigits(statement.currency));
    return found === expected ? [] : [`${name}: ${found} instead of ${expected}`];
  });
  const others = writtenFormulas(book).flatMap(({ place, formula, result }) => {
    if (result === undefined || result instanceof Date) return [];
    const found = at(place);
    const holds =
      typeof result === 'number' && typeof found === 'number'
        ? Math.abs(found - result) <= 1e-9 * Math.max(1, Math.abs(result))
        : found === result;
    return holds ? [] : [`${place} =${formula}: ${String(found)} instead of ${String(result)}`];
  });
  return [...cents, ...others];
}

describe('recalculated from scratch, every cell holds what was calculated', () => {
  test.each(['2026-Q3'])('RevIntel, %s', async (period) => {
    for (const statement of await builtInStatements(period)) {
      expect(await differences(statement)).toEqual([]);
    }
  });

  test('the CRM export, 2017-Q3', async () => {
    for (const statement of await crmStatements('2017-Q3')) {
      expect(await differences(statement)).toEqual([]);
    }
  });

  test.each(caseFiles)('%s', async (file) => {
    const statements = await caseStatements(file);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) expect(await differences(statement)).toEqual([]);
  });
});

describe('changing the workbook pays what the engine pays for changed data', () => {
  const texts = (changed: readonly string[], score = '80%'): Texts => ({
    plan: plan({
      measures: `${BOOKINGS}
  fit-share: { calculate: share, of: fit, deals: own, where: stage = 'won', whenNone: 0% }
  customers: { calculate: distinct, of: stage, deals: own }`,
      components: `${kpi('', 'period').replace('100%,', '60%,')}
  - { id: goals, kind: mbo, title: Goals, scorer: Ann, missingScore: stop, weight: 40%, window: period, scale: { upTo: 120% }, goals: [{ id: playbook, title: Playbook, weight: 100%, evidence: Document }], curve: { shape: linear, points: [{ at: 80%, pays: 50% }, { at: 100%, pays: 100% }], below: nothing, above: extend } }`,
      gates: `
  - { id: fit, title: Fit, measure: fit-share, window: period, require: { atLeast: 60% }, actsOn: [bookings], whenNotMet: { scale: 50% } }`,
    }),
    deals: deals(...changed),
    scores: `payee,period,component,goal,score\nann,2026-Q1,goals,playbook,${score}\n`,
  });
  const ROWS = [
    'd1,ann,2026-01-10,60000.01,won,yes,0%',
    'd2,ann,2026-02-10,30000,won,yes,5%',
    'd3,ann,2026-03-10,25000.5,won,no,20%',
  ] as const;

  const totalOf = (outcome: Outcome<Calculation>): number => {
    const [payee] = must(outcome).payees;
    const total = payee?.values.cells.get(payee.compiled.total);
    if (typeof total !== 'object') throw new Error('no total');
    return Number(exactText(total));
  };

  /** The payment after changes, which are given by a deal's row and the heading of its column. */
  async function paidAfter(changes: (place: Places) => Changes): Promise<number> {
    const calculated = must(calculateTexts(texts(ROWS), '2026-Q1'));
    const [payee] = calculated.payees;
    if (!payee) throw new Error('no payee');
    const statement = buildStatement(payee, calculated.company);
    const book = await openWorkbook(await renderStatementWorkbook(statement));
    const sheet = book.getWorksheet('Deals');
    if (!sheet) throw new Error('no sheet of deals');
    const header = [...Array(sheet.rowCount).keys()].find(
      (row) => sheet.getCell(row, 1).value === 'Deal',
    );
    if (header === undefined) throw new Error('no header');
    const headings = sheet.getRow(header).values as readonly string[];
    const deal = (index: number, attribute: string): string =>
      `Deals!${
        sheet.getCell(
          header + 1 + index,
          headings.findIndex((each) => each?.toLowerCase() === attribute),
        ).address
      }`;
    const named = (name: string): string => placeNamed(book, name);
    return Number(recalculate(book, changes({ deal, named })).named('plan_total'));
  }
  interface Places {
    readonly deal: (index: number, attribute: string) => string;
    readonly named: (name: string) => string;
  }

  test('a larger deal', async () => {
    const changed = [ROWS[0], 'd2,ann,2026-02-10,47123.45,won,yes,5%', ROWS[2]];
    const paid = await paidAfter(({ deal }) => ({ [deal(1, 'amount')]: 47123.45 }));
    expect(paid).toBe(totalOf(calculateTexts(texts(changed), '2026-Q1')));
    expect(paid).not.toBe(totalOf(calculateTexts(texts(ROWS), '2026-Q1')));
  });

  test('a deal that no longer fits closes the gate', async () => {
    const changed = [ROWS[0], 'd2,ann,2026-02-10,30000,won,no,5%', ROWS[2]];
    const paid = await paidAfter(({ deal }) => ({ [deal(1, 'fit')]: false }));
    expect(paid).toBe(totalOf(calculateTexts(texts(changed), '2026-Q1')));
  });

  test('a deal lost, and another spelling of its stage', async () => {
    const changed = [ROWS[0], 'd2,ann,2026-02-10,30000,Won,yes,5%', ROWS[2]];
    const paid = await paidAfter(({ deal }) => ({ [deal(1, 'stage')]: 'Won' }));
    expect(paid).toBe(totalOf(calculateTexts(texts(changed), '2026-Q1')));
  });

  test('a score', async () => {
    const paid = await paidAfter(({ named }) => ({ [named('goals_part_playbook_given')]: 1.1 }));
    expect(paid).toBe(totalOf(calculateTexts(texts(ROWS, '110%'), '2026-Q1')));
  });

  test('a deal to try out, in one of the empty rows', async () => {
    const changed = [...ROWS, 'd4,ann,2026-03-31,20000,won,yes,0%'];
    const paid = await paidAfter(({ deal }) => ({
      [deal(3, 'amount')]: 20000,
      [deal(3, 'closed')]: 46112,
      [deal(3, 'stage')]: 'won',
      [deal(3, 'fit')]: true,
      [deal(3, 'share of the deal: own, by closed')]: 1,
    }));
    expect(paid).toBe(totalOf(calculateTexts(texts(changed), '2026-Q1')));
  });
});
