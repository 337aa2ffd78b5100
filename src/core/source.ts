// What the documents layer hands to the core: plain nodes and table rows that remember where they
// stood. Every scalar is text as the author wrote it, so no parser has turned 0.1 into a double.

import type { Place } from './diagnostic.ts';

/** A document's node: text, list, or map (without prototype, so that no key can reach one). */
export type DocumentNode = string | readonly DocumentNode[] | DocumentMap;
export interface DocumentMap {
  readonly [key: string]: DocumentNode;
}

export type DocumentPath = readonly (string | number)[];

/** One YAML or JSON file. */
export interface SourceDocument {
  readonly file: string;
  readonly root: DocumentNode;
  /** The place of the node at this path, or of its nearest ancestor; offset counts into a text. */
  readonly placeOf: (path: DocumentPath, offset?: number) => Place;
  /** The place of a map entry's key (where an unknown field should be shown). */
  readonly placeOfKey: (path: DocumentPath) => Place;
}

/** One CSV file or worksheet: rows of text under named columns. */
export interface SourceTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The place of one cell; column -1 stands for the row, row -1 for the header. */
  readonly placeOf: (row: number, column: number) => Place;
}
