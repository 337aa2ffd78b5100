// A scenario's scores and figures as rows of the period data, before those that they stand in for.
// In: period data, whose they are, changes. Out: period data. Deals are changed by DealTable.

import type { Period } from '../calendar.ts';
import type { PeriodData, PlacedRow } from '../period-data/period-data.ts';
import type { ScenarioChanges } from './scenario.ts';

const PLACE = { file: 'scenario', line: 1, column: 1 };
const UNPLACED: PlacedRow = { place: PLACE, placeOf: () => PLACE, written: () => '' };

/** The first row of its kind holds, and a payee's own goes before one for everybody. */
export function withFigures(
  data: PeriodData,
  { payee, period: { id: period } }: { readonly payee: string; readonly period: Period },
  { results, scores, reported }: ScenarioChanges,
): PeriodData {
  if (results.length + scores.length + reported.length === 0) return data;
  const whose = { payee, period, ...UNPLACED };
  return {
    ...data,
    supposed: results.map((each) => ({ payee, period, ...each })),
    scores: [...scores.map((each) => ({ ...whose, ...each })), ...data.scores],
    reported: [...reported.map((each) => ({ ...whose, ...each })), ...data.reported],
  };
}
