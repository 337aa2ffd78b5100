// The only reader of the environment: checked once, then plain values.
// In: process.env. Out: configuration, or what is wrong with it and what to set instead.

import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const environment = z.object({
  /** A browser to print PDFs with, instead of the one that comes with the packages. */
  ONTARGET_BROWSER: z.string().min(1).optional(),
  /** Where the browser is unpacked once. */
  ONTARGET_CACHE: z.string().min(1).optional(),
  XDG_CACHE_HOME: z.string().min(1).optional(),
  /** Where the studio listens. */
  HOST: z.string().min(1).optional(),
  PORT: z.string().min(1).optional(),
});

export interface Config {
  readonly browserPath?: string;
  readonly cacheFolder: string;
  /** Where the studio listens; this machine alone unless another address is named. */
  readonly host: string;
  /** Absent where PORT is no port. */
  readonly port: number | undefined;
}

const PORT_USUAL = '4600';
const PORT = /^\d{1,5}$/;
const PORT_MAX = 65_535;

export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.parse({
    ONTARGET_BROWSER: variables['ONTARGET_BROWSER'] || undefined,
    ONTARGET_CACHE: variables['ONTARGET_CACHE'] || undefined,
    XDG_CACHE_HOME: variables['XDG_CACHE_HOME'] || undefined,
    HOST: variables['HOST'] || undefined,
    PORT: variables['PORT'] || undefined,
  });
  const shared = parsed.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return {
    cacheFolder: parsed.ONTARGET_CACHE ?? join(shared, 'ontarget'),
    host: parsed.HOST ?? '127.0.0.1',
    port: readPort(parsed.PORT ?? PORT_USUAL),
    ...(parsed.ONTARGET_BROWSER && { browserPath: parsed.ONTARGET_BROWSER }),
  };
}

function readPort(text: string): number | undefined {
  return PORT.test(text) && Number(text) <= PORT_MAX ? Number(text) : undefined;
}
