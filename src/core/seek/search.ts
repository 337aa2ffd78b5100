// Searches all places of a row for the first whose figure reaches a goal, or for the highest
// figure, without looking at each: what the bounds of a stretch rule out is passed over, and only
// single places are decided exactly. So the answer is the first one, however the figure jumps or
// falls. In: bounds of stretches, and figures of places. Out: places. Source: branch and bound.

export interface Row {
  /** No figure from `first` to `last` is higher than this. */
  readonly highest: (first: number, last: number) => number;
  /** Whether a place reaches the goal, decided exactly. */
  readonly reaches: (place: number) => boolean;
}

/** Less than any payment, more than doubles lose. */
const HAIR = 1e-6;

/** The place nearest to `from` that reaches a goal, on the way to `to`; undefined if none does. */
export function firstReaching(
  { highest, reaches }: Row,
  goal: number,
  from: number,
  to: number,
): number | undefined {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  if (highest(first, last) < goal - HAIR) return undefined;
  if (first === last) return reaches(first) ? first : undefined;
  const middle = Math.floor((first + last) / 2);
  const halves: readonly (readonly [number, number])[] =
    from <= to
      ? [
          [first, middle],
          [middle + 1, last],
        ]
      : [
          [last, middle + 1],
          [middle, first],
        ];
  for (const [near, far] of halves) {
    const found = firstReaching({ highest, reaches }, goal, near, far);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The highest figure of all, in doubles. */
export function highestOf(
  highest: Row['highest'],
  figure: (place: number) => number,
  last: number,
): number {
  let best = Math.max(figure(0), figure(last));
  const visit = (first: number, end: number, bound: number): void => {
    if (bound <= best + HAIR || first === end) return;
    const middle = Math.floor((first + end) / 2);
    best = Math.max(best, figure(middle), figure(middle + 1));
    const halves = [
      [first, middle],
      [middle + 1, end],
    ] as const;
    const bounded = halves.map(([from, to]) => [from, to, highest(from, to)] as const);
    // The more promising half first: what it finds often rules out the other.
    for (const [from, to, most] of bounded.sort((one, other) => other[2] - one[2])) {
      visit(from, to, most);
    }
  };
  visit(0, last, highest(0, last));
  return best;
}
