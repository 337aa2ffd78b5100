// The cells of a sheet as plain data. Numbers stay numbers, dates become real dates, flags the
// words yes and no; what is not there stays empty, so that columns can be filtered and added up.
// In: figures of a statement. Out: cells. Here, and only here, exact figures become doubles.

import { type Exact, exactText, type Quantity, type Statement } from '../../core/index.ts';
import type { Wording } from '../wording.ts';
import {
  dateFormat,
  moneyFormat,
  percentFormat,
  quantityFormat,
  unitFormat,
} from './number-formats.ts';

/** A plain formula over cells of the workbook, with what it comes to. */
export interface PlainFormula {
  readonly formula: string;
  readonly result: number;
}

export type CellContent = string | number | Date | PlainFormula;
export type Align = 'left' | 'right';
export type CellTone = 'label' | 'good' | 'bad';

export interface Cell {
  readonly content: CellContent;
  readonly format?: string;
  readonly align?: Align;
  readonly tone?: CellTone;
}

/** An empty cell is undefined. */
export type CellRow = readonly (Cell | undefined)[];

type Unit = Quantity['unit'];
type Datum = Statement['deals']['rows'][number]['shown'][number];
type Payable = Statement['payment'];

const MS_PER_DAY = 86_400_000;

export const text = (content: string): Cell => ({ content });
export const toned = (content: string, tone: CellTone): Cell => ({ content, tone });
export const heading = (content: string): Cell => ({ content, align: 'left' });
export const figureHeading = (content: string): Cell => ({ content, align: 'right' });

export function figure(number: Exact, format: string): Cell {
  return { content: double(number), format, align: 'right' };
}

export function money({ exact, currency }: Payable): Cell {
  return figure(exact, moneyFormat(currency));
}

export function ratio(number: Exact, ...bounds: readonly Exact[]): Cell {
  return figure(number, percentFormat(number, ...bounds));
}

export function quantity(of: Quantity, currency: string, ...bounds: readonly Exact[]): Cell {
  return figure(of.number, quantityFormat(of, currency, ...bounds));
}

/** Midnight UTC: a spreadsheet's date is a day number too and knows no time zone. */
export function date(day: number): Cell {
  return { content: new Date(day * MS_PER_DAY), format: dateFormat, align: 'left' };
}

export function flag(isTrue: boolean, words: Wording): Cell {
  return text(isTrue ? words.yes : words.no);
}

export function datum(of: Datum, format: string, words: Wording): Cell | undefined {
  if (of === undefined || of === '') return undefined;
  if (typeof of === 'boolean') return flag(of, words);
  if (typeof of === 'number') return date(of);
  return typeof of === 'string' ? text(of) : figure(of, format);
}

/** The format of a deal's column, whatever stands in it. */
export function columnFormat(unit: Unit, currency: string, column: readonly Datum[]): string {
  return unitFormat(
    unit,
    currency,
    column.filter((each) => typeof each === 'object'),
  );
}

export function formula(code: string, result: Exact, format: string): Cell {
  return { content: { formula: code, result: double(result) }, format, align: 'right' };
}

function double(number: Exact): number {
  return Number(exactText(number));
}
