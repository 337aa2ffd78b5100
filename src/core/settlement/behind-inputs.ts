// What an input of the settlement was put together from: the rows and deals behind its number.
// In: a payee's calculation and a cell. Out: one entry each, for explanations.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { EndedHold, HeldBack } from '../calculate/held-back.ts';
import { isoDate } from '../calendar.ts';
import { percentText } from '../document/leaves.ts';
import type { Datum } from '../worksheet/operations.ts';
import type { HeldFigure } from '../worksheet/worksheet.ts';

export interface BehindInput {
  readonly what: string;
  readonly datum?: Datum;
}

export function behindInput(
  { compiled, adjustments, takenBack, held }: PayeeCalculation,
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
    case 'held':
      return heldDeals(held.get(source.hold), source.of).map((what) => ({ what }));
    default:
      return [];
  }
}

/** The deals behind what a hold keeps, releases or loses, with the day of the event. */
function heldDeals(held: HeldBack | undefined, of: HeldFigure): readonly string[] {
  const dated = (ended: readonly EndedHold[] = []): readonly string[] =>
    ended.map(({ deal, on }) => `${deal} (${isoDate(on)})`);
  if (of === 'waiting') return held?.keptFor ?? [];
  if (of === 'due') return dated(held?.released);
  return of === 'lapsed' ? dated(held?.forfeited) : [];
}
