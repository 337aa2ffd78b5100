// The deals behind a counted or summed cell: which counted, with what figure, and how many did not.
// In: the cell's formula and the kept columns. Out: rows by deal index.

import type { DealData } from './deal-data.ts';
import type { Values } from './exact.ts';
import type { Datum, Formula, Unit } from './operations.ts';
import type { Column, Worksheet } from './worksheet.ts';

export interface ExplainedDeals {
  /** What the figure per deal is called and measured in; absent when deals are only counted. */
  readonly figure?: { readonly label: string; readonly unit: Unit; readonly column: string };
  /** The condition that a deal meets to count. */
  readonly condition: Column;
  readonly counted: readonly { readonly deal: number; readonly datum: Datum }[];
  readonly left: number;
}

export function explainDeals(
  formula: Formula,
  worksheet: Worksheet,
  values: Values,
): ExplainedDeals | undefined {
  if (formula.op !== 'sum' && formula.op !== 'count' && formula.op !== 'distinct') return undefined;
  const flags = dataOf(values, formula.where);
  const condition = columnOf(worksheet, formula.where);
  const figure = 'column' in formula ? columnOf(worksheet, formula.column) : undefined;
  const data = figure && dataOf(values, figure.id);
  const counted = Array.from({ length: flags.length }, (_, deal) => deal)
    .filter((deal) => flags.at(deal) === true)
    .map((deal) => ({ deal, datum: data?.at(deal) }));
  return {
    ...(figure && { figure: { label: figure.label, unit: figure.unit, column: figure.id } }),
    condition,
    counted,
    left: flags.length - counted.length,
  };
}

function dataOf({ columns }: Values, id: string): DealData {
  const data = columns.get(id);
  if (!data) throw new Error(`no data of column ${id}`);
  return data;
}

function columnOf(worksheet: Worksheet, id: string): Column {
  const column = worksheet.columns.find((each) => each.id === id);
  if (!column) throw new Error(`no column ${id}`);
  return column;
}
