// Numbers that look random and are the same for the same seed on every machine, so that what a
// search found can be found again. In: a seed. Out: a generator. Source: mulberry32 (Tommy
// Ettinger).

/** Whole numbers from 0 up to, and without, a bound. */
export type Draw = (bound: number) => number;

export function seeded(seed: number): Draw {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  };
}
