// Findings for a page: what, why, what to write instead, and where. Words between backquotes in a
// finding are what somebody wrote. In: diagnostics. Out: the view.

import type { Diagnostic } from '../../core/index.ts';

export interface FindingView {
  readonly isError: boolean;
  readonly code: string;
  readonly where: string;
  readonly what: readonly TextPart[];
  readonly why: string;
  readonly remedy: readonly TextPart[];
}

export interface TextPart {
  readonly text: string;
  readonly isQuoted: boolean;
}

export interface FindingsView {
  readonly headline: string;
  readonly findings: readonly FindingView[];
}

export function findingsView(diagnostics: readonly Diagnostic[]): FindingsView {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const counted = [counting(errors, 'problem'), counting(warnings, 'doubt')];
  return {
    headline: counted.filter((each) => each !== '').join(', '),
    findings: diagnostics.map(({ severity, code, place, what, why, remedy }) => ({
      isError: severity === 'error',
      code,
      where: `${place.file}:${place.line}`,
      what: textParts(what),
      why,
      remedy: textParts(remedy),
    })),
  };
}

function counting(count: number, one: string): string {
  if (count === 0) return '';
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Every other part of a text split at its backquotes is a quotation. */
function textParts(text: string): readonly TextPart[] {
  return text
    .split('`')
    .map((part, index) => ({ text: part, isQuoted: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
