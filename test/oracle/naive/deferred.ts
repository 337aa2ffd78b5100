// The oracle's gates that defer: a payout waits until its gate is met, and is then released; with the
// payee's last period of the year it is paid or forfeited. In: what a period earned, what waits.
// Out: what waiting takes from the payment or adds to it, what is open. Source: ENGINE.md section 6
// ("defer: hold until met, then release"); README (`gates`).

import type { GateDocument } from '../plan-document.ts';
import { type Fraction, highest, lowest, total, ZERO } from './fraction.ts';
import { isActedOn } from './gates.ts';
import type { Balances, Due, Settling } from './settlement.ts';

export function deferred(
  due: Due,
  waiting: Balances['waiting'],
  { plan, isLast }: Settling,
): { readonly pays: Fraction; readonly open: Balances['waiting'] } {
  const gates = (plan.gates ?? []).filter(defers);
  const notMet = [...due.segments.values()].flatMap((each) => each.notMet).filter(defers);
  let room = roomFor(due, notMet);
  let pays = ZERO;
  const open = new Map<string, Fraction>();
  for (const { id } of plan.components) {
    const waits = gates.some(({ actsOn }) => isActedOn(actsOn, id));
    if (!waits) continue;
    const balance = waiting.get(id) ?? ZERO;
    const stopping = notMet.filter(({ actsOn }) => isActedOn(actsOn, id));
    if (stopping.length === 0) {
      pays = pays.plus(balance);
      continue;
    }
    const payout = due.payouts.get(id) ?? ZERO;
    const more = lowest(highest(ZERO, payout), room);
    room = room.minus(more);
    // What is taken back comes out of what waits, as far as that goes.
    const covers = lowest(balance, highest(ZERO, ZERO.minus(payout)));
    const after = balance.plus(more).minus(covers);
    pays = pays.minus(more).plus(covers);
    if (!isLast) open.set(id, after);
    else if (stopping.every(paysAtEnd)) pays = pays.plus(after);
  }
  return { pays, open };
}

/** What is paid now is paid whole: a plan's cut is taken out of what waits. */
function roomFor({ payouts, earned }: Due, notMet: readonly GateDocument[]): Fraction {
  const now = [...payouts].filter(([id]) => !notMet.some(({ actsOn }) => isActedOn(actsOn, id)));
  return highest(ZERO, earned.minus(total(now.map(([, payout]) => payout))));
}

function defers({ whenNotMet }: GateDocument): boolean {
  return typeof whenNotMet === 'object' && 'defer' in whenNotMet;
}

function paysAtEnd({ whenNotMet }: GateDocument): boolean {
  const isDeferring = typeof whenNotMet === 'object' && 'defer' in whenNotMet;
  return isDeferring && whenNotMet.defer.atYearEnd === 'pay';
}
