// What an input of the settlement was put together from: the rows and deals behind its number.
// In: a payee's calculation and a cell. Out: one entry each, for explanations.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { isoDate } from '../calendar.ts';
import { percentText } from '../document/leaves.ts';
import type { Datum } from '../worksheet/operations.ts';

export interface BehindInput {
  readonly what: string;
  readonly datum?: Datum;
}

export function behindInput(
  { compiled, adjustments, takenBack }: PayeeCalculation,
  cell: string,
): readonly BehindInput[] {
  const source = compiled.worksheet.inputs.find(({ name }) => name === cell)?.source;
  switch (source?.from) {
    case 'adjustments':
      return adjustments.map(({ amount, reason, approver }) => ({
        what: `${reason}, approved by ${approver}`,
        datum: amount,
      }));
    case 'takenBack':
      return takenBack.map(({ deals, on, share, paid }) => ({
        what: `${percentText(share)} of what was paid for ${deals.join(', ')} (${isoDate(on)})`,
        datum: paid,
      }));
    default:
      return [];
  }
}
