// Keeps other sites out of a studio that listens on this machine: a page elsewhere can neither
// reach it under a name of its own (DNS rebinding), nor send it anything, nor read from it.
// In: requests. Out: those that may pass; a problem for the rest. Source: Fetch Metadata (W3C).

import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { Refusal } from './refusal.ts';

const WILDCARDS = ['0.0.0.0', '::'];

/** The Host header must name this machine, or the address that the studio was told to listen on. */
export function knownHost(host: string): RequestHandler {
  // Browsers write names in small letters, whatever was configured.
  const own = ['localhost', '127.0.0.1', '::1', host.toLowerCase()];
  return (request, _response, next) => {
    const named = hostName(request.headers.host ?? '');
    const isOpen = WILDCARDS.includes(host) && isIP(named) !== 0;
    if (own.includes(named) || isOpen) return next();
    const text =
      `This studio is asked for under the name “${named.slice(0, 80)}”, which is not its own. ` +
      'Open it under the address that it printed when it started.';
    next(new Refusal(421, 'Another name', text));
  };
}

const READING = ['GET', 'HEAD'];

/** What writes must come from a page of the studio itself; so must whatever only pages load. */
export const ownPagesOnly: RequestHandler = (request, _response, next) => {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (READING.includes(request.method)) {
    const isFollowed = request.headers['sec-fetch-mode'] === 'navigate';
    if (site === undefined || site === 'same-origin' || site === 'none' || isFollowed) {
      return next();
    }
    return next(foreign());
  }
  const isOwn = origin === undefined ? site === 'same-origin' : origin === `http://${host}`;
  next(isOwn ? undefined : foreign());
};

function foreign(): Refusal {
  const text =
    'The request came from a page of another site, or from no page at all. Nothing was changed. ' +
    'Only the studio’s own pages may do this.';
  return new Refusal(403, 'Not from a page of the studio', text);
}

/** `127.0.0.1` of `127.0.0.1:4600`, `::1` of `[::1]:4600`. */
function hostName(header: string): string {
  return header
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}
