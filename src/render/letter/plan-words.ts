// Says the fields of a plan's document: each text as a reader's figure, date or phrase, maps as
// rows of label and text, lists of entries as tables. Whatever a plan holds is said, also what no
// other view knows about. In: nodes of the document. Out: text and tables.

import {
  type DocumentMap,
  type DocumentNode,
  exact,
  isDecimalText,
  type Letter,
  type Quantity,
  readIsoDate,
} from '../../core/index.ts';
import type { Desk } from '../desk.ts';
import { figureColumn, type TableView, tableView, textColumn } from '../table-view.ts';
import { type FieldWords, wordsOf } from './field-words.ts';

type Unit = Quantity['unit'];

export interface TermRow {
  readonly label: string;
  readonly text: string;
}

export interface Said {
  readonly rows: readonly TermRow[];
  readonly tables: readonly TableView[];
}

const PERCENT = /^-?\d+(\.\d+)?\s?%$/;
const EXACTLY = { digits: 'exact' } as const;

export class PlanWords {
  /** The plan’s document. */
  readonly root: DocumentNode;
  readonly #desk: Desk;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #measures: ReadonlyMap<string, string>;
  readonly #units: ReadonlyMap<string, Unit>;

  constructor({ plan }: Pick<Letter, 'plan'>, desk: Desk) {
    this.root = plan.root;
    this.#desk = desk;
    const measures = [...plan.measures.values()];
    this.#titles = new Map([
      ...measures.map(({ id, label }) => [id, label] as const),
      ...[...plan.gates, ...plan.modifiers, ...plan.components].map(
        ({ id, title }) => [id, title] as const,
      ),
    ]);
    this.#units = new Map(measures.map(({ id, unit }) => [id, unit]));
    this.#measures = new Map(measures.map(({ id, label }) => [id, label]));
  }

  /** All fields of a map but those that are said elsewhere. */
  say(field: string, node: DocumentMap, unit: Unit, without: readonly string[] = []): Said {
    const rows: TermRow[] = [];
    const tables: TableView[] = [];
    for (const [key, each] of Object.entries(node)) {
      if (without.includes(key)) continue;
      const inner = fieldIn(field, key);
      if (isEntries(each)) tables.push(this.table(inner, each, unit));
      else if (isMap(each)) {
        const said = this.say(inner, each, unit);
        rows.push(...said.rows);
        tables.push(...said.tables);
      } else rows.push({ label: wordsOf(inner).label, text: this.text(inner, each, unit, node) });
    }
    return { rows, tables };
  }

  /** A list of entries: a row each, a column for each field that any of them has. */
  table(field: string, entries: readonly DocumentMap[], unit: Unit): TableView {
    const rows = entries.map((entry) => this.#cells(field, entry, this.unitOf(entry, unit)));
    const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
    const isFigure = (label: string): boolean =>
      rows.every((row) => /^[\d.,\s]*%?$/.test(row.get(label) ?? ''));
    return tableView({
      caption: wordsOf(field).label,
      columns: columns.map((label, index) =>
        (index > 0 && isFigure(label) ? figureColumn : textColumn)(label),
      ),
      rows: rows.map((row) => columns.map((label) => row.get(label) ?? '')),
    });
  }

  /** One field's text; a list of texts one after the other. */
  text(
    field: string,
    node: string | readonly DocumentNode[],
    unit: Unit,
    entry: DocumentMap = {},
  ): string {
    const words = wordsOf(field);
    const each = (text: DocumentNode): string =>
      typeof text === 'string' ? this.#leaf(field, words, text, unit) : JSON.stringify(text);
    const said = typeof node === 'string' ? each(node) : this.#desk.format.list(node.map(each));
    const isWord = typeof node === 'string' && words.words?.[node] !== undefined;
    return words.says && !isWord ? words.says(said, entry) : said;
  }

  /** The unit of an entry's plain figures: that of the measure it names. */
  unitOf(node: DocumentMap, otherwise: Unit): Unit {
    const { measure } = node;
    return (typeof measure === 'string' && this.#units.get(measure)) || otherwise;
  }

  measureTitle(id: string): string {
    return this.#measures.get(id) ?? id;
  }

  #cells(field: string, entry: DocumentMap, unit: Unit): ReadonlyMap<string, string> {
    const cells = new Map<string, string>();
    const { rows } = this.say(field, entry, unit, ['id']);
    for (const { label, text } of rows) {
      const before = cells.get(label);
      cells.set(label, before === undefined ? text : `${before}; ${text}`);
    }
    return cells;
  }

  #leaf(field: string, words: FieldWords, text: string, unit: Unit): string {
    const phrase = words.words?.[text];
    if (phrase !== undefined) return phrase;
    if (words.as === 'id') return this.#nameOf(field, text);
    if (words.as === 'text') return text;
    return this.#figure(text, words.as ?? unit);
  }

  #nameOf(field: string, id: string): string {
    const isMeasure = /measure$|across$|numerator$|denominator$/.test(field);
    return (isMeasure ? this.#measures : this.#titles).get(id) ?? id;
  }

  #figure(text: string, unit: Unit): string {
    const { format } = this.#desk;
    if (PERCENT.test(text)) {
      const number = exact(text.slice(0, -1).trimEnd()).div(exact('100'));
      return format.percent(number, EXACTLY);
    }
    const day = readIsoDate(text);
    if (day !== undefined) return format.date(day);
    if (!isDecimalText(text)) return text;
    return format.quantity({ number: exact(text), unit }, EXACTLY);
  }
}

/** Curves have the same fields wherever they stand. */
export function fieldIn(field: string, key: string): string {
  if (key === 'curve') return 'curve';
  return field === '' ? key : `${field}.${key}`;
}

export function isMap(node: DocumentNode | undefined): node is DocumentMap {
  return typeof node === 'object' && !Array.isArray(node);
}

export function isEntries(node: DocumentNode | undefined): node is readonly DocumentMap[] {
  return Array.isArray(node) && node.length > 0 && node.every(isMap);
}
