// Starts the studio: builds the script, listens on this machine, says where.
// In: the studio and a port. Out: its address and how to stop it, or what stands in the way.

import { createServer, type Server } from 'node:http';
import { diagnose, type Outcome, outcomeOf } from '../core/index.ts';
import { namedScripts } from './assets.ts';
import { bundleScripts } from './bundle.ts';
import type { Studio } from './studio.ts';
import { studioApp } from './studio-app.ts';

export interface RunningStudio {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** `script` is the name under which pages load what the bundle holds. */
export async function startStudio(
  make: (script: string) => Studio,
  port: number,
): Promise<Outcome<RunningStudio>> {
  const scripts = namedScripts(await bundleScripts());
  const studio = make(scripts.main);
  const server = createServer(studioApp(studio, scripts));
  const refused = await listen(server, port, studio.host);
  if (refused) return notListening(refused, port, studio.host);
  return outcomeOf({ address: addressOf(server, studio.host), stop: () => stopped(server) }, []);
}

function listen(
  server: Server,
  port: number,
  host: string,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => resolve(undefined));
  });
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : '';
  const named = host.includes(':') ? `[${host}]` : host;
  return `http://${named}:${port}/`;
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'this machine has no such address',
};

function notListening(
  { code = '' }: NodeJS.ErrnoException,
  port: number,
  host: string,
): Outcome<RunningStudio> {
  const reason = REASONS[code] ?? code;
  const finding = diagnose(
    'studio/not-listening',
    { file: `${host}:${port}`, line: 1, column: 1 },
    `the studio cannot listen on ${host}, port ${port}: ${reason}`,
    'choose another port, such as `PORT=4601 npm start`, or stop the other program',
  );
  return outcomeOf<RunningStudio>(undefined, [finding]);
}
