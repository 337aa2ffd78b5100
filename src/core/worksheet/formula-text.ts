// The spreadsheet view: writes a cell's or a column's formula as text that Excel 2016, LibreOffice
// and Google Sheets all calculate (no macros, no dynamic arrays), over names instead of addresses.
// A table becomes a look-up in named ranges, with a helper row where the formula would repeat it.
// In: a formula and the names of what it reads. Out: formula texts without the leading `=`.
// Spreadsheets count in doubles: what is compared or rounded is first freed of their noise, so that
// a boundary and a half cent fall where the exact view has them. Source: ENGINE.md section 1.

import { civilDate } from '../calendar.ts';
import { exactText } from '../exact-number.ts';
import type { Datum, Formula, FormulaOf, OperationTable, Relation, Unit } from './operations.ts';

/** An operation that reads a table. */
export type TableFormula = FormulaOf<
  'interpolate' | 'lookup' | 'marginalTiers' | 'retroactiveTiers'
>;

/** Ranges that hold a table's columns. */
export interface TableRanges {
  readonly starts: string;
  readonly pays: string;
  /** Of a line, its slope from each point on; of marginal tiers, what those before a row earn. */
  readonly carried: string;
}

/** How a workbook calls what a formula reads. */
export interface SpreadsheetNames {
  readonly cell: (id: string) => string;
  /** The cell of this deal's row. */
  readonly column: (id: string) => string;
  readonly attribute: (name: string) => string;
  /** All of a column's cells. */
  readonly columnRange: (id: string) => string;
  readonly table: (formula: TableFormula) => TableRanges;
  /** A range with 1 where a deal is the first counted one with its figure, and 0 elsewhere. */
  readonly firsts: (formula: FormulaOf<'distinct'>) => string;
  readonly unitOf: (formula: Formula) => Unit | undefined;
  /** Puts a part of the formula on a row of its own and returns its name. */
  readonly helper?: (step: HelperStep, formula: string) => string;
}

/**
 * A part of a formula on a row of its own: the row of a table that is reached, what a table inside
 * the formula comes to, or an amount in minor units. It tells what it stands for, and to how many
 * places its number is cleaned, so that its figure can be written beside its formula.
 */
export type HelperStep =
  | { readonly step: 'row'; readonly table: TableFormula; readonly cleanPlaces?: number }
  | { readonly step: 'figure'; readonly of: Formula }
  | { readonly step: 'minorUnits'; readonly of: Formula; readonly places: number };

/** Formula text of a cell or column; without its equals sign. */
export function formulaText(formula: Formula, names: SpreadsheetNames): string {
  return new FormulaText(formula, names).write(formula);
}

/** Decimal places at which a double is still free of noise, by the size that its unit has. */
const CLEAN_PLACES: Readonly<Partial<Record<Unit, number>>> = { ratio: 12, money: 5 };
const CLEAN_PLACES_OTHERWISE = 8;
/** A double carries 15 digits; the last of them is where noise begins. */
const CLEAN_DIGITS = 14;

/** What is not measured in fractions has no noise. */
const WHOLE: readonly Unit[] = ['flag', 'date', 'text', 'count', 'days'];

const TABLES: readonly Formula['op'][] = [
  'interpolate',
  'lookup',
  'marginalTiers',
  'retroactiveTiers',
];

const LOOSE: readonly Formula['op'][] = [
  'add',
  'subtract',
  'compare',
  'interpolate',
  'marginalTiers',
];
const TYPED: readonly Formula['op'][] = ['attribute', 'constant', 'input'];

class FormulaText {
  readonly #names: SpreadsheetNames;
  readonly #root: Formula;

  constructor(root: Formula, names: SpreadsheetNames) {
    this.#root = root;
    this.#names = names;
  }

  /** A table inside a formula stands on a row of its own, so that the formula stays readable. */
  write(formula: Formula): string {
    const isInside = formula !== this.#root && TABLES.includes(formula.op);
    const text = this.#entry(formula);
    return isInside ? this.#aside({ step: 'figure', of: formula }, text) : text;
  }

  #entry(formula: Formula): string {
    // One entry per operation; TypeScript cannot see that node and entry correspond.
    const entry = this.#table[formula.op] as (node: Formula) => string;
    return entry(formula);
  }

  #aside(step: HelperStep, text: string): string {
    return this.#names.helper?.(step, text) ?? text;
  }

  /** An operand in parentheses where the text around it binds closer. */
  #inner(formula: Formula): string {
    const text = this.write(formula);
    return LOOSE.includes(formula.op) ? `(${text})` : text;
  }

  #factor(formula: Formula): string {
    const text = this.#inner(formula);
    return formula.op === 'divide' && !formula.whenZero ? `(${text})` : text;
  }

  #list(name: string, formulas: readonly Formula[]): string {
    return `${name}(${formulas.map((each) => this.write(each)).join(',')})`;
  }

  /** A number as the exact view sees it: what was calculated is rounded where its noise begins. */
  #clean(formula: Formula): string {
    const text = this.write(formula);
    const places = this.#placesOf(formula);
    return places === undefined ? text : `ROUND(${text},${places})`;
  }

  /** What was typed has no noise. */
  #placesOf(formula: Formula): number | undefined {
    if (TYPED.includes(formula.op)) return undefined;
    const unit = this.#names.unitOf(formula);
    return (unit && CLEAN_PLACES[unit]) ?? CLEAN_PLACES_OTHERWISE;
  }

  /** The row of a table that a number lies in, from 1; the first row reaches down. */
  #rowOf(table: TableFormula, { starts }: TableRanges): string {
    const passed = table.owns === 'upper' ? '<' : '<=';
    const reached = `MAX(1,COUNTIF(${starts},"${passed}"&${this.#clean(table.on)}))`;
    const cleanPlaces = this.#placesOf(table.on);
    const step = { step: 'row', table, ...(cleanPlaces !== undefined && { cleanPlaces }) } as const;
    return this.#aside(step, reached);
  }

  #below(on: Formula, { starts }: TableRanges, below: string, otherwise: string): string {
    return `IF(${this.#clean(on)}<INDEX(${starts},1),${below},${otherwise})`;
  }

  readonly #table: OperationTable<string> = {
    constant: ({ datum, unit }) => constantText(datum, unit),
    input: ({ name }) => this.#names.cell(name),
    cell: ({ id }) => this.#names.cell(id),
    column: ({ id }) => this.#names.column(id),
    attribute: ({ name }) => this.#names.attribute(name),
    add: ({ terms }) => terms.map((each) => this.write(each)).join('+'),
    subtract: ({ left, right }) => `${this.write(left)}-${this.#inner(right)}`,
    multiply: ({ factors }) => factors.map((each) => this.#factor(each)).join('*'),
    divide: ({ left, right, whenZero }) => {
      const quotient = `${this.#factor(left)}/${this.#factor(right)}`;
      if (!whenZero) return quotient;
      return `IF(${this.#clean(right)}=0,${this.write(whenZero)},${quotient})`;
    },
    minimum: ({ of }) => this.#list('MIN', of),
    maximum: ({ of }) => this.#list('MAX', of),
    round: (node) => this.#rounded(node),
    compare: (node) => this.#compared(node),
    all: ({ of }) => this.#list('AND', of),
    any: ({ of }) => this.#list('OR', of),
    not: ({ of }) => `NOT(${this.write(of)})`,
    choose: ({ when, yes, no }) => `IF(${this.write(when)},${this.write(yes)},${this.write(no)})`,
    known: ({ of }) => `NOT(ISBLANK(${this.write(of)}))`,
    daysBetween: ({ from, to }) => `(${this.write(to)}-${this.#inner(from)})`,
    sum: ({ column, where }) =>
      `SUMIF(${this.#names.columnRange(where)},TRUE(),${this.#names.columnRange(column)})`,
    count: ({ where }) => `COUNTIF(${this.#names.columnRange(where)},TRUE())`,
    distinct: (node) => `SUM(${this.#names.firsts(node)})`,
    interpolate: (node) => this.#interpolated(node),
    lookup: (node) => {
      const { on, below } = node;
      const ranges = this.#names.table(node);
      const reached = `INDEX(${ranges.pays},${this.#rowOf(node, ranges)})`;
      return below === 'nothing' ? this.#below(on, ranges, '0', reached) : reached;
    },
    marginalTiers: (node) => this.#along(node),
    retroactiveTiers: (node) => {
      const ranges = this.#names.table(node);
      const row = this.#rowOf(node, ranges);
      return `${this.#factor(node.on)}*INDEX(${ranges.pays},${row})`;
    },
  };

  /** On a line from the point reached, by its slope; outside the points, the stated rule. */
  #interpolated(node: FormulaOf<'interpolate'>): string {
    const ranges = this.#names.table(node);
    const line = this.#along(node);
    if (node.below === 'extend') return line;
    const below = node.below === 'hold' ? `INDEX(${ranges.pays},1)` : '0';
    return this.#below(node.on, ranges, below, line);
  }

  /** Up to the row reached, and from its start on: by a line's slope, or by a tier's rate. */
  #along(node: FormulaOf<'interpolate' | 'marginalTiers'>): string {
    const { starts, pays, carried } = this.#names.table(node);
    const row = this.#rowOf(node, { starts, pays, carried });
    const [base, rate] = node.op === 'interpolate' ? [pays, carried] : [carried, pays];
    const past = `${this.#factor(node.on)}-INDEX(${starts},${row})`;
    return `INDEX(${base},${row})+(${past})*INDEX(${rate},${row})`;
  }

  /** In minor units halves are exact in doubles, so the program's own rounding decides rightly. */
  #rounded({ of, places, mode }: FormulaOf<'round'>): string {
    const scale = places === 0 ? '' : `*${10 ** places}`;
    const scaled = `${this.#factor(of)}${scale}`;
    const digits = `${CLEAN_DIGITS - 1}-INT(LOG10(1+ABS(${scaled})))`;
    const clean = `ROUND(${scaled},${digits})`;
    const minor = this.#aside({ step: 'minorUnits', of, places }, clean);
    const whole =
      mode === 'half-up'
        ? `ROUND(${minor},0)`
        : `IF(ABS(${minor}-TRUNC(${minor}))=0.5,2*ROUND(${minor}/2,0),ROUND(${minor},0))`;
    return places === 0 ? whole : `${whole}/${10 ** places}`;
  }

  #compared({ left, relation, right }: FormulaOf<'compare'>): string {
    const isText = [left, right].some((each) => this.#names.unitOf(each) === 'text');
    if (isText) return textComparison(this.write(left), relation, this.write(right));
    const sign = relation === '!=' ? '<>' : relation;
    return `${this.#comparable(left)}${sign}${this.#comparable(right)}`;
  }

  #comparable(formula: Formula): string {
    const unit = this.#names.unitOf(formula);
    return unit && WHOLE.includes(unit) ? this.#inner(formula) : this.#clean(formula);
  }
}

/** Spreadsheets take upper and lower case for the same; plans do not. */
function textComparison(left: string, relation: Relation, right: string): string {
  if (relation === '=') return `EXACT(${left},${right})`;
  if (relation === '!=') return `NOT(EXACT(${left},${right}))`;
  return `${left}${relation}${right}`;
}

function constantText(datum: Exclude<Datum, undefined>, unit: Unit): string {
  if (typeof datum === 'string') return `"${datum.replaceAll('"', '""')}"`;
  if (typeof datum === 'boolean') return datum ? 'TRUE()' : 'FALSE()';
  if (typeof datum === 'number') {
    const { year, month, day } = civilDate(datum);
    return `DATE(${year},${month},${day})`;
  }
  return unit === 'ratio' && !datum.eq('0')
    ? `${exactText(datum.times('100'))}%`
    : exactText(datum);
}
