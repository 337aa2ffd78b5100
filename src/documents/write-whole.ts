// Writes a text file whole or not at all: beside it first, then moved over it. What it was besides
// its text stays: who may read it, and the mark that some programs put first.
// In: a path and a text. Out: nothing; what the system refuses is thrown.

import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './writable-folder.ts';

const BYTE_ORDER_MARK = Buffer.from('efbbbf', 'hex');
const PERMISSIONS = 0o777;

export async function writeWhole(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  const before = await stat(path).catch(() => undefined);
  const start = before ? (await readFile(path)).subarray(0, BYTE_ORDER_MARK.length) : undefined;
  const isMarked = start?.equals(BYTE_ORDER_MARK) ?? false;
  const coming = join(dirname(path), `.ontarget-${randomUUID()}`);
  try {
    const file = await open(coming, 'wx');
    try {
      if (before) await file.chmod(before.mode & PERMISSIONS);
      await file.writeFile(isMarked ? `\uFEFF${text}` : text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(coming, path);
  } catch (cause) {
    await rm(coming, { force: true });
    throw cause;
  }
}
