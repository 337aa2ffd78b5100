// What an input of the settlement was put together from: the rows and deals behind its number.
// In: a payee's calculation and a cell. Out: one entry each, for explanations.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { Datum } from '../worksheet/operations.ts';

export interface BehindInput {
  readonly what: string;
  readonly datum?: Datum;
}

export function behindInput(
  { compiled, adjustments }: PayeeCalculation,
  cell: string,
): readonly BehindInput[] {
  const source = compiled.worksheet.inputs.find(({ name }) => name === cell)?.source;
  if (source?.from !== 'adjustments') return [];
  return adjustments.map(({ amount, reason, approver }) => ({
    what: `${reason}, approved by ${approver}`,
    datum: amount,
  }));
}
