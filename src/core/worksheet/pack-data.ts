// Packs data into a column: numbers at the places of the longest one where all of them fit safe
// integers, texts by their codes. In: one datum per deal. Out: a column; a list that does not fit
// one stays as it is, and whoever reads it takes it deal by deal.

import type { Decimal } from '../decimal.ts';
import {
  type DealData,
  FALSE,
  type FigureMeaning,
  Figures,
  FlagMemory,
  Flags,
  type Texts,
  TRUE,
  UNKNOWN,
  wholeOf,
} from './deal-data.ts';
import { LongNumbers } from './long-numbers.ts';
import type { Datum } from './operations.ts';
import { rangeOf } from './vector-loops.ts';

export function packData(data: readonly Datum[], texts: Texts): DealData {
  const known = data.find((datum) => datum !== undefined);
  switch (typeof known) {
    case 'boolean':
      return packFlags(data);
    case 'number':
      return packFigures(data, 'day', texts, (datum) => datum as number);
    case 'string':
      return packFigures(data, 'text', texts, (datum) => texts.codeOf(datum as string));
    default:
      return packNumbers(data as readonly (Decimal | undefined)[], texts);
  }
}

function packFlags(data: readonly Datum[]): Flags {
  const memory = new FlagMemory(data.length);
  data.forEach((datum, deal) => {
    memory.bytes[deal] = byteOf(datum);
  });
  const isFull = !memory.bytes.includes(UNKNOWN);
  const areAlike = isFull && data.every((datum) => datum === data[0]);
  const every = data[0] ? TRUE : FALSE;
  return new Flags(memory, wholeOf(data), isFull, areAlike ? every : undefined);
}

function byteOf(flag: Datum): number {
  if (flag === undefined) return UNKNOWN;
  return flag ? TRUE : FALSE;
}

function packNumbers(data: readonly (Decimal | undefined)[], texts: Texts): DealData {
  const places = data.reduce((most, number) => Math.max(most, number?.places ?? 0), 0);
  const fits = data.every((number) => !number || !Number.isNaN(number.unitsAt(places)));
  if (!fits) return new LongNumbers(data);
  return packFigures(data, 'exact', texts, (datum) => (datum as Decimal).unitsAt(places), places);
}

function packFigures(
  data: readonly Datum[],
  means: FigureMeaning,
  texts: Texts,
  unitsOf: (datum: Exclude<Datum, undefined>) => number,
  places = 0,
): Figures {
  const units = new Float64Array(data.length);
  data.forEach((datum, deal) => {
    units[deal] = datum === undefined ? Number.NaN : unitsOf(datum);
  });
  const isFull = !data.includes(undefined);
  const form = { means, places, ...rangeOf(units, wholeOf(data)), isFull, texts };
  return new Figures(units, wholeOf(data), form);
}

/** The data of some deals, by their places in ascending order; without others' it may fit. */
export function takeData(data: DealData, deals: readonly number[], texts: Texts): DealData {
  if (data instanceof Figures || data instanceof Flags) return data.take(deals);
  return packData(
    deals.map((deal) => data.at(deal)),
    texts,
  );
}

/** The data of deals that stand side by side. */
export function partOfData(data: DealData, first: number, length: number): DealData {
  if (data instanceof Figures || data instanceof Flags) return data.part(first, length);
  if (data instanceof LongNumbers) return data.part(first, length);
  return Array.from({ length }, (_, deal) => data.at(first + deal));
}
