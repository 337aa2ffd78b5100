// What the use cases need from the outside, in domain words. Adapters in documents/ and render/
// provide these; wire.ts joins them. In: nothing. Out: interfaces.

import type {
  Company,
  Diagnostic,
  Exact,
  Letter,
  Outcome,
  SourceDocument,
  SourceTables,
  Statement,
} from '../core/index.ts';

/** A company's folder: its documents and its tables. */
export interface CompanyFolder {
  readonly companyDocument: () => Promise<Outcome<SourceDocument>>;
  /** Every plan that can be parsed; what cannot is among the findings. */
  readonly planDocuments: () => Promise<Outcome<readonly SourceDocument[]>>;
  /** Plans that nobody is on any more, kept to be compared with: part of no run. */
  readonly retiredPlanDocuments: () => Promise<Outcome<readonly SourceDocument[]>>;
  /** The tables that the company's mapping names, in the order of the mapping. */
  readonly tables: (company: Company) => Promise<Outcome<SourceTables>>;
}

/** A plan of more than a megabyte is no plan. */
export const DOCUMENT_BYTES_MAX = 1_000_000;

export const statementFormats = ['pdf', 'xlsx', 'json', 'csv'] as const;
export type StatementFormat = (typeof statementFormats)[number];

/** What the run before paid, by payee. */
export type PreviousRun = ReadonlyMap<string, Exact>;

/** Turns one statement into one file's bytes. */
export type StatementRenderer = (statement: Statement) => Promise<Uint8Array>;

/** The renderers, opened for a run: the PDF one holds a browser until `close`. */
export interface OpenRenderers {
  readonly pdf: StatementRenderer;
  readonly xlsx: StatementRenderer;
  readonly json: StatementRenderer;
  /** One workbook for the whole run: a row per payee, and what changed since the run before. */
  readonly runWorkbook: (
    statements: readonly [Statement, ...Statement[]],
    previous: PreviousRun,
  ) => Promise<Uint8Array>;
  /** One file for the whole run: a row per payee and line. */
  readonly csv: (statements: readonly Statement[]) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Opens what the formats need; a browser that cannot be found is a finding, not an exception. */
export type OpenRenderersFor = (
  formats: readonly StatementFormat[],
  log: (line: string) => void,
) => Promise<Outcome<OpenRenderers>>;

/** How a letter is written: `de-CH` for its numbers, and its paper. */
export interface LetterLook {
  readonly locale?: string;
  readonly paper?: 'a4' | 'letter';
}

/** Prints letters with a browser that it holds until `close`. */
export interface LetterPrinter {
  readonly print: (letter: Letter, look: LetterLook) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export type OpenLetterPrinter = (log: (line: string) => void) => Promise<Outcome<LetterPrinter>>;

/** Drawings of a plan: SVG that stands by itself. */
export interface Drawings {
  /** By component; a grid of two measures has none. */
  readonly curves: ReadonlyMap<string, string>;
  readonly cost: string | undefined;
}

/** What a statement file says, by place, in the order of the file. */
export interface StatementTexts {
  readonly format: 'pdf' | 'xlsx' | 'json';
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads statement files that somebody else may have written. */
export interface StatementReader {
  readonly read: (path: string) => Promise<Outcome<StatementTexts>>;
  readonly readBytes: (bytes: Uint8Array, shownAs: string) => Promise<Outcome<StatementTexts>>;
}

/** A folder that receives files all together or not at all. */
export interface OutputFolder {
  /** Makes ready to write files of these names; returns everything that stands in the way. */
  readonly open: (names: readonly string[]) => Promise<readonly Diagnostic[]>;
  /** Returns why the file could not be written. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<Diagnostic | undefined>;
  /** Moves everything put so far into place, or nothing; returns the paths. */
  readonly commit: () => Promise<Outcome<readonly string[]>>;
  /** Leaves the folder as it was before it was opened. */
  readonly discard: () => Promise<void>;
}

/** Called after each statement, for a progress bar. */
export type OnProgress = (done: number, total: number) => void;

/** A folder about to become a company's, and the template for it. */
export interface StartFolder {
  readonly folder: string;
  /** Path of the plan that will be written. */
  readonly plan: string;
  readonly isFree: () => Promise<boolean>;
  /** Writes all files or none; returns their paths. */
  readonly write: () => Promise<Outcome<readonly string[]>>;
}
