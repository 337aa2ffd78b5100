// Sums and counts over deals: those whose flag is true. A deal that may count and lacks a figure is
// noted, and then there is no sum: what is not known never becomes a zero. In: columns. Out: exact
// numbers, however long the column.

import { Decimal } from '../decimal.ts';
import { type Exact, exactInteger, exactText, sumOf, ZERO } from '../exact-number.ts';
import { boundOf, type DealData, FALSE, Figures, Flags } from './deal-data.ts';
import type { Datum } from './operations.ts';

/** Takes the place of a deal that may count and lacks what is asked. */
type Note = (deal: number) => void;

export function sumOver(column: DealData, where: DealData, note: Note): Exact | undefined {
  if (!isComplete(column, where, note)) return undefined;
  if (column instanceof Figures && where instanceof Flags) return sumOfFigures(column, where);
  return sumOf(countedIn(column, where) as readonly Exact[]);
}

export function countOver(where: DealData, note: Note): Exact | undefined {
  if (!isComplete(where, where, note)) return undefined;
  if (where instanceof Flags) return exactInteger(countOfFlags(where));
  return exactInteger(countedIn(where, where).length);
}

export function distinctOver(column: DealData, where: DealData, note: Note): Exact | undefined {
  if (!isComplete(column, where, note)) return undefined;
  const texts = countedIn(column, where).map((datum) => {
    return typeof datum === 'object' ? exactText(datum) : datum;
  });
  return exactInteger(new Set(texts).size);
}

function countedIn(column: DealData, where: DealData): readonly Datum[] {
  const counted: Datum[] = [];
  for (let deal = 0; deal < where.length; deal += 1) {
    if (where.at(deal) === true) counted.push(column.at(deal));
  }
  return counted;
}

/** Whether every deal that may count is known to, and has its figure. */
function isComplete(column: DealData, where: DealData, note: Note): boolean {
  if (isFull(column) && isFull(where)) return true;
  let complete = true;
  for (let deal = 0; deal < where.length; deal += 1) {
    const flag = where.at(deal);
    if (flag === false || (flag === true && column.at(deal) !== undefined)) continue;
    note(deal);
    complete = false;
  }
  return complete;
}

function isFull(data: DealData): boolean {
  if (data instanceof Figures) return data.form.isFull;
  return data instanceof Flags && data.isFull;
}

/** In stretches whose sums cannot leave the safe integers. */
function sumOfFigures(column: Figures, where: Flags): Exact {
  const { places } = column.form;
  const bound = Math.max(1, boundOf(column.form));
  const stretch = Math.max(1, Math.floor(Number.MAX_SAFE_INTEGER / bound));
  let total = ZERO;
  for (let start = 0; start < column.length; start += stretch) {
    const end = Math.min(column.length, start + stretch);
    const units = column.form.isFull
      ? sumOfStretch(column, where, start, end)
      : sumOfKnown(column, where, start, end);
    total = total.plus(Decimal.ofUnits(units, places));
  }
  return total;
}

/** Without branches: a flag's lower bit is one where it is true, since none is unknown here. */
function sumOfStretch(column: Figures, where: Flags, start: number, end: number): number {
  const { units, from: atUnits } = column;
  const { bytes, from: atBytes } = where;
  let sum = 0;
  for (let deal = start; deal < end; deal += 1) {
    const counts = (bytes[atBytes + deal] as number) & 1;
    sum += (units[atUnits + deal] as number) * counts;
  }
  return sum;
}

/** The same where figures of deals that do not count are not known. */
function sumOfKnown(column: Figures, where: Flags, start: number, end: number): number {
  const { units, from: atUnits } = column;
  const { bytes, from: atBytes } = where;
  let sum = 0;
  for (let deal = start; deal < end; deal += 1) {
    if (bytes[atBytes + deal] === FALSE) continue;
    sum += units[atUnits + deal] as number;
  }
  return sum;
}

function countOfFlags({ bytes, from, length }: Flags): number {
  let count = 0;
  for (let deal = 0; deal < length; deal += 1) {
    count += (bytes[from + deal] as number) & 1;
  }
  return count;
}
