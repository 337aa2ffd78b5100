// Geometry of what a plan costs at rising attainments: the components' payouts on top of each
// other, what is paid of them with all gates met, and what with none. In: costs. Out: numbers for
// SVG attributes. Only places on the picture pass through doubles.

import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { type CostAt, type Exact, exactText } from '../../core/index.ts';
import type { ChartMark, Tick } from '../charts.ts';

export interface CostChart {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly tickEnd: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** From the bottom up, in the order of the components. */
  readonly areas: readonly { readonly tone: string; readonly path: string }[];
  readonly paid: string;
  /** Undefined where gates make no difference. */
  readonly ungated: string | undefined;
  /** What is paid where everything stands at 100 %. */
  readonly full: ChartMark;
}

export interface CostChartOptions {
  /** Ids of the components, from the bottom up. */
  readonly components: readonly string[];
  readonly xTick: (place: number) => string;
  readonly yTick: (place: number) => string;
}

const AXES = { left: 46, right: 300, top: 16, bottom: 170, tickEnd: 173 };
const TONES = 6;
/** Full attainment, at which plans are compared. */
const FULL = 1;

interface Layer {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

export function costChart(costs: readonly CostAt[], options: CostChartOptions): CostChart {
  const points = costs.map((cost) => ({
    at: doubleOf(cost.attainment),
    paid: doubleOf(cost.paid),
    ungated: doubleOf(cost.paidUngated),
  }));
  const layers = options.components.map((_, index) =>
    costs.map((cost): Layer => {
      const payouts = options.components.map((each) => doubleOf(cost.payouts.get(each)));
      const low = sum(payouts.slice(0, index));
      return { at: doubleOf(cost.attainment), low, high: low + (payouts[index] ?? 0) };
    }),
  );
  const heights = [...layers.flat().map(({ high }) => high), ...points.map(({ paid }) => paid)];
  const end = points.at(-1)?.at ?? FULL;
  const x = scaleLinear([0, end], [AXES.left, AXES.right]);
  const y = scaleLinear(
    [Math.min(0, ...heights), Math.max(1, ...heights)],
    [AXES.bottom, AXES.top],
  );
  y.nice(5);
  const draw = (pick: (point: (typeof points)[number]) => number): string =>
    line<(typeof points)[number]>(
      ({ at }) => x(at),
      (point) => y(pick(point)),
    ).digits(1)(points) ?? '';
  const fill = area<Layer>(
    ({ at }) => x(at),
    ({ low }) => y(low),
    ({ high }) => y(high),
  ).digits(1);
  const full = points.findLast(({ at }) => at <= FULL);
  const isGated = points.some(({ paid, ungated }) => paid !== ungated);
  return {
    ...AXES,
    xTicks: x.ticks(6).map((each) => ({ place: tenth(x(each)), label: options.xTick(each) })),
    yTicks: y.ticks(5).map((each) => ({ place: tenth(y(each)), label: options.yTick(each) })),
    areas: layers.map((layer, index) => ({ tone: toneOf(index), path: fill(layer) ?? '' })),
    paid: draw(({ paid }) => paid),
    ungated: isGated ? draw(({ ungated }) => ungated) : undefined,
    full: { x: tenth(x(FULL)), y: tenth(y(full?.paid ?? 0)) },
  };
}

/** The class of the nth component's area. */
export function toneOf(index: number): string {
  return `tone-${index % TONES}`;
}

const doubleOf = (figure: Exact | undefined): number => (figure ? Number(exactText(figure)) : 0);
const sum = (figures: readonly number[]): number => figures.reduce((all, each) => all + each, 0);
const tenth = (place: number): number => Math.round(place * 10) / 10;
