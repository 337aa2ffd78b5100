// The steps of the calculation: the cells that the payment of the year's last period is made of,
// without those that only find out what a gate costs. In: the compiled plan. Out: cells in order.

import type { CompiledPlan } from '../calculate/compile.ts';
import { type Formula, operandsOf } from '../worksheet/operations.ts';
import type { LetterSheet } from './letter.ts';

export function letterSheet({ worksheet, total }: CompiledPlan): LetterSheet {
  const all = new Map([...worksheet.columns, ...worksheet.cells].map((each) => [each.id, each]));
  const reached = new Set<string>();
  const open = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    const cell = all.get(id);
    if (cell) visit(cell.formula);
  };
  const visit = (node: Formula): void => {
    if (node.op === 'cell' || node.op === 'column') open(node.id);
    if ('where' in node) open(node.where);
    if ('column' in node) open(node.column);
    operandsOf(node).forEach(visit);
  };
  open(total);
  return {
    worksheet,
    cells: worksheet.cells.filter(({ id }) => reached.has(id)),
    columns: worksheet.columns.filter(({ id }) => reached.has(id)),
  };
}
