// The exact and the fast view beside three peers and the hand-written loop: 10,000 payees with 100
// deals each, the same gated and tiered plan in all of them. Timed is what each does anew for every
// calculation, from its own form of a payee's figures and deals to the payout, and for the exact
// view to all cells and columns; reading and bringing deals into that form is not, for anybody.
// In: nothing. Out: payees a second, ratios, and how many payees are paid other cents than exact
// fractions come to.

import { exactView } from './engines/exact-view.ts';
import { fastView } from './engines/fast-view.ts';
import { handwritten } from './engines/handwritten.ts';
import { hyperFormula } from './engines/hyper-formula.ts';
import { rulesEngine } from './engines/rules-engine.ts';
import { zen, zenOverObjects } from './engines/zen.ts';
import { BATCH, DEALS_EACH, PAYEES } from './extent.ts';
import { type Entrant, race, type Standing } from './race.ts';
import type { Result } from './result.ts';

const ROUNDS = 3;

/** What a reader should know of our own lanes; peers pay in doubles and keep only the payout. */
const NOTES: Readonly<Record<string, string>> = {
  'exact-payees-per-second': `${DEALS_EACH} deals each, all cells and columns kept`,
  'fast-payees-per-second': `${DEALS_EACH} deals each, in doubles, the payout kept`,
  'handwritten-payees-per-second': `${DEALS_EACH} deals each, a loop over doubles`,
};

/** By the name of the result; what is slow pays fewer payees of each batch. */
const entrants = (): Readonly<Record<string, Entrant>> => ({
  'exact-payees-per-second': { engine: exactView(), share: BATCH },
  'fast-payees-per-second': { engine: fastView(), share: BATCH },
  'handwritten-payees-per-second': { engine: handwritten, share: BATCH },
  'peer-zen': { engine: zen(), share: BATCH / 2 },
  'peer-zen-deal-objects': { engine: zenOverObjects(), share: BATCH / 5 },
  'peer-hyperformula': { engine: hyperFormula(), share: BATCH / 10 },
  'peer-json-rules-engine': { engine: rulesEngine(), share: BATCH / 25 },
});

export async function raceResults(log: (line: string) => void): Promise<readonly Result[]> {
  const entered = entrants();
  const standings = await race(Object.values(entered), {
    payees: PAYEES,
    dealsEach: DEALS_EACH,
    batch: BATCH,
    rounds: ROUNDS,
    onBatch: (done, total) => log(`${done} of ${total} payees`),
  });
  const named = new Map(Object.keys(entered).map((name, index) => [name, standings[index]]));
  const [exact, fast, byHand] = [...named.values()] as [Standing, Standing, Standing];
  if (exact.centsOff > 0) throw new Error(`the exact view is off for ${exact.centsOff} payees`);
  const peers = standings.filter((each) => ![exact, fast, byHand].includes(each));
  const best = Math.max(...peers.map(({ payeesPerSecond }) => payeesPerSecond));
  return [
    {
      name: 'exact-over-best-peer',
      value: exact.payeesPerSecond / best,
      unit: 'times faster',
      note: 'goal: 10 or more',
    },
    {
      name: 'exact-over-handwritten',
      value: byHand.payeesPerSecond / exact.payeesPerSecond,
      unit: 'times slower',
      note: 'goal: 10 or less',
    },
    {
      name: 'fast-over-handwritten',
      value: byHand.payeesPerSecond / fast.payeesPerSecond,
      unit: 'times slower',
      note: 'goal: 5 or less',
    },
    ...[...named].flatMap(([name, standing]) => resultsOf(name, standing as Standing)),
  ];
}

function resultsOf(
  name: string,
  { payeesPerSecond, payees, centsOff }: Standing,
): readonly Result[] {
  const note = NOTES[name];
  return [
    { name, value: payeesPerSecond, unit: 'payees/s', ...(note && { note }) },
    { name: `${name}-cents-off`, value: centsOff, unit: `of ${payees} payees` },
  ];
}
