// Comparisons of columns: with one number, and of two columns by their difference. Where a column's
// range settles what all deals come to, they are not looked at one by one.
// In: columns of figures. Out: flags; nothing where the whole numbers would not be safe.

import type { Decimal } from '../decimal.ts';
import { FALSE, type Figures, type Flags, type KnownFlag, type Range, TRUE } from './deal-data.ts';
import type { Relation } from './operations.ts';
import * as loops from './vector-loops.ts';
import type { Room } from './vector-room.ts';
import { atPlaces, DECIDED_PLACES, subtracted } from './vector-steps.ts';

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
