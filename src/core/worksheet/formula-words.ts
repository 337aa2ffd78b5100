// Writes a formula as words: names or figures joined by what is done to them. One entry per
// operation, so that a new operation cannot be forgotten in an explanation.
// In: a formula, how to write what it reads, how to write a figure. Out: one line of text.

import type { WriteFigure } from './explain.ts';
import type {
  BoundaryOwner,
  Formula,
  OperationTable,
  Outside,
  TablePoint,
  Unit,
} from './operations.ts';
import type { Worksheet } from './worksheet.ts';

const OUTSIDE: Readonly<Record<Outside, string>> = {
  nothing: 'nothing',
  hold: 'no further change',
  extend: 'on in the same line',
};

/** Said only where it is not the usual reading. */
const OWNED: Readonly<Record<BoundaryOwner, string>> = {
  lower: '',
  upper: ', a figure on a bound belonging below it',
};

/** What would read otherwise without parentheses: `(a or b) and c`. */
const COMPOUND: ReadonlySet<Formula['op']> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'choose',
  'compare',
  'all',
  'any',
  'minimum',
  'maximum',
]);

export function formulaWords(
  formula: Formula,
  readCell: (id: string) => string,
  worksheet: Worksheet,
  write: WriteFigure,
): string {
  return new Words(readCell, worksheet, write).say(formula);
}

class Words {
  readonly #readCell: (id: string) => string;
  readonly #worksheet: Worksheet;
  readonly #write: WriteFigure;

  constructor(readCell: (id: string) => string, worksheet: Worksheet, write: WriteFigure) {
    this.#readCell = readCell;
    this.#worksheet = worksheet;
    this.#write = write;
  }

  say(formula: Formula): string {
    // One entry per operation; TypeScript cannot see that node and entry correspond.
    const entry = this.#table[formula.op] as (node: Formula) => string;
    return entry(formula);
  }

  /** An operand in parentheses where it is a calculation of its own. */
  #inner(formula: Formula): string {
    const said = this.say(formula);
    return COMPOUND.has(formula.op) ? `(${said})` : said;
  }

  #joined(formulas: readonly Formula[], word: string): string {
    return formulas.map((each) => this.#inner(each)).join(word);
  }

  #column(id: string): string {
    return this.#worksheet.columns.find((column) => column.id === id)?.label ?? id;
  }

  /** Rows of a table: what it runs on and what it pays, each in its unit. */
  #rows(points: readonly TablePoint[], onUnit: Unit, paysUnit: Unit = 'ratio'): string {
    return points
      .map(({ at, pays }) => `${this.#write(at, onUnit)}: ${this.#write(pays, paysUnit)}`)
      .join(', ');
  }

  readonly #table: OperationTable<string> = {
    constant: ({ datum, unit }) => this.#write(datum, unit),
    input: ({ name }) => name,
    cell: ({ id }) => this.#readCell(id),
    column: ({ id }) => this.#column(id),
    attribute: ({ name }) => name,
    add: ({ terms }) => this.#joined(terms, ' + '),
    subtract: ({ left, right }) => `${this.#inner(left)} − ${this.#inner(right)}`,
    multiply: ({ factors }) => this.#joined(factors, ' × '),
    divide: ({ left, right, whenZero }) => {
      const rule = whenZero ? ` (${this.say(whenZero)} when there are none)` : '';
      return `${this.#inner(left)} ÷ ${this.#inner(right)}${rule}`;
    },
    minimum: ({ of }) => `the smaller of ${this.#joined(of, ' and ')}`,
    maximum: ({ of }) => `the larger of ${this.#joined(of, ' and ')}`,
    round: ({ of, places, mode }) => `${this.#inner(of)}, rounded ${mode} to ${places} places`,
    compare: ({ left, relation, right }) =>
      `${this.#inner(left)} ${relation} ${this.#inner(right)}`,
    all: ({ of }) => this.#joined(of, ' and '),
    any: ({ of }) => this.#joined(of, ' or '),
    not: ({ of }) => `not ${this.#inner(of)}`,
    choose: ({ when, yes, no }) =>
      `if ${this.say(when)} then ${this.say(yes)} else ${this.say(no)}`,
    known: ({ of }) => `${this.#inner(of)} is known`,
    daysBetween: ({ from, to }) => `days from ${this.say(from)} to ${this.say(to)}`,
    sum: ({ column, where }) => `sum of "${this.#column(column)}" where "${this.#column(where)}"`,
    count: ({ where }) => `number of deals where "${this.#column(where)}"`,
    distinct: ({ column, where }) =>
      `number of different "${this.#column(column)}" where "${this.#column(where)}"`,
    interpolate: ({ on, onUnit, points, pays, below, above, owns }) =>
      `${this.#inner(on)} on the line through ${this.#rows(points, onUnit, pays)}` +
      OWNED[owns ?? 'lower'] +
      ` (below: ${OUTSIDE[below]}; above: ${OUTSIDE[above]})`,
    lookup: ({ on, onUnit, points, below, owns }) =>
      `${this.#inner(on)} in the steps ${this.#rows(points, onUnit)}${OWNED[owns ?? 'lower']}` +
      ` (below: ${OUTSIDE[below]})`,
    marginalTiers: ({ on, onUnit, points }) =>
      `each slice of ${this.#inner(on)} at its tier's rate: ${this.#rows(points, onUnit)}`,
    retroactiveTiers: ({ on, onUnit, points, owns }) =>
      `all of ${this.#inner(on)} at the rate reached: ${this.#rows(points, onUnit)}` +
      OWNED[owns ?? 'lower'],
  };
}
