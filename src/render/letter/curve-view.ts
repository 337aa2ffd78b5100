// A payout curve of a plan as a chart, with nobody on it. In: the curve and its words. Out: the
// chart's view; none for a flat line, which a table says better.

import type { StatementCurve } from '../../core/index.ts';
import type { ChartView } from '../chart-view.ts';
import { curveChart } from '../charts.ts';
import type { LetterDesk } from './letter-desk.ts';

export function planCurve(
  curve: StatementCurve | undefined,
  title: string,
  xLabel: string,
  { format, words, letter }: LetterDesk,
): ChartView | undefined {
  if (!curve || curve.outline.every(({ pays }) => pays.eq('0'))) return undefined;
  const { gives } = curve;
  const paid = gives === 'rate' ? words.labels.rate : letter.factorOf;
  return {
    ...curveChart(curve, {
      hereLabel: [],
      xLabel: curve.from === 'money' ? words.inCurrency(xLabel, format.currency) : xLabel,
      xTick: (place) => format.tick(place, curve.from),
      yTick: (place) => format.tick(place, gives === 'rate' ? 'ratio' : gives),
    }),
    title: letter.curveTitle(title),
    description: letter.curveDescription(curve.meaning),
    yLabel: gives === 'money' ? words.inCurrency(words.labels.payout, format.currency) : paid,
  };
}
