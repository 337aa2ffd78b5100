// What a law wants of a scenario, beside being any, and the manner in which one is made.
// In: nothing. Out: the wish and the manner.

export interface Wanted {
  /** More of a deal is never paid less: no falling curve, no measure where lower is better. */
  readonly rising?: boolean;
  /** Results are sums of amounts, so that a deal and its reversal come to nothing. */
  readonly reversible?: boolean;
  /** No figure is missing. */
  readonly complete?: boolean;
}

export interface Manner extends Wanted {
  /** Round amounts and shares, so that results often stand exactly on a row's start. */
  readonly isRound: boolean;
  /** Some figures are missing. */
  readonly hasGaps: boolean;
}
