// Holds: a share of a payout is kept back until a date, then released, or forfeited by a payee who
// leaves before. In: what components pay. Out: what is held and released, and the balance.
// Source: ENGINE.md section 7.

import type { PlanSheet } from '../calculate/plan-sheet.ts';
import { minorDigits } from '../currency.ts';
import { actsOn, type Hold } from '../plan/plan.ts';
import {
  add,
  choose,
  constant,
  type Formula,
  maximum,
  minimum,
  multiply,
  NO_MONEY,
  subtract,
} from '../worksheet/operations.ts';
import type { Settled, SettlementStep, Settling } from './step.ts';

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
  const { id, title, whenLeaving } = hold;
  const { payable, payableTotal, uncovered } = settling;
  const path = ['holds', index];
  const name = (step: string, label: string) =>
    ({ id: `hold.${id}.${step}`, label: `${title}: ${label}`, unit: 'money', path }) as const;
  const before = sheet.input(name('balanceBefore', 'held before'), {
    from: 'balance',
    balance: id,
  });
  const falling = sheet.input(name('due', 'due for release'), { from: 'heldDue', hold: id });
  const acted = payable.filter(({ component }) => actsOn(hold, component));
  const base = sheet.cell(name('base', 'payouts that it is held of'), heldOf(acted, payableTotal));
  const share = rounded(sheet, hold, base);
  const leaves = sheet.leaves();
  const isReleased = whenLeaving === 'release';
  const keeps = sheet.cell(
    name('held', 'held'),
    isReleased ? choose(leaves, NO_MONEY, share) : share,
  );
  const released = sheet.cell(
    name('released', 'released'),
    isReleased ? choose(leaves, before, falling) : falling,
  );
  const kept = subtract(add(before, keeps), released);
  const covers =
    uncovered && sheet.cell(name('covers', 'covers a clawback'), minimum(kept, uncovered));
  const open = covers ? subtract(kept, covers) : kept;
  const forfeited = isReleased
    ? undefined
    : sheet.cell(name('forfeited', 'forfeited'), choose(leaves, open, NO_MONEY));
  const after = sheet.cell(
    name('balanceAfter', 'held on'),
    forfeited ? subtract(open, forfeited) : open,
  );
  const taken = sheet.cell(name('taken', 'kept back'), subtract(NO_MONEY, keeps));
  return {
    lines: [
      { id: `${id}-held`, title: `${title}: held`, adds: taken },
      { id: `${id}-released`, title: `${title}: released`, adds: released },
      ...(covers
        ? [{ id: `${id}-covers`, title: `Clawback covered by ${title}`, adds: covers }]
        : []),
    ],
    ...(covers && uncovered && { uncovered: subtract(uncovered, covers) }),
    balances: [{ id, title, before, after, added: keeps, ...(forfeited && { forfeited }) }],
  };
}

/** Never more than is due together: a plan cap may have cut some of it. */
function heldOf(acted: Settling['payable'], total: Formula): Formula {
  if (acted.length === 0) return NO_MONEY;
  return maximum(NO_MONEY, minimum(add(...acted.map(({ pays }) => pays)), total));
}

function rounded({ plan }: PlanSheet, { share }: Hold, base: Formula): Formula {
  return {
    op: 'round',
    of: multiply(base, constant(share, 'ratio')),
    places: minorDigits(plan.currency),
    mode: plan.rounding,
  };
}
