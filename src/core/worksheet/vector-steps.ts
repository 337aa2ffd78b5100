// What is done to columns, each step shown to be exact before or after it is taken: a bound that
// stays within safe integers, or else a look at the results. Columns are brought to the same places
// first. In: columns. Out: a column, or undefined where its whole numbers would not be safe.

import type { Decimal } from '../decimal.ts';
import { FALSE, type FigureForm, Figures, type Flags, TRUE, UNKNOWN } from './deal-data.ts';
import type { Relation } from './operations.ts';
import * as loops from './vector-loops.ts';
import type { Room } from './vector-room.ts';

const MOST = Number.MAX_SAFE_INTEGER;
/** Numbers are compared as decided at 30 places; beyond them is dust. */
export const DECIDED_PLACES = 30;
const MOST_PLACES_MORE = 15;

export type Combine = (left: Figures, right: Figures, room: Room) => Figures | undefined;

export const multiplied: Combine = (left, right, room) => {
  const form = exactForm(left, right, left.form.bound * right.form.bound);
  return filled(loops.multiplyLoop, left, right, form, room);
};

const aligned =
  (loop: loops.FigureLoop, boundOf: (left: number, right: number) => number): Combine =>
  (left, right, room) => {
    const places = Math.max(left.form.places, right.form.places);
    const first = atPlaces(left, places, room);
    const second = atPlaces(right, places, room);
    if (!first || !second || places > DECIDED_PLACES) return undefined;
    const form = exactForm(first, second, boundOf(first.form.bound, second.form.bound), places);
    return filled(loop, first, second, form, room);
  };

const sumOfBounds = (left: number, right: number): number => left + right;
export const added = aligned(loops.addLoop, sumOfBounds);
export const subtracted = aligned(loops.subtractLoop, sumOfBounds);
export const smaller = aligned(loops.minimumLoop, Math.max);
export const larger = aligned(loops.maximumLoop, Math.max);

/** Of a product the places add up; other operations say theirs. */
function exactForm(
  { form: left }: Figures,
  { form: right }: Figures,
  bound: number,
  places = left.places + right.places,
): FigureForm {
  const isFull = left.isFull && right.isFull;
  return { means: 'exact', places, bound, isFull, texts: undefined };
}

/** The same figures with more places. */
export function atPlaces(figures: Figures, places: number, { scratch }: Room): Figures | undefined {
  const more = places - figures.form.places;
  if (more === 0) return figures;
  if (more > MOST_PLACES_MORE) return undefined;
  const [bound, { isFull }] = [figures.form.bound * 10 ** more, figures.form];
  const form = { means: 'exact', places, bound, isFull, texts: undefined } as const;
  const into = scratch.figures(figures.length, form);
  loops.scaleLoop(figures, 10 ** more, into);
  return bound <= MOST ? into : settled(into);
}

function filled(
  loop: loops.FigureLoop,
  left: Figures,
  right: Figures,
  form: FigureForm,
  room: Room,
): Figures | undefined {
  const into = room.figures(left.length, form);
  loop(left, right, into);
  return form.bound <= MOST ? into : settled(into);
}

/** The bound says more than the figures may do: they are looked at. */
function settled(figures: Figures): Figures | undefined {
  const bound = loops.largestUnits(figures);
  return bound <= MOST
    ? new Figures(figures.units, figures, { ...figures.form, bound })
    : undefined;
}

/** Among whole numbers, those above one are those that are not below the next. */
const COMPARISONS: Readonly<
  Record<Relation, { readonly loop: loops.CompareLoop; readonly next: 0 | 1; readonly flip: 0 | 3 }>
> = {
  '=': { loop: loops.equalLoop, next: 0, flip: 0 },
  '!=': { loop: loops.equalLoop, next: 0, flip: 3 },
  '<': { loop: loops.lessLoop, next: 0, flip: 0 },
  '>=': { loop: loops.lessLoop, next: 0, flip: 3 },
  '<=': { loop: loops.lessLoop, next: 1, flip: 0 },
  '>': { loop: loops.lessLoop, next: 1, flip: 3 },
};

/** Compares figures with one number, given in their units. */
export function comparedWith(
  figures: Figures,
  relation: Relation,
  units: number,
  room: Room,
): Flags {
  const { loop, next, flip } = COMPARISONS[relation];
  const { isFull } = figures.form;
  const into = room.flags(figures.length, isFull);
  loop(figures, units + next, flip, into);
  if (!isFull) loops.unknownLoop(figures, into);
  return into;
}

export function comparedWithNumber(
  figures: Figures,
  relation: Relation,
  number: Decimal,
  room: Room,
): Flags | undefined {
  const places = Math.max(figures.form.places, number.places);
  const units = number.unitsAt(places);
  if (places > DECIDED_PLACES || Number.isNaN(units)) return undefined;
  const scaled = atPlaces(figures, places, room);
  return scaled && comparedWith(scaled, relation, units, room);
}

/** Compares two columns: their difference with nothing. */
export function compared(
  left: Figures,
  relation: Relation,
  right: Figures,
  room: Room,
): Flags | undefined {
  const difference = subtracted(left, right, room.scratch);
  return difference && comparedWith(difference, relation, 0, room);
}

/** One of two columns of figures; where nothing is unknown, by arithmetic instead of branches. */
export function chosen(when: Flags, yes: Figures, no: Figures, room: Room): Figures | undefined {
  const places = Math.max(yes.form.places, no.form.places);
  const first = atPlaces(yes, places, room);
  const second = atPlaces(no, places, room);
  // A column in which nothing is known does not know either what it would mean.
  if (!first || !second || first.form.means !== second.form.means) return undefined;
  const isFull = when.isFull && first.form.isFull && second.form.isFull;
  const { means, texts } = first.form;
  const bound = Math.max(first.form.bound, second.form.bound);
  const form = { means, places, bound, isFull, texts };
  const into = room.figures(when.length, form);
  const isPlain = isFull && first.form.bound + second.form.bound <= MOST;
  (isPlain ? loops.chooseLoop : loops.chooseKnownLoop)(when, first, second, into);
  return into;
}

export function chosenFlags(when: Flags, yes: Flags, no: Flags, room: Room): Flags | undefined {
  const isFull = when.isFull && yes.isFull && no.isFull;
  const into = room.flags(when.length, isFull);
  loops.chooseFlagLoop(when, yes, no, into);
  return into;
}

export function joined(loop: loops.FlagLoop, left: Flags, right: Flags, room: Room): Flags {
  const into = room.flags(left.length, left.isFull && right.isFull);
  loop(inWords(left, room), inWords(right, room), into);
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
type FlagTable = readonly [number, number, 0, number];
const NOT: FlagTable = [TRUE, UNKNOWN, 0, FALSE];
const IS_KNOWN: FlagTable = [TRUE, FALSE, 0, TRUE];
const IN_FIGURES: FlagTable = [0, Number.NaN, 0, 1];

export const negated = mapped(NOT);
export const areKnown = mapped(IS_KNOWN);

function mapped(table: FlagTable): (flags: Flags, room: Room) => Flags {
  return (flags, room) => {
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
  const form = { means: 'exact', places: 0, bound: 1, isFull, texts: undefined } as const;
  const into = scratch.figures(flags.length, form);
  loops.figureTableLoop(flags, IN_FIGURES, into);
  return into;
}
