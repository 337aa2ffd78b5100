// What the race asks of an engine: take payees in whatever form suits it, then pay them.
// In: payees as they were made. Out: payouts in cents, so that engines can be compared.

import type { MadePayee } from '../made-payees.ts';

export interface Engine {
  readonly name: string;
  /** Brings payees into the engine's own form; this is not timed. */
  readonly load: (payees: readonly MadePayee[]) => LoadedPayees;
}

export interface LoadedPayees {
  /** Calculates all payees anew and keeps what it calculated; this is timed. */
  readonly pay: () => Promise<void> | void;
  /** What the last `pay` came to, payee by payee, in cents; this is not timed. */
  readonly cents: () => readonly number[];
}

/** An engine that pays in doubles, all payees of a batch in one call. */
export function overDoubles<Prepared>(
  name: string,
  prepare: (payee: MadePayee) => Prepared,
  payAll: (payees: readonly Prepared[]) => Promise<readonly number[]> | readonly number[],
): Engine {
  return {
    name,
    load: (made) => {
      const payees = made.map(prepare);
      let payouts: readonly number[] = [];
      return {
        pay: async () => {
          payouts = await payAll(payees);
        },
        cents: () => payouts.map((payout) => Math.round(payout * 100)),
      };
    },
  };
}
