// Finds the place for a label beside a mark where it covers least of the curve.
// In: the mark, the label's lines, and what is drawn already. Out: where its lines stand.

export interface LabelPlace {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  /** From the top, with their baselines. */
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  /** What is laid under the text, so that it can be read over a line. */
  readonly back: Back;
}

export interface Back {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Corner {
  readonly x: number;
  readonly top: number;
  readonly anchor: LabelPlace['anchor'];
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Drawn {
  readonly bounds: Box;
  /** Points along the curve, close to each other. */
  readonly curve: readonly Spot[];
  readonly taken: Box;
}

/** In units of the chart: text of 8.5 with some air, and the mark's own size. */
const LETTER_WIDTH = 4.7;
const LINE_HEIGHT = 10.5;
const ASCENT = 8;
const GAP = 8;

const OUTSIDE = 1000;
const TAKEN = 50;

export function placeLabel(mark: Spot, texts: readonly string[], drawn: Drawn): LabelPlace {
  const cost = (corner: Corner): number => costOf(boxOf(texts, corner), drawn);
  const [first, ...others] = candidates(mark, texts.length * LINE_HEIGHT);
  const best = others.reduce((least, each) => (cost(each) < cost(least) ? each : least), first);
  return {
    x: best.x,
    anchor: best.anchor,
    lines: texts.map((text, index) => ({ text, y: best.top + ASCENT + index * LINE_HEIGHT })),
    back: backOf(boxOf(texts, best)),
  };
}

export function backOf({ left, right, top, bottom }: Box): Back {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function boxOf(texts: readonly string[], { x, top, anchor }: Corner): Box {
  const width = Math.max(...texts.map((each) => each.length)) * LETTER_WIDTH;
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top, bottom: top + texts.length * LINE_HEIGHT };
}

/** A rising curve leaves most room above it on the left and below it on the right. */
function candidates({ x, y }: Spot, height: number): [Corner, ...Corner[]] {
  const corner = (anchor: LabelPlace['anchor'], top: number): Corner => ({
    x: anchor === 'start' ? x + GAP : x - GAP,
    top,
    anchor,
  });
  const [above, below] = [y - height - 3, y + 4];
  const levels = [above, below, above - 12, below + 12, above - 28, below + 28];
  const rest = levels.flatMap((top) => [corner('start', top), corner('end', top)]);
  return [corner('end', above), corner('start', below), ...rest];
}

function costOf(box: Box, { bounds, curve, taken }: Drawn): number {
  const isOutside =
    box.left < bounds.left ||
    box.right > bounds.right ||
    box.top < bounds.top - ASCENT ||
    box.bottom > bounds.bottom;
  const covered = curve.filter((spot) => isInside(spot, box)).length;
  return covered + (isOutside ? OUTSIDE : 0) + (overlaps(box, taken) ? TAKEN : 0);
}

function isInside({ x, y }: Spot, box: Box): boolean {
  return x > box.left - 2 && x < box.right + 2 && y > box.top && y < box.bottom;
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    one.right > other.left &&
    one.top < other.bottom &&
    one.bottom > other.top
  );
}
