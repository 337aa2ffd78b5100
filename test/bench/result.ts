// One figure of the benchmark, by the names that QUALITY.md gives.
// In: nothing. Out: the type.

export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What a reader of the table should know besides: a goal, a sample's size. */
  readonly note?: string;
}
