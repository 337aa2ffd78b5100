// A folder that receives a run's files all together or not at all: files are written next to it
// under a temporary name and moved into place at the end. In: a folder. Out: the port.

import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { OutputFolder } from '../app/ports.ts';
import { compareText } from '../core/index.ts';

export function outputFolder(folder: string): OutputFolder {
  const target = resolve(folder);
  let staging: Promise<string> | undefined;
  const staged = (): Promise<string> => {
    staging ??= stagingBeside(target);
    return staging;
  };
  return {
    async put(name, bytes) {
      await writeFile(join(await staged(), name), bytes);
    },
    async commit() {
      const from = await staged();
      await mkdir(target, { recursive: true });
      const names = (await readdir(from)).sort(compareText);
      for (const name of names) await rename(join(from, name), join(target, name));
      await rm(from, { recursive: true, force: true });
      return names.map((name) => join(folder, name));
    },
    async discard() {
      if (staging === undefined) return;
      await rm(await staging, { recursive: true, force: true });
    },
  };
}

/** Beside the target, so that moving into place is a rename on the same disk. */
async function stagingBeside(target: string): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  return mkdtemp(join(dirname(target), `.${basename(target)}-`));
}
