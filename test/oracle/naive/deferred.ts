// The oracle's gates that defer: a payout waits until its gate is met, and is then released; with the
// payee's last period of the year it is paid or forfeited. In: what a period earned, what waits.
// Out: what each component pays now, what is open. Source: ENGINE.md section 6 ("defer: hold until
// met, then release"); README (`gates`).

import type { GateDocument } from '../plan-document.ts';
import { type Fraction, highest, lowest, total, ZERO } from './fraction.ts';
import { isActedOn } from './gates.ts';
import type { Balances, Due, Settling } from './settlement.ts';

/** What of each component waits; a component that no such gate acts on is not there. */
export type Waits = ReadonlyMap<string, { readonly isOpen: boolean; readonly waits: Fraction }>;

/**
 * What waits is as if it were not earned yet, one component after the other: so a cap never cuts what
 * is paid now for the sake of what waits. What is taken back does not wait.
 */
export function waitsAmong(
  payouts: ReadonlyMap<string, Fraction>,
  gates: readonly GateDocument[],
  isOpen: (gate: GateDocument) => boolean,
  limited: (payouts: ReadonlyMap<string, Fraction>) => Fraction,
): Waits {
  const now = new Map(payouts);
  const waits = new Map<string, { isOpen: boolean; waits: Fraction }>();
  for (const [id, payout] of payouts) {
    const acting = gates.filter((gate) => defers(gate) && isActedOn(gate.actsOn, id));
    if (acting.length === 0) continue;
    const isReleased = acting.every(isOpen);
    const before = limited(now);
    if (!isReleased) now.set(id, lowest(payout, ZERO));
    waits.set(id, { isOpen: isReleased, waits: before.minus(limited(now)) });
  }
  return waits;
}

export function deferred(
  due: Due,
  waiting: Balances['waiting'],
  { isLast }: Settling,
): Pick<Due, 'payouts' | 'earned'> & { readonly open: Balances['waiting'] } {
  const payouts = new Map(due.payouts);
  const open = new Map<string, Fraction>();
  for (const [id, payout] of due.payouts) {
    const now = [...due.segments.values()].flatMap((each) => each.waits.get(id) ?? []);
    const last = now.at(-1);
    if (!last) continue;
    const before = waiting.get(id) ?? ZERO;
    const waits = total(now.map((each) => each.waits));
    // What is taken back comes out of what waits, as far as that goes.
    const covers = last.isOpen ? ZERO : lowest(before, highest(ZERO, ZERO.minus(payout)));
    const released = last.isOpen ? before : ZERO;
    payouts.set(id, payout.minus(waits).plus(covers).plus(released));
    if (!isLast) open.set(id, before.plus(waits).minus(covers).minus(released));
  }
  const moved = [...payouts].map(([id, pays]) => pays.minus(due.payouts.get(id) ?? ZERO));
  return { payouts, earned: due.earned.plus(total(moved)), open };
}

export function defers({ whenNotMet }: GateDocument): boolean {
  return typeof whenNotMet === 'object' && 'defer' in whenNotMet;
}

export function paysAtEnd({ whenNotMet }: GateDocument): boolean {
  const isDeferring = typeof whenNotMet === 'object' && 'defer' in whenNotMet;
  return isDeferring && whenNotMet.defer.atYearEnd === 'pay';
}
