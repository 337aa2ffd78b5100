// Holds: a share of a payout is kept back until a date or an event of the deal, then released or
// forfeited. In: what components pay. Out: what is held and released, and the balance of each hold.
// Source: ENGINE.md section 7.

import type { PlanSheet } from '../calculate/plan-sheet.ts';
import { actsOn, type Hold, isEventHold } from '../plan/plan.ts';
import {
  add,
  type Formula,
  maximum,
  minimum,
  NO_MONEY,
  subtract,
} from '../worksheet/operations.ts';
import { eventHoldCells } from './event-hold.ts';
import { HoldCells, type HoldMoves, holdBase, holdLine } from './hold-cells.ts';
import type { Settled, SettlementStep, Settling } from './step.ts';
import { timedHoldCells } from './timed-hold.ts';

export const holdStep: SettlementStep = (sheet, settling) => {
  const { holds } = sheet.plan;
  if (holds.length === 0) return undefined;
  let { uncovered } = settling;
  const all = holds.map((hold, index) => {
    const found = held(sheet, hold, index, { ...settling, ...(uncovered && { uncovered }) });
    uncovered = found.uncovered ?? uncovered;
    return found;
  });
  return {
    lines: all.flatMap(({ lines }) => lines),
    balances: all.flatMap(({ balances }) => balances),
    ...(uncovered && { uncovered }),
  };
};

function held(sheet: PlanSheet, hold: Hold, index: number, settling: Settling): Settled {
  const { payable, payableTotal, uncovered } = settling;
  const cells = new HoldCells(sheet, hold, index);
  const acted = payable.filter(({ component }) => actsOn(hold, component));
  const label = 'payouts that it is held of';
  const base = cells.named(holdBase(hold.id), label, heldOf(acted, payableTotal));
  const moves = isEventHold(hold)
    ? eventHoldCells(cells, hold, settling)
    : timedHoldCells(cells, hold, base, settling);
  return settled(cells, hold, moves, uncovered);
}

function settled(
  cells: HoldCells,
  { id, title }: Hold,
  { before, held: keeps, released, covers, forfeited, isKeptByPeriod }: HoldMoves,
  uncovered: Formula | undefined,
): Settled {
  const gone = [released, covers, forfeited].flatMap((each) => each ?? []);
  const after = cells.cell('balanceAfter', 'held on', subtract(add(before, keeps), add(...gone)));
  const taken = cells.cell('taken', 'kept back', subtract(NO_MONEY, keeps));
  return {
    lines: [
      { id: holdLine.held(id), title: `${title}: held`, adds: taken },
      { id: holdLine.released(id), title: `${title}: released`, adds: released },
      ...(covers
        ? [{ id: `${id}-covers`, title: `Clawback covered by ${title}`, adds: covers }]
        : []),
    ],
    ...(covers && uncovered && { uncovered: subtract(uncovered, covers) }),
    balances: [
      {
        id,
        title,
        before,
        after,
        ...(isKeptByPeriod && { added: keeps }),
        ...(forfeited && { forfeited }),
      },
    ],
  };
}

/** Never more than is due together: a plan cap may have cut some of it. */
function heldOf(acted: Settling['payable'], total: Formula): Formula {
  if (acted.length === 0) return NO_MONEY;
  return maximum(NO_MONEY, minimum(add(...acted.map(({ pays }) => pays)), total));
}
