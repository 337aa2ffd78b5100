// What is done to columns, each step shown to be exact before or after it is taken: a bound that
// stays within safe integers, or else a look at the results. Columns are brought to the same places
// first. In: columns. Out: a column, or undefined where its whole numbers would not be safe.

import type { Decimal } from '../decimal.ts';
import {
  boundOf,
  everyFigure,
  FALSE,
  type FigureForm,
  Figures,
  type Flags,
  type KnownFlag,
  type Range,
  TRUE,
  UNKNOWN,
} from './deal-data.ts';
import type { Relation } from './operations.ts';
import * as loops from './vector-loops.ts';
import type { Room } from './vector-room.ts';

const MOST = Number.MAX_SAFE_INTEGER;
/** Numbers are compared as decided at 30 places; beyond them is dust. */
export const DECIDED_PLACES = 30;
const MOST_PLACES_MORE = 15;

export type Combine = (left: Figures, right: Figures, room: Room) => Figures | undefined;

export const multiplied: Combine = (left, right, room) => {
  if (isEveryOne(right)) return room.kept(left);
  if (isEveryOne(left)) return room.kept(right);
  const form = exactForm(left, right, productOf(left.form, right.form));
  return filled(loops.multiplyLoop, left, right, form, room);
};

function isEveryOne({ form }: Figures): boolean {
  return form.places === 0 && everyFigure(form) === 1;
}

const aligned =
  (loop: loops.FigureLoop, combinedRange: (left: Range, right: Range) => Range): Combine =>
  (left, right, room) => {
    const places = Math.max(left.form.places, right.form.places);
    const first = atPlaces(left, places, room);
    const second = atPlaces(right, places, room);
    if (!first || !second || places > DECIDED_PLACES) return undefined;
    const form = exactForm(first, second, combinedRange(first.form, second.form), places);
    return filled(loop, first, second, form, room);
  };

export const added = aligned(loops.addLoop, (left, right) => ({
  least: left.least + right.least,
  most: left.most + right.most,
}));
export const subtracted = aligned(loops.subtractLoop, (left, right) => ({
  least: left.least - right.most,
  most: left.most - right.least,
}));
export const smaller = aligned(loops.minimumLoop, (left, right) => ({
  least: Math.min(left.least, right.least),
  most: Math.min(left.most, right.most),
}));
export const larger = aligned(loops.maximumLoop, (left, right) => ({
  least: Math.max(left.least, right.least),
  most: Math.max(left.most, right.most),
}));

function productOf(left: Range, right: Range): Range {
  const [low, high] = [left.least * right.least, left.most * right.most];
  const [one, other] = [left.least * right.most, left.most * right.least];
  return { least: Math.min(low, high, one, other), most: Math.max(low, high, one, other) };
}

/** Of a product the places add up; other operations say theirs. */
function exactForm(
  { form: left }: Figures,
  { form: right }: Figures,
  { least, most }: Range,
  places = left.places + right.places,
): FigureForm {
  const isFull = left.isFull && right.isFull;
  return { means: 'exact', places, least, most, isFull, texts: undefined };
}

/** The same figures with more places. */
export function atPlaces(figures: Figures, places: number, { scratch }: Room): Figures | undefined {
  const more = places - figures.form.places;
  if (more === 0) return figures;
  if (more > MOST_PLACES_MORE) return undefined;
  const ten = 10 ** more;
  const { least, most, isFull } = figures.form;
  const range = { least: least * ten, most: most * ten };
  const form = { means: 'exact', places, ...range, isFull, texts: undefined } as const;
  const into = scratch.figures(figures.length, form);
  loops.scaleLoop(figures, ten, into);
  return settled(into);
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
  return settled(into);
}

/** Where the bound says more than the figures may do, they are looked at. */
function settled(figures: Figures): Figures | undefined {
  const { units, form } = figures;
  if (boundOf(form) <= MOST) return figures;
  const range = loops.rangeOf(units, figures);
  return boundOf(range) <= MOST ? new Figures(units, figures, { ...form, ...range }) : undefined;
}

/** A comparison with one number: deal by deal, and of all deals where their range decides it. */
interface Comparison {
  readonly loop: loops.CompareLoop;
  readonly every: (range: Range, number: number) => KnownFlag | undefined;
}

const EQUAL: Comparison = {
  loop: loops.equalLoop,
  every: ({ least, most }, number) => {
    if (number < least || number > most) return FALSE;
    return least === most ? TRUE : undefined;
  },
};

const LESS: Comparison = {
  loop: loops.lessLoop,
  every: ({ least, most }, number) => {
    if (most < number) return TRUE;
    return least >= number ? FALSE : undefined;
  },
};

interface RelationTo {
  readonly by: Comparison;
  /** Among whole numbers, those above one are those that are not below the next. */
  readonly next: 0 | 1;
  readonly flip: KnownFlag;
}

const RELATIONS: Readonly<Record<Relation, RelationTo>> = {
  '=': { by: EQUAL, next: 0, flip: FALSE },
  '!=': { by: EQUAL, next: 0, flip: TRUE },
  '<': { by: LESS, next: 0, flip: FALSE },
  '>=': { by: LESS, next: 0, flip: TRUE },
  '<=': { by: LESS, next: 1, flip: FALSE },
  '>': { by: LESS, next: 1, flip: TRUE },
};

/** Compares figures with one number, given in their units. */
export function comparedWith(
  figures: Figures,
  relation: Relation,
  units: number,
  room: Room,
): Flags {
  const { by, next, flip } = RELATIONS[relation];
  const { length, form } = figures;
  const every = form.isFull ? by.every(form, units + next) : undefined;
  if (every !== undefined) return room.everyFlag(every === flip ? FALSE : TRUE, length);
  const into = room.flags(length, form.isFull);
  by.loop(figures, units + next, flip, into);
  if (!form.isFull) loops.unknownLoop(figures, into);
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
  if (when.every !== undefined) return room.kept(when.every === TRUE ? yes : no);
  const places = Math.max(yes.form.places, no.form.places);
  const first = atPlaces(yes, places, room);
  const second = atPlaces(no, places, room);
  // A column in which nothing is known does not know either what it would mean.
  if (!first || !second || first.form.means !== second.form.means) return undefined;
  const isFull = when.isFull && first.form.isFull && second.form.isFull;
  const { means, texts } = first.form;
  const least = Math.min(first.form.least, second.form.least);
  const most = Math.max(first.form.most, second.form.most);
  const into = room.figures(when.length, { means, places, least, most, isFull, texts });
  chooseLoopFor(isFull, first.form, second.form)(when, first, second, into);
  return into;
}

function chooseLoopFor(isFull: boolean, yes: FigureForm, no: FigureForm): loops.ChooseLoop {
  if (everyFigure(yes) !== undefined && everyFigure(no) !== undefined) return loops.chooseOneLoop;
  return isFull && boundOf(yes) + boundOf(no) <= MOST ? loops.chooseLoop : loops.chooseKnownLoop;
}

export function chosenFlags(when: Flags, yes: Flags, no: Flags, room: Room): Flags | undefined {
  if (when.every !== undefined) return room.kept(when.every === TRUE ? yes : no);
  const isFull = when.isFull && yes.isFull && no.isFull;
  const into = room.flags(when.length, isFull);
  loops.chooseFlagLoop(when, yes, no, into);
  return into;
}

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
