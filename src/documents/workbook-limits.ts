// What a workbook may cost, in one place.
// In: nothing. Out: the limits that inspect-zip.ts, the worker and its caller keep.
// Source: measured; 100,000 rows of 10 columns unpack to 41 MB, parse in 6 s and need 0.6 GB.

export interface WorkbookLimits {
  readonly fileBytesMax: number;
  readonly entriesMax: number;
  readonly unpackedBytesMax: number;
  /** Unpacked size over packed size, looked at once an entry unpacks to more than a megabyte. */
  readonly packedRatioMax: number;
  readonly memoryMegabytesMax: number;
  readonly secondsMax: number;
  /** Rows times columns, and characters: a few bytes of file can stand for any number of them. */
  readonly cellsMax: number;
  readonly charactersMax: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytesMax: 50_000_000,
  entriesMax: 500,
  unpackedBytesMax: 100_000_000,
  packedRatioMax: 200,
  memoryMegabytesMax: 1500,
  secondsMax: 60,
  cellsMax: 10_000_000,
  charactersMax: 100_000_000,
};
