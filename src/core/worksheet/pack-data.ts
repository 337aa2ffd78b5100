// Packs data into a column: numbers at the places of the longest one where all of them fit safe
// integers, texts by their codes. In: one datum per deal. Out: a column; a list that does not fit
// one stays as it is, and whoever reads it takes it deal by deal.

import type { Decimal } from '../decimal.ts';
import {
  type DealData,
  FALSE,
  type FigureMeaning,
  Figures,
  Flags,
  type Texts,
  TRUE,
  UNKNOWN,
  wholeOf,
} from './deal-data.ts';
import type { Datum } from './operations.ts';

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
  const bytes = Uint8Array.from(data, byteOf);
  return new Flags(bytes, wholeOf(data), !bytes.includes(UNKNOWN));
}

function byteOf(flag: Datum): number {
  if (flag === undefined) return UNKNOWN;
  return flag ? TRUE : FALSE;
}

function packNumbers(data: readonly (Decimal | undefined)[], texts: Texts): DealData {
  const places = data.reduce((most, number) => Math.max(most, number?.places ?? 0), 0);
  const fits = data.every((number) => !number || !Number.isNaN(number.unitsAt(places)));
  if (!fits) return data;
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
  let bound = 0;
  let isFull = true;
  data.forEach((datum, deal) => {
    units[deal] = datum === undefined ? Number.NaN : unitsOf(datum);
    if (datum === undefined) isFull = false;
    else bound = Math.max(bound, Math.abs(units[deal]));
  });
  return new Figures(units, wholeOf(data), { means, places, bound, isFull, texts });
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
  return Array.from({ length }, (_, deal) => data.at(first + deal));
}

/** One column of several, end to end. */
export function joinData(parts: readonly DealData[], texts: Texts): DealData {
  const [first] = parts;
  if (first instanceof Figures && parts.every((part) => part instanceof Figures)) {
    const alike = parts.every(({ form }) => {
      return form.means === first.form.means && form.places === first.form.places;
    });
    if (alike) return joinFigures(first, parts);
  }
  if (parts.every((part) => part instanceof Flags)) return joinFlags(parts);
  const data = parts.flatMap((part) =>
    Array.from({ length: part.length }, (_, deal) => part.at(deal)),
  );
  return packData(data, texts);
}

function joinFigures({ form }: Figures, parts: readonly Figures[]): Figures {
  const units = new Float64Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    const end = at + part.length;
    units.set(part.units.subarray(part.from, part.from + part.length), at);
    at = end;
  }
  const bound = Math.max(...parts.map((part) => part.form.bound));
  const isFull = parts.every((part) => part.form.isFull);
  return new Figures(units, wholeOf(units), { ...form, bound, isFull });
}

function joinFlags(parts: readonly Flags[]): Flags {
  const bytes = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    const end = at + part.length;
    bytes.set(part.bytes.subarray(part.from, part.from + part.length), at);
    at = end;
  }
  return new Flags(
    bytes,
    wholeOf(bytes),
    parts.every(({ isFull }) => isFull),
  );
}

function lengthOf(parts: readonly DealData[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
