// What is done to columns of figures, each step shown to be exact before or after it is taken: a
// bound that stays within safe integers, or else a look at the results. Columns are brought to the
// same places first. In: columns. Out: a column; none where its whole numbers would not be safe.

import {
  boundOf,
  everyFigure,
  type FigureForm,
  Figures,
  type Flags,
  type Range,
  TRUE,
} from './deal-data.ts';
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
