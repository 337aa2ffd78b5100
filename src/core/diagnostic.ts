// Diagnostics are data: every expected problem with somebody's input is a value with a code, a
// place, what is wrong, why it matters and what to write instead. Text for a terminal or a page
// is made last, at the edge. All problems are collected; none is thrown.
// Source of the shape: zod's issues, hledger's one-file-per-error, OpenFisca's error guide.

import { type DiagnosticCode, diagnosticCodes } from './diagnostic-codes.ts';

/** Where in a document: line and column count from 1; path is the way through the document. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path?: string;
}

export type Severity = 'error' | 'warning';

/** One finding about an input document or about the data a calculation met. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly place: Place;
  /** What is wrong, with the offending text in it. */
  readonly what: string;
  /** Why it matters: what would go wrong with somebody's pay or reading. */
  readonly why: string;
  /** What to write instead. */
  readonly remedy: string;
}

/** What a stage hands on: its product, or the problems that stopped it. Warnings travel along. */
export type Outcome<T> =
  | { readonly ok: true; readonly product: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Builds a finding; severity and reason come from the catalogue, so that they stand once. */
export function diagnose(
  code: DiagnosticCode,
  place: Place,
  what: string,
  remedy: string,
): Diagnostic {
  const { severity, why } = diagnosticCodes[code];
  return { code, severity, place, what: shown(what), why, remedy: shown(remedy) };
}

const QUOTE_LENGTH_MAX = 120;

/** Somebody's text inside a message stays short and on one line, and cannot colour a terminal. */
function shown(text: string): string {
  return text
    .replace(/`([^`]*)`/g, (quote, inner: string) =>
      inner.length > QUOTE_LENGTH_MAX ? `\`${inner.slice(0, QUOTE_LENGTH_MAX)}…\`` : quote,
    )
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return `\\u${code.toString(16).padStart(4, '0')}`;
    });
}

/** An outcome from a product and everything found on the way: any error withholds the product. */
export function outcomeOf<T>(
  product: T | undefined,
  diagnostics: readonly Diagnostic[],
): Outcome<T> {
  const failed = product === undefined || diagnostics.some((each) => each.severity === 'error');
  return failed ? { ok: false, diagnostics } : { ok: true, product, diagnostics };
}

/** A stable reading order: file, line, column, then code. */
export function byPlace(left: Diagnostic, right: Diagnostic): number {
  return (
    compareText(left.place.file, right.place.file) ||
    left.place.line - right.place.line ||
    left.place.column - right.place.column ||
    compareText(left.code, right.code)
  );
}

/** Text order by code unit, the same on every machine and in every locale. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
