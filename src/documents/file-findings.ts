// Findings about a file as a whole, by code alone: readers that also run in a browser use them.
// In: a code and words. Out: a finding at the file's first line, or an outcome that it ended.

import { type Diagnostic, type DiagnosticCode, diagnose, type Outcome } from '../core/index.ts';

/** The outcome of a stage that one finding ended. */
export function stopped(finding: Diagnostic): Outcome<never> {
  return { ok: false, diagnostics: [finding] };
}

/** The finding about a file as a whole stands at its first line. */
export function aboutFile(
  code: DiagnosticCode,
  file: string,
  what: string,
  remedy: string,
): Diagnostic {
  return diagnose(code, { file, line: 1, column: 1 }, what, remedy);
}
