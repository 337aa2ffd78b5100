// The period data as one payee's calculation sees it: rows of the payee, and those that hold for
// everybody. Grouped once per run, so that a company of twice the size takes twice as long.
// In: period data. Out: the same with shorter lists, in their order; deals are found by DealIndex.

import type { PeriodData } from '../period-data/period-data.ts';

/** A list of rows by whose they are, each with its place in the list. */
type Grouped<Row> = ReadonlyMap<string | undefined, readonly (readonly [number, Row])[]>;

export class DataByPayee {
  readonly #data: PeriodData;
  readonly #assignments: Grouped<PeriodData['assignments'][number]>;
  readonly #quotas: Grouped<PeriodData['quotas'][number]>;
  readonly #scores: Grouped<PeriodData['scores'][number]>;
  readonly #reported: Grouped<PeriodData['reported'][number]>;
  readonly #adjustments: Grouped<PeriodData['adjustments'][number]>;

  constructor(data: PeriodData) {
    this.#data = data;
    this.#assignments = grouped(data.assignments);
    this.#quotas = grouped(data.quotas);
    this.#scores = grouped(data.scores);
    this.#reported = grouped(data.reported);
    this.#adjustments = grouped(data.adjustments);
  }

  of(payee: string): PeriodData {
    return {
      ...this.#data,
      assignments: rowsOf(this.#assignments, payee),
      quotas: rowsOf(this.#quotas, payee),
      scores: rowsOf(this.#scores, payee),
      reported: rowsOf(this.#reported, payee),
      adjustments: rowsOf(this.#adjustments, payee),
    };
  }
}

function grouped<Row extends { readonly payee?: string }>(rows: readonly Row[]): Grouped<Row> {
  const placed = rows.map((row, place) => [place, row] as const);
  return Map.groupBy(placed, ([, { payee }]) => payee);
}

function rowsOf<Row>(groups: Grouped<Row>, payee: string): readonly Row[] {
  const rows = [...(groups.get(undefined) ?? []), ...(groups.get(payee) ?? [])];
  return rows.sort(([one], [other]) => one - other).map(([, row]) => row);
}
