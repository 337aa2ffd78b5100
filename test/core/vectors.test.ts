// Columns calculated for all deals at once are what their formulas come to deal by deal, and sums
// over them what adding one by one comes to; gaps included.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Exact, exact, exactInteger, exactText, sumOf } from '../../src/core/exact-number.ts';
import { DealColumns } from '../../src/core/worksheet/deal-columns.ts';
import { Figures, Flags } from '../../src/core/worksheet/deal-data.ts';
import { prepareDealFormula, prepareExact } from '../../src/core/worksheet/exact.ts';
import type { Datum, Formula } from '../../src/core/worksheet/operations.ts';
import type { Cell, Worksheet } from '../../src/core/worksheet/worksheet.ts';
import {
  ATTRIBUTES,
  columnsOf,
  type GeneratedDeals,
  generatedDeals,
  generatedWorksheet,
} from './generated-formulas.ts';

const said = (datum: Datum): string => (typeof datum === 'object' ? exactText(datum) : `${datum}`);

/** A formula with the columns that it reads written out, so that it reads attributes alone. */
function writtenOut<Node>(node: Node, { columns }: Worksheet): Node {
  if (Array.isArray(node))
    return node.map((each) => writtenOut(each, { columns } as Worksheet)) as Node;
  if (typeof node !== 'object' || node === null || 'units' in node) return node;
  const formula = node as unknown as Formula;
  if (formula.op === 'column') {
    const column = columns.find(({ id }) => id === formula.id);
    return writtenOut(column?.formula, { columns } as Worksheet) as Node;
  }
  const entries = Object.entries(node).map(([key, held]) => {
    return [key, writtenOut(held, { columns } as Worksheet)];
  });
  return Object.fromEntries(entries);
}

/** Each column deal by deal, straight from the deals. */
function dealByDeal(worksheet: Worksheet, rows: GeneratedDeals): ReadonlyMap<string, Datum[]> {
  return new Map(
    worksheet.columns.map(({ id, formula }) => {
      const run = prepareDealFormula(writtenOut(formula, worksheet));
      return [id, rows.map((row) => run(row))];
    }),
  );
}

describe('columns for all deals at once', () => {
  test('are what their formulas come to deal by deal', () => {
    fc.assert(
      fc.property(generatedWorksheet, generatedDeals, (worksheet, rows) => {
        const { columns } = prepareExact(worksheet)(new Map(), columnsOf(rows));
        const expected = dealByDeal(worksheet, rows);
        const found = [...columns].map(([id, data]) => {
          return [id, data.length, ...rows.map((_, deal) => said(data.at(deal)))];
        });
        expect(found).toEqual(
          [...expected].map(([id, data]) => [id, rows.length, ...data.map(said)]),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('sums, counts and their gaps are those of adding one by one', () => {
    fc.assert(
      fc.property(generatedWorksheet, generatedDeals, (worksheet, rows) => {
        const { cells, gaps } = prepareExact(worksheet)(new Map(), columnsOf(rows));
        const data = dealByDeal(worksheet, rows);
        const found = worksheet.cells.slice(0, 3).map(({ id, formula }) => {
          const column = 'column' in formula ? formula.column : 'counts';
          const expected = overDeals(id, data.get(column) ?? [], data.get('counts') ?? []);
          const missing = gaps.filter(({ cell }) => cell === id).map(({ deal }) => deal);
          return { found: [id, ...missing, said(cells.get(id))], expected: [id, ...expected] };
        });
        expect(found.map((each) => each.found)).toEqual(found.map((each) => each.expected));
      }),
      { numRuns: 500 },
    );
  });

  test('many deals, taken in blocks, are what they are one by one', () => {
    const [many, block] = [10_000, 4096];
    const amounts = Array.from({ length: many }, (_, at) => exactInteger((at * 7919) % 1000));
    // One number too long for a column, in the second block alone.
    amounts[block + 1] = exact('123456789012345678901234567890');
    const deals = DealColumns.of(many, [
      ['amount', amounts],
      ['won', amounts.map((_, at) => at % 3 === 0)],
    ]);
    const [amount, won] = ['amount', 'won'].map((name): Formula => ({ op: 'attribute', name }));
    const twice = { op: 'add', terms: [amount, amount] } as Formula;
    const all = { op: 'constant', datum: true, unit: 'flag' } as const;
    const found = prepareExact({
      columns: [named('twice', twice), named('won', won as Formula), named('all', all)],
      cells: [
        named('sum', { op: 'sum', column: 'twice', where: 'won' }),
        named('count', { op: 'count', where: 'all' }),
      ],
      inputs: [],
      attributes: ['amount', 'won'],
    })(new Map(), deals);
    const expected = sumOf(amounts.filter((_, at) => at % 3 === 0)).times('2');
    expect(said(found.cells.get('sum'))).toBe(exactText(expected));
    expect(said(found.cells.get('count'))).toBe(`${many}`);
    expect(found.columns.get('won')).toBeInstanceOf(Flags);
    expect(said(found.columns.get('twice')?.at(9000))).toBe(
      exactText((amounts[9000] as Exact).times('2')),
    );
  });

  test('neighbours are taken as they lie, others are copied, and both are the same deals', () => {
    fc.assert(
      fc.property(generatedDeals, fc.array(fc.boolean()), (rows, picks) => {
        const deals = columnsOf(rows);
        const places = rows.flatMap((_, place) => (picks[place] === false ? [] : [place]));
        const taken = deals.take(places, ATTRIBUTES, []);
        for (const name of ATTRIBUTES) {
          const expected = places.map((place) => said(rows[place]?.get(name)));
          expect(places.map((_, deal) => said(taken.get(name)?.at(deal)))).toEqual(expected);
        }
      }),
    );
  });

  test('most formulas over ordinary deals need no deal by deal', () => {
    const plain = ['amount', 'share'].map((name): Formula => ({ op: 'attribute', name }));
    const one = { op: 'constant', datum: exactInteger(1), unit: 'number' } as const;
    const formula: Formula = {
      op: 'choose',
      when: { op: 'known', of: plain[1] as Formula },
      yes: { op: 'multiply', factors: plain },
      no: one,
    };
    const cell = named('credited', formula);
    const deals = DealColumns.of(2, [
      ['amount', [exactInteger(5), exactInteger(7)]],
      ['share', [exactInteger(2), undefined]],
    ]);
    const worksheet = { columns: [cell], cells: [], inputs: [], attributes: [] };
    const credited = prepareExact(worksheet)(new Map(), deals).columns.get('credited');
    expect(credited).toBeInstanceOf(Figures);
    expect([0, 1].map((deal) => said(credited?.at(deal)))).toEqual(['10', '1']);
  });
});

function named(id: string, formula: Formula): Cell {
  return { id, label: id, unit: 'number', clause: {} as Cell['clause'], formula };
}

/** Deals that are incomplete, and what a sum or count over the others would say. */
function overDeals(
  id: string,
  data: readonly Datum[],
  flags: readonly Datum[],
): readonly unknown[] {
  const missing = flags.flatMap((flag, deal) =>
    flag === undefined || (flag === true && data[deal] === undefined) ? [deal] : [],
  );
  if (missing.length > 0) return [...missing, 'undefined'];
  const counted = data.filter((_, deal) => flags[deal] === true);
  if (id === 'sum') return [said(sumOf(counted as readonly Exact[]))];
  return [`${id === 'count' ? counted.length : new Set(counted.map(said)).size}`];
}
