// A text that changes whenever any file of a folder does. What says so are the times and sizes of
// its files; of one that was written just now also what is in it, since two writes may fall into
// one tick of a file system's clock. In: the folder. Out: the stamp.
// Source: git, “racily clean” entries of its index.

import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../core/index.ts';
import { reasonOf } from './failure-reason.ts';

/** The coarsest clock of a file system in use: FAT's, of two seconds. */
const TICK_MS = 2000;

export async function folderStamp(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const stamps = await Promise.all(names.map((name) => stampOf(folder, name)));
  return createHash('sha256').update(stamps.sort(compareText).join('\n')).digest('hex');
}

async function stampOf(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  try {
    const found = await stat(path, { bigint: true });
    const { mtimeNs, ctimeNs, ctimeMs, size, ino } = found;
    const isFresh = Math.abs(Date.now() - Number(ctimeMs)) < TICK_MS && found.isFile();
    const text = isFresh
      ? createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      : '';
    return [name, mtimeNs, ctimeNs, size, ino, text].join(':');
  } catch (cause) {
    return `${name}:${reasonOf(cause)}`;
  }
}
