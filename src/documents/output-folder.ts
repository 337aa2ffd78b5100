// A folder that receives a run's files all together or not at all: files are written into a hidden
// folder inside it, on the same disk, and moved into place at the end; what stood there before is
// put back if one cannot be moved. In: a folder. Out: the port.

import { lstat, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { OutputFolder } from '../app/ports.ts';
import { compareText, type Diagnostic, outcomeOf } from '../core/index.ts';
import { reasonOf } from './failure-reason.ts';
import { cannotWrite, makeFolder, notWritable, removeEmpty } from './writable-folder.ts';

/** `rename`; a test passes one that fails. */
export type Move = (from: string, to: string) => Promise<void>;

/** The parts of the hidden folder: what is to come, and what stood in its place before. */
interface Staging {
  readonly folder: string;
  readonly coming: string;
  readonly before: string;
}

export function outputFolder(folder: string, move: Move = rename): OutputFolder {
  const target = resolve(folder);
  let made: readonly string[] = [];
  let staging: Staging | undefined;
  return {
    async open(names) {
      try {
        made = await makeFolder(target);
        staging = stagingAt(await mkdtemp(join(target, '.ontarget-')));
        await mkdir(staging.coming);
        await mkdir(staging.before);
        return await inTheWay(folder, names);
      } catch (cause) {
        return [notWritable(folder, cause)];
      }
    },
    async put(name, bytes) {
      if (!staging) throw new Error('files are put into a folder that was opened');
      try {
        // `wx`: two files of one name would be one payee's statement over another's.
        await writeFile(join(staging.coming, name), bytes, { flag: 'wx' });
        return undefined;
      } catch (cause) {
        const place = join(folder, name);
        if (reasonOf(cause) !== 'EEXIST') return notWritable(place, cause);
        return cannotWrite(place, 'two files of this run have that name');
      }
    },
    async commit() {
      if (!staging) throw new Error('only a folder that was opened has files to move');
      const names = (await readdir(staging.coming)).sort(compareText);
      const moved = await moveAll(folder, names, staging, move);
      if (moved.isStuck) staging = undefined;
      if (moved.faults.length > 0) return outcomeOf<readonly string[]>(undefined, moved.faults);
      await remove(staging);
      return outcomeOf(
        names.map((name) => join(folder, name)),
        [],
      );
    },
    async discard() {
      await remove(staging);
      await removeEmpty(made);
    },
  };
}

function stagingAt(folder: string): Staging {
  return { folder, coming: join(folder, 'coming'), before: join(folder, 'before') };
}

/** Tries again while a file that was being written comes in between. */
async function remove(staging: Staging | undefined): Promise<void> {
  if (staging) await rm(staging.folder, { recursive: true, force: true, maxRetries: 3 });
}

/** A folder cannot be replaced by a file; it may hold anything. */
async function inTheWay(folder: string, names: readonly string[]): Promise<readonly Diagnostic[]> {
  const isFolder = await Promise.all(
    names.map(async (name) => {
      const found = await lstat(join(folder, name)).catch(() => undefined);
      return found?.isDirectory() ?? false;
    }),
  );
  return names
    .filter((_, index) => isFolder[index])
    .map((name) => cannotWrite(join(folder, name), 'a folder stands where the file is to be'));
}

interface Moved {
  readonly faults: readonly Diagnostic[];
  /** Putting back failed too: what stood there before is still in the hidden folder. */
  readonly isStuck: boolean;
}

async function moveAll(
  folder: string,
  names: readonly string[],
  { coming, before, folder: hidden }: Staging,
  move: Move,
): Promise<Moved> {
  const faults = await inTheWay(folder, names);
  if (faults.length > 0) return { faults, isStuck: false };
  const undo: (() => Promise<void>)[] = [];
  const moveBackLater = async (from: string, to: string): Promise<void> => {
    await move(from, to);
    undo.unshift(() => move(to, from));
  };
  for (const name of names) {
    const place = join(folder, name);
    try {
      await moveBackLater(place, join(before, name)).catch(ignoreMissing);
      await moveBackLater(join(coming, name), place);
    } catch (cause) {
      const fault = notWritable(place, cause);
      const stuck = await undoAll(undo);
      if (stuck === undefined) return { faults: [fault], isStuck: false };
      const kept = `nor could the earlier files be put back (${stuck}); they are in \`${hidden}\``;
      return { faults: [fault, cannotWrite(folder, kept)], isStuck: true };
    }
  }
  return { faults: [], isStuck: false };
}

/** Undoes what can be undone; the first reason why something could not be. */
async function undoAll(undo: readonly (() => Promise<void>)[]): Promise<string | undefined> {
  let stuck: string | undefined;
  for (const step of undo) {
    await step().catch((cause: unknown) => {
      stuck ??= reasonOf(cause);
    });
  }
  return stuck;
}

function ignoreMissing(cause: unknown): void {
  if (reasonOf(cause) !== 'ENOENT') throw cause;
}
