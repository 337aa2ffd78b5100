// Unpacks the parts of a workbook that hold cells, within limits, before anything parses them.
// In: the file's bytes. Out: the parts by name, or the finding that refused the file.
// Sizes in zip headers are claims: the declared ones are refused first, and yauzl stops an entry
// that unpacks to more than it declared. Source: "zip bomb"; David Fifield, WOOT 2019.

import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { type Diagnostic, type Outcome, outcomeOf } from '../core/index.ts';
import { reasonOf } from './failure-reason.ts';
import { aboutFile, stopped } from './file-findings.ts';
import { quoteText } from './quote-text.ts';
import { megabytes } from './read-bytes.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

export type WorkbookParts = ReadonlyMap<string, Buffer>;

/** Drawings, comments, tables and properties are left out: they hold no cell, only risk. */
const CELL_PARTS = [
  /^xl\/(?:workbook|styles|sharedStrings)\.xml$/,
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/worksheets\/sheet\d+\.xml$/,
];
const RATIO_BYTES_MIN = 1_000_000;

export async function inspectZip(
  bytes: Buffer,
  file: string,
  limits: WorkbookLimits,
): Promise<Outcome<WorkbookParts>> {
  const notZip = otherFormat(bytes, file);
  if (notZip !== undefined) return stopped(notZip);
  try {
    const zip = await fromBufferPromise(bytes, { validateEntrySizes: true });
    const entries = await entriesOf(zip, limits.entriesMax);
    const refusal = refusalOf(entries, file, limits);
    if (refusal !== undefined) return stopped(refusal);
    const parts = new Map<string, Buffer>();
    for (const entry of entries) {
      if (holdsCells(entry)) parts.set(entry.fileName, await unpack(zip, entry));
    }
    if (parts.has('xl/workbook.xml')) return outcomeOf<WorkbookParts>(parts, []);
    return stopped(notReadable(file, 'it is a zip file without a workbook in it'));
  } catch (cause) {
    const reason = quoteText(reasonOf(cause));
    return stopped(notReadable(file, `the zip file is damaged (${reason})`));
  }
}

export function notReadable(file: string, reason: string): Diagnostic {
  const remedy = 'open it in Excel and save it again as .xlsx, or export the sheet as CSV UTF-8';
  return aboutFile('workbook/not-readable', file, `${quoteText(file)}: ${reason}`, remedy);
}

export function tooLargeToRead(file: string, reason: string): Diagnostic {
  const remedy = 'export the sheet as CSV UTF-8, or remove rows, columns and sheets not needed';
  return aboutFile('workbook/too-large', file, `${quoteText(file)} ${reason}`, remedy);
}

function otherFormat(bytes: Buffer, file: string): Diagnostic | undefined {
  const start = bytes.toString('hex', 0, 4);
  if (start === 'd0cf11e0') return notReadable(file, 'it has a password or the old .xls format');
  return start === '504b0304' ? undefined : notReadable(file, 'it is not an Excel workbook');
}

function holdsCells({ fileName }: Entry): boolean {
  return CELL_PARTS.some((pattern) => pattern.test(fileName));
}

/** One entry more than allowed is enough to know. */
async function entriesOf(zip: ZipFile, entriesMax: number): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > entriesMax) break;
  }
  return entries;
}

function refusalOf(
  entries: readonly Entry[],
  file: string,
  limits: WorkbookLimits,
): Diagnostic | undefined {
  if (entries.length > limits.entriesMax) {
    return tooLargeToRead(file, `has more than ${limits.entriesMax} parts`);
  }
  const unpacked = entries.reduce((total, entry) => total + entry.uncompressedSize, 0);
  if (unpacked > limits.unpackedBytesMax) {
    const [full, allowed] = [megabytes(unpacked), megabytes(limits.unpackedBytesMax)];
    return tooLargeToRead(file, `unpacks to ${full}; at most ${allowed} are read`);
  }
  const bomb = entries.find(
    ({ compressedSize, uncompressedSize }) =>
      uncompressedSize > RATIO_BYTES_MIN &&
      uncompressedSize > compressedSize * limits.packedRatioMax,
  );
  if (bomb !== undefined) {
    const part = quoteText(bomb.fileName);
    return tooLargeToRead(file, `unpacks ${part} to over ${limits.packedRatioMax} times its size`);
  }
  const names = new Set(entries.map((entry) => entry.fileName));
  return names.size === entries.length ? undefined : notReadable(file, 'two parts have one name');
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
