// Geometry of the statement's charts: the payout curve with "you are here", and attainment bars.
// In: exact points. Out: numbers for SVG attributes; templates draw them. Only places on paper
// pass through doubles here: every label of a figure is written by the formatter from exact text.

import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type Exact, exactText, type StatementCurve } from '../core/index.ts';
import { type LabelPlace, placeLabel, placeName } from './chart-label.ts';

export interface Tick {
  readonly place: number;
  readonly label: string;
}

export interface ChartMark {
  readonly x: number;
  readonly y: number;
}

export interface CurveChart {
  readonly width: number;
  readonly height: number;
  /** The rectangle of the axes. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Lower end of the ticks under the axis. */
  readonly tickEnd: number;
  readonly path: string;
  readonly corners: readonly ChartMark[];
  /** The name of the horizontal axis. */
  readonly xName: LabelPlace;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly here: (ChartMark & { readonly label: LabelPlace }) | undefined;
  /** What is paid, where a gate moved it off the curve. */
  readonly paid: ChartMark | undefined;
  /** The nearest place that pays more. */
  readonly next: ChartMark | undefined;
}

export interface CurveChartOptions {
  /** Both are drawn inside the axes: the lines beside the payee's mark, and the axis's name. */
  readonly hereLabel: readonly string[];
  readonly xLabel: string;
  readonly xTick: (place: number) => string;
  readonly yTick: (place: number) => string;
  /** What is paid after gates, where it is not what the curve gives. */
  readonly paid?: Exact;
}

const WIDTH = 320;
const HEIGHT = 118;
const AXES = { left: 40, right: 312, top: 16, bottom: 100, tickEnd: 103 };
/** A result this many curve widths beyond the last row stands at the edge of the chart. */
const REACH = 1.5;

export function curveChart(curve: StatementCurve, options: CurveChartOptions): CurveChart {
  const here = curve.here && pointOf(curve.here);
  const paid = options.paid && here && { at: here.at, pays: doubleOf(options.paid) };
  const rows = curve.rows.map(({ at }) => doubleOf(at));
  const whole = outlineOf(curve, here);
  const [from, to] = span(rows, here?.at, whole);
  const outline = clip(whole, from, to);
  const heights = [...outline, ...(paid ? [paid] : [])].map(({ pays }) => pays);
  const x = scaleLinear([from, to], [AXES.left, AXES.right]).clamp(true);
  const y = scaleLinear(verticalSpan(heights, curve.gives), [AXES.bottom, AXES.top]).nice(4);
  const mark = (point: Point): ChartMark => ({ x: tenth(x(point.at)), y: tenth(y(point.pays)) });
  const draw = line<Point>(
    (point) => x(point.at),
    (point) => y(point.pays),
  ).digits(1);
  const drawn = { bounds: AXES, curve: samples(outline.map(mark)) };
  const name = placeName(options.xLabel, drawn);
  const stand = here && mark(onOutline(here, outline));
  const inner = rows.filter((row) => row >= from && row <= to);
  return {
    width: WIDTH,
    height: HEIGHT,
    ...AXES,
    path: draw(outline) ?? '',
    corners: inner.map((at) => mark({ at, pays: heightAt(outline, at) })),
    xName: name,
    xTicks: ticks(x, 5, options.xTick),
    yTicks: ticks(y, 4, options.yTick),
    here: stand && { ...stand, label: placeLabel(stand, options.hereLabel, drawn, name.back) },
    paid: paid && mark(paid),
    next: curve.next && mark(pointOf(curve.next)),
  };
}

/** A curve that pays nothing anywhere, nor where the payee stands, says nothing as a picture. */
export function isFlat({ outline, here }: StatementCurve): boolean {
  return [...outline, ...(here ? [here] : [])].every(({ pays }) => pays.eq('0'));
}

interface Point {
  readonly at: number;
  readonly pays: number;
}

type Scale = ScaleLinear<number, number>;

const doubleOf = (figure: Exact): number => Number(exactText(figure));
const pointOf = ({ at, pays }: { at: Exact; pays: Exact }): Point => ({
  at: doubleOf(at),
  pays: doubleOf(pays),
});
const tenth = (place: number): number => Math.round(place * 10) / 10;

function outlineOf({ outline }: StatementCurve, here: Point | undefined): readonly Point[] {
  // Where the payee stands is one more point that the core calculated.
  const points = [...outline.map(pointOf), ...(here ? [here] : [])];
  return points.toSorted((left, right) => left.at - right.at);
}

/** From a little before the first row to a little beyond the last, with the payee in between. */
function span(
  rows: readonly number[],
  here: number | undefined,
  outline: readonly Point[],
): readonly [number, number] {
  const [first = 0, last = first] = [rows[0], rows.at(-1)];
  const known = outline.at(-1)?.at ?? last;
  const width = last - first || Math.abs(last) || known || 1;
  const [least, most] = [first - REACH * width, last + REACH * width];
  const near = here === undefined ? first : Math.min(Math.max(here, least), most);
  const margin = width * 0.15;
  const from = Math.min(first, near) - margin;
  const isAllPositive = Math.min(first, here ?? first) >= 0;
  return [isAllPositive ? Math.max(0, from) : from, Math.min(known, Math.max(last, near) + margin)];
}

/** A result far beyond the last row stands at the edge of the chart, on the line. */
function onOutline(here: Point, outline: readonly Point[]): Point {
  const [first, last] = [outline[0] ?? here, outline.at(-1) ?? here];
  if (here.at >= first.at && here.at <= last.at) return here;
  return here.at < first.at ? first : last;
}

/** Zero and full pay are always in sight. */
function verticalSpan(heights: readonly number[], gives: StatementCurve['gives']): number[] {
  const least = Math.min(0, ...heights);
  const most = Math.max(gives === 'ratio' ? 1 : 0, ...heights);
  return [least, (most === least ? least + 1 : most) * 1.05];
}

function clip(outline: readonly Point[], from: number, to: number): readonly Point[] {
  const inside = outline.filter(({ at }) => at > from && at < to);
  const edge = (at: number): Point => ({ at, pays: heightAt(outline, at) });
  return [edge(from), ...inside, edge(to)];
}

/** Between neighbours of the outline the curve is straight; beyond its ends it goes on level. */
function heightAt(outline: readonly Point[], at: number): number {
  const before = outline.findLast((point) => point.at <= at);
  const after = outline.find((point) => point.at > at);
  if (!before || !after) return (before ?? after)?.pays ?? 0;
  const part = (at - before.at) / (after.at - before.at);
  return before.pays + part * (after.pays - before.pays);
}

function ticks(scale: Scale, count: number, write: (place: number) => string): readonly Tick[] {
  return scale.ticks(count).map((each) => ({ place: tenth(scale(each)), label: write(each) }));
}

/** Points along the drawn line, steep parts too, not farther apart than a letter is wide. */
function samples(corners: readonly ChartMark[]): readonly ChartMark[] {
  return corners.flatMap((to, index) => {
    const from = corners[index - 1] ?? to;
    const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4) || 1;
    return Array.from({ length: count }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / count,
      y: from.y + ((to.y - from.y) * step) / count,
    }));
  });
}
