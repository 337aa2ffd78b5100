// Generated worksheets over generated deals: formulas of every operation and unit, numbers from
// cents to 30 digits and places, much unknown. In: nothing. Out: fast-check arbitraries.

import fc from 'fast-check';
import { exact } from '../../src/core/exact-number.ts';
import { DealColumns } from '../../src/core/worksheet/deal-columns.ts';
import type {
  Datum,
  Formula,
  Outside,
  Relation,
  TablePoint,
  Unit,
} from '../../src/core/worksheet/operations.ts';
import type { Cell, Worksheet } from '../../src/core/worksheet/worksheet.ts';

const PLACE = { file: 'plan.yaml', line: 1, column: 1 } as Cell['clause'];

/** Numbers as documents have them, and as nobody should: long, many places, about safe integers. */
const numberTexts = {
  cents: fc.integer({ min: -4_000_000, max: 40_000_000 }).map((cents) => `${cents}`),
  small: fc
    .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 0, max: 99 }))
    .map(([units, hundredths]) => `${units}.${String(hundredths).padStart(2, '0')}`),
  whole: fc.integer({ min: 0, max: 9 }).map((count) => `${count}`),
  ratio: fc.constantFrom('0', '0.15', '0.3', '1', '0.75', '-0.5', '0.333333', '0.0001'),
  long: fc.constantFrom(
    '9007199254740991',
    '9007199254740993',
    '-123456789012345678901234567890',
    '999999999999999',
    '94906267.5',
  ),
  fine: fc.constantFrom(
    '0.000000000000000000000000000001',
    '1.234567890123456789012345678901'.slice(0, 30),
    '0.1234567',
    '-0.000000000000001',
  ),
};
type Sort = keyof typeof numberTexts;

const number = (...sorts: readonly Sort[]): fc.Arbitrary<ReturnType<typeof exact>> =>
  fc.oneof(...sorts.map((sort) => numberTexts[sort])).map(exact);

/** What every list of deals has: two numbers, two days, two texts, two flags. */
export const ATTRIBUTES = ['a', 'b', 'from', 'to', 'stage', 'kind', 'fit', 'won'] as const;
export type GeneratedDeals = readonly ReadonlyMap<string, Datum>[];

export const generatedDeals: fc.Arbitrary<GeneratedDeals> = fc
  .record({
    sorts: fc.constantFrom<readonly Sort[]>(
      ['cents'],
      ['whole'],
      ['small', 'ratio'],
      ['small', 'fine'],
      ['cents', 'long'],
      ['ratio', 'fine', 'long'],
    ),
    isFull: fc.boolean(),
    /** What all deals have alike, as most have one owner and one currency. */
    alike: fc.subarray([...ATTRIBUTES]),
  })
  .chain(({ sorts, isFull, alike }) => {
    const known = <Held>(held: fc.Arbitrary<Held>) =>
      isFull ? held : fc.option(held, { nil: undefined, freq: 6 });
    const day = fc.integer({ min: 20_000, max: 20_090 });
    const row = fc.record({
      a: known(number(...sorts)),
      b: known(number(...sorts)),
      from: known(day),
      to: known(day),
      stage: known(fc.constantFrom('won', 'lost', '')),
      kind: known(fc.constantFrom('won', 'new')),
      fit: known(fc.boolean()),
      won: known(fc.boolean()),
    });
    return fc.array(row, { maxLength: 7 }).map((rows) => {
      const [first] = rows;
      const common = Object.fromEntries(alike.map((name) => [name, first?.[name]]));
      return rows.map((each) => new Map(Object.entries({ ...each, ...common })));
    });
  });

/** What a formula may read besides constants, by what it yields. */
export interface Readable {
  readonly number: readonly Formula[];
  readonly day: readonly Formula[];
  readonly text: readonly Formula[];
  readonly flag: readonly Formula[];
}

const attributes = (...names: readonly string[]): readonly Formula[] =>
  names.map((name) => ({ op: 'attribute', name }));
const OF_DEAL: Readable = {
  number: attributes('a', 'b'),
  day: attributes('from', 'to'),
  text: attributes('stage', 'kind'),
  flag: attributes('fit', 'won'),
};

type Formulas = { readonly [Unit in keyof Readable]: Formula };

const ANY: readonly Sort[] = ['cents', 'small', 'whole', 'ratio', 'ratio', 'fine', 'long'];
/** What a plan calculates with; doubles cannot tell 30 digits apart. */
const PLAIN: readonly Sort[] = ['cents', 'small', 'ratio'];

const constantsOf = (
  sorts: readonly Sort[],
): { readonly [Unit in keyof Readable]: fc.Arbitrary<Formula> } => ({
  number: number(...sorts).map((datum) => ({ op: 'constant', datum, unit: 'number' })),
  day: fc
    .integer({ min: 20_000, max: 20_090 })
    .map((datum) => ({ op: 'constant', datum, unit: 'date' })),
  text: fc.constantFrom('won', 'never').map((datum) => ({ op: 'constant', datum, unit: 'text' })),
  flag: fc.boolean().map((datum) => ({ op: 'constant', datum, unit: 'flag' })),
});

const points: fc.Arbitrary<readonly TablePoint[]> = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 5000 }), number('ratio', 'small')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((rows) =>
    rows
      .toSorted(([left], [right]) => left - right)
      .filter(([at], index, all) => at !== all[index - 1]?.[0])
      .map(([at, pays]) => ({ at: exact(`${at}`), pays })),
  );
const outside = fc.constantFrom<Outside>('nothing', 'hold', 'extend');
const owns = fc.constantFrom('lower', 'upper');
const relation = fc.constantFrom<Relation>('=', '!=', '<', '<=', '>', '>=');

/** Formulas of each unit over what can be read, four operations deep. */
export function formulasOver(readable: Readable, sorts = ANY) {
  const constants = constantsOf(sorts);
  const leaf = (unit: keyof Readable): fc.Arbitrary<Formula> =>
    readable[unit].length === 0
      ? constants[unit]
      : fc.oneof(
          { arbitrary: fc.constantFrom(...readable[unit]), weight: 3 },
          { arbitrary: constants[unit], weight: 2 },
        );
  return fc.letrec<Formulas>((tie) => {
    const list = (unit: keyof Readable) => fc.array(tie(unit), { minLength: 1, maxLength: 3 });
    const made = <Op extends Formula['op']>(op: Op, fields: object): fc.Arbitrary<Formula> =>
      fc.record({
        op: fc.constant(op),
        ...fields,
      }) as fc.Arbitrary<unknown> as fc.Arbitrary<Formula>;
    const table = { on: tie('number'), onUnit: fc.constant('number'), points };
    const choice = (unit: keyof Readable) =>
      made('choose', { when: tie('flag'), yes: tie(unit), no: tie(unit) });
    const comparison = (unit: keyof Readable, relations: fc.Arbitrary<Relation>) =>
      made('compare', { left: tie(unit), relation: relations, right: tie(unit) });
    const options = { depthSize: 'small', maxDepth: 4, withCrossShrink: true } as const;
    const equality = fc.constantFrom<Relation>('=', '!=');
    return {
      number: fc.oneof(
        options,
        leaf('number'),
        made('add', { terms: list('number') }),
        made('multiply', { factors: list('number') }),
        made('subtract', { left: tie('number'), right: tie('number') }),
        made('divide', { left: tie('number'), right: tie('number') }),
        made('divide', { left: tie('number'), right: tie('number'), whenZero: tie('number') }),
        made('minimum', { of: list('number') }),
        made('maximum', { of: list('number') }),
        made('round', {
          of: tie('number'),
          places: fc.nat(3),
          mode: fc.constantFrom('half-up', 'half-even'),
        }),
        choice('number'),
        made('daysBetween', { from: tie('day'), to: tie('day') }),
        made('interpolate', { ...table, below: outside, above: outside, owns }),
        made('lookup', { ...table, below: outside, owns }),
        made('marginalTiers', table),
        made('retroactiveTiers', { ...table, owns }),
      ),
      day: fc.oneof(options, leaf('day'), choice('day')),
      text: fc.oneof(options, leaf('text'), choice('text')),
      flag: fc.oneof(
        options,
        leaf('flag'),
        comparison('number', relation),
        comparison('day', relation),
        comparison('text', equality),
        comparison('flag', equality),
        made('all', { of: list('flag') }),
        made('any', { of: list('flag') }),
        made('not', { of: tie('flag') }),
        made('known', { of: fc.oneof(tie('number'), tie('day'), tie('text'), tie('flag')) }),
        choice('flag'),
      ),
    };
  });
}

const named = (id: string, unit: Unit, formula: Formula): Cell => {
  return { id, label: id, unit, clause: PLACE, formula };
};
const column = (id: string): Formula => ({ op: 'column', id });

/** Columns of each unit, the later ones reading the earlier, and cells that count them. */
export const generatedWorksheet: fc.Arbitrary<Worksheet> = (() => {
  const first = formulasOver(OF_DEAL);
  const later = formulasOver({
    number: [...OF_DEAL.number, column('number'), column('days')],
    day: [...OF_DEAL.day, column('day')],
    text: [...OF_DEAL.text, column('text')],
    flag: [...OF_DEAL.flag, column('flag')],
  });
  const cells = formulasOver({
    number: ['sum', 'count', 'distinct'].map((id) => ({ op: 'cell', id }) as const),
    day: [],
    text: [],
    flag: [],
  });
  return fc
    .record({
      number: first.number,
      day: first.day,
      text: first.text,
      flag: first.flag,
      figure: later.number,
      counts: later.flag,
      counted: fc.constantFrom('number', 'day', 'text', 'flag', 'figure'),
      cell: cells.number,
      met: cells.flag,
    })
    .map(({ counted, cell, met, ...made }): Worksheet => {
      const days: Formula = { op: 'daysBetween', from: made.day, to: column('day') };
      return {
        columns: [
          named('number', 'number', made.number),
          named('day', 'date', made.day),
          named('text', 'text', made.text),
          named('flag', 'flag', made.flag),
          named('days', 'days', days),
          named('figure', 'number', made.figure),
          named('counts', 'flag', made.counts),
        ],
        cells: [
          named('sum', 'number', { op: 'sum', column: 'figure', where: 'counts' }),
          named('count', 'count', { op: 'count', where: 'counts' }),
          named('distinct', 'count', { op: 'distinct', column: counted, where: 'counts' }),
          named('cell', 'number', cell),
          named('met', 'flag', met),
        ],
        inputs: [],
        attributes: ATTRIBUTES,
      };
    });
})();

/** The part of a generated worksheet that is not more than its sums and counts. */
export const sumsOverDeals = generatedWorksheet.map((worksheet): Worksheet => {
  const cells = worksheet.cells.filter(({ formula }) => 'where' in formula);
  return { ...worksheet, cells };
});

export function columnsOf(rows: GeneratedDeals): DealColumns {
  const data = ATTRIBUTES.map((name) => [name, rows.map((row) => row.get(name))] as const);
  return DealColumns.of(rows.length, data);
}

/** Cells over inputs and over each other, and the inputs; some are not known. */
export const generatedCells = (() => {
  const input = (name: string): Formula => ({ op: 'input', name });
  const cell = (id: string): Formula => ({ op: 'cell', id });
  const given = {
    number: [input('x'), input('y'), input('z')],
    day: [input('from')],
    text: [input('stage')],
    flag: [input('fit')],
  };
  const first = formulasOver(given, PLAIN);
  const later = formulasOver(
    { ...given, number: [...given.number, cell('first')], flag: [...given.flag, cell('met')] },
    PLAIN,
  );
  const datum = fc.record({
    x: fc.option(number('cents'), { nil: undefined, freq: 9 }),
    y: number('ratio', 'small'),
    z: number(...PLAIN),
    from: fc.integer({ min: 20_000, max: 20_090 }),
    stage: fc.constantFrom('won', 'lost'),
    fit: fc.option(fc.boolean(), { nil: undefined, freq: 9 }),
  });
  const formulas = fc.record({
    first: first.number,
    met: first.flag,
    second: later.number,
    gate: later.flag,
  });
  return fc.record({ formulas, datum }).map((made) => {
    const cells = Object.entries(made.formulas).map(([id, formula]) => {
      return named(id, id === 'met' || id === 'gate' ? 'flag' : 'number', formula);
    });
    const inputs = ['x', 'y', 'z', 'from', 'stage', 'fit'].map((name) => {
      return { name, source: { from: 'targetIncentive' } as const, clause: PLACE };
    });
    const worksheet: Worksheet = { cells, columns: [], inputs, attributes: [] };
    return { worksheet, inputs: new Map<string, Datum>(Object.entries(made.datum)) };
  });
})();
