// Prints findings for a reader in a terminal: where, what, why, what to write instead, then a
// count. In: diagnostics. Out: text; the same for every command.

import type { Diagnostic } from '../core/index.ts';
import type { Terminal } from './terminal.ts';

export function printDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  for (const each of diagnostics) terminal.warn(`${diagnosticText(each)}\n`);
  if (diagnostics.length === 0) return;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'problem' : 'problems'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  terminal.warn(`${parts.join(', ')}\n`);
}

function diagnosticText({ place, severity, code, what, why, remedy }: Diagnostic): string {
  return [
    `${place.file}:${place.line}:${place.column}: ${severity} ${code}`,
    `    ${what}.`,
    `    Why: ${why}`,
    `    Instead: ${remedy}.`,
  ].join('\n');
}

/** The same for programs: an array with one object per finding. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  const plain = diagnostics.map(({ code, severity, place, what, why, remedy }) => ({
    code,
    severity,
    file: place.file,
    line: place.line,
    column: place.column,
    what,
    why,
    remedy,
  }));
  return `${JSON.stringify({ diagnostics: plain }, null, 2)}\n`;
}
