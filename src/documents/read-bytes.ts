// Reads one file's bytes, never more than the limit, whatever the path turns out to be.
// In: the path to open, the name to show for it, and a limit. Out: the bytes, or one finding.
// The size is enforced on what is read, because devices and growing files report a false one.

import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Diagnostic, type Outcome, outcomeOf } from '../core/index.ts';
import { reasonOf } from './failure-reason.ts';
import { aboutFile, stopped } from './file-findings.ts';
import { quoteText } from './quote-text.ts';

export interface ReadLimits {
  readonly maxBytes: number;
}

/** `path` is opened; `shownAs` is the name in findings (an upload's own name, for example). */
export async function readBytes(
  path: string,
  shownAs: string,
  limits: ReadLimits,
): Promise<Outcome<Buffer>> {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return await readFrom(handle, shownAs, limits);
  } catch (cause) {
    return stopped(refused(cause, shownAs));
  } finally {
    await handle?.close();
  }
}

async function readFrom(
  handle: FileHandle,
  file: string,
  { maxBytes }: ReadLimits,
): Promise<Outcome<Buffer>> {
  const stat = await handle.stat();
  if (stat.isDirectory()) return stopped(isFolder(file));
  if (!stat.isFile()) {
    const what = `${quoteText(file)} is a device or a pipe`;
    const finding = aboutFile('file/not-readable', file, what, 'name an ordinary file');
    return stopped(finding);
  }
  if (stat.size > maxBytes) return stopped(tooLarge(file, maxBytes));
  const chunks: Buffer[] = [];
  // `end` is inclusive: one byte beyond the limit shows that there is more.
  for await (const chunk of handle.createReadStream({ end: maxBytes, autoClose: false })) {
    chunks.push(chunk as Buffer);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length > maxBytes) return stopped(tooLarge(file, maxBytes));
  if (bytes.length === 0) return stopped(isEmpty(file));
  return outcomeOf(bytes, []);
}

export function isEmpty(file: string): Diagnostic {
  const what = `${quoteText(file)} has no content`;
  return aboutFile('file/empty', file, what, 'save the file with its content, or name another one');
}

function isFolder(file: string): Diagnostic {
  const what = `${quoteText(file)} is a folder`;
  return aboutFile('file/is-directory', file, what, 'name one file inside it');
}

function tooLarge(file: string, maxBytes: number): Diagnostic {
  const what = `${quoteText(file)} is larger than ${megabytes(maxBytes)}`;
  const remedy = 'split it into several files, or leave out rows and columns that are not needed';
  return aboutFile('file/too-large', file, what, remedy);
}

function refused(cause: unknown, file: string): Diagnostic {
  const reason = reasonOf(cause);
  if (reason === 'ENOENT' || reason === 'ENOTDIR') {
    const what = `there is no file ${quoteText(file)}`;
    return aboutFile('file/not-found', file, what, 'check the name and the folder it is in');
  }
  if (reason === 'EISDIR') return isFolder(file);
  const what = `${quoteText(file)} cannot be opened (${reason})`;
  const remedy = 'allow this user to read the file, and close programs that lock it';
  return aboutFile('file/not-readable', file, what, remedy);
}

/** A size for people: `100 MB`, `0.5 MB`, `64 bytes`. */
export function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${Math.round(bytes / 100_000) / 10} MB`;
}
