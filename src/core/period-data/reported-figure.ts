// A figure as reported for a period. In: the reported figures, a measure, a period, a payee.
// Out: the figure; undefined where there is none.

import type { Exact } from '../exact-number.ts';
import type { PeriodData } from './period-data.ts';

/** A payee's own figure goes before the one for everybody. */
export function reportedFigure(
  { reported }: Pick<PeriodData, 'reported'>,
  measure: string,
  period: string,
  payee: string,
): Exact | undefined {
  const rows = reported.filter((row) => row.measure === measure && row.period === period);
  const own = rows.find((row) => row.payee === payee);
  return (own ?? rows.find((row) => row.payee === undefined))?.figure;
}
