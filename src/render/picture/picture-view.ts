// A plan's drawings as text and geometry, ready for templates: one for each curve, and one of what
// a year costs. In: the picture and the reader's locale. Out: views, every field present.

import type { CostAt, PicturedComponent, PlanPicture } from '../../core/index.ts';
import type { ChartView } from '../chart-view.ts';
import { letterEnglish } from '../letter/letter-wording.ts';
import { planCurve } from '../plan-curve.ts';
import { type CostChart, costChart, toneOf } from './cost-chart.ts';
import { type PictureDesk, pictureDesk, planTitle, whose } from './picture-desk.ts';

export interface PictureView {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly heading: string;
  readonly note: string;
  readonly width: number;
  readonly height: number;
  /** On a screen, unless a page says otherwise. */
  readonly shownWidth: number;
  readonly shownHeight: number;
  readonly drawingTop: number;
  readonly chart: ChartView | undefined;
  readonly cost: CostView | undefined;
}

export interface CostView extends CostChart {
  readonly xLabel: string;
  readonly yLabel: string;
  readonly legendLeft: number;
  readonly legendLineEnd: number;
  readonly legendText: number;
  readonly legend: readonly LegendEntry[];
}

interface LegendEntry {
  readonly label: string;
  readonly tone: string;
  readonly isLine: boolean;
  readonly box: number;
  readonly line: number;
  readonly baseline: number;
}

const SHOWN = 2;
const SIZE = { curve: { width: 344, height: 164 }, cost: { width: 500, height: 246 } };
const DRAWING_TOP = 40;
const LEGEND = { left: 318, lineEnd: 328, text: 333, top: 16, step: 15 };
/** Names beyond it are cut; the picture's title has them whole. */
const NAME_MAX = 30;
const HEADING_MAX = 58;

/** By component; a grid, and a curve that pays nothing anywhere, have none. */
export function curvePictures(
  picture: PlanPicture,
  locale: string | undefined,
): ReadonlyMap<string, PictureView> {
  const desk = pictureDesk(picture, locale);
  const views = picture.components.map((component) => {
    const view = curvePicture(component, picture, desk);
    return [component.id, view] as const;
  });
  return new Map(views.flatMap(([id, view]) => (view ? [[id, view] as const] : [])));
}

function curvePicture(
  { title, curve, argument, kind }: PicturedComponent,
  picture: PlanPicture,
  desk: PictureDesk,
): PictureView | undefined {
  const chart = planCurve(curve, title, letterEnglish.noun(argument?.noun ?? 'result'), desk);
  if (!chart || !curve) return undefined;
  const plan = planTitle(picture, desk);
  return {
    ...frame(SIZE.curve, desk),
    title: chart.title,
    description: chart.description,
    heading: cut(chart.title, HEADING_MAX),
    note: cut([desk.words.kindTitle(kind), plan].join(' · '), HEADING_MAX + NAME_MAX),
    chart,
    cost: undefined,
  };
}

/** What a year costs; none where no attainment says what anything pays. */
export function costPicture(
  picture: PlanPicture,
  locale: string | undefined,
): PictureView | undefined {
  const components = costed(picture);
  if (components.length === 0 || picture.costs.length === 0) return undefined;
  const desk = pictureDesk(picture, locale);
  const { format, said } = desk;
  const cost = costView(picture, components, desk);
  const full = picture.costs.findLast(({ attainment }) => attainment.lte('1'));
  const money = (pick: (at: CostAt) => CostAt['paid']): string =>
    full ? format.money(pick(full)) : '';
  const title = said.cost(picture.plan.title);
  return {
    ...frame(SIZE.cost, desk),
    title,
    description: said.costDescription(
      money(({ paid }) => paid),
      cost.ungated === undefined ? undefined : money(({ paidUngated }) => paidUngated),
    ),
    heading: cut(title, HEADING_MAX),
    note: cut(said.heading(planTitle(picture, desk), whose(picture, desk)), HEADING_MAX + NAME_MAX),
    chart: undefined,
    cost,
  };
}

export function costed({ components }: PlanPicture): readonly PicturedComponent[] {
  return components.filter(({ isCosted }) => isCosted);
}

function costView(
  { costs }: PlanPicture,
  components: readonly PicturedComponent[],
  { format, words, said }: PictureDesk,
): CostView {
  const chart = costChart(costs, {
    components: components.map(({ id }) => id),
    xTick: (place) => format.tick(place, 'ratio'),
    yTick: (place) => format.tick(place, 'money'),
  });
  const areas = components.map(({ title }, index) => ({
    label: title,
    tone: toneOf(index),
    isLine: false,
  }));
  const isGated = chart.ungated !== undefined;
  const lines = [
    { label: isGated ? said.allMet : said.labels.paid, tone: 'curve', isLine: true },
    ...(isGated ? [{ label: said.noneMet, tone: 'ungated', isLine: true }] : []),
  ];
  return {
    ...chart,
    xLabel: said.labels.attainment,
    yLabel: words.inCurrency(words.labels.payout, format.currency),
    legendLeft: LEGEND.left,
    legendLineEnd: LEGEND.lineEnd,
    legendText: LEGEND.text,
    legend: [...lines, ...areas.toReversed()].map(({ label, ...entry }, index) => {
      const top = LEGEND.top + index * LEGEND.step;
      return { ...entry, label: cut(label, NAME_MAX), box: top, line: top + 5, baseline: top + 8 };
    }),
  };
}

function frame(
  { width, height }: { readonly width: number; readonly height: number },
  desk: PictureDesk,
) {
  return {
    language: desk.words.language,
    width,
    height,
    shownWidth: width * SHOWN,
    shownHeight: height * SHOWN,
    drawingTop: DRAWING_TOP,
  };
}

function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
