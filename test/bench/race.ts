// The race: all engines calculate the same payees in one process, batch after batch in turns, so
// that a busy machine slows all of them. Each batch is loaded once and paid by every engine in
// every round; its time is the median of the rounds, which a pause of the machine does not move.
// In: engines with their shares. Out: payees a second, and how many are paid other cents.

import type { Engine, LoadedPayees } from './engines/engine.ts';
import { centsByFractions } from './engines/fractions.ts';
import { type MadePayee, makePayee } from './made-payees.ts';
import { median } from './median.ts';

export interface Entrant {
  readonly engine: Engine;
  /** How many payees of each batch it is given: slow engines get fewer, and are scaled. */
  readonly share: number;
}

const WARM_UP_ROUNDS = 12;

export interface RaceOptions {
  readonly payees: number;
  readonly dealsEach: number;
  readonly batch: number;
  readonly rounds: number;
  readonly onBatch: (done: number, total: number) => void;
}

export interface Standing {
  readonly name: string;
  readonly payees: number;
  readonly payeesPerSecond: number;
  /** How many of its payees are paid other cents than exact fractions come to. */
  readonly centsOff: number;
}

/** An entrant on its way. */
interface Lane extends Entrant {
  milliseconds: number;
  payees: number;
  centsOff: number;
}

export async function race(
  entrants: readonly Entrant[],
  { payees, batch, rounds, dealsEach, onBatch }: RaceOptions,
): Promise<readonly Standing[]> {
  const made = (from: number): MadePayee[] =>
    Array.from({ length: batch }, (_, index) => makePayee(from + index, dealsEach));
  const openLanes = (): readonly Lane[] =>
    entrants.map((entrant) => ({ ...entrant, milliseconds: 0, payees: 0, centsOff: 0 }));
  // One batch beyond the last warms everything up and counts for nothing: as often as it takes until
  // all engines run compiled, which was measured to be three batches of three rounds.
  await runBatch(openLanes(), made(payees), WARM_UP_ROUNDS);
  const lanes = openLanes();
  for (let from = 0; from < payees; from += batch) {
    await runBatch(lanes, made(from), rounds);
    onBatch(Math.min(from + batch, payees), payees);
  }
  return lanes.map(standingOf);
}

async function runBatch(
  lanes: readonly Lane[],
  made: readonly MadePayee[],
  rounds: number,
): Promise<void> {
  const running = lanes.map((lane) => ({
    lane,
    loaded: lane.engine.load(made.slice(0, lane.share)),
    times: [] as number[],
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { loaded, times } of running) times.push(await millisecondsToPay(loaded));
  }
  const right = made.map(centsByFractions);
  for (const { lane, loaded, times } of running) {
    const cents = loaded.cents();
    lane.milliseconds += median(times);
    lane.payees += cents.length;
    lane.centsOff += cents.filter((each, payee) => each !== right[payee]).length;
  }
}

/**
 * Milliseconds of the second of two payments: the first clears away what the engine before it left
 * in caches and on the heap. Collecting garbage by force instead throws optimized code away, and
 * was measured to slow tight loops fourfold.
 */
export async function millisecondsToPay({ pay }: LoadedPayees): Promise<number> {
  await pay();
  const start = performance.now();
  await pay();
  return performance.now() - start;
}

function standingOf({ engine, milliseconds, payees, centsOff }: Lane): Standing {
  const payeesPerSecond = (payees * 1000) / milliseconds;
  return { name: engine.name, payees, payeesPerSecond, centsOff };
}
