// What a request is refused with: a status, and a page that says why and what to do.
// In: what happened. Out: an error that the last handler turns into a page or into JSON.

import type { Diagnostic } from '../core/index.ts';

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
