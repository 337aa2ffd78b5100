// The steps of the calculation: the cells that the payment of the year's last period is made of,
// without those that only find out what a gate costs. In: the compiled plan. Out: cells in order.

import type { CompiledPlan } from '../calculate/compile.ts';
import { reachedFrom } from '../worksheet/reach.ts';
import type { LetterSheet } from './letter.ts';

export function letterSheet({ worksheet, total }: CompiledPlan): LetterSheet {
  const { ids } = reachedFrom(worksheet, [total]);
  return {
    worksheet,
    cells: worksheet.cells.filter(({ id }) => ids.has(id)),
    columns: worksheet.columns.filter(({ id }) => ids.has(id)),
  };
}
