// The last handler: whatever was refused or failed becomes a page that says what to do, or JSON for
// a page's own script. In: the problem. Out: the response; a fault of ours is logged too.

import type { ErrorRequestHandler } from 'express';
import { DOCUMENT_BYTES_MAX } from '../app/ports.ts';
import type { StudioPages } from '../app/studio-ports.ts';
import { Refusal } from './refusal.ts';

export function problemHandler(
  pages: Pick<StudioPages, 'problem'>,
  log: (line: string) => void,
): ErrorRequestHandler {
  return (problem: unknown, request, response, next) => {
    if (response.headersSent) return next(problem);
    const { status, title, message, findings } = refusalFrom(problem, log);
    response.status(status);
    if (request.accepts(['html', 'json']) === 'json') {
      response.json({ title, text: message, findings });
      return;
    }
    response.type('html').send(pages.problem({ title, text: message, findings }));
  };
}

/** Problems of express itself carry a status: a body too large, an address that does not decode. */
function refusalFrom(problem: unknown, log: (line: string) => void): Refusal {
  if (problem instanceof Refusal) return problem;
  const { status, type } = problem as { readonly status?: unknown; readonly type?: unknown };
  if (type === 'entity.too.large') {
    const most = DOCUMENT_BYTES_MAX / 1_000_000;
    const text = `At most ${most} MB can be saved at once; nothing was changed.`;
    return new Refusal(413, 'Too large', text);
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Refusal(
      status,
      'Not understood',
      'The request cannot be read. Nothing was changed.',
    );
  }
  log(problem instanceof Error ? `${problem.stack}` : String(problem));
  const text =
    'This is a fault of OnTarget, not of your input. The lines in the terminal say where; ' +
    'please report them.';
  return new Refusal(500, 'OnTarget failed', text);
}
