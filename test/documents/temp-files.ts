// A folder of its own for tests whose bytes matter, removed when they are done.
// In: names and bytes. Out: paths.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

export interface TempFiles {
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
}

export function tempFiles(): TempFiles {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ontarget-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });
  const path = (name: string) => join(folder, name);
  return {
    path,
    write: async (name, content) => {
      await writeFile(path(name), content);
      return path(name);
    },
  };
}
