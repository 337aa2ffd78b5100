// What is done to columns of flags, in Kleene's logic: what is not known stays so unless another
// flag settles it. In: columns of flags or figures. Out: flags, or figures that stand for them.

import { FALSE, Figures, type Flags, type KnownFlag, TRUE, UNKNOWN } from './deal-data.ts';
import { comparedWith } from './vector-comparisons.ts';
import * as loops from './vector-loops.ts';
import type { Room } from './vector-room.ts';

export type CombineFlags = (left: Flags, right: Flags, room: Room) => Flags;

export const bothTrue = joining(loops.andLoop, FALSE);
export const eitherTrue = joining(loops.orLoop, TRUE);

/** One decisive flag settles what two of them come to; the other one changes nothing. */
function joining(loop: loops.FlagLoop, decisive: KnownFlag): CombineFlags {
  return (left, right, room) => {
    if (left.every !== undefined) return room.kept(left.every === decisive ? left : right);
    if (right.every !== undefined) return room.kept(right.every === decisive ? right : left);
    const into = room.flags(left.length, left.isFull && right.isFull);
    loop(inWords(left, room), inWords(right, room), into);
    return into;
  };
}

/** One of two columns of flags. */
export function chosenFlags(when: Flags, yes: Flags, no: Flags, room: Room): Flags | undefined {
  if (when.every !== undefined) return room.kept(when.every === TRUE ? yes : no);
  const isFull = when.isFull && yes.isFull && no.isFull;
  const into = room.flags(when.length, isFull);
  loops.chooseFlagLoop(when, yes, no, into);
  return into;
}

/** A part of a column may start anywhere; what is to be read word by word starts with one. */
function inWords(flags: Flags, { scratch }: Room): Flags {
  const { bytes, from, length, isFull } = flags;
  if (from % 4 === 0) return flags;
  const copy = scratch.flags(length, isFull);
  copy.bytes.set(bytes.subarray(from, from + length), copy.from);
  return copy;
}

/** What false, unknown and true become; their bits leave one number between them unused. */
type FlagTable = readonly [KnownFlag, number, 0, KnownFlag];
const NOT: FlagTable = [TRUE, UNKNOWN, 0, FALSE];
const IS_KNOWN: FlagTable = [TRUE, FALSE, 0, TRUE];
const IN_FIGURES = [0, Number.NaN, 0, 1];

export const negated = mapped(NOT);
export const areKnown = mapped(IS_KNOWN);

function mapped(table: FlagTable): (flags: Flags, room: Room) => Flags {
  return (flags, room) => {
    if (flags.every !== undefined) return room.everyFlag(table[flags.every], flags.length);
    const isFull = flags.isFull || table[UNKNOWN] !== UNKNOWN;
    const into = room.flags(flags.length, isFull);
    loops.flagTableLoop(flags, table, into);
    return into;
  };
}

/** Whether each is known; of figures, whether they are zero or not. */
export function known(data: Figures | Flags, room: Room): Flags {
  return areKnown(data instanceof Figures ? comparedWith(data, '=', 0, room.scratch) : data, room);
}

/** Flags as figures, so that they can be compared. */
export function inFigures(flags: Flags, scratch: Room): Figures {
  const { isFull } = flags;
  const range = { least: 0, most: 1 };
  const form = { means: 'exact', places: 0, ...range, isFull, texts: undefined } as const;
  const into = scratch.figures(flags.length, form);
  loops.figureTableLoop(flags, IN_FIGURES, into);
  return into;
}
