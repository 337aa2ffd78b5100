// The list of house rules, and the runner that turns a repository into violations.
// In: a repository and the exceptions. Out: violations in order of file and line, and their text.

import * as boundaries from './boundaries.ts';
import { type Exception, exceptions } from './exceptions.ts';
import * as graph from './graph.ts';
import * as purity from './purity.ts';
import type { Finding, Repository, Rule } from './rule.ts';
import * as shape from './shape.ts';
import * as words from './words.ts';

export const rules = {
  syntax: shape.syntax,
  'top-level': shape.topLevel,
  'source-folder': boundaries.sourceFolder,
  'import-boundary': boundaries.importBoundary,
  'file-extension': boundaries.fileExtension,
  'file-length': shape.fileLength,
  'function-length': shape.functionLength,
  'line-width': shape.lineWidth,
  'file-header': shape.fileHeader,
  'file-name': shape.fileName,
  'no-barrel': shape.noBarrel,
  'no-leftover': shape.noLeftover,
  'refused-word': words.refusedWord,
  'bare-export': words.bareExport,
  'no-evaluated-text': purity.noEvaluatedText,
  'pure-core': purity.pureCore,
  'no-double-in-core': purity.noDoubleInCore,
  'no-kind-by-name': purity.noKindByName,
  environment: purity.environment,
  'dead-file': graph.deadFile,
  'import-circle': graph.importCircle,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
export const ruleNames = Object.keys(rules) as RuleName[];

export interface Violation extends Finding {
  readonly rule: RuleName | 'stale-exception';
}

export function violationsOf(
  repository: Repository,
  excused: readonly Exception[] = exceptions,
): Violation[] {
  const found = ruleNames.flatMap((rule) =>
    rules[rule](repository).map((finding) => ({ rule, ...finding })),
  );
  const excuses = (each: Exception, violation: Violation): boolean =>
    each.rule === violation.rule && each.file === violation.file;
  const remaining = found.filter((violation) => !excused.some((each) => excuses(each, violation)));
  const stale = excused.filter((each) => !found.some((violation) => excuses(each, violation)));
  return [...remaining, ...stale.map(staleException)].sort(inReadingOrder);
}

/** `file:line: rule: what: remedy`, one line each. */
export function violationLine({ file, line, rule, what, remedy }: Violation): string {
  return `${file}:${line}: ${rule}: ${what}: ${remedy}`;
}

function staleException({ rule, file }: Exception): Violation {
  const what = `'${rule}' finds nothing there any more`;
  return { rule: 'stale-exception', file, line: 1, what, remedy: 'delete it from exceptions.ts' };
}

function inReadingOrder(left: Violation, right: Violation): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line;
}
