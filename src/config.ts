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
});

export interface Config {
  readonly browserPath?: string;
  readonly cacheFolder: string;
}

export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.parse({
    ONTARGET_BROWSER: variables['ONTARGET_BROWSER'] || undefined,
    ONTARGET_CACHE: variables['ONTARGET_CACHE'] || undefined,
    XDG_CACHE_HOME: variables['XDG_CACHE_HOME'] || undefined,
  });
  const shared = parsed.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return {
    cacheFolder: parsed.ONTARGET_CACHE ?? join(shared, 'ontarget'),
    ...(parsed.ONTARGET_BROWSER && { browserPath: parsed.ONTARGET_BROWSER }),
  };
}
