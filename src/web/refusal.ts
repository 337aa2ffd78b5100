// What a request is refused with: a status, and a page that says why and what to do.
// In: what happened. Out: an error that the last handler turns into a page or into JSON.

import type { Diagnostic, Outcome } from '../core/index.ts';

export class Refusal extends Error {
  readonly status: number;
  readonly title: string;
  readonly findings: readonly Diagnostic[];

  constructor(status: number, title: string, text: string, findings: readonly Diagnostic[] = []) {
    super(text);
    this.status = status;
    this.title = title;
    this.findings = findings;
  }
}

export function notFound(what: string): Refusal {
  return new Refusal(404, 'Not found', what);
}

/** What another program changed meanwhile is a conflict; all else cannot be done as asked. */
export function productOf<T>(outcome: Outcome<T>, title: string, text?: string): T {
  if (outcome.ok) return outcome.product;
  const { diagnostics } = outcome;
  const isConflict = diagnostics.some(({ code }) => code === 'file/changed');
  const said = diagnostics.map(({ what, remedy }) => `${what}: ${remedy}.`).join(' ');
  throw new Refusal(isConflict ? 409 : 422, title, text ?? said, diagnostics);
}
