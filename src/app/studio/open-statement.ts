// Opens a statement: each of its numbers down to the deals and rows it was made from. A number that
// several others stand on is opened where it comes first, and named by the others.
// In: somebody's pay. Out: the statement with its numbers.

import {
  behindInput,
  type Explanation,
  explainCell,
  type PayeeCalculation,
  type Statement,
  type WriteFigure,
} from '../../core/index.ts';
import { dealsBehind } from '../explain-number.ts';
import type { OpenedNumber, OpenedStatement } from '../studio-ports.ts';
import type { CalculatedPay } from './overview.ts';

type Paid = CalculatedPay & Required<Pick<CalculatedPay, 'calculation' | 'statement'>>;

export function openStatement(pay: Paid, write: WriteFigure): OpenedStatement {
  const { calculation, statement } = pay;
  const { worksheet } = calculation.compiled;
  const seen = new Set<string>();
  const numbers = new Map<string, OpenedNumber>();
  for (const id of new Set(cellsOf(statement))) {
    const explained = explainCell(worksheet, calculation.values, id, write);
    if (explained) numbers.set(id, openNumber(explained, calculation, seen));
  }
  return { pay, numbers };
}

/** In the order of the page: what each line pays, what each gate judged and cost, the payment. */
function cellsOf({ lines, components, gates, links, cells }: Statement): readonly string[] {
  const conditions = [...links, ...gates];
  return [
    ...components.flatMap((each) => each.cells.payout ?? []),
    ...lines.flatMap(({ cell }) => cell ?? []),
    ...conditions.flatMap(({ judged }) => (judged ? Object.values(judged.cells) : [])),
    ...(cells.payment === undefined ? [] : [cells.payment]),
  ];
}

function openNumber(
  explanation: Explanation,
  calculation: PayeeCalculation,
  seen: Set<string>,
): OpenedNumber {
  const { cell, datum, inWords, inFigures, behind } = explanation;
  const { id, label, unit, clause } = cell;
  const isAbove = seen.has(id);
  seen.add(id);
  const deals = isAbove ? undefined : dealsBehind(explanation, calculation);
  const dealUnit = explanation.deals?.figure?.unit;
  return {
    ...{ id, label, unit, datum, clause, isAbove },
    ...(inWords !== undefined && { inWords }),
    ...(inFigures !== undefined && { inFigures }),
    ...(deals && { deals: { ...deals, ...(dealUnit && { unit: dealUnit }) } }),
    from: isAbove ? [] : behindInput(calculation, id),
    behind: isAbove ? [] : behind.map((each) => openNumber(each, calculation, seen)),
  };
}
