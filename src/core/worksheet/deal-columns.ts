// The deals that a worksheet sees, as one column per attribute: made once when deals are read, and
// once more of each payee's own when they are credited. In: data by attribute. Out: columns, and
// rows for whoever looks at one deal.

import { type DealData, Texts } from './deal-data.ts';
import type { Datum } from './operations.ts';
import { packData, partOfData, takeData } from './pack-data.ts';

/** One deal as a formula sees it: its attributes by name. */
export interface DealRow {
  readonly get: (attribute: string) => Datum;
}

export class DealColumns {
  readonly length: number;
  readonly texts: Texts;
  readonly #columns: ReadonlyMap<string, DealData>;

  private constructor(length: number, texts: Texts, columns: ReadonlyMap<string, DealData>) {
    this.length = length;
    this.texts = texts;
    this.#columns = columns;
  }

  /** From data by attribute, each as long as there are deals. */
  static of(length: number, data: Iterable<readonly [string, readonly Datum[]]>): DealColumns {
    const texts = new Texts();
    const columns = new Map<string, DealData>();
    for (const [attribute, each] of data) columns.set(attribute, packData(each, texts));
    return new DealColumns(length, texts, columns);
  }

  get(attribute: string): DealData | undefined {
    return this.#columns.get(attribute);
  }

  row(deal: number): DealRow {
    return { get: (attribute) => this.#columns.get(attribute)?.at(deal) };
  }

  /** Deals that stand side by side. */
  part(first: number, length: number): DealColumns {
    const columns = [...this.#columns].map(
      ([attribute, data]) => [attribute, partOfData(data, first, length)] as const,
    );
    return new DealColumns(length, this.texts, new Map(columns));
  }

  /** Some of the deals, by their places in ascending order, with data that are theirs alone. */
  take(
    deals: readonly number[],
    attributes: readonly string[],
    own: Iterable<readonly [string, readonly Datum[]]>,
  ): DealColumns {
    const columns = new Map<string, DealData>();
    for (const attribute of attributes) {
      const data = this.#columns.get(attribute);
      if (data) columns.set(attribute, takeData(data, deals, this.texts));
    }
    for (const [attribute, data] of own) columns.set(attribute, packData(data, this.texts));
    return new DealColumns(deals.length, this.texts, columns);
  }
}
