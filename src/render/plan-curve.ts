// A payout curve of a plan as a chart, with nobody on it. In: the curve and its words. Out: the
// chart's view; none for a flat line, which a table says better.

import type { StatementCurve } from '../core/index.ts';
import { type ChartView, givenLabel, givenUnit } from './chart-view.ts';
import { curveChart, isFlat } from './charts.ts';
import type { Desk } from './desk.ts';

export function planCurve(
  curve: StatementCurve | undefined,
  title: string,
  xLabel: string,
  desk: Desk,
): ChartView | undefined {
  if (!curve || isFlat(curve)) return undefined;
  const { format, words } = desk;
  return {
    ...curveChart(curve, {
      hereLabel: [],
      xLabel: curve.from === 'money' ? words.inCurrency(xLabel, format.currency) : xLabel,
      xTick: (place) => format.tick(place, curve.from),
      yTick: (place) => format.tick(place, givenUnit(curve.gives)),
    }),
    title: words.curveTitle(title),
    description: words.curveDescription(curve.meaning),
    yLabel: givenLabel(curve.gives, desk),
  };
}
