// The cells of a sheet as plain data. Numbers stay numbers, dates become real dates, flags true
// and false; what is not there stays empty, so that columns can be filtered and added up.
// In: figures of a statement. Out: cells. Here, and only here, exact figures become doubles.

import { type Exact, exactText, type Quantity, type Statement } from '../../core/index.ts';
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
  readonly result?: number | boolean | string;
}

export type CellContent = string | number | boolean | Date | PlainFormula;
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

/** A figure as formulas read it: flags as true and false. */
export function rawDatum(of: Datum, format: string): Cell | undefined {
  if (of === undefined || of === '') return undefined;
  if (typeof of === 'number') return date(of);
  if (typeof of === 'boolean') return { content: of, align: 'left' };
  return typeof of === 'string' ? text(of) : figure(of, format);
}

export function dimmed(cell: Cell | undefined): Cell | undefined {
  return cell && { ...cell, tone: 'label' };
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

/** A live cell of the worksheet with the figure that was calculated for it. */
export function live(code: string, of: Datum, format: string): Cell {
  const align = typeof of === 'object' || typeof of === 'number' ? 'right' : 'left';
  const result = doubleOf(of);
  return { content: { formula: code, ...(result !== undefined && { result }) }, format, align };
}

/** The same cell as a link to where its figure is calculated, if that is in the workbook. */
export function linked(cell: Cell, name: string | undefined): Cell {
  const { content } = cell;
  const isFigure = typeof content === 'number';
  return name && isFigure ? { ...cell, content: { formula: name, result: content } } : cell;
}

/** A day counts from 1900 in a spreadsheet, and from 1970 here. */
const SPREADSHEET_EPOCH_DAYS = 25_569;

function doubleOf(of: Datum): number | boolean | string | undefined {
  if (typeof of === 'number') return of + SPREADSHEET_EPOCH_DAYS;
  return typeof of === 'object' ? double(of) : of;
}

/** The nearest number that a spreadsheet can hold. */
export function double(number: Exact): number {
  return Number(exactText(number));
}
