// A hold that ends by time: each period's part is released when its days or periods have passed. It
// may be provided on a measure: what falls due while that does not hold is forfeited. A clawback
// takes of all that is held. In: the payouts that it is held of. Out: what it does in a period.

import { requirementCells } from '../calculate/requirement.ts';
import type { TimedHold } from '../plan/plan.ts';
import {
  add,
  choose,
  type Formula,
  maximum,
  minimum,
  NO_MONEY,
  subtract,
} from '../worksheet/operations.ts';
import type { HoldCells, HoldMoves } from './hold-cells.ts';
import type { Settling } from './step.ts';

export function timedHoldCells(
  cells: HoldCells,
  { id, title, provided, whenLeaving }: TimedHold,
  base: Formula,
  { uncovered, lastSegment }: Settling,
): HoldMoves {
  const before = cells.input('balanceBefore', 'held before', { from: 'balance', balance: id });
  const aged = cells.input('due', 'due for release', { from: 'heldDue', hold: id });
  const share = cells.share(base);
  const leaves = cells.sheet.leaves();
  const isReleased = whenLeaving === 'release';
  const held = cells.cell('held', 'held', isReleased ? choose(leaves, NO_MONEY, share) : share);
  const due = isReleased ? choose(leaves, before, aged) : aged;
  const named = { id: `hold.${id}`, path: cells.path };
  const met = provided && requirementCells(lastSegment, { title, ...provided }, named).met;
  const released = cells.cell('released', 'released', met ? choose(met, due, NO_MONEY) : due);
  const kept = subtract(add(before, held), released);
  const covers = uncovered && cells.cell('covers', 'covers a clawback', minimum(kept, uncovered));
  const open = covers ? subtract(kept, covers) : kept;
  // The clawback takes of what is lost, too, and first.
  const uncoveredDue = covers ? maximum(NO_MONEY, subtract(due, covers)) : due;
  const unmet = met ? choose(met, NO_MONEY, uncoveredDue) : undefined;
  const lost = isReleased ? unmet : choose(leaves, open, unmet ?? NO_MONEY);
  const forfeited = lost && cells.cell('forfeited', 'forfeited', lost);
  return { before, held, released, covers, forfeited, isKeptByPeriod: true };
}
