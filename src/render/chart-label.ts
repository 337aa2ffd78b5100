// Finds the place for a label in a chart where it covers least of the curve: beside a mark, or in
// a corner for the name of an axis. In: the lines of the label and what is drawn already.
// Out: where its lines stand.

export interface LabelPlace {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  /** From the top, with their baselines. */
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  /** What is laid under the text, so that it can be read over a line. */
  readonly back: Rectangle;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Drawn {
  /** The axes. */
  readonly bounds: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Points along the curve, close to each other. */
  readonly curve: readonly Spot[];
}

/** Where a label begins or ends, and its upper edge. */
interface Corner {
  readonly x: number;
  readonly top: number;
  readonly anchor: LabelPlace['anchor'];
}

/** In units of the chart: text of 8.5 with some air, and the mark's own size. */
const LETTER_WIDTH = 4.7;
const LINE_HEIGHT = 10.5;
const ASCENT = 8;
const GAP = 8;

const OUTSIDE = 1000;
const TAKEN = 50;

/** A rising curve leaves most room above it on the left and below it on the right. */
export function placeLabel(
  { x, y }: Spot,
  texts: readonly string[],
  drawn: Drawn,
  taken: Rectangle,
): LabelPlace {
  const height = texts.length * LINE_HEIGHT;
  const start = (top: number): Corner => ({ x: x + GAP, top, anchor: 'start' });
  const end = (top: number): Corner => ({ x: x - GAP, top, anchor: 'end' });
  const [above, below] = [y - height - 3, y + 4];
  const levels = [above, below, above - 12, below + 12, above - 28, below + 28];
  const rest = levels.flatMap((top) => [start(top), end(top)]);
  return cheapest([end(above), start(below), ...rest], texts, (box) => {
    return costOf(box, drawn) + (overlaps(box, taken) ? TAKEN : 0);
  });
}

/** The name of the horizontal axis: above its end, or else its start, or at the top. */
export function placeName(text: string, drawn: Drawn): LabelPlace {
  const { left, right, top, bottom } = drawn.bounds;
  const corners: readonly [Corner, ...Corner[]] = [
    { x: right, top: bottom - 12, anchor: 'end' },
    { x: left + 4, top: bottom - 12, anchor: 'start' },
    { x: right, top: top - 6, anchor: 'end' },
  ];
  return cheapest(corners, [text], (box) => costOf(box, drawn));
}

function cheapest(
  corners: readonly [Corner, ...Corner[]],
  texts: readonly string[],
  cost: (box: Rectangle) => number,
): LabelPlace {
  const priced = corners.map((corner) => ({ corner, cost: cost(boxOf(texts, corner)) }));
  const least = Math.min(...priced.map((each) => each.cost));
  const { corner } = priced.find((each) => each.cost === least) ?? { corner: corners[0] };
  return {
    x: corner.x,
    anchor: corner.anchor,
    lines: texts.map((text, index) => ({ text, y: corner.top + ASCENT + index * LINE_HEIGHT })),
    back: boxOf(texts, corner),
  };
}

function boxOf(texts: readonly string[], { x, top, anchor }: Corner): Rectangle {
  const width = Math.max(...texts.map((each) => each.length)) * LETTER_WIDTH;
  const height = texts.length * LINE_HEIGHT;
  return { x: anchor === 'start' ? x : x - width, y: top, width, height };
}

function costOf(box: Rectangle, { bounds, curve }: Drawn): number {
  const isOutside =
    box.x < bounds.left ||
    box.x + box.width > bounds.right ||
    box.y < bounds.top - ASCENT ||
    box.y + box.height > bounds.bottom;
  return curve.filter((spot) => covers(box, spot)).length + (isOutside ? OUTSIDE : 0);
}

function covers({ x, y, width, height }: Rectangle, spot: Spot): boolean {
  return spot.x > x - 2 && spot.x < x + width + 2 && spot.y > y && spot.y < y + height;
}

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    one.x + one.width > other.x &&
    one.y < other.y + other.height &&
    one.y + one.height > other.y
  );
}
