// Folders that are made for writing and taken away again when nothing came of it, and what is said
// when the operating system refuses. In: paths. Out: what was made; findings.

import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Diagnostic, diagnose } from '../core/index.ts';
import { reasonOf } from './failure-reason.ts';

/**
 * Makes a folder and those missing above it; returns what it made, deepest first. Not with mkdir's
 * own `recursive`: below /proc, which says of every new name that its parent is missing, it never
 * ends.
 */
export async function makeFolder(folder: string): Promise<readonly string[]> {
  const problem = await refusalOf(folder);
  if (problem === undefined) return [folder];
  if (reasonOf(problem) === 'EEXIST' && (await stat(folder)).isDirectory()) return [];
  if (reasonOf(problem) !== 'ENOENT' || dirname(folder) === folder) throw problem;
  const above = await makeFolder(dirname(folder));
  const again = await refusalOf(folder);
  if (again === undefined) return [folder, ...above];
  await removeEmpty(above);
  throw again;
}

async function refusalOf(folder: string): Promise<unknown> {
  return await mkdir(folder).then(
    () => undefined,
    (problem: unknown) => problem,
  );
}

/** Takes folders away that are still empty; somebody may have put something into them since. */
export async function removeEmpty(folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rmdir(folder).catch(() => undefined);
}

const IN_WORDS: Readonly<Record<string, string>> = {
  EEXIST: 'a file stands where a folder is needed',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where the file is to be',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'the system lets nobody make it there',
};

/** The finding for what the operating system refused; any other fault is not the user's. */
export function notWritable(file: string, cause: unknown): Diagnostic {
  if (typeof cause !== 'object' || cause === null || !('syscall' in cause)) throw cause;
  const reason = reasonOf(cause);
  return cannotWrite(file, IN_WORDS[reason] ?? reason);
}

export function cannotWrite(file: string, reason: string): Diagnostic {
  return diagnose(
    'file/not-writable',
    { file, line: 1, column: 1 },
    `\`${file}\` cannot be written: ${reason}`,
    'name another folder to write into, or clear the way and try again',
  );
}
