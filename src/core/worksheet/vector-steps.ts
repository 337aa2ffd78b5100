// What is done to columns, each step shown to be exact before or after it is taken: a bound that
// stays within safe integers, or else a look at the results. Columns are brought to the same places
// first. In: columns. Out: a column, or undefined where its whole numbers would not be safe.

import { FALSE, type FigureForm, Figures, type Flags, TRUE, UNKNOWN } from './deal-data.ts';
import type { Relation } from './operations.ts';
import * as loops from './vector-loops.ts';
import type { VectorSpace } from './vector-space.ts';

const MOST = Number.MAX_SAFE_INTEGER;
/** Numbers are compared as decided at 30 places; beyond them is dust. */
const DECIDED_PLACES = 30;
const MOST_PLACES_MORE = 15;

/** Where results go: kept, or scratch until the column is done. */
export interface Room {
  readonly space: VectorSpace;
  readonly isKept: boolean;
}

export type Combine = (left: Figures, right: Figures, room: Room) => Figures | undefined;

export const multiplied: Combine = (left, right, room) => {
  const [one, other] = [left.form, right.form];
  const form = {
    ...one,
    means: 'exact' as const,
    places: one.places + other.places,
    bound: one.bound * other.bound,
    isFull: one.isFull && other.isFull,
  };
  return filled(loops.multiplyLoop, left, right, form, room);
};

const aligned =
  (loop: loops.FigureLoop, boundOf: (left: number, right: number) => number): Combine =>
  (left, right, room) => {
    const places = Math.max(left.form.places, right.form.places);
    const first = atPlaces(left, places, room.space);
    const second = atPlaces(right, places, room.space);
    if (!first || !second || places > DECIDED_PLACES) return undefined;
    const form = {
      ...first.form,
      means: 'exact' as const,
      bound: boundOf(first.form.bound, second.form.bound),
      isFull: first.form.isFull && second.form.isFull,
    };
    return filled(loop, first, second, form, room);
  };

const sumOfBounds = (left: number, right: number): number => left + right;
export const added = aligned(loops.addLoop, sumOfBounds);
export const subtracted = aligned(loops.subtractLoop, sumOfBounds);
export const smaller = aligned(loops.minimumLoop, Math.max);
export const larger = aligned(loops.maximumLoop, Math.max);

/** The same figures with more places. */
function atPlaces(figures: Figures, places: number, space: VectorSpace): Figures | undefined {
  const more = places - figures.form.places;
  if (more === 0) return figures;
  if (more > MOST_PLACES_MORE) return undefined;
  const ten = 10 ** more;
  const one = space.figures(false, 0, figures.length, {
    ...figures.form,
    places: more,
    bound: ten,
    isFull: true,
  });
  one.units[one.from] = ten;
  return multiplied(figures, one, { space, isKept: false });
}

function filled(
  loop: loops.FigureLoop,
  left: Figures,
  right: Figures,
  form: FigureForm,
  { space, isKept }: Room,
): Figures | undefined {
  const mask = left.mask === 0 && right.mask === 0 ? 0 : -1;
  const into = space.figures(isKept, mask, left.length, form);
  loop(left, right, into);
  return settled(into);
}

/** A bound may say more than the figures do: then they are looked at. */
function settled(figures: Figures): Figures | undefined {
  if (figures.form.bound <= MOST) return figures;
  const bound = loops.largestUnits(figures);
  return bound <= MOST
    ? new Figures(figures.units, figures, { ...figures.form, bound })
    : undefined;
}

const COMPARISONS: Readonly<
  Record<
    Relation,
    { readonly loop: loops.CompareLoop; readonly swap: boolean; readonly flip: 0 | 3 }
  >
> = {
  '=': { loop: loops.equalLoop, swap: false, flip: 0 },
  '!=': { loop: loops.equalLoop, swap: false, flip: 3 },
  '<': { loop: loops.lessLoop, swap: false, flip: 0 },
  '>=': { loop: loops.lessLoop, swap: false, flip: 3 },
  '>': { loop: loops.lessLoop, swap: true, flip: 0 },
  '<=': { loop: loops.lessLoop, swap: true, flip: 3 },
};

export function compared(
  left: Figures,
  relation: Relation,
  right: Figures,
  { space, isKept }: Room,
): Flags | undefined {
  const places = Math.max(left.form.places, right.form.places);
  const first = atPlaces(left, places, space);
  const second = atPlaces(right, places, space);
  if (!first || !second || places > DECIDED_PLACES) return undefined;
  const { loop, swap, flip } = COMPARISONS[relation];
  const isFull = first.form.isFull && second.form.isFull;
  const mask = first.mask === 0 && second.mask === 0 ? 0 : -1;
  const into = space.flags(isKept, mask, first.length, isFull);
  if (swap) loop(second, first, flip, into);
  else loop(first, second, flip, into);
  if (!first.form.isFull) loops.unknownLoop(first, into);
  if (!second.form.isFull) loops.unknownLoop(second, into);
  return into;
}

/** One of two columns of figures; where nothing is unknown, by arithmetic instead of branches. */
export function chosen(
  when: Flags,
  yes: Figures,
  no: Figures,
  { space, isKept }: Room,
): Figures | undefined {
  const places = Math.max(yes.form.places, no.form.places);
  const first = atPlaces(yes, places, space);
  const second = atPlaces(no, places, space);
  // A column in which nothing is known does not know either what it would mean.
  if (!first || !second || first.form.means !== second.form.means) return undefined;
  const isFull = when.isFull && first.form.isFull && second.form.isFull;
  const form = { ...first.form, bound: Math.max(first.form.bound, second.form.bound), isFull };
  const into = space.figures(isKept, -1, when.length, form);
  const isPlain = isFull && first.form.bound + second.form.bound <= MOST;
  (isPlain ? loops.chooseLoop : loops.chooseKnownLoop)(when, first, second, into);
  return into;
}

export function chosenFlags(
  when: Flags,
  yes: Flags,
  no: Flags,
  { space, isKept }: Room,
): Flags | undefined {
  const isFull = when.isFull && yes.isFull && no.isFull;
  const into = space.flags(isKept, -1, when.length, isFull);
  loops.chooseFlagLoop(when, yes, no, into);
  return into;
}

export function joined(
  loop: loops.FlagLoop,
  left: Flags,
  right: Flags,
  { space, isKept }: Room,
): Flags {
  const into = space.flags(isKept, -1, left.length, left.isFull && right.isFull);
  loop(left, right, into);
  return into;
}

/** What false, unknown and true become; their bits leave one number between them unused. */
type FlagTable = readonly [number, number, 0, number];
const NOT: FlagTable = [TRUE, UNKNOWN, 0, FALSE];
const IS_KNOWN: FlagTable = [TRUE, FALSE, 0, TRUE];
const IN_FIGURES: FlagTable = [0, Number.NaN, 0, 1];

export const negated = mapped(NOT);
const areKnown = mapped(IS_KNOWN);

function mapped(table: FlagTable): (flags: Flags, room: Room) => Flags {
  return (flags, { space, isKept }) => {
    const isFull = flags.isFull || table[UNKNOWN] !== UNKNOWN;
    const into = space.flags(isKept, flags.mask, flags.length, isFull);
    loops.flagTableLoop(flags, table, into);
    return into;
  };
}

/** Whether each is known; an unknown figure is not even equal to itself. */
export function known(data: Figures | Flags, room: Room): Flags | undefined {
  if (!(data instanceof Figures)) return areKnown(data, room);
  const same = compared(data, '=', data, { space: room.space, isKept: false });
  return same && areKnown(same, room);
}

/** Flags as figures, so that they can be compared. */
export function inFigures(flags: Flags, space: VectorSpace): Figures {
  const { isFull } = flags;
  const form = { means: 'exact', places: 0, bound: 1, isFull } as const;
  const into = space.figures(false, flags.mask, flags.length, form);
  loops.figureTableLoop(flags, IN_FIGURES, into);
  return into;
}
