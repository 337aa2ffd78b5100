// A hold that events of deals end: what is held of the pay for each deal is released or forfeited
// with the deal. What deals paid is known from outside the worksheet, by calculating what would
// have been paid without them. For a deal that is taken back, what was held for it covers the
// clawback, and what that leaves is released. In: the payouts that it is held of. Out: its moves.

import type { EventHold } from '../plan/plan.ts';
import { add, choose, type Formula, minimum, NO_MONEY, subtract } from '../worksheet/operations.ts';
import type { HeldFigure } from '../worksheet/worksheet.ts';
import type { HoldCells, HoldMoves } from './hold-cells.ts';
import type { Settling } from './step.ts';

export function eventHoldCells(
  cells: HoldCells,
  { id, whenLeaving }: EventHold,
  { uncovered }: Settling,
): HoldMoves {
  const read = (step: string, label: string, of: HeldFigure): Formula =>
    cells.input(step, label, { from: 'held', hold: id, of });
  const before = read('balanceBefore', 'held before', 'before');
  const waiting = read('waiting', 'paid for deals without their event', 'waiting');
  const due = read('due', 'due for release', 'due');
  const lapsed = read('lapsed', 'ended without the event', 'lapsed');
  const takenBack = uncovered && read('takenBack', 'held for deals taken back', 'takenBack');
  const held = cells.cell('held', 'held', cells.share(waiting));
  const leaves = cells.sheet.leaves();
  const all = subtract(add(before, held), lapsed);
  const ends = takenBack ? add(due, takenBack) : due;
  const ended = whenLeaving === 'release' ? choose(leaves, all, ends) : ends;
  const covers =
    takenBack && uncovered
      ? cells.cell('covers', 'covers a clawback', minimum(takenBack, uncovered))
      : undefined;
  const paid = covers ? subtract(ended, covers) : ended;
  const released = cells.cell('released', 'released', paid);
  const rest = subtract(all, ended);
  const lost = whenLeaving === 'release' ? lapsed : add(lapsed, choose(leaves, rest, NO_MONEY));
  const forfeited = cells.cell('forfeited', 'forfeited', lost);
  return { before, held, released, covers, forfeited, isKeptByPeriod: false };
}
